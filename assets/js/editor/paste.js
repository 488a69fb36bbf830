// Makes what people paste from Word, LibreOffice and web pages fit for a story: Word's imitation lists
// become real, nested ones; tables, headings, bold, italic and links stay; everything else goes.
// A function of text to text, so that it can be tested alone; the schema then drops what it does not know.

const WORD = /class="?Mso|mso-|urn:schemas-microsoft-com:office|<o:p>|content="?Word\.|LibreOffice/i;
const NUMBERED = /^(\d{1,4})[.)]$/; // "1." "2)": a numbered list
const LITERAL = /^\(?[\p{L}\d.]+[.):]$/u; // "a)" "I." "1.2." "Điều 3.": part of the wording, kept as text

/** Returns { html, pictures: [data: addresses, by number], lost: how many pictures could not be taken }. */
export function clean(html) {
  // a copy from this editor is right as it is
  if (/\sdata-pm-slice=/.test(html)) return { html: html.normalize("NFC"), pictures: [], lost: 0 };
  const doc = new DOMParser().parseFromString(calm(html.normalize("NFC")), "text/html");
  const word = WORD.test(html);
  drop(doc);
  if (word) lists(doc);
  nests(doc);
  spans(doc);
  headings(doc);
  tables(doc);
  alignment(doc, word);
  spaces(doc, word);
  const { found, lost } = images(doc);
  return { html: doc.body.innerHTML, pictures: found, lost };
}

// style elements go and style attributes get another name before the text is parsed: the page's
// policy forbids styles, and the browser would report each one
const calm = (html) => html
  .replace(/<style\b[\s\S]*?<\/style>/gi, "")
  .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, " data-style="));

const each = (doc, what, run) => doc.body.querySelectorAll(what).forEach(run);
const style = (el) => el.getAttribute("data-style") ?? "";
const unwrap = (el) => el.replaceWith(...el.childNodes);

function drop(doc) {
  each(doc, "script, style, meta, link, title, xml, iframe, object, embed, form input, button, svg, noscript", (el) => el.remove());
  // tracked deletions, comments, and the marks that lead to them
  each(doc, "del, .msoDel, .MsoCommentReference, .MsoCommentText, .msocomanchor, [data-style*='mso-element:comment'], [data-style*='mso-hide:all'], [data-style*='display:none']", (el) => el.remove());
  const walk = doc.createTreeWalker(doc.body, NodeFilter.SHOW_COMMENT);
  const comments = [];
  while (walk.nextNode()) comments.push(walk.currentNode);
  comments.forEach((c) => c.remove());
  each(doc, "*", (el) => { if (el.tagName.includes(":")) (el.tagName === "O:P" && !el.textContent.trim() ? el.remove() : unwrap(el)); });
}

// <p style="mso-list:l0 level2 lfo1"> … one after the other → nested <ul>, <ol>
function lists(doc) {
  const open = [];
  let previous = null;
  for (const p of [...doc.body.querySelectorAll("p, h1, h2, h3, h4, h5, h6, div")]) {
    const said = /mso-list:\s*l(\d+)\s+level(\d+)/i.exec(style(p));
    if (!said || /mso-list:\s*none/i.test(style(p))) continue;
    const level = Number(said[2]);
    const sign = mark(p);
    const numbered = NUMBERED.exec(sign);
    if (!numbered && LITERAL.test(sign)) {
      p.prepend(`${sign} `);
      previous = null;
      continue;
    }
    const follows = previous && previous.nextElementSibling === p;
    if (!follows) open.length = 0;
    while (open.length && open.at(-1).level > level) open.pop();
    let list = open.at(-1);
    const tag = numbered ? "ol" : "ul";
    if (!list || list.level < level || list.el.localName !== tag) {
      const el = doc.createElement(tag);
      if (numbered) {
        const start = Number.parseInt(numbered[1], 10);
        if (start > 1) el.setAttribute("start", start);
      }
      if (list && list.level < level) list.el.lastElementChild.append(el);
      else if (list) {
        open.pop();
        const parent = open.at(-1);
        if (parent) parent.el.lastElementChild.append(el); else list.el.after(el);
      } else p.before(el);
      list = { el, level };
      open.push(list);
    }
    const item = doc.createElement("li");
    const inner = doc.createElement("p");
    inner.append(...p.childNodes);
    item.append(inner);
    list.el.append(item);
    // stands where the paragraph stood, so that the next one is known to follow
    p.remove();
    previous = open[0].el;
  }
}

// lists straight inside lists, as some programs write them, belong to the item before
function nests(doc) {
  each(doc, "ul > ul, ul > ol, ol > ul, ol > ol", (list) => list.previousElementSibling?.append(list));
}

// takes the bullet or number that Word wrote into the text, and returns it
function mark(p) {
  const ignore = [...p.querySelectorAll("span")].find((s) => /mso-list:\s*ignore/i.test(style(s)));
  if (!ignore) return "";
  const sign = ignore.textContent.replace(/\u00a0/g, " ").trim();
  let el = ignore;
  while (el.parentElement !== p && el.parentElement.textContent === el.textContent) el = el.parentElement;
  el.remove();
  return sign;
}

