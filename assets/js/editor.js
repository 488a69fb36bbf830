// The rich editor over the plain textarea of a story. Without this script the textarea stays and the
// server reads the plain notation; with it, a hidden field carries the document as JSON and
// body_format says "json". If the text cannot be shown here whole, the textarea stays: nothing is lost.
//
// Markup: <div data-editor data-input="body_json" data-notation="(id of the textarea)"
//   data-assets="(POST pictures)" [data-asset-view="…/{id}/…"] [data-max-bytes] hidden></div>
// The element gets `.daumoi = { json(), replace(json), lock(), unlock() }` and says "daumoi:change".
import { clean, file } from "./editor/paste.js";
import { figure, pictures, send, take } from "./editor/figure.js";
import { plain, schema } from "./editor/schema.js";
import { keepWhole, TableKeys } from "./editor/tables.js";
import { link, toolbar } from "./editor/toolbar.js";
import { make, word } from "./editor/words.js";

const { Editor, Extension } = window.TipTap;

function mount(root) {
  const form = root.closest("form");
  const area = document.getElementById(root.dataset.notation);
  const input = form.elements[root.dataset.input];
  const format = form.elements.body_format;
  const label = form.querySelector(`label[for="${area.id}"]`);
  const bodyId = `${area.id}-rich`;

  const notes = make("div", { class: "ed-notes" });
  const place = pictures(root, (note) => notes.replaceChildren(note));
  const body = make("div", { class: "ed-body prose" });
  const count = make("span", { class: "num" });
  let bar = null;
  let editor = null;

  const Keys = Extension.create({
    name: "daumoiKeys",
    addKeyboardShortcuts() {
      return {
        "Mod-k": () => { link(this.editor); return true; },
        "Alt-F10": () => { bar.bar.querySelector("[tabindex='0']")?.focus(); return true; },
      };
    },
  });

  const start = read(input?.value);
  editor = new Editor({
    element: body,
    injectCSS: false,
    extensions: [...schema(), figure(place), TableKeys, Keys],
    editorProps: {
      attributes: {
        id: bodyId, role: "textbox", "aria-multiline": "true", "aria-label": label?.textContent.trim() ?? word("body"),
        lang: root.dataset.lang || "vi", spellcheck: "false",
      },
      transformPastedText: (text) => text.normalize("NFC"),
      transformPastedHTML: (html) => pasted(html),
      handlePaste: (_view, event) => onlyPictures(event.clipboardData, null),
      handleDrop: (view, event, _slice, moved) => {
        if (moved || !event.dataTransfer?.files.length) return false;
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? null;
        event.preventDefault();
        return onlyPictures(event.dataTransfer, at, true);
      },
    },
    onUpdate: () => { later(); root.dispatchEvent(new CustomEvent("daumoi:change", { bubbles: true })); },
    onTransaction: () => bar?.refresh(),
  });

  // a text this schema cannot hold whole is not opened here: the textarea keeps it
  if (start) {
    try {
      const doc = editor.schema.nodeFromJSON(start);
      doc.check();
      editor.commands.setContent(start, false);
    } catch (error) {
      console.warn("the text stays in the plain field:", error.message);
      editor.destroy();
      return;
    }
  }
  // ProseMirror's own classes are not exported by the bundle; its plugins carry theirs
  const Plugin = editor.state.plugins[0].constructor;
  editor.registerPlugin(new Plugin({ appendTransaction: (trs, _old, state) => (trs.some((tr) => tr.docChanged) ? keepWhole(state) : null) }));

  // ---- from paste to document ----
  function pasted(html) {
    const got = clean(html);
    if (got.lost) place.say(word("paste-pictures"));
    let out = got.html;
    got.pictures.forEach((address, n) => {
      try {
        const pending = place.await(file(address, n));
        out = out.replace(`data-pending="pasted-${n}"`, `data-pending="${pending}"`);
        queueMicrotask(() => setTimeout(() => send(place, editor, pending)));
      } catch {
        place.say(word("paste-pictures"));
      }
    });
    return out;
  }

  // Word and Excel send a picture of the text beside the text: words win over pictures
  function onlyPictures(data, at, dropped = false) {
    const files = [...(data?.files ?? [])].filter((f) => f.type.startsWith("image/") || dropped);
    if (!files.length) return false;
    const html = data.getData("text/html");
    if (!dropped && html && html.replace(/<style[\s\S]*?<\/style>|<[^>]*>|&nbsp;/gi, "").trim()) return false;
    take(place, editor, files, at);
    return true;
  }

  // ---- to the form ----
  let timer = 0;
  const json = () => plain(editor.getJSON());
  const write = () => { if (input) input.value = JSON.stringify(json()); };
  function later() {
    clearTimeout(timer);
    timer = setTimeout(() => { write(); tally(); }, 300);
  }
  function tally() {
    const text = editor.state.doc.textBetween(0, editor.state.doc.content.size, "\n", " ");
    const words = text.split(/\s+/).filter((w) => /[\p{L}\p{N}]/u.test(w)).length;
    const number = (n) => n.toLocaleString(document.documentElement.lang);
    count.textContent = `${word("words", { n: number(words) })}, ${word("chars", { n: number([...text.replace(/\n/g, "")].length) })}`;
  }
  form.addEventListener("formdata", (e) => {
    e.formData.set(root.dataset.input, JSON.stringify(json()));
    e.formData.set("body_format", "json");
    e.formData.delete(area.name);
  });

  // ---- on the page ----
  bar = toolbar(editor, place, bodyId);
  const foot = make("div", { class: "ed-foot" }, count, make("span", {}, make("kbd", {}, "Alt"), " ", make("kbd", {}, "F10"), ` ${word("toolbar")}`));
  const box = make("div", { class: "ed" }, bar.bar, body, foot);
  body.addEventListener("click", (e) => { if (e.target === body) editor.commands.focus("end"); });
  body.addEventListener("dragover", (e) => { if (e.dataTransfer?.types.includes("Files")) { e.preventDefault(); box.classList.add("ed-drop"); } });
  for (const end of ["dragleave", "drop", "dragend"]) body.addEventListener(end, () => box.classList.remove("ed-drop"));
  root.append(notes, box);
  root.hidden = false;
  area.hidden = true;
  area.required = false;
  form.querySelectorAll("[data-notation-hint]").forEach((el) => { el.hidden = true; });
  if (format) format.value = "json";
  label?.addEventListener("click", (e) => { e.preventDefault(); editor.commands.focus(); });
  write();
  tally();

  root.daumoi = {
    json,
    replace: (doc) => { editor.commands.setContent(doc, true); },
    lock: () => { editor.setEditable(false); box.classList.add("ed-lock"); },
    unlock: () => { editor.setEditable(true); box.classList.remove("ed-lock"); },
    editor,
  };
  root.dispatchEvent(new CustomEvent("daumoi:ready", { bubbles: true }));
}

function read(text) {
  if (!text?.trim()) return null;
  try {
    const doc = JSON.parse(text);
    return doc?.content?.length ? doc : null;
  } catch {
    return null;
  }
}

document.querySelectorAll("[data-editor]").forEach((root) => {
  try {
    mount(root);
  } catch (error) {
    console.error(error); // the plain form goes on working
    root.hidden = true;
  }
});
