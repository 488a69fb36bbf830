// Keeps what is being written: to the server two seconds after the last key (fifteen at most), and to
// this computer at once until the server has said yes. Says in words how it stands. When someone else
// takes the story, the text stays readable and copyable, but is no longer editable here.
//
// Markup: <form data-autosave data-story data-draft-url data-lock-url data-lock data-version> with
// [data-save-state] (a live region) and an empty [data-recover] inside; words in #words.
import { icon, make, word } from "./editor/words.js";

const IDLE = 2000;
const AT_MOST = 15000;
const RENEW = 60000;
const HEADERS = { "Content-Type": "application/json", Accept: "application/json", "X-Requested-With": "daumoi" };

function keep(form) {
  const state = form.querySelector("[data-save-state]");
  const offer = form.querySelector("[data-recover]");
  const root = form.querySelector("[data-editor]");
  const key = `daumoi:${form.dataset.story}`;
  let version = Number(form.dataset.version) || 0;
  let changes = 0; // counted up with every change
  let saved = 0; // the count the server has
  let busy = false;
  let lost = false;
  let leaving = false;
  let after = null; // what to do when the save on its way has ended
  let timer = 0;
  let first = 0; // when the oldest unsaved change was made
  let retry = 0;

  // ---- what there is to keep ----
  function gather() {
    const fields = {};
    for (const [name, value] of new FormData(form)) {
      if (typeof value !== "string" || /^(body_.*|lock|version)$/.test(name)) continue;
      if (name in fields) fields[name] = [].concat(fields[name], value);
      else fields[name] = value;
    }
    const draft = { lock: form.dataset.lock ?? "", version, title: fields.title ?? "", summary: fields.summary ?? "", fields };
    if (root?.daumoi) draft.body = root.daumoi.json();
    else draft.notation = form.elements.body_notation?.value ?? "";
    return draft;
  }
  const sameAs = ({ title, summary, fields, body, notation }) => JSON.stringify({ title, summary, fields, body, notation });

  function show(kind, text, extra = null) {
    state.className = `save-state save-${kind}`;
    const sign = { ok: "check", wait: "clock", bad: "alert" }[kind];
    state.replaceChildren(...(sign ? [icon(sign)] : []), make("span", {}, text), ...(extra ? [extra] : []));
  }

  // ---- this computer ----
  function remember(more = {}) {
    try {
      localStorage.setItem(key, JSON.stringify({ ...gather(), lock: undefined, at: Date.now(), ...more }));
    } catch { /* full or forbidden: the server copy must do */ }
  }
  const forget = () => { try { localStorage.removeItem(key); } catch { /* as above */ } };
  function recall() {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  }

  function offerBack() {
    const kept = recall();
    if (!kept) return;
    if (sameAs(kept) === sameAs(gather()) || (kept.submitted && version > kept.version)) return forget();
    const time = new Date(kept.at).toLocaleString(document.documentElement.lang, { dateStyle: "short", timeStyle: "short" });
    const yes = make("button", { class: "btn", type: "button", click: () => { restore(kept); offer.hidden = true; state.focus?.(); } }, word("recover-yes"));
    const no = make("button", { class: "btn btn-quiet", type: "button", click: () => { forget(); offer.hidden = true; } }, word("recover-no"));
    offer.replaceChildren(make("div", { class: "msg msg-warn", role: "status" }, icon("history"),
      make("div", {}, make("p", {}, word("recover", { time })), make("p", { class: "row" }, yes, no))));
    offer.hidden = false;
  }

  function restore(kept) {
    const fields = kept.fields ?? {};
    const used = {};
    for (const control of form.elements) {
      const { name } = control;
      if (!name || control.type === "hidden" || /^body_/.test(name)) continue;
      const values = [].concat(fields[name] ?? []);
      if (control.type === "checkbox" || control.type === "radio") control.checked = values.includes(control.value);
      else if (name in fields) {
        // several controls of one name take the values in order
        control.value = values[used[name] ?? 0] ?? "";
        used[name] = (used[name] ?? 0) + 1;
        control.dispatchEvent(new Event("input", { bubbles: true }));
      }
    }
    if (kept.body && root?.daumoi) root.daumoi.replace(kept.body);
    else if (kept.notation != null) form.elements.body_notation.value = kept.notation;
    changed();
  }

  // ---- the server ----
  let local = 0;
  function changed() {
    if (lost) return;
    changes++;
    first ||= Date.now();
    show("none", word("unsaved"));
    clearTimeout(local);
    local = setTimeout(remember, 400);
    plan(Math.min(IDLE, Math.max(0, first + AT_MOST - Date.now())));
  }
  function plan(ms) {
    clearTimeout(timer);
    timer = setTimeout(save, ms);
  }

  async function save() {
    clearTimeout(timer);
    if (busy || lost || changes === saved) return;
    busy = true;
    const sent = changes;
    const body = JSON.stringify(gather());
    show("none", word("saving"));
    let answer;
    try {
      answer = await fetch(form.dataset.draftUrl, {
        method: "PUT", headers: HEADERS, body, keepalive: body.length < 20000,
      });
    } catch {
      done();
      return again("offline");
    }
    const said = await answer.json().catch(() => ({}));
    if (answer.ok) {
      version = said.version ?? version;
      form.dataset.version = version;
      if (form.elements.version) form.elements.version.value = version;
    }
    done();
    if (answer.ok) {
      saved = sent;
      retry = 0;
      faults([]);
      if (changes === saved) {
        first = 0;
        clearTimeout(local);
        forget();
        show("ok", word("saved", { time: said.saved_at ?? "" }));
      } else {
        first = Date.now();
        plan(IDLE);
      }
      return undefined;
    }
    remember();
    switch (answer.status) {
      case 409: return lose(said);
      case 401: return again("session");
      case 413: first = 0; return show("bad", word("too-big"));
      case 422: first = 0; faults(said.errors ?? []); return show("bad", `${word("refused")} ${(said.errors ?? []).map((e) => e.message).join(" ")}`);
      case 403: case 404: case 410: return lose(said);
      default: return again("failed");
    }
  }

  function done() {
    busy = false;
    const next = after;
    after = null;
    next?.();
  }

  // tried again, ever more slowly, and at once when the network or the person comes back
  function again(reason) {
    show("bad", word(reason));
    retry = Math.min(60000, retry ? retry * 2 : 5000);
    plan(retry);
  }

  function faults(errors) {
    const named = new Set(errors.map((e) => e.field));
    for (const control of form.elements) {
      if (named.has(control.name)) control.setAttribute("aria-invalid", "true");
      else if (control.dataset?.faulted) control.removeAttribute("aria-invalid");
      if (control.dataset) { if (named.has(control.name)) control.dataset.faulted = "1"; else delete control.dataset.faulted; }
    }
  }

  function lose(said) {
    lost = true;
    clearTimeout(timer);
    clearInterval(renewal);
    root?.daumoi?.lock();
    for (const control of form.elements) {
      if (control.matches("button[type=submit], button:not([type]), select, input[type=checkbox], input[type=radio]")) control.disabled = true;
      else if ("readOnly" in control) control.readOnly = true;
    }
    const who = said.message || (said.holder ? word("lost-who", { name: said.holder }) : "");
    show("bad", who || word("lost"));
    offer.replaceChildren(make("div", { class: "msg msg-bad", role: "alert" }, icon("lock"),
      make("div", {}, make("strong", {}, who), " ", word("lost"))));
    offer.hidden = false;
    offer.scrollIntoView?.({ block: "nearest" });
  }

  // ---- the lock ----
  const renewal = form.dataset.lockUrl ? setInterval(async () => {
    if (lost || document.visibilityState === "hidden" && changes === saved) return;
    try {
      const answer = await fetch(form.dataset.lockUrl, { method: "POST", headers: HEADERS, body: JSON.stringify({ lock: form.dataset.lock ?? "" }) });
      if (answer.status === 409) { if (changes !== saved) remember(); lose(await answer.json().catch(() => ({}))); }
    } catch { /* no network: the next save says so */ }
  }, Number(form.dataset.renewMs) || RENEW) : 0;

  // ---- when ----
  form.addEventListener("input", (e) => { if (!e.target.closest("[data-editor]")) changed(); });
  form.addEventListener("change", (e) => { if (e.target.matches("select, input[type=checkbox], input[type=radio]")) changed(); });
  form.addEventListener("daumoi:change", changed);
  addEventListener("online", () => { retry = 0; save(); });
  addEventListener("focus", () => { if (retry) { retry = 0; save(); } });
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") save(); });
  document.addEventListener("keydown", (e) => {
    if ((e.ctrlKey || e.metaKey) && !e.altKey && e.key.toLowerCase() === "s") {
      e.preventDefault();
      if (changes === saved && !lost) changes++;
      save();
    }
  });
  form.addEventListener("submit", (e) => {
    if (e.defaultPrevented) return;
    if (busy) {
      // the version in the form would be one behind: wait for the answer, then send
      e.preventDefault();
      after = () => form.requestSubmit(e.submitter);
      return;
    }
    leaving = true;
    clearTimeout(timer);
    if (changes !== saved) remember({ submitted: true });
  });
  addEventListener("pageshow", (e) => {
    leaving = false;
    // back from another page: lock and version are old
    if (e.persisted && (changes === saved || recall())) location.reload();
  });
  addEventListener("beforeunload", (e) => {
    if (leaving || lost || changes === saved) return;
    remember();
    e.preventDefault();
  });
  if (root && !root.daumoi && !root.hidden) root.addEventListener("daumoi:ready", offerBack, { once: true });
  else offerBack();
}

document.querySelectorAll("form[data-autosave]").forEach(keep);
