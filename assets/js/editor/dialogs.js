// Questions the editor asks: a modal <dialog> with labelled fields, instead of prompt().
import { icon, make, word } from "./words.js";

let number = 0;

/**
 * Asks and answers with the values by name, or null when the person changes their mind.
 * fields: [{ name, label, hint, type, value, required, accept, rows }]
 * check(values): a sentence when something is wrong, or nothing. It may be async; the dialog stays.
 */
export function ask({ title, fields, preview, ok = word("apply"), check = () => null }) {
  const id = `ask-${++number}`;
  const fault = make("p", { class: "err", role: "alert", hidden: true });
  const yes = make("button", { class: "btn btn-main" }, ok);
  const no = make("button", { class: "btn", type: "button" }, word("cancel"));
  const controls = {};
  const rows = fields.map((f) => {
    const hint = f.hint ? make("p", { class: "hint", id: `${id}-${f.name}-hint` }, f.hint) : null;
    const control = f.rows
      ? make("textarea", { class: "in", rows: f.rows })
      : make("input", { class: "in", type: f.type || "text", accept: f.accept, autocomplete: "off", spellcheck: f.type ? "false" : null });
    control.id = `${id}-${f.name}`;
    if (f.type !== "file") control.value = f.value ?? "";
    if (hint) control.setAttribute("aria-describedby", hint.id);
    control.required = Boolean(f.required);
    controls[f.name] = control;
    return make("div", { class: "field" }, make("label", { for: control.id }, f.label), hint, control);
  });
  const form = make("form", { novalidate: true }, preview ?? null, ...rows, fault, make("p", { class: "row" }, yes, no));
  const box = make("dialog", { "aria-labelledby": `${id}-title` },
    make("h2", { id: `${id}-title` }, title), form);
  document.body.append(box);

  return new Promise((done) => {
    let answer = null;
    const complain = (text, control) => {
      fault.textContent = text;
      fault.hidden = !text;
      control?.focus();
    };
    form.addEventListener("submit", async (e) => {
      e.preventDefault();
      const values = {};
      for (const [name, control] of Object.entries(controls)) {
        values[name] = control.type === "file" ? control.files[0] : control.value.trim().normalize("NFC");
        control.removeAttribute("aria-invalid");
        if (control.required && !values[name]) {
          control.setAttribute("aria-invalid", "true");
          return complain(fields.find((f) => f.name === name).missing ?? fields.find((f) => f.name === name).label, control);
        }
      }
      yes.disabled = true;
      const wrong = await check(values, (text) => { yes.replaceChildren(text); });
      yes.disabled = false;
      yes.replaceChildren(ok);
      if (wrong) return complain(wrong);
      answer = values;
      box.close();
    });
    no.addEventListener("click", () => box.close());
    box.addEventListener("close", () => { box.remove(); done(answer); });
    box.showModal();
    (controls[fields[0].name] ?? yes).focus();
  });
}

/** A message over the page for a moment, read aloud too. */
export function tell(text, kind = "warn") {
  const note = make("div", { class: `msg msg-${kind} ed-note`, role: "alert" }, icon(kind === "bad" ? "bad" : "alert"), make("div", {}, text));
  const close = make("button", { class: "ed-b", type: "button", "aria-label": word("close") }, icon("close"));
  close.addEventListener("click", () => note.remove());
  note.append(close);
  return note;
}
