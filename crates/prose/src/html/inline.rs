//! Running text as HTML.

use crate::nest::{Turn, Wrap, turns};
use crate::{Href, HtmlOptions, Inline};

/// Text between tags.
pub(crate) fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            c => out.push(c),
        }
    }
}

/// ` name="value"`.
pub(crate) fn attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    for c in value.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out.push('"');
}

/// A line with its marks.
pub(crate) fn inline(out: &mut String, content: &[Inline], options: &HtmlOptions<'_>) {
    for turn in turns(content) {
        match turn {
            Turn::Open(Wrap::Link(href)) => link(out, href, options),
            Turn::Open(Wrap::Mark(mark)) => {
                out.push('<');
                out.push_str(mark.element());
                out.push('>');
            }
            Turn::Close(Wrap::Link(_)) => out.push_str("</a>"),
            Turn::Close(Wrap::Mark(mark)) => {
                out.push_str("</");
                out.push_str(mark.element());
                out.push('>');
            }
            Turn::Text(text) => escape(out, text),
            Turn::Break => out.push_str("<br>"),
        }
    }
}

fn link(out: &mut String, href: &Href, options: &HtmlOptions<'_>) {
    out.push_str("<a");
    attribute(out, "href", href.as_str());
    if href.host().is_some_and(|host| !options.own_hosts.contains(&host.as_str())) {
        out.push_str(r#" rel="noopener""#);
    }
    out.push('>');
}
