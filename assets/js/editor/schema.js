// What a story's text may hold, said to Tiptap: exactly the server's schema, so that nothing can be
// written here that the server refuses. Alignment is a class, never a style attribute (strict CSP).
const { Extension, Mark, Node } = window.TipTap;
const StarterKit = window.TipTapStarterKit.StarterKit ?? window.TipTapStarterKit.default;

const ALIGN = ["center", "right", "justify"];
const LINK = /^(https?:\/\/[^\s/]|mailto:.|tel:.|\/(?!\/)|#)/i;

/** Whether an address may be linked to; the server judges again. */
export const linkable = (address) => LINK.test(address.trim());

const Align = Extension.create({
  name: "align",
  addGlobalAttributes: () => [{
    types: ["paragraph"],
    attributes: {
      textAlign: {
        default: null,
        parseHTML: (el) => {
          const said = [...el.classList].find((c) => c.startsWith("align-"))?.slice(6) || el.getAttribute("align")
            || /text-align:\s*(\w+)/.exec(el.getAttribute("style") || "")?.[1] || "";
          return ALIGN.includes(said.toLowerCase()) ? said.toLowerCase() : null;
        },
        renderHTML: ({ textAlign }) => (textAlign ? { class: `align-${textAlign}` } : {}),
      },
    },
  }],
});

const simple = (name, tag, more, key) => Mark.create({
  name,
  parseHTML: () => [{ tag }, ...more],
  renderHTML: () => [tag, 0],
  addKeyboardShortcuts() {
    return key ? { [key]: () => this.editor.commands.toggleMark(name) } : {};
  },
});

const Underline = simple("underline", "u", [{ style: "text-decoration", consuming: false, getAttrs: (v) => v.includes("underline") && null }], "Mod-u");
const Superscript = Mark.create({ ...simple("superscript", "sup", []).config, excludes: "subscript" });
const Subscript = Mark.create({ ...simple("subscript", "sub", []).config, excludes: "superscript" });

const Link = Mark.create({
  name: "link",
  inclusive: false,
  addAttributes: () => ({ href: { default: null, renderHTML: ({ href }) => ({ href }) } }),
  parseHTML: () => [{ tag: "a[href]", getAttrs: (el) => linkable(el.getAttribute("href")) && null }],
  renderHTML: ({ HTMLAttributes }) => ["a", HTMLAttributes, 0],
});

const span = (name) => ({
  default: 1,
  parseHTML: (el) => Math.min(1000, Math.max(1, Number.parseInt(el.getAttribute(name), 10) || 1)),
  renderHTML: (attrs) => (attrs[name] > 1 ? { [name]: attrs[name] } : {}),
});
const cell = (name, tag) => Node.create({
  name,
  content: "block+",
  isolating: true,
  addAttributes: () => ({ colspan: span("colspan"), rowspan: span("rowspan") }),
  parseHTML: () => [{ tag }],
  renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
});
const Table = Node.create({
  name: "table",
  group: "block",
  content: "tableRow+",
  isolating: true,
  parseHTML: () => [{ tag: "table" }],
  renderHTML: () => ["table", ["tbody", 0]],
});
const TableRow = Node.create({
  name: "tableRow",
  content: "(tableCell | tableHeader)*",
  parseHTML: () => [{ tag: "tr" }],
  renderHTML: () => ["tr", 0],
});

/** All extensions but the figure and the keys, which need the page. */
export const schema = () => [
  StarterKit.configure({
    heading: { levels: [2, 3, 4] },
    code: false,
    codeBlock: false,
    dropcursor: { color: false, class: "ed-here" },
  }),
  Align, Underline, Superscript, Subscript, Link, Table, TableRow, cell("tableCell", "td"), cell("tableHeader", "th"),
];

const KEPT = {
  paragraph: ["textAlign"],
  heading: ["level"],
  orderedList: ["start"],
  tableCell: ["colspan", "rowspan"],
  tableHeader: ["colspan", "rowspan"],
  figure: ["asset", "alt", "caption", "credit"],
  link: ["href"],
};

/** The document as the server wants it: only known attributes, no picture that is still on its way. */
export function plain(node) {
  const out = { type: node.type };
  if (node.text != null) out.text = node.text;
  const kept = (KEPT[node.type] ?? []).filter((name) => node.attrs?.[name] != null);
  if (kept.length) out.attrs = Object.fromEntries(kept.map((name) => [name, node.attrs[name]]));
  if (node.marks) out.marks = node.marks.map(plain);
  if (node.content) out.content = node.content.filter((n) => n.type !== "figure" || n.attrs.asset).map(plain);
  return out;
}
