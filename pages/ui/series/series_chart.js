// The series over time: sends the stretch that a person has zoomed into, and has a border between training and test
// part that can be dragged with a mouse, a finger or the arrow keys. Stands behind chart_box.js.

const QUIET_MS = 300; // how long a zoom, and
const KEYS_QUIET_MS = 500; // how long the arrow keys must rest before they are sent
const KEYS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageUp: 20, PageDown: -20 };

export default function (component) {
  const chart = show(component, settle);
  chart.send = component;
  return () => {
    clearTimeout(chart.zoomed);
    clearTimeout(chart.keyed);
    end(chart);
  };
}

// After every drawing: listen if that was the first, and put the border where it belongs.
function settle(chart) {
  if (!chart.handle) listen(chart);
  const fresh = chart.revision !== chart.data.revision;
  chart.revision = chart.data.revision;
  // A new chart shows all of its series, whatever an earlier one was zoomed to.
  if (fresh && chart.data.zoomed) chart.send.setStateValue("shown", null);
  if (!chart.moving) chart.at = chart.data.border?.at;
  place(chart);
}

function listen(chart) {
  const { box, parent } = chart;
  chart.handle = parent.querySelector(".rnn-lab-border-knob");
  chart.line = parent.querySelector(".rnn-lab-border");
  box.on("plotly_relayout", (change) => {
    if (Object.keys(change).some((name) => name.startsWith("xaxis."))) tellRange(chart);
  });
  box.on("plotly_afterplot", () => place(chart));
  box.on("plotly_relayouting", () => place(chart));
  chart.handle.addEventListener("pointerdown", (event) => grab(chart, event));
  chart.handle.addEventListener("keydown", (event) => step(chart, event));
}

// Python answers with the rows of this stretch in detail.
function tellRange(chart) {
  clearTimeout(chart.zoomed);
  chart.zoomed = setTimeout(() => {
    const { autorange, range, r2l } = chart.box._fullLayout.xaxis;
    const [first, last] = range.map((end) => Math.round(r2l(end)));
    const shown = autorange ? null : { first, last, revision: chart.revision };
    chart.send.setStateValue("shown", shown);
  }, QUIET_MS);
}

// The line and its knob stand at `chart.at`, and hide while that lies outside of what is shown.
function place(chart) {
  const { line, handle, at, box, data } = chart;
  const { xaxis, _size } = box._fullLayout;
  const x = at === undefined ? NaN : xaxis.l2p(at);
  line.hidden = !(x >= 0 && x <= xaxis._length);
  if (line.hidden) return;
  line.style.left = `${xaxis._offset + x}px`;
  line.style.top = `${box.offsetTop + _size.t}px`;
  line.style.height = `${_size.h}px`;
  const { label, hint, count, number, at: settled, day } = data.border;
  const words = at === settled ? day : isoDay(at);
  const told = { "aria-label": label, "aria-valuemin": 1, "aria-valuemax": count, "aria-valuenow": number };
  for (const [name, value] of Object.entries({ ...told, "aria-valuetext": words, title: hint })) {
    handle.setAttribute(name, value);
  }
  const bubble = line.querySelector(".rnn-lab-border-day");
  bubble.textContent = words;
  // Near an edge the day stands on the inner side.
  bubble.style.transform = `translateX(${x < 60 ? 0 : x > xaxis._length - 60 ? -100 : -50}%)`;
}

function grab(chart, event) {
  const { handle, box } = chart;
  const { xaxis } = box._fullLayout;
  const offset = event.clientX - xaxis.l2p(chart.at);
  const began = chart.at;
  event.preventDefault();
  handle.focus();
  handle.setPointerCapture(event.pointerId);
  chart.moving = true;
  const move = ({ clientX }) => {
    const x = Math.min(Math.max(clientX - offset, 0), xaxis._length);
    shift(chart, xaxis.p2l(x));
  };
  const drop = ({ type }) => {
    handle.removeEventListener("pointermove", move);
    handle.removeEventListener("pointerup", drop);
    handle.removeEventListener("pointercancel", drop);
    chart.moving = false;
    if (type === "pointercancel") shift(chart, began);
    else if (chart.at !== began) chart.send.setTriggerValue("border", { at: Math.round(chart.at) });
  };
  handle.addEventListener("pointermove", move);
  handle.addEventListener("pointerup", drop);
  handle.addEventListener("pointercancel", drop);
}

// Steps are days of the series, which only Python knows exactly; until it answers, the line shows about where.
function step(chart, event) {
  const by = KEYS[event.key];
  if (by === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  chart.steps = (chart.steps ?? 0) + by;
  shift(chart, chart.at + by * chart.data.border.step);
  clearTimeout(chart.keyed);
  chart.keyed = setTimeout(() => {
    chart.send.setTriggerValue("border", { by: chart.steps });
    chart.steps = 0;
  }, KEYS_QUIET_MS);
}

// Moves the border on the screen, and the grounds of the parts on its two sides with it.
function shift(chart, at) {
  const { first, last } = chart.data.border;
  chart.at = Math.min(Math.max(at, first), last);
  place(chart);
  chart.frame ??= requestAnimationFrame(() => {
    chart.frame = undefined;
    if (chart.box.isConnected) paint(chart);
  });
}

function paint(chart) {
  const moment = new Date(chart.at).toISOString();
  const shapes = chart.box.layout.shapes ?? [];
  const ends = { training: "x1", validation: "x1", test: "x0", "test begins": "x0" };
  // Where a part is kept back to validate, the training part ends before it, and only Python knows where.
  if (shapes.some(({ name }) => name === "validation")) delete ends.training;
  const changes = {};
  shapes.forEach(({ name }, number) => {
    if (!ends[name]) return;
    changes[`shapes[${number}].${ends[name]}`] = moment;
    if (name === "test begins") changes[`shapes[${number}].x1`] = moment;
  });
  // What is drawn is no longer what Python sent, so its next answer counts, even one that is the same again.
  chart.drawn = "";
  window.Plotly.relayout(chart.box, changes);
}

function isoDay(at) {
  return new Date(at).toISOString().slice(0, 10);
}
