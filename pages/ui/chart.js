// A chart: draws what it is sent. Stands behind chart_box.js.
// Streamlit calls the default function again at every update, always with the same parentElement.

export default function (component) {
  const chart = show(component);
  return () => end(chart);
}
