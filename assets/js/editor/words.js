// What the editor says, read from the page (#words, one attribute a key), and its icons.
const source = document.getElementById("words");

/** The words for `key`; `%name` in them is replaced by `values.name`. */
export function word(key, values = {}) {
  const text = source?.getAttribute(`data-web-ed-${key}`) ?? key;
  return text.replace(/%(\w+)/g, (all, name) => values[name] ?? all);
}

/** A new element: `make("p", { class: "err" }, "words", otherElement)`. */
export function make(tag, attributes = {}, ...content) {
  const el = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value == null) continue;
    if (typeof value === "function") el.addEventListener(name, value);
    else el.setAttribute(name, value === true ? "" : value);
  }
  el.append(...content.filter((part) => part != null));
  return el;
}

/** A shape from icons.svg. */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `${document.documentElement.dataset.icons}#i-${name}`);
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
}
