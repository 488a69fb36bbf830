// Pictures: uploaded by button, by dropping or by pasting; shown in the text with their words, which
// are edited in a dialog. A picture without a description says so in red until someone writes one.
import { ask, tell } from "./dialogs.js";
import { fromLibrary } from "./library.js";
import { icon, make, word } from "./words.js";
const { Node } = window.TipTap;

export const KINDS = ["image/jpeg", "image/png", "image/webp", "image/gif"];

const text = (name) => ({
  default: "",
  parseHTML: (el) => (el.getAttribute(`data-${name}`) ?? "").normalize("NFC"),
  renderHTML: (attrs) => ({ [`data-${name}`]: attrs[name] }),
});

/** The figure node; `place` knows where pictures live and shows messages (see editor.js). */
export const figure = (place) => Node.create({
  name: "figure",
  group: "block",
  atom: true,
  draggable: true,
  isolating: true,
  addAttributes: () => ({
    asset: { default: null, parseHTML: (el) => el.getAttribute("data-asset") || null, renderHTML: ({ asset }) => ({ "data-asset": asset }) },
    alt: text("alt"),
    caption: text("caption"),
    credit: text("credit"),
    // a picture on its way to the server: known only here, never saved
    pending: { default: null, parseHTML: (el) => el.getAttribute("data-pending") || null, renderHTML: ({ pending }) => ({ "data-pending": pending }) },
  }),
  parseHTML: () => [{
    tag: "figure[data-asset], figure[data-pending]",
    // our own public pages carry the words in <img alt> and <figcaption>
    getAttrs: (el) => {
      const alt = el.getAttribute("data-alt") ?? el.querySelector("img")?.getAttribute("alt") ?? "";
      return el.dataset.asset || el.dataset.pending ? { alt } : false;
    },
  }],
  renderHTML: ({ HTMLAttributes }) => ["figure", HTMLAttributes],
  addNodeView: () => ({ node, getPos, editor }) => view(place, node, getPos, editor),
});

function view(place, node, getPos, editor) {
  const img = make("img", { alt: "", draggable: "false" });
  const caption = make("figcaption");
  const alt = make("p", { class: "hint" });
  const edit = make("button", { class: "btn btn-quiet", type: "button", click: () => words(place, editor, getPos) }, icon("pen"), word("picture-edit"));
  const drop = make("button", { class: "btn btn-quiet", type: "button", click: () => {
    editor.chain().focus().command(({ tr }) => Boolean(tr.delete(getPos(), getPos() + 1))).run();
  } }, icon("bin"), word("picture-remove"));
  const dom = make("figure", { class: "ed-fig", contenteditable: "false" }, img, caption, alt, make("div", { class: "row" }, edit, drop));
  const draw = ({ attrs }) => {
    const waiting = !attrs.asset;
    img.hidden = waiting && !place.previews.get(attrs.pending);
    img.src = attrs.asset ? place.address(attrs.asset) : place.previews.get(attrs.pending) ?? "";
    if (!img.getAttribute("src")) img.removeAttribute("src");
    img.alt = attrs.alt;
    caption.textContent = [attrs.caption, attrs.credit].filter(Boolean).join(" · ");
    alt.className = attrs.alt ? "hint" : "ed-need";
    alt.textContent = waiting ? word("uploading") : attrs.alt || word("picture-alt-need");
    edit.disabled = waiting;
    edit.hidden = drop.hidden = !editor.isEditable;
  };
  draw(node);
  const lock = () => { edit.hidden = drop.hidden = !editor.isEditable; };
  editor.on("update", lock);
  return {
    dom,
    update: (next) => {
      if (next.type.name !== "figure") return false;
      draw(next);
      return true;
    },
    stopEvent: (e) => Boolean(e.target.closest?.("button")),
    ignoreMutation: () => true,
    destroy: () => editor.off("update", lock),
  };
}

const FIELDS = (attrs = {}) => [
  { name: "alt", label: word("picture-alt"), hint: word("picture-alt-hint"), value: attrs.alt, rows: 2, required: true, missing: word("picture-alt-need") },
  { name: "caption", label: word("picture-caption"), value: attrs.caption, rows: 2 },
  { name: "credit", label: word("picture-credit"), value: attrs.credit },
];

async function words(place, editor, getPos) {
  const node = editor.state.doc.nodeAt(getPos());
  const preview = make("img", { class: "ed-preview", src: place.address(node.attrs.asset), alt: "" });
  const said = await ask({ title: word("picture-edit"), fields: FIELDS(node.attrs), preview });
  if (said) {
    editor.chain().focus().command(({ tr, state }) => {
      const now = state.doc.nodeAt(getPos());
      tr.setNodeMarkup(getPos(), null, { ...now.attrs, ...said });
      return true;
    }).run();
  }
}

/** The Picture button: one dialog for the file and its words. */
export async function choose(place, editor) {
  let sent = null;
  const said = await ask({
    title: word("picture"),
    fields: [{ name: "file", label: word("picture-file"), type: "file", accept: KINDS.join(","), required: true, missing: word("picture-file") }, ...FIELDS()],
    check: async (values, busy) => {
      const wrong = place.refuse(values.file);
      if (wrong) return wrong;
      busy(word("uploading"));
      try {
        sent = await place.upload(values.file, values);
      } catch (error) {
        return error.message;
      }
      return null;
    },
  });
  if (!said || !sent) return editor.commands.focus();
  const { alt, caption, credit } = said;
  return put(editor, [{ type: "figure", attrs: { asset: sent.id, alt, caption, credit } }]);
}

