//! One spelling for every content: what two authors typed differently but meant equally gets the same bytes.

use crate::{
    Block, BodyError, Cell, Figure, Inline, MAX_DEPTH, MAX_SPAN, Marks, Place, Reason, Table, Text, clean,
};

/// Brings blocks into canonical form.
pub(crate) fn blocks(given: Vec<Block>) -> Result<Vec<Block>, BodyError> {
    level(given, 2).map_err(|reason| reason.at(&Place::default()))
}

fn level(given: Vec<Block>, depth: usize) -> Result<Vec<Block>, Reason> {
    if depth > MAX_DEPTH {
        return Err(Reason::TooDeep);
    }
    let mut out = Vec::with_capacity(given.len());
    for block in given {
        match block {
            Block::Paragraph { align, content } => {
                out.extend(paragraphs(content).map(|content| Block::Paragraph { align, content }));
            }
            Block::Heading { level, content } => {
                let content = line(content);
                if !content.is_empty() {
                    out.push(Block::Heading { level, content });
                }
            }
            Block::BulletList(given) if !given.is_empty() => {
                out.push(Block::BulletList(items(given, depth)?))
            }
            Block::OrderedList { start, items: given } if !given.is_empty() => {
                out.push(Block::OrderedList { start: start.min(999_999_999), items: items(given, depth)? });
            }
            Block::BulletList(_) | Block::OrderedList { .. } => {}
            Block::Blockquote(given) => {
                let inner = level(given, depth + 1)?;
                if !inner.is_empty() {
                    out.push(Block::Blockquote(inner));
                }
            }
            Block::Table(given) => out.extend(table(given, depth)?.map(Block::Table)),
            Block::Figure(given) => out.push(Block::Figure(figure(given))),
            Block::Rule => out.push(Block::Rule),
        }
    }
    Ok(out)
}

/// Items begin with a paragraph, as the editor's schema wants it.
fn items(given: Vec<Vec<Block>>, depth: usize) -> Result<Vec<Vec<Block>>, Reason> {
    let item = |blocks| {
        let mut inner = level(blocks, depth + 2)?;
        if !matches!(inner.first(), Some(Block::Paragraph { .. })) {
            inner.insert(0, Block::paragraph(vec![]));
        }
        Ok(inner)
    };
    given.into_iter().map(item).collect()
}

fn table(given: Table, depth: usize) -> Result<Option<Table>, Reason> {
    let mut out = Table::default();
    for mut row in given.rows.into_iter().filter(|row| !row.cells.is_empty()) {
        row.cells = row.cells.into_iter().map(|given| cell(given, depth)).collect::<Result<_, _>>()?;
        out.rows.push(row);
    }
    Ok(Some(out).filter(|table| !table.rows.is_empty()))
}

fn cell(given: Cell, depth: usize) -> Result<Cell, Reason> {
    let mut content = level(given.content, depth + 3)?;
    if content.is_empty() {
        content.push(Block::paragraph(vec![]));
    }
    let span = |n: u16| n.clamp(1, MAX_SPAN);
    Ok(Cell { kind: given.kind, colspan: span(given.colspan), rowspan: span(given.rowspan), content })
}

fn figure(given: Figure) -> Figure {
    Figure {
        asset: given.asset,
        alt: clean::line(&given.alt),
        caption: clean::line(&given.caption),
        credit: clean::line(&given.credit),
    }
}

/// An empty line between two texts is a new paragraph, whatever key made it.
fn paragraphs(given: Vec<Inline>) -> impl Iterator<Item = Vec<Inline>> {
    let mut out: Vec<Vec<Inline>> = vec![];
    let mut current: Vec<Inline> = vec![];
    for words in given.split(|inline| *inline == Inline::Break).map(|words| texts(words.to_vec())) {
        if words.is_empty() {
            out.push(std::mem::take(&mut current));
            continue;
        }
        if !current.is_empty() {
            current.push(Inline::Break);
        }
        current.extend(words);
    }
    out.push(current);
    out.into_iter().filter(|words| !words.is_empty())
}

/// A heading is one line.
fn line(given: Vec<Inline>) -> Vec<Inline> {
    let space = |inline| match inline {
        Inline::Break => Inline::plain(" "),
        text @ Inline::Text(_) => text,
    };
    texts(given.into_iter().map(space).collect())
}

/// One line of texts: merged, cleaned, trimmed; spaces carry a mark only between words that both carry it.
fn texts(given: Vec<Inline>) -> Vec<Inline> {
    let mut runs = merged(given.into_iter().filter_map(|inline| match inline {
        Inline::Text(text) => Some(text),
        Inline::Break => None,
    }));
    for run in &mut runs {
        run.text = clean::text(&run.text);
    }
    let mut pieces: Vec<Text> = merged(runs.into_iter()).iter().flat_map(around_spaces).collect();
    let is_space: fn(&Text) -> bool = |piece| piece.text.chars().all(char::is_whitespace);
    while pieces.last().is_some_and(is_space) {
        pieces.pop();
    }
    let words_from = pieces.iter().position(|piece| !is_space(piece)).unwrap_or(pieces.len());
    let mut pieces: Vec<Text> = pieces.split_off(words_from);
    // Once from the left, once from the right: a space keeps what both its neighbours carry.
    share(pieces.iter_mut(), is_space);
    share(pieces.iter_mut().rev(), is_space);
    merged(pieces.into_iter()).into_iter().map(Inline::Text).collect()
}

fn share<'a>(pieces: impl Iterator<Item = &'a mut Text>, is_space: fn(&Text) -> bool) {
    let mut neighbour = Marks::default();
    for piece in pieces {
        if is_space(piece) {
            piece.marks = piece.marks.both(&neighbour);
        }
        neighbour = piece.marks.clone();
    }
}

fn merged(texts: impl Iterator<Item = Text>) -> Vec<Text> {
    let mut out: Vec<Text> = vec![];
    for text in texts.filter(|text| !text.text.is_empty()) {
        match out.last_mut() {
            Some(last) if last.marks == text.marks => last.text.push_str(&text.text),
            _ => out.push(text),
        }
    }
    out
}

/// Takes the spaces at both ends of a marked text off it.
fn around_spaces(text: &Text) -> impl Iterator<Item = Text> + use<> {
    let trimmed = text.text.trim_start();
    let front = text.text.len() - trimmed.len();
    let core = trimmed.trim_end();
    let (before, rest) = text.text.split_at_checked(front).unwrap_or_default();
    let (_, after) = rest.split_at_checked(core.len()).unwrap_or_default();
    [before, core, after]
        .map(|part| Text { text: part.to_owned(), marks: text.marks.clone() })
        .into_iter()
        .filter(|text| !text.text.is_empty())
}