// bold and italic said by style; spans and fonts themselves mean nothing
function spans(doc) {
  each(doc, "b, strong", (el) => { if (/font-weight:\s*(normal|400)/i.test(style(el))) unwrap(el); });
  each(doc, "span, font", (el) => {
    const s = style(el);
    const tags = [];
    if (/font-weight:\s*(bold|[6-9]00)/i.test(s)) tags.push("strong");
    if (/font-style:\s*italic/i.test(s)) tags.push("em");
    if (/text-decoration[^;]*underline/i.test(s)) tags.push("u");
    if (/vertical-align:\s*super/i.test(s)) tags.push("sup");
    if (/vertical-align:\s*sub/i.test(s)) tags.push("sub");
    let inner = [...el.childNodes];
    for (const tag of tags) {
      const wrap = doc.createElement(tag);
      wrap.append(...inner);
      inner = [wrap];
    }
    el.replaceWith(...inner);
  });
  // anchors that only name a place, and links into the Word file itself
  each(doc, "a", (el) => { if (!el.getAttribute("href") || /^(#|file:)/i.test(el.getAttribute("href"))) unwrap(el); });
}

// level 1 is the page's title: a text with h1 moves down one level, and nothing goes below h4
function headings(doc) {
  const shift = doc.body.querySelector("h1") ? 1 : 0;
  each(doc, "h1, h2, h3, h4, h5, h6", (el) => {
    if (!el.textContent.trim() && !el.querySelector("img")) return el.remove();
    const level = Math.min(4, Math.max(2, Number(el.localName[1]) + shift));
    const to = doc.createElement(`h${level}`);
    // a heading is bold already
    el.querySelectorAll("b, strong").forEach(unwrap);
    to.append(...el.childNodes);
    return el.replaceWith(to);
  });
}

function tables(doc) {
  each(doc, "table table", (inner) => {
    const rows = [...inner.querySelectorAll("td, th")].flatMap((cell) => {
      const p = doc.createElement("p");
      p.append(...cell.childNodes);
      return [p];
    });
    inner.replaceWith(...rows);
  });
  each(doc, "thead td", (td) => {
    const th = doc.createElement("th");
    for (const name of ["colspan", "rowspan"]) if (td.hasAttribute(name)) th.setAttribute(name, td.getAttribute(name));
    th.append(...td.childNodes);
    td.replaceWith(th);
  });
  // rows hidden in the file
  each(doc, "tr", (tr) => { if (!tr.cells?.length) tr.remove(); });
  each(doc, "caption, colgroup", (el) => (el.localName === "caption" ? lift(el) : el.remove()));
}

function lift(caption) {
  const p = caption.ownerDocument.createElement("p");
  p.append(...caption.childNodes);
  caption.closest("table").before(p);
  caption.remove();
}

// centred and right-aligned lines mean something; Word justifies everything, which does not
function alignment(doc, word) {
  each(doc, "p, div, h2, h3, h4, td, th", (el) => {
    const said = (el.getAttribute("align") || /\balign-(\w+)/.exec(el.className)?.[1] || /text-align:\s*(\w+)/i.exec(style(el))?.[1] || "").toLowerCase();
    el.removeAttribute("align");
    if (el.localName === "p" && (said === "center" || said === "right" || (said === "justify" && !word))) el.setAttribute("align", said);
  });
  each(doc, "*", (el) => {
    for (const name of ["data-style", "class", "lang", "width", "height", "valign", "bgcolor"]) el.removeAttribute(name);
  });
  // a div that holds blocks is a box, not a paragraph
  each(doc, "div, section, article, main, center", (el) => { if (el.querySelector("p, ul, ol, table, h2, h3, h4, blockquote, figure, div")) unwrap(el); });
}

function spaces(doc, word) {
  const walk = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const t = walk.currentNode;
    t.nodeValue = t.nodeValue.replace(/[\u200b\u200c\u2060\ufeff\u00ad]/g, "");
    if (word) t.nodeValue = t.nodeValue.replace(/[ \t\r\n\u00a0]+/g, " ");
  }
  each(doc, "p", (p) => {
    if (p.textContent.trim() || p.querySelector("img, figure")) return;
    if (p.parentElement.matches("td, th, li") && p.parentElement.children.length === 1) p.replaceChildren();
    else p.remove();
  });
}

// a picture inside the paste is taken when it is there (data:), counted as lost when it is not (file:, far away)
function images(doc) {
  const found = [];
  let lost = 0;
  each(doc, "img", (img) => {
    const src = img.getAttribute("src") ?? "";
    if (img.closest("figure[data-asset]")) return;
    if (/^data:image\/(png|jpeg|gif|webp);base64,/i.test(src)) {
      const fig = doc.createElement("figure");
      fig.setAttribute("data-pending", `pasted-${found.length}`);
      fig.setAttribute("data-alt", img.getAttribute("alt") ?? "");
      found.push(src);
      const block = img.closest("p, h2, h3, h4");
      if (block && !block.closest("td, th, li")) { block.after(fig); img.remove(); if (!block.textContent.trim()) block.remove(); }
      else img.replaceWith(fig);
    } else {
      if (src) lost++;
      img.remove();
    }
  });
  return { found, lost };
}

/** A data: address as a file, without asking the network. */
export function file(address, number) {
  const [, type, base64] = /^data:([^;]+);base64,(.*)$/is.exec(address) ?? [];
  const bytes = Uint8Array.from(atob(base64.replace(/\s/g, "")), (c) => c.charCodeAt(0));
  return new File([bytes], `anh-${number + 1}.${type.split("/")[1]}`, { type: type.toLowerCase() });
}