/** The library button: a picture of the agency, with the words it has there. */
export function choosePut(place, editor) {
  fromLibrary(place.library, ({ id, alt, caption, credit }) => put(editor, [{ type: "figure", attrs: { asset: id, alt, caption, credit } }]));
}

// Beside what is selected, never in its place; the cursor goes behind the last picture.
function put(editor, nodes, at = editor.state.selection.to) {
  const last = JSON.stringify(nodes.at(-1).attrs);
  const before = editor.state.doc.content.size;
  editor.chain().focus().insertContentAt(at, nodes).run();
  let behind = null;
  editor.state.doc.nodesBetween(Math.max(0, at - 2), Math.min(editor.state.doc.content.size, at + 2 + editor.state.doc.content.size - before), (node, pos) => {
    if (node.type.name !== "figure") return;
    const { asset, pending, alt, caption, credit } = node.attrs;
    if (JSON.stringify(asset ? { asset, alt, caption, credit } : { pending }) === last) behind = pos + 1;
  });
  if (behind == null) return;
  editor.chain().command(({ tr, state }) => {
    // a line to write on, where none follows; an empty one is not kept by the server
    if (!tr.doc.resolve(behind).nodeAfter?.isTextblock) tr.insert(behind, state.schema.nodes.paragraph.create());
    return true;
  }).setTextSelection(behind + 1).scrollIntoView().run();
}

/** Files that were dropped or pasted: a place in the text at once, the upload behind it. */
export function take(place, editor, files, at = null) {
  const nodes = [];
  const jobs = [];
  for (const file of files) {
    const wrong = place.refuse(file);
    if (wrong) { place.say(`${file.name}: ${wrong}`, "bad"); continue; }
    const pending = place.await(file);
    nodes.push({ type: "figure", attrs: { pending } });
    jobs.push(pending);
  }
  if (!nodes.length) return;
  put(editor, nodes, at ?? undefined);
  jobs.forEach((pending) => send(place, editor, pending));
}

/** Uploads what waits under `pending` and puts the picture, or takes its place away with a word why. */
export async function send(place, editor, pending) {
  const file = place.files.get(pending);
  let asset = null;
  try {
    asset = (await place.upload(file, { alt: "", caption: "", credit: "" })).id;
  } catch (error) {
    place.say(`${file.name ?? ""} ${error.message}`.trim(), "bad");
  }
  const spots = [];
  editor.state.doc.descendants((node, pos) => {
    if (node.type.name === "figure" && node.attrs.pending === pending) spots.push(pos);
  });
  editor.chain().command(({ tr, state }) => {
    for (const pos of spots.reverse()) {
      if (asset) tr.setNodeMarkup(pos, null, { ...state.doc.nodeAt(pos).attrs, asset, pending: null });
      else tr.delete(pos, pos + 1);
    }
    tr.setMeta("addToHistory", false);
    return true;
  }).run();
  place.done(pending);
}

/** Where pictures live: addresses, upload, limits, and what is on its way. */
export function pictures(root, show) {
  const { assets } = root.dataset;
  const most = Number(root.dataset.maxBytes) || 12_000_000;
  const previews = new Map();
  const files = new Map();
  return {
    previews,
    files,
    library: root.dataset.library ? { href: root.dataset.library, title: root.dataset.libraryTitle, search: root.dataset.librarySearch, none: root.dataset.libraryNone } : null,
    address: (id) => (root.dataset.assetView ?? `${assets}/{id}`).replace("{id}", encodeURIComponent(id)),
    refuse: (file) => (!KINDS.includes(file.type) ? word("picture-kind") : file.size > most ? word("picture-big") : null),
    await(file) {
      const pending = crypto.randomUUID?.() ?? String(Math.random());
      files.set(pending, file);
      previews.set(pending, URL.createObjectURL(file));
      return pending;
    },
    done: (pending) => {
      URL.revokeObjectURL(previews.get(pending) ?? "");
      files.delete(pending);
      previews.delete(pending);
    },
    say: (text, kind) => show(tell(text, kind)),
    async upload(file, said) {
      const form = new FormData();
      form.set("alt", said.alt);
      form.set("caption", said.caption);
      form.set("credit", said.credit);
      form.set("file", file, file.name || "anh.png");
      let answer;
      try {
        answer = await fetch(assets, { method: "POST", body: form, headers: { "X-Requested-With": "daumoi", Accept: "application/json" } });
      } catch {
        throw new Error(word("picture-failed"));
      }
      const body = await answer.json().catch(() => ({}));
      if (answer.ok && body.id) return body;
      if (answer.status === 413) throw new Error(word("picture-big"));
      if (answer.status === 401) throw new Error(word("session"));
      const reasons = (body.errors ?? []).map((e) => e.message).join(" ");
      throw new Error(reasons || body.message || word("picture-failed"));
    },
  };
}
