// The desk's small comforts: keys, rows that open, forms that go once, questions before what cannot
// be undone, characters left. Every page works without it. All words come from the page.
import "./suggest.js";
import "./live.js";

const all = (name, root = document) => [...root.querySelectorAll(name)];
const one = (id) => document.getElementById(id);
const say = one("say");
const announce = (text) => { if (say) say.textContent = text; };

// ---- the message about what was just done takes the focus once ----
// A form that was refused lies open, with what was typed.
for (const link of all(".msg-bad a[href^='#']")) {
  document.getElementById(link.hash.slice(1))?.closest("details.fold")?.setAttribute("open", "");
}
all("[data-flash]").at(0)?.focus();

// ---- a button that prints, where scripts run ----
all("[data-print]").forEach((b) => { b.onclick = () => print(); });

// ---- exact moment on every time, in words ----
const moment = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "full", timeStyle: "short" });
all("time[datetime*='T']").forEach((t) => {
  const at = new Date(t.dateTime);
  if (!Number.isNaN(at.valueOf()) && !t.title) t.title = moment.format(at);
});

// ---- a form goes once; what readers will see is asked about first ----
const asked = one("confirm");
document.addEventListener("submit", (e) => {
  const form = e.target;
  if (e.defaultPrevented || form.method === "dialog") return;
  const question = e.submitter?.dataset.confirm || form.dataset.confirm;
  if (question && asked && !form.dataset.sure) {
    e.preventDefault();
    const by = e.submitter;
    asked.querySelector("[data-say]").textContent = question;
    asked.querySelector("[data-yes]").textContent = by ? by.textContent.trim() : "";
    asked.returnValue = "no";
    asked.onclose = () => {
      if (asked.returnValue !== "yes") return by?.focus();
      form.dataset.sure = "1";
      form.requestSubmit(by);
    };
    asked.showModal();
    return;
  }
  if (!("once" in form.dataset)) return;
  if (form.dataset.sent) return e.preventDefault();
  form.dataset.sent = "1";
  announce(say?.dataset.sending || "");
  setTimeout(() => { if (e.submitter) e.submitter.setAttribute("aria-disabled", "true"); });
});
addEventListener("pageshow", () => all("form[data-sent], form[data-sure]").forEach((f) => {
  delete f.dataset.sent;
  delete f.dataset.sure;
  all("[aria-disabled]", f).forEach((b) => b.removeAttribute("aria-disabled"));
}));

// ---- characters left, under controls with a limit ----
all("[data-max]").forEach((input) => {
  const max = Number(input.dataset.max);
  const tally = document.createElement("p");
  tally.className = "tally";
  input.after(tally);
  let over = false;
  const count = () => {
    const left = max - [...input.value.normalize("NFC")].length;
    tally.textContent = (left < 0 ? say.dataset.over : say.dataset.left).replace("%n", Math.abs(left));
    const long = left >= 0 && max - left > Number(input.dataset.advise || max);
    if (long) tally.textContent += `. ${input.dataset.advice}`;
    tally.classList.toggle("tally-over", left < 0);
    tally.classList.toggle("tally-long", long);
    if (left < 0 && !over) announce(tally.textContent);
    over = left < 0;
  };
  input.addEventListener("input", count);
  count();
});

// ---- a title may take two lines, but holds no line break ----
all("textarea.in-title").forEach((t) => {
  t.addEventListener("keydown", (e) => { if (e.key === "Enter" && !e.isComposing) e.preventDefault(); });
  t.addEventListener("input", () => { if (/[\r\n]/.test(t.value)) t.value = t.value.replace(/\s*[\r\n]+\s*/g, " "); });
});

// ---- menus close as one expects; a row opens its first link ----
document.addEventListener("click", (e) => {
  all("details.menu[open]").forEach((m) => { if (!m.contains(e.target)) m.open = false; });
  const row = e.target.closest("tr[data-href]");
  if (!row || e.target.closest("a, button, input, label, summary") || String(getSelection())) return;
  const link = row.querySelector("a[href]");
  if (e.ctrlKey || e.metaKey) open(link.href, "_blank", "noopener");
  else link.click();
});
document.addEventListener("keydown", (e) => {
  if (e.key !== "Escape") return;
  const menu = document.querySelector("details.menu[open]");
  if (menu) { menu.open = false; menu.querySelector("summary").focus(); }
});

// ---- keys: single letters only outside fields, and they can be switched off (WCAG 2.1.4) ----
const keys = one("keys");
const STORE = "daumoi:keys";
const remembered = (() => { try { return localStorage.getItem(STORE); } catch { return null; } })();
let letters = remembered !== "off";
const choice = keys?.querySelector("[data-letters]");
if (choice) {
  choice.closest("[hidden]")?.removeAttribute("hidden");
  choice.checked = letters;
  choice.onchange = () => {
    letters = choice.checked;
    try { localStorage.setItem(STORE, letters ? "on" : "off"); } catch { /* private window: for this page only */ }
  };
}
all("[data-keys]").forEach((a) => a.addEventListener("click", (e) => {
  if (!keys) return;
  e.preventDefault();
  a.closest("details")?.removeAttribute("open");
  keys.showModal();
}));

function step(by) {
  const rows = all("main tr[data-href], main .list > li").filter((r) => r.querySelector("a[href]"));
  if (!rows.length) return;
  const at = rows.findIndex((r) => r.contains(document.activeElement));
  rows[Math.min(rows.length - 1, Math.max(0, at + by))].querySelector("a[href]").focus();
}
const go = (address) => { if (address) location.assign(address); };
let prefix = 0;
document.addEventListener("keydown", (e) => {
  if (!keys || !letters || e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey || document.querySelector("dialog[open]")) return;
  if (e.target.closest("input, textarea, select, [contenteditable=true]")) return;
  if (Date.now() - prefix < 1500) {
    prefix = 0;
    return go(keys.dataset["go" + e.key.toUpperCase()]);
  }
  switch (e.key) {
    case "?": keys.showModal(); break;
    case "/": one("q")?.focus(); break;
    case "g": prefix = Date.now(); break;
    case "n": go(keys.dataset.new); break;
    case "j": step(1); break;
    case "k": step(-1); break;
    default: return;
  }
  e.preventDefault();
});
