//! What stands where in a text: its pictures and links, and what a check before publishing complains about.

use crate::{Block, Body, Figure, Href, Inline};

/// A thing found in a text and the number of the block, counted from one, in which it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found<'a, T: ?Sized> {
    /// The block of the text (the first level), counted from one.
    pub block: usize,
    /// What was found.
    pub what: &'a T,
}

impl Body {
    /// The pictures in reading order, also those inside lists, quotations and tables.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.found_figures().into_iter().map(|found| found.what)
    }

    /// The pictures with the blocks they stand in.
    pub fn found_figures(&self) -> Vec<Found<'_, Figure>> {
        let mut out = vec![];
        for (index, block) in self.blocks.iter().enumerate() {
            walk(block, &mut |inner| {
                if let Block::Figure(what) = inner {
                    out.push(Found { block: index + 1, what });
                }
            });
        }
        out
    }

    /// The addresses links lead to, in reading order; a link whose words carry different marks comes once.
    pub fn links(&self) -> impl Iterator<Item = &Href> {
        self.found_links().into_iter().map(|found| found.what)
    }

    /// The links with the blocks they stand in.
    pub fn found_links(&self) -> Vec<Found<'_, Href>> {
        let mut out: Vec<Found<'_, Href>> = vec![];
        for (index, block) in self.blocks.iter().enumerate() {
            walk(block, &mut |inner| {
                if let Block::Paragraph { content, .. } | Block::Heading { content, .. } = inner {
                    out.extend(links_of(content).map(|what| Found { block: index + 1, what }));
                }
            });
        }
        out
    }

    /// The numbers, counted from one among all pictures, of those without alternative text.
    pub fn missing_alt(&self) -> Vec<usize> {
        self.figures_where(|figure| figure.alt.is_empty())
    }

    /// The numbers, counted from one among all pictures, of those without a caption.
    pub fn missing_caption(&self) -> Vec<usize> {
        self.figures_where(|figure| figure.caption.is_empty())
    }

    /// The numbers, counted from one among all pictures, of those that do not say who made them.
    pub fn missing_credit(&self) -> Vec<usize> {
        self.figures_where(|figure| figure.credit.is_empty())
    }

    /// The numbers of blocks, counted from one, that are headings more than one level below the heading before them.
    pub fn skipped_levels(&self) -> Vec<usize> {
        let mut before = 1;
        let mut out = vec![];
        for (index, block) in self.blocks.iter().enumerate() {
            if let Block::Heading { level, .. } = block {
                if level.number() > before + 1 {
                    out.push(index + 1);
                }
                before = level.number();
            }
        }
        out
    }

    /// The numbers of blocks, counted from one, that are tables whose first row names no columns.
    pub fn tables_without_header(&self) -> Vec<usize> {
        let plain = |block: &Block| {
            matches!(block, Block::Table(table) if table.rows.iter().flat_map(|row| &row.cells)
                .all(|cell| cell.kind == crate::CellKind::Data))
        };
        self.blocks.iter().enumerate().filter(|(_, block)| plain(block)).map(|(index, _)| index + 1).collect()
    }

    fn figures_where(&self, wanted: impl Fn(&Figure) -> bool) -> Vec<usize> {
        self.figures().enumerate().filter(|(_, figure)| wanted(figure)).map(|(index, _)| index + 1).collect()
    }
}

/// Calls `see` with a block and every block inside it, in reading order.
pub(crate) fn walk<'a>(block: &'a Block, see: &mut dyn FnMut(&'a Block)) {
    see(block);
    match block {
        Block::BulletList(items) | Block::OrderedList { items, .. } => {
            items.iter().flatten().for_each(|inner| walk(inner, see));
        }
        Block::Blockquote(blocks) => blocks.iter().for_each(|inner| walk(inner, see)),
        Block::Table(table) => {
            let cells = table.rows.iter().flat_map(|row| &row.cells);
            cells.flat_map(|cell| &cell.content).for_each(|inner| walk(inner, see));
        }
        Block::Paragraph { .. } | Block::Heading { .. } | Block::Figure(_) | Block::Rule => {}
    }
}

fn links_of(content: &[Inline]) -> impl Iterator<Item = &Href> {
    let mut before = None;
    content.iter().filter_map(move |inline| {
        let link = match inline {
            Inline::Text(text) => text.marks.link.as_ref(),
            Inline::Break => before,
        };
        let new = if link == before { None } else { link };
        before = link;
        new
    })
}

#[cfg(test)]
mod tests {
    use crate::{Body, samples};

    #[test]
    fn checks_name_the_places() {
        let id = "018f0000-0000-7000-8000-00000000000a";
        let body = Body::from_notation(&format!(
            "## A\n\n#### B\n\n![](asset:{id} \"| Mai\")\n\n- ![x](asset:{id} \"c\")\n\n|  |\n|--|\n| a |\n\n[a *b*](/x) [c](/y)"
        ))
        .unwrap();
        assert_eq!(body.missing_alt(), [1]);
        assert_eq!(body.missing_caption(), [1]);
        assert_eq!(body.missing_credit(), [2]);
        assert_eq!(body.skipped_levels(), [2]);
        assert_eq!(body.tables_without_header(), [5]);
        assert_eq!(body.links().map(|href| href.as_str()).collect::<Vec<_>>(), ["/x", "/y"]);
        assert_eq!(body.found_figures().iter().map(|found| found.block).collect::<Vec<_>>(), [3, 4]);
        assert_eq!(samples::everything().missing_alt(), Vec::<usize>::new());
    }
}
