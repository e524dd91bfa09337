// Draws a Plotly figure into one element that stays: new data and new page colours go through Plotly.react.
// Shared by the components that draw charts; each of them puts its own default function behind this text.

// Few buttons, and none that would send a person's data anywhere.
const NO_BUTTONS = ["sendChartToCloud", "zoomIn2d", "zoomOut2d", "autoScale2d", "select2d", "lasso2d"];
const CORNERS = "M3 3h7v2H5v5H3zM14 3h7v7h-2V5h-5zM3 14h2v5h5v2H3zM19 14h2v7h-7v-2h5z";

// What is known of each chart: the newest data, what is drawn, its buttons, and how to stop watching its size.
const charts = new WeakMap();

// Draws what Streamlit sent; `after` is called with the chart whenever it has been drawn.
function show({ data, parentElement }, after = () => {}) {
  const box = parentElement.querySelector(".rnn-lab-chart");
  const chart = charts.get(box) ?? begin(box, parentElement);
  box.setAttribute("aria-label", data.alt);
  box.style.height = `calc(${data.height}px - var(--rnn-lab-above))`; // see chart_box.css
  if (chart.data?.words.full !== data.words.full) chart.config = configured(data.words);
  chart.data = data;
  chart.ready = chart.ready
    .then(() => draw(chart))
    .then(() => box.isConnected && after(chart))
    .catch((reason) => tell(chart, reason));
  return chart;
}

function begin(box, parent) {
  const watch = new ResizeObserver(() => requestAnimationFrame(() => fit(box)));
  watch.observe(box);
  const words = box.nextElementSibling;
  const chart = { box, parent, watch, words, ready: Promise.resolve(), drawn: "" };
  charts.set(box, chart);
  return chart;
}

// What the buttons say, and that they are few; one more lets a chart have the whole screen, and gives it back.
function configured(words) {
  const icon = { width: 24, height: 24, path: CORNERS };
  const turn = (box) => (document.fullscreenElement ? document.exitFullscreen() : box.requestFullscreen());
  return {
    displaylogo: false,
    showTips: false,
    modeBarButtonsToRemove: NO_BUTTONS,
    modeBarButtonsToAdd: document.fullscreenEnabled ? [{ name: "full", title: words.full, icon, click: turn }] : [],
    locale: "page",
    locales: { page: { dictionary: words.buttons } },
  };
}

async function draw(chart) {
  const { box, parent, data, config } = chart;
  const Plotly = await loadPlotly();
  const style = getComputedStyle(parent);
  const figure = inPageColours(data.figure, style);
  const wanted = JSON.stringify([figure, data.words]);
  // Streamlit also calls when nothing has changed, and a chart that is gone needs no drawing.
  if (wanted === chart.drawn || !box.isConnected) return;
  const { height, ...layout } = figure.layout;
  const font = { ...layout.font, family: style.fontFamily };
  const whole = { ...figure, layout: { ...layout, font, autosize: true }, config };
  await Plotly.react(box, whole);
  chart.drawn = wanted;
  chart.words.hidden = true;
  box.hidden = false;
}

// "var(--st-text-color)" and the like become the colours that the page has at this moment, names of lines identifiers.
function inPageColours(figure, style) {
  const colour = (text) => text.replace(/^var\((--st-[\w-]+)\)$/, (_, name) => style.getPropertyValue(name).trim());
  return JSON.parse(figure, (key, value) => {
    if (key === "uid") return identifier(value);
    return typeof value === "string" ? colour(value) : value;
  });
}

// plotly.js takes a line's uid for the name of a class, and fails where a line goes whose name could not be one.
function identifier(name) {
  return `line-${encodeURIComponent(name).replace(/\W/g, "_")}`;
}

// A box in a closed tab has no size; it is fitted when the tab opens.
function fit(box) {
  if (box._fullLayout && box.offsetWidth > 0) window.Plotly.Plots.resize(box);
}

function tell(chart, reason) {
  console.warn("The chart could not be drawn.", reason);
  if (chart.drawn) return; // the last picture is worth more than words
  chart.words.textContent = chart.data.alt;
  chart.words.hidden = false;
  chart.box.hidden = true;
}

function end(chart) {
  chart.watch.disconnect();
  charts.delete(chart.box);
  window.Plotly?.purge(chart.box);
}

// One download for all charts of the page; a failed one is tried again at the next update.
function loadPlotly() {
  window.rnnLabPlotly ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL("app/static/plotly.min.js", document.baseURI).href;
    script.onload = () => resolve(window.Plotly);
    script.onerror = () => {
      script.remove();
      window.rnnLabPlotly = undefined;
      reject(new Error(`${script.src} cannot be loaded`));
    };
    document.head.append(script);
  });
  return window.rnnLabPlotly;
}
