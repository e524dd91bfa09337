// Draws the charts of the language that is shown, when it is shown: a hidden one would have no width.
"use strict";
(() => {
  const CONFIG = {
    responsive: true, displaylogo: false,
    modeBarButtonsToRemove: ["sendChartToCloud", "zoomIn2d", "zoomOut2d", "autoScale2d", "select2d", "lasso2d"],
  };
  const PAPER_WIDTH = 680; // pixels that fit on a printed page
  const colours = JSON.parse(document.getElementById("colours").textContent);
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const editions = [...document.querySelectorAll(".edition")];
  const buttons = [...document.querySelectorAll("button[data-show]")];

  // A figure in the colours of the page; they stand in it as whole texts.
  const read = (box, darkly) => {
    const swap = new Map(darkly ? colours : []);
    return JSON.parse(box.source, (_name, value) => (typeof value === "string" ? swap.get(value) ?? value : value));
  };

  const draw = (box, paper) => {
    if (!box.source) {
      box.source = box.textContent;
      box.replaceChildren();
    }
    // A chart keeps the width that it was once told.
    if (box.paper !== paper) Plotly.purge(box);
    box.paper = paper;
    const figure = read(box, dark.matches && !paper);
    if (paper) figure.layout.width = PAPER_WIDTH;
    return Plotly.react(box, figure.data, figure.layout, CONFIG);
  };

  const drawAll = (paper) => {
    const shown = editions.find((edition) => !edition.hidden);
    shown.querySelectorAll(".chart").forEach((box) => draw(box, paper));
  };

  const show = (code) => {
    editions.forEach((edition) => { edition.hidden = edition.lang !== code; });
    buttons.forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.show === code)));
    document.documentElement.lang = code;
    document.title = editions.find((edition) => !edition.hidden).dataset.title;
    drawAll(false);
  };

  buttons.forEach((button) => button.addEventListener("click", () => show(button.dataset.show)));
  dark.addEventListener("change", () => drawAll(false));
  window.addEventListener("beforeprint", () => drawAll(true));
  window.addEventListener("afterprint", () => drawAll(false));
  drawAll(false);
})();
