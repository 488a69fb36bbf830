// The editor's tools: real buttons with shapes and words, one Tab stop, arrows inside (the ARIA toolbar
// pattern), pressed states kept true. Tools for tables show while the cursor is in a table.
import { ask } from "./dialogs.js";
import { choose, choosePut } from "./figure.js";
import { libraryButton } from "./library.js";
import { linkable } from "./schema.js";
import { commands, here, insertTable } from "./tables.js";
import { icon, make, word } from "./words.js";

/** Asks for an address and links the selected words, or the word the cursor stands in. */
export async function link(editor) {
  const { href } = editor.getAttributes("link");
  const said = await ask({
    title: word("link"),
    fields: [{ name: "href", label: word("link-address"), hint: word("link-none"), type: "text", value: href ?? "" }],
    check: ({ href: to }) => (to && !linkable(web(to)) ? word("link-none") : null),
  });
  if (!said) return editor.commands.focus();
  const chain = editor.chain().focus().extendMarkRange("link");
  if (!said.href) return chain.unsetMark("link").run();
  const to = web(said.href);
  if (editor.state.selection.empty && !href) {
    return chain.insertContent([{ type: "text", text: said.href, marks: [{ type: "link", attrs: { href: to } }] }, { type: "text", text: " " }]).run();
  }
  return chain.setMark("link", { href: to }).run();
}

// "vnexpress.net/x" is what people type
const web = (address) => (/^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(address) ? `https://${address}` : address);

const align = (to) => (e) => e.chain().focus().updateAttributes("paragraph", { textAlign: to }).run();
const aligned = (to) => (e) => e.isActive("paragraph", { textAlign: to });
const mark = (name) => ({ run: (e) => e.chain().focus().toggleMark(name).run(), on: (e) => e.isActive(name) });

// [key of the words, shape or letters, what it does, when it is pressed, when it is possible]
const GROUPS = [
  [
    ["undo", "undo", (e) => e.chain().focus().undo().run(), null, (e) => e.can().undo()],
    ["redo", "redo", (e) => e.chain().focus().redo().run(), null, (e) => e.can().redo()],
  ],
  [
    ["bold", { b: "B" }, mark("bold").run, mark("bold").on],
    ["italic", { i: "I" }, mark("italic").run, mark("italic").on],
    ["underline", { u: "U" }, mark("underline").run, mark("underline").on],
    ["strike", { s: "S" }, mark("strike").run, mark("strike").on],
    ["sup", { sup: "x²" }, mark("superscript").run, mark("superscript").on],
    ["sub", { sub: "x₂" }, mark("subscript").run, mark("subscript").on],
    ["clear", "clear", (e) => e.chain().focus().unsetAllMarks().run()],
  ],
  [
    ["list", "list", (e) => e.chain().focus().toggleBulletList().run(), (e) => e.isActive("bulletList")],
    ["numbers", "numbers", (e) => e.chain().focus().toggleOrderedList().run(), (e) => e.isActive("orderedList")],
    ["quote", "quote", (e) => e.chain().focus().toggleBlockquote().run(), (e) => e.isActive("blockquote")],
  ],
  [
    ["left", "left", align(null), aligned(null)],
    ["center", "center", align("center"), aligned("center")],
    ["right", "right", align("right"), aligned("right")],
    ["justify", "justify", align("justify"), aligned("justify")],
  ],
  [
    ["link", "link", link, (e) => e.isActive("link")],
    ["picture", "image", null],
    ["table-insert", "table", (e) => insertTable(e), null, (e) => !here(e.state)],
    ["rule", "rule", (e) => e.chain().focus().setHorizontalRule().run()],
  ],
];
const TABLE = ["row-above", "row-below", "row-remove", "col-before", "col-after", "col-remove", "table-head", "table-remove"];

/** The toolbar element and `refresh()`, to be called after every change. */
export function toolbar(editor, place, textId) {
  const states = [];
  const button = (key, face, run, on, can) => {
    const b = make("button", { class: "ed-b", type: "button", title: word(key), tabindex: "-1", click: () => run(editor) });
    if (typeof face === "string") b.append(icon(face), make("span", { class: "vh" }, word(key)));
    else {
      const [[tag, letters]] = Object.entries(face);
      b.append(make(tag === "sup" || tag === "sub" ? "span" : tag, { "aria-hidden": "true" }, letters), make("span", { class: "vh" }, word(key)));
    }
    if (on) b.setAttribute("aria-pressed", "false");
    // the selection in the text stays where it is
    b.addEventListener("mousedown", (e) => e.preventDefault());
    states.push(() => {
      if (on) b.setAttribute("aria-pressed", String(Boolean(on(editor))));
      if (can) b.setAttribute("aria-disabled", String(!can(editor)));
    });
    return b;
  };

  const style = make("select", { class: "ed-select", "aria-label": word("style"), tabindex: "0", change: () => {
    const chain = editor.chain().focus();
    if (style.value === "p") chain.setParagraph().run();
    else chain.setHeading({ level: Number(style.value) }).run();
  } }, ...[["p", "paragraph"], ["2", "h2"], ["3", "h3"], ["4", "h4"]].map(([value, key]) => make("option", { value }, word(key))));
  states.push(() => { style.value = editor.isActive("heading") ? String(editor.getAttributes("heading").level) : "p"; });

  const bar = make("div", { class: "ed-tools", role: "toolbar", "aria-label": word("toolbar"), "aria-controls": textId },
    make("div", { role: "group", "aria-label": word("style") }, style),
    ...GROUPS.map((group) => make("div", { role: "group" }, ...group.map(([key, face, run, on, can]) =>
      button(key, face, key === "picture" ? () => choose(place, editor) : run, on, can)))),
    place.library ? make("div", { role: "group" }, libraryButton(place.library, () => choosePut(place, editor))) : null);

  const tableTools = make("div", { role: "group", class: "ed-table", "aria-label": word("table"), hidden: true },
    make("span", { class: "ed-table-name" }, icon("table"), word("table")),
    ...TABLE.map((key) => {
      const b = make("button", { class: "ed-b", type: "button", tabindex: "-1", click: () => commands[key](editor) }, word(key));
      b.addEventListener("mousedown", (e) => e.preventDefault());
      return b;
    }));
  bar.append(tableTools);
  states.push(() => { tableTools.hidden = !here(editor.state); });

  rove(bar);
  const refresh = () => states.forEach((run) => run());
  refresh();
  return { bar, refresh };
}

// one Tab stop; Left, Right, Home and End move inside
function rove(bar) {
  const stops = () => [...bar.querySelectorAll("button, select")].filter((b) => !b.closest("[hidden]"));
  const to = (el) => {
    stops().forEach((b) => { b.tabIndex = b === el ? 0 : -1; });
    el.focus();
  };
  bar.addEventListener("keydown", (e) => {
    const all = stops();
    const at = all.indexOf(document.activeElement);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[e.key];
    if (next == null || at < 0) return;
    e.preventDefault();
    to(all[(next + all.length) % all.length]);
  });
  bar.addEventListener("focusin", (e) => {
    if (e.target.matches("button, select")) stops().forEach((b) => { b.tabIndex = b === e.target ? 0 : -1; });
  });
}
