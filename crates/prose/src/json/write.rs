//! Writing the canonical JSON by hand, so that the order of keys can never depend on a library's features.

use crate::{Block, Cell, CellKind, Figure, Inline, Mark, Marks, Table};

/// Writes a whole document. An empty one holds an empty paragraph, because the editor needs a place for the cursor.
pub(crate) fn write(blocks: &[Block]) -> String {
    let mut out = String::from(r#"{"type":"doc","content":["#);
    if blocks.is_empty() {
        out.push_str(r#"{"type":"paragraph"}"#);
    }
    list(&mut out, blocks, block);
    out.push_str("]}");
    out
}

fn list<T>(out: &mut String, things: &[T], write: fn(&mut String, &T)) {
    for (index, thing) in things.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        write(out, thing);
    }
}

/// `{"type":"…","attrs":{…},"content":[…]}` with what is not empty.
fn node<T>(out: &mut String, kind: &str, attrs: &str, content: &[T], write: fn(&mut String, &T)) {
    out.push_str(r#"{"type":""#);
    out.push_str(kind);
    out.push('"');
    if !attrs.is_empty() {
        out.push_str(r#","attrs":{"#);
        out.push_str(attrs);
        out.push('}');
    }
    if !content.is_empty() {
        out.push_str(r#","content":["#);
        list(out, content, write);
        out.push(']');
    }
    out.push('}');
}

fn block(out: &mut String, given: &Block) {
    match given {
        Block::Paragraph { align, content } => {
            let attrs = align.map_or(String::new(), |align| format!(r#""textAlign":"{}""#, align.as_str()));
            node(out, "paragraph", &attrs, content, inline);
        }
        Block::Heading { level, content } => {
            node(out, "heading", &format!(r#""level":{}"#, level.number()), content, inline);
        }
        Block::BulletList(items) => node(out, "bulletList", "", items, |out, blocks| item(out, blocks)),
        Block::OrderedList { start, items } => {
            let attrs = if *start == 1 { String::new() } else { format!(r#""start":{start}"#) };
            node(out, "orderedList", &attrs, items, |out, blocks| item(out, blocks));
        }
        Block::Blockquote(blocks) => node(out, "blockquote", "", blocks, block),
        Block::Table(table) => rows(out, table),
        Block::Figure(given) => figure(out, given),
        Block::Rule => node::<Block>(out, "horizontalRule", "", &[], block),
    }
}

fn item(out: &mut String, blocks: &[Block]) {
    node(out, "listItem", "", blocks, block);
}

fn rows(out: &mut String, table: &Table) {
    node(out, "table", "", &table.rows, |out, row| node(out, "tableRow", "", &row.cells, cell));
}

fn cell(out: &mut String, given: &Cell) {
    let kind = match given.kind {
        CellKind::Header => "tableHeader",
        CellKind::Data => "tableCell",
    };
    let spans = [("colspan", given.colspan), ("rowspan", given.rowspan)];
    let attrs: Vec<String> =
        spans.iter().filter(|(_, n)| *n > 1).map(|(name, n)| format!(r#""{name}":{n}"#)).collect();
    node(out, kind, &attrs.join(","), &given.content, block);
}

fn figure(out: &mut String, given: &Figure) {
    let mut attrs = format!(r#""asset":"{}""#, given.asset.hyphenated());
    for (name, words) in [("alt", &given.alt), ("caption", &given.caption), ("credit", &given.credit)] {
        if !words.is_empty() {
            attrs.push_str(&format!(r#","{name}":"#));
            string(&mut attrs, words);
        }
    }
    node::<Block>(out, "figure", &attrs, &[], block);
}

fn inline(out: &mut String, given: &Inline) {
    let Inline::Text(text) = given else {
        out.push_str(r#"{"type":"hardBreak"}"#);
        return;
    };
    out.push_str(r#"{"type":"text","#);
    marks(out, &text.marks);
    out.push_str(r#""text":"#);
    string(out, &text.text);
    out.push('}');
}

fn marks(out: &mut String, given: &Marks) {
    if given.is_empty() {
        return;
    }
    let names: Vec<Option<Mark>> = given.link.iter().map(|_| None).chain(given.iter().map(Some)).collect();
    out.push_str(r#""marks":["#);
    for (index, mark) in names.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        match (mark, &given.link) {
            (Some(mark), _) => out.push_str(&format!(r#"{{"type":"{}"}}"#, mark.as_str())),
            (None, Some(link)) => {
                out.push_str(r#"{"type":"link","attrs":{"href":"#);
                string(out, link.as_str());
                out.push_str("}}");
            }
            (None, None) => {}
        }
    }
    out.push_str("],");
}

/// A JSON string. Canonical text holds no control characters, so two characters need escaping.
fn string(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        if c == '"' || c == '\\' {
            out.push('\\');
        }
        out.push(c);
    }
    out.push('"');
}
