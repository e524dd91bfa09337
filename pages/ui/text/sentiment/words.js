// Puts words beside each other, each on its own ground with a number below it.
// Streamlit calls the default function again at every update, always with the same parentElement.

export default function ({ data, parentElement }) {
  const box = parentElement.querySelector(".rnn-lab-words");
  box.replaceChildren(...data.words.map((one) => word(one, data.unknown)));
}

function word(one, unknown) {
  const box = element("span", "rnn-lab-words-one");
  box.setAttribute("role", "listitem");
  const text = element("span", "rnn-lab-words-text", one.text);
  text.style.background = one.ground;
  if (!one.known) {
    text.classList.add("rnn-lab-words-unknown");
    const mark = element("sup", "", "?");
    mark.title = unknown;
    mark.setAttribute("aria-label", unknown);
    text.append(mark);
  }
  box.append(text, element("span", "rnn-lab-words-below", one.below));
  return box;
}

function element(kind, name, words = "") {
  const made = document.createElement(kind);
  made.className = name;
  made.textContent = words;
  return made;
}
