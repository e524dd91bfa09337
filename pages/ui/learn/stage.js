// Plays a scene: draws its panels once, then changes what each frame says is other than at the beginning.
// Streamlit calls the default function again at every update, always with the same parentElement.

const SVG = "http://www.w3.org/2000/svg";
const PLAY = "▶", PAUSE = "❚❚";

// What is known of each stage: its scene, its elements, the step shown, and whether it plays.
const stages = new WeakMap();

export default function ({ data, parentElement }) {
  const box = parentElement.querySelector(".rnn-lab-stage");
  const stage = stages.get(box) ?? begin(box, data);
  const sent = JSON.stringify(data);
  if (sent !== stage.sent) {
    stage.sent = sent;
    stage.data = data;
    build(stage);
    go(stage, stage.step < data.scene.frames.length ? stage.step : 0);
  }
  return () => {
    pause(stage);
    stage.watch.disconnect();
    stages.delete(box);
  };
}

function begin(box, data) {
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const stage = { box, step: 0, timer: 0, seen: false, playing: data.plays && !still, sent: "" };
  // What nobody sees need not move.
  stage.watch = new IntersectionObserver(([entry]) => {
    stage.seen = entry.isIntersecting;
    wait(stage);
  });
  stage.watch.observe(box);
  stages.set(box, stage);
  return stage;
}

function build(stage) {
  const { scene, alt, words } = stage.data;
  const held = document.activeElement?.dataset?.part; // whoever steps with the keyboard goes on from there
  stage.shapes = new Map();
  stage.changed = [];
  const panels = element("div", "panels");
  panels.setAttribute("role", "img");
  panels.setAttribute("aria-label", alt);
  panels.style.setProperty("--width", Math.max(...scene.panels.map((panel) => panel.width)));
  panels.append(...scene.panels.map((panel) => drawn(panel, stage.shapes)));
  stage.caption = element("p", "caption");
  const foot = element("div", "foot");
  foot.append(stage.caption, controls(stage, words));
  stage.box.replaceChildren(panels, foot);
  if (held) stage.box.querySelector(`[data-part="${held}"]`)?.focus();
}

function drawn(panel, shapes) {
  const figure = element("figure", "panel");
  const title = document.createElement("figcaption");
  title.textContent = panel.title;
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${panel.width} ${panel.height}`);
  for (const shape of panel.shapes) {
    const node = document.createElementNS(SVG, shape.kind);
    dress(node, shape.look);
    node.textContent = shape.text;
    svg.append(node);
    if (shape.name) shapes.set(shape.name, { node, shape });
  }
  figure.append(...(panel.title ? [title] : []), svg);
  return figure;
}

// Colours may be variables of the page, which only a style knows how to look up.
function dress(node, look) {
  for (const [name, value] of Object.entries(look)) {
    if (String(value).includes("var(")) node.style.setProperty(name, value);
    else {
      node.style.removeProperty(name);
      node.setAttribute(name, value);
    }
  }
}

function controls(stage, words) {
  const bar = element("div", "controls");
  stage.play = button(bar, "play", () => (stage.playing ? pause(stage) : play(stage)));
  button(bar, "back", () => turn(stage, -1), "‹", words.back);
  button(bar, "next", () => turn(stage, 1), "›", words.next);
  stage.slider = document.createElement("input");
  Object.assign(stage.slider, { type: "range", min: 1, max: stage.data.scene.frames.length });
  stage.slider.setAttribute("aria-label", words.step);
  stage.slider.dataset.part = "slider";
  stage.slider.addEventListener("input", () => {
    pause(stage);
    go(stage, Number(stage.slider.value) - 1);
  });
  stage.count = element("span", "count");
  bar.append(stage.slider, stage.count);
  bar.hidden = stage.data.scene.frames.length < 2;
  return bar;
}

function button(bar, part, act, sign = "", label = "") {
  const made = document.createElement("button");
  Object.assign(made, { type: "button", textContent: sign, title: label });
  made.dataset.part = part;
  if (label) made.setAttribute("aria-label", label);
  made.addEventListener("click", act);
  bar.append(made);
  return made;
}

function turn(stage, by) {
  const steps = stage.data.scene.frames.length;
  pause(stage);
  go(stage, (stage.step + by + steps) % steps);
}

// Shows one step: what the last one had changed is put back first.
function go(stage, step) {
  const { scene, words } = stage.data;
  const frame = scene.frames[step];
  stage.step = step;
  for (const name of stage.changed) {
    const { node, shape } = stage.shapes.get(name);
    for (const attribute of [...node.attributes]) if (!(attribute.name in shape.look)) node.removeAttribute(attribute.name);
    dress(node, shape.look);
    node.textContent = shape.text;
  }
  for (const [name, look] of Object.entries(frame.looks)) dress(stage.shapes.get(name).node, look);
  for (const [name, text] of Object.entries(frame.texts)) stage.shapes.get(name).node.textContent = text;
  stage.changed = [...new Set([...Object.keys(frame.looks), ...Object.keys(frame.texts)])];
  stage.caption.textContent = frame.caption;
  stage.slider.value = step + 1;
  stage.count.textContent = words.of.replace("{step}", step + 1).replace("{steps}", scene.frames.length);
  stage.slider.setAttribute("aria-valuetext", `${stage.count.textContent}: ${frame.caption}`);
  say(stage);
  wait(stage);
}

function play(stage) {
  stage.playing = true;
  // At the end it begins again.
  if (stage.step === stage.data.scene.frames.length - 1) go(stage, 0);
  else go(stage, stage.step);
}

function pause(stage) {
  stage.playing = false;
  wait(stage);
  if (stage.play) say(stage);
}

// The next step, if it plays and somebody can see it; after the last one it rests a little and begins again.
function wait(stage) {
  clearTimeout(stage.timer);
  if (!stage.playing || !stage.seen || !stage.data) return;
  const { frames, seconds } = stage.data.scene;
  const last = stage.step === frames.length - 1;
  stage.timer = setTimeout(() => go(stage, (stage.step + 1) % frames.length), seconds * (last ? 3000 : 1000));
}

// What the play button says; a moving caption is not read out, one that a person has stepped to is.
function say(stage) {
  const { words } = stage.data;
  stage.play.textContent = stage.playing ? PAUSE : PLAY;
  stage.play.setAttribute("aria-label", stage.playing ? words.pause : words.play);
  stage.play.title = stage.playing ? words.pause : words.play;
  stage.caption.setAttribute("aria-live", stage.playing ? "off" : "polite");
}

function element(kind, part) {
  const made = document.createElement(kind);
  made.className = `rnn-lab-stage-${part}`;
  return made;
}
