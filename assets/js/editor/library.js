// The library: pictures of the whole agency, found by their words and put into the text with them.
import { icon, make, word } from "./words.js";

const LATER = 250;

/** A dialog with a field to search by and the pictures that were found; `put` gets the one that was taken. */
export function fromLibrary(library, put) {
  const field = make("input", { class: "in", type: "search", id: "lib-q", autocomplete: "off" });
  const found = make("ul", { class: "shots lib-found" });
  const say = make("p", { class: "meta", role: "status" });
  const no = make("button", { class: "btn", type: "button" }, word("cancel"));
  const form = make("form", { novalidate: true },
    make("div", { class: "field" }, make("label", { for: "lib-q" }, library.search), field), say, found, make("p", { class: "row" }, no));
  const box = make("dialog", { class: "lib", "aria-labelledby": "lib-title" }, make("h2", { id: "lib-title" }, library.title), form);

  const show = (items) => {
    say.textContent = items.length ? "" : library.none;
    found.replaceChildren(...items.map((item) => {
      const image = make("img", { alt: "", width: 240, height: 160, loading: "lazy" });
      image.src = item.src;
      const take = make("button", { class: "lib-take", type: "button", click: () => { box.close(); put(item); } },
        image, make("span", {}, item.caption));
      const notes = [item.credit, item.terms].filter(Boolean).join(" · ");
      return make("li", {}, take, notes ? make("p", { class: "meta" }, notes) : null);
    }));
  };
  let asked = 0;
  const look = async () => {
    const mine = ++asked;
    try {
      const answer = await fetch(`${library.href}?q=${encodeURIComponent(field.value.trim())}`, { headers: { "X-Requested-With": "daumoi", Accept: "application/json" } });
      const items = answer.ok ? await answer.json() : [];
      if (mine === asked) show(items);
    } catch {
      if (mine === asked) say.textContent = word("picture-failed");
    }
  };
  let timer = 0;
  field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(look, LATER); });
  form.addEventListener("submit", (e) => { e.preventDefault(); look(); });
  no.addEventListener("click", () => box.close());
  box.addEventListener("close", () => box.remove());
  document.body.append(box);
  box.showModal();
  field.focus();
  look();
}

/** Its button in the toolbar. */
export function libraryButton(library, open) {
  const b = make("button", { class: "ed-b", type: "button", title: library.title, tabindex: "-1", click: open },
    icon("inbox"), make("span", { class: "vh" }, library.title));
  b.addEventListener("mousedown", (e) => e.preventDefault());
  return b;
}
