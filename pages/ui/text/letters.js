// Types out what a network wrote, and shows for the letter that is pointed at what else might have come.
// Streamlit calls the default function again at every update, always with the same parentElement.

const MILLISECONDS_A_LETTER = 18;
// A letter that the network took for less likely than this is underlined: it was a surprise to itself.
const UNLIKELY = 0.1;

// What is known of each text: its letters, how many are shown, and which one is looked at.
const texts = new WeakMap();

export default function ({ data, parentElement }) {
  const box = parentElement.querySelector(".rnn-lab-letters");
  const sent = JSON.stringify(data);
  if (texts.get(box)?.sent !== sent) {
    stop(box);
    texts.set(box, build(box, data, sent));
    type(box);
  }
  return () => {
    stop(box);
    texts.delete(box);
  };
}

function build(box, data, sent) {
  const paper = element("p", "rnn-lab-letters-text");
  paper.tabIndex = 0;
  paper.setAttribute("role", "img");
  const whole = data.begin + data.letters.map((one) => one.symbol).join("");
  paper.setAttribute("aria-label", `${data.words.text}: ${whole}`);
  const begin = element("span", "rnn-lab-letters-begin", data.begin);
  const spans = data.letters.map((one, place) => letter(one, place));
  paper.replaceChildren(begin, ...spans);
  const others = element("div", "rnn-lab-letters-others");
  others.setAttribute("aria-live", "polite");
  others.textContent = data.words.none;
  box.replaceChildren(paper, others);
  const text = { sent, data, paper, spans, others, shown: 0, at: -1, timer: 0 };
  paper.addEventListener("pointerover", (event) => look(text, placeOf(event.target)));
  paper.addEventListener("click", (event) => look(text, placeOf(event.target)));
  paper.addEventListener("keydown", (event) => walk(text, event));
  return text;
}

function letter(one, place) {
  const span = element("span", "rnn-lab-letters-one", one.symbol);
  span.dataset.place = place;
  span.classList.toggle("rnn-lab-letters-unlikely", one.share < UNLIKELY);
  span.hidden = true;
  return span;
}

function placeOf(target) {
  return target.dataset?.place === undefined ? -1 : Number(target.dataset.place);
}

function type(box) {
  const text = texts.get(box);
  if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) {
    text.spans.forEach((span) => (span.hidden = false));
    text.shown = text.spans.length;
    return;
  }
  text.timer = setInterval(() => {
    if (text.shown === text.spans.length) {
      stop(box);
    } else {
      text.spans[text.shown++].hidden = false;
    }
  }, MILLISECONDS_A_LETTER);
}

function stop(box) {
  clearInterval(texts.get(box)?.timer);
}

function walk(text, event) {
  const steps = { ArrowLeft: -1, ArrowRight: 1 };
  if (event.key in steps) {
    event.preventDefault();
    look(text, Math.min(text.shown - 1, Math.max(0, text.at + steps[event.key])));
  }
}

function look(text, place) {
  if (place < 0) return;
  text.spans[text.at]?.classList.remove("rnn-lab-letters-at");
  text.spans[place].classList.add("rnn-lab-letters-at");
  text.at = place;
  const { others } = text.data.letters[place];
  const came = text.data.letters[place].symbol;
  const rows = others.map((one) => row(text, one, one[0] === came));
  if (!others.some(([symbol]) => symbol === came)) {
    rows.push(row(text, text.data.letters[place].came, true));
  }
  text.others.replaceChildren(element("span", "rnn-lab-letters-might", text.data.words.might), ...rows);
}

function row(text, [symbol, share, chance], came) {
  const line = element("span", "rnn-lab-letters-row");
  line.classList.toggle("rnn-lab-letters-came", came);
  const bar = element("span", "rnn-lab-letters-bar");
  bar.style.width = `${Math.max(1, 100 * share)}%`;
  const place = element("span", "rnn-lab-letters-place");
  place.append(bar);
  // Temperature, top-k and top-p bend what the network believes.
  const drawn = percent(chance) === percent(share) ? "" : ` → ${percent(chance)}`;
  line.append(element("b", "", named(text, symbol)), place, element("span", "", percent(share) + drawn));
  return line;
}

function percent(share) {
  return `${share >= 0.0995 ? Math.round(100 * share) : (100 * share).toFixed(1)} %`;
}

function named(text, symbol) {
  return { " ": text.data.words.space, "\n": text.data.words.line }[symbol] ?? symbol;
}

function element(kind, name, words = "") {
  const made = document.createElement(kind);
  made.className = name;
  made.textContent = words;
  return made;
}
