//! Turns flat marks into properly nested ones, as HTML and the plain notation need them.

use crate::{Href, Inline, Mark, Marks};

/// What comes next when one reads a line of marked text from left to right.
#[derive(Debug, PartialEq)]
pub(crate) enum Turn<'a> {
    Open(Wrap<'a>),
    Close(Wrap<'a>),
    Text(&'a str),
    Break,
}

/// A mark or a link around words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Wrap<'a> {
    Link(&'a Href),
    Mark(Mark),
}

impl Wrap<'_> {
    fn is_on(self, marks: &Marks) -> bool {
        match self {
            Self::Link(href) => marks.link.as_ref() == Some(href),
            Self::Mark(mark) => marks.has(mark),
        }
    }
}

/// The turns of a line: what lasts longer is opened first, a link is never split by a mark that ends inside it.
pub(crate) fn turns(content: &[Inline]) -> Vec<Turn<'_>> {
    let mut out = vec![];
    let mut open: Vec<(Wrap<'_>, usize)> = vec![];
    for ((index, inline), wanted) in content.iter().enumerate().zip(wants(content)) {
        let Inline::Text(text) = inline else {
            // A mark that goes on after the line break stays open across it.
            let next = content.get(index + 1).and_then(marks_of).cloned().unwrap_or_default();
            close_to(&mut out, &mut open, |(wrap, _)| wrap.is_on(&next));
            out.push(Turn::Break);
            continue;
        };
        let link_end =
            wanted.iter().find(|(wrap, _)| matches!(wrap, Wrap::Link(_))).map_or(0, |(_, end)| *end);
        let link_open = open.iter().any(|(wrap, _)| matches!(wrap, Wrap::Link(_)) && wrap.is_on(&text.marks));
        close_to(&mut out, &mut open, |(wrap, end)| {
            wrap.is_on(&text.marks) && (link_open || *end >= link_end)
        });
        for (wrap, end) in wanted {
            if !open.iter().any(|(other, _)| *other == wrap) {
                out.push(Turn::Open(wrap));
                open.push((wrap, end));
            }
        }
        out.push(Turn::Text(&text.text));
    }
    close_to(&mut out, &mut open, |_| false);
    out
}

fn marks_of(inline: &Inline) -> Option<&Marks> {
    match inline {
        Inline::Text(text) => Some(&text.marks),
        Inline::Break => None,
    }
}

/// The marks wanted on a piece with the index where each ends, longest first; among equals the link, then by kind.
type Wanted<'a> = Vec<(Wrap<'a>, usize)>;

/// What each piece wants, found from the last piece to the first so that long lines cost no more than their length.
fn wants(content: &[Inline]) -> Vec<Wanted<'_>> {
    let mut out: Vec<Wanted<'_>> = Vec::with_capacity(content.len());
    let mut next: Wanted<'_> = vec![];
    for (index, inline) in content.iter().enumerate().rev() {
        let Inline::Text(text) = inline else {
            out.push(vec![]);
            continue;
        };
        let all = text.marks.link.iter().map(Wrap::Link).chain(text.marks.iter().map(Wrap::Mark));
        let end = |wrap| next.iter().find(|(other, _)| *other == wrap).map_or(index + 1, |(_, end)| *end);
        let mut wanted: Wanted<'_> = all.map(|wrap| (wrap, end(wrap))).collect();
        wanted.sort_by_key(|(_, end)| std::cmp::Reverse(*end));
        next.clone_from(&wanted);
        out.push(wanted);
    }
    out.reverse();
    out
}

/// Closes from the innermost until everything that is open may stay.
fn close_to<'a>(
    out: &mut Vec<Turn<'a>>,
    open: &mut Vec<(Wrap<'a>, usize)>,
    stays: impl Fn(&(Wrap<'a>, usize)) -> bool,
) {
    let keep = open.iter().position(|wrap| !stays(wrap)).unwrap_or(open.len());
    while open.len() > keep {
        out.extend(open.pop().map(|(wrap, _)| Turn::Close(wrap)));
    }
}
