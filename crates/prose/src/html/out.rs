//! Blocks as HTML.

use super::inline::{attribute, escape, inline};
use super::slug::Slugs;
use crate::{Align, Block, Body, Figure, HtmlOptions, Inline, text};

impl Body {
    /// The text as safe, semantic HTML: no scripts, no inline styles, nothing that was not written by this function.
    ///
    /// Alignment is a class (`align-center`, `align-right`, `align-justify`), headings have ids, tables stand in a
    /// scrollable region, external links carry `rel="noopener"`, pictures load when they come near.
    pub fn to_html(&self, options: &HtmlOptions<'_>) -> String {
        let mut writer = Writer { slugs: Some(Slugs::default()), ..Writer::without_ids(options) };
        writer.blocks(&self.blocks);
        writer.out
    }
}

/// The page being written.
pub(crate) struct Writer<'a> {
    pub(crate) out: String,
    pub(super) options: &'a HtmlOptions<'a>,
    slugs: Option<Slugs>,
    pub(super) tables: usize,
}

/// A paragraph that is only there because an item or cell needs one.
pub(crate) fn is_empty(block: &Block) -> bool {
    matches!(block, Block::Paragraph { content, .. } if content.is_empty())
}

impl<'a> Writer<'a> {
    /// A page whose headings have no names: it may show one text twice.
    pub(crate) fn without_ids(options: &'a HtmlOptions<'a>) -> Self {
        Self { out: String::new(), options, slugs: None, tables: 0 }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks.iter().filter(|block| !is_empty(block)) {
            self.block(block);
            self.out.push('\n');
        }
    }

    /// The blocks of an item or cell: a single paragraph needs no `<p>`.
    pub(crate) fn compact(&mut self, blocks: &[Block]) {
        let mut rest = blocks.iter().filter(|block| !is_empty(block));
        match (rest.next(), rest.next()) {
            (
                Some(Block::Paragraph { align: None, content }),
                None | Some(Block::BulletList(_) | Block::OrderedList { .. }),
            ) => {
                inline(&mut self.out, content, self.options);
                blocks.iter().filter(|block| !is_empty(block)).skip(1).for_each(|block| self.block(block));
            }
            _ => blocks.iter().filter(|block| !is_empty(block)).for_each(|block| self.block(block)),
        }
    }

    pub(crate) fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph { align, content } => self.paragraph(*align, content),
            Block::Heading { level, content } => {
                self.out.push_str(&format!("<h{}", level.number()));
                if let Some(slugs) = &mut self.slugs {
                    let mut words = String::new();
                    text::inline(&mut words, content, ' ');
                    attribute(&mut self.out, "id", &slugs.name(self.options.id_prefix, &words));
                }
                self.out.push('>');
                inline(&mut self.out, content, self.options);
                self.out.push_str(&format!("</h{}>", level.number()));
            }
            Block::BulletList(items) => {
                self.out.push_str("<ul>");
                self.items(items);
                self.out.push_str("</ul>");
            }
            Block::OrderedList { start, items } => {
                self.out.push_str("<ol");
                if *start != 1 {
                    attribute(&mut self.out, "start", &start.to_string());
                }
                self.out.push('>');
                self.items(items);
                self.out.push_str("</ol>");
            }
            Block::Blockquote(inner) => {
                self.out.push_str("<blockquote>");
                inner.iter().for_each(|block| self.block(block));
                self.out.push_str("</blockquote>");
            }
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Rule => self.out.push_str("<hr>"),
        }
    }

    fn paragraph(&mut self, align: Option<Align>, content: &[Inline]) {
        self.out.push_str("<p");
        if let Some(align) = align {
            attribute(&mut self.out, "class", &format!("align-{}", align.as_str()));
        }
        self.out.push('>');
        inline(&mut self.out, content, self.options);
        self.out.push_str("</p>");
    }

    fn items(&mut self, items: &[Vec<Block>]) {
        for item in items {
            self.out.push_str("<li>");
            self.compact(item);
            self.out.push_str("</li>");
        }
    }

    fn figure(&mut self, figure: &Figure) {
        let asset = figure.asset.hyphenated().to_string();
        self.out.push_str("<figure");
        if self.options.mark_assets {
            attribute(&mut self.out, "data-asset", &asset);
        }
        self.out.push('>');
        match self.options.pictures.picture(&asset) {
            Some(picture) => {
                self.out.push_str("<img");
                attribute(&mut self.out, "src", &picture.src);
                if !picture.srcset.is_empty() {
                    attribute(&mut self.out, "srcset", &picture.srcset);
                    attribute(&mut self.out, "sizes", self.options.picture_sizes);
                }
                for (name, pixels) in [("width", picture.width), ("height", picture.height)] {
                    if pixels > 0 {
                        attribute(&mut self.out, name, &pixels.to_string());
                    }
                }
                attribute(&mut self.out, "alt", &figure.alt);
                self.out.push_str(r#" loading="lazy" decoding="async">"#);
            }
            None if figure.alt.is_empty() => {}
            None => {
                self.out.push_str(r#"<p class="picture-missing">"#);
                escape(&mut self.out, &figure.alt);
                self.out.push_str("</p>");
            }
        }
        self.caption(figure);
        self.out.push_str("</figure>");
    }

    fn caption(&mut self, figure: &Figure) {
        if figure.caption.is_empty() && figure.credit.is_empty() {
            return;
        }
        self.out.push_str("<figcaption>");
        escape(&mut self.out, &figure.caption);
        if !figure.credit.is_empty() {
            if !figure.caption.is_empty() {
                self.out.push(' ');
            }
            self.out.push_str(r#"<span class="credit">"#);
            escape(&mut self.out, &figure.credit);
            self.out.push_str("</span>");
        }
        self.out.push_str("</figcaption>");
    }
}
