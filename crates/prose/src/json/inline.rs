//! Running text and its marks, out of JSON.

use serde_json::Value;

use super::fields::Fields;
use crate::{Href, Inline, Mark, Marks, Reason, Text};

/// One piece of running text. The number is that of the mark that is wrong, where one is.
pub(super) fn inline(value: &Value) -> Result<Inline, (Option<usize>, Reason)> {
    let whole = |reason| (None, reason);
    let mut fields = Fields::of(value, "running text must be a list of objects").map_err(whole)?;
    let kind = fields.kind().map_err(whole)?;
    if kind != "text" && kind != "hardBreak" {
        return Err(whole(Reason::UnknownNode(kind.chars().take(40).collect())));
    }
    // A line break inside bold words comes with the mark; it says nothing there.
    let mut marks = Marks::default();
    for (index, value) in fields.list("marks").map_err(whole)?.iter().enumerate() {
        mark(value, &mut marks).map_err(|reason| (Some(index), reason))?;
    }
    let text = if kind == "text" {
        Some(fields.text("text").map_err(whole)?.ok_or(whole(Reason::Shape("a text needs its “text”")))?)
    } else {
        None
    };
    fields.end().map_err(whole)?;
    Ok(text.map_or(Inline::Break, |text| Inline::Text(Text { text: text.to_owned(), marks })))
}

fn mark(value: &Value, marks: &mut Marks) -> Result<(), Reason> {
    let mut fields = Fields::of(value, "a mark must be an object")?;
    let kind = fields.kind()?;
    if kind == "link" {
        let mut attrs = fields.attrs()?.ok_or(Reason::Value("href"))?;
        let address = attrs.text("href")?.ok_or(Reason::Value("href"))?;
        marks.link = Some(Href::parse(address).map_err(|why| Reason::link(address, why))?);
        // The editor's own habits; the page decides them anew.
        for ignored in ["target", "rel", "class", "title"] {
            attrs.text(ignored)?;
        }
        attrs.end()?;
        return fields.end();
    }
    let known = Mark::ALL.into_iter().find(|mark| mark.as_str() == kind);
    marks.add(known.ok_or_else(|| Reason::UnknownMark(kind.chars().take(40).collect()))?);
    fields.end()
}
