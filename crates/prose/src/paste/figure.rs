//! Pictures out of a page: kept with their words where the store has them, named where it has not.

use dom_query::NodeRef;
use uuid::Uuid;

use super::blocks::Around;
use super::flow::Flow;
use super::{Dropped, Paste};
use crate::json::asset_id;
use crate::{Block, Figure};

impl Paste<'_> {
    pub(super) fn picture(&mut self, node: &NodeRef<'_>, flow: &mut Flow) {
        match self.asset(node) {
            Some(asset) => {
                let alt = node.attr_or("alt", "").to_string();
                flow.block(Block::Figure(Figure {
                    asset,
                    alt,
                    caption: String::new(),
                    credit: String::new(),
                }));
            }
            None => self.missing(node),
        }
    }

    pub(super) fn figure(&mut self, node: &NodeRef<'_>, around: &Around, flow: &mut Flow) {
        flow.end_line();
        let image = node.descendants_it().find(|inner| inner.has_name("img"));
        let own = node.attr("data-asset").and_then(|id| asset_id(id.trim()));
        let Some(asset) = own.or_else(|| image.as_ref().and_then(|image| self.asset(image))) else {
            // The words under the picture stay, for the author to put under it again.
            self.children(node, around, flow);
            return flow.end_line();
        };
        let alt = image.map(|image| image.attr_or("alt", "").to_string()).unwrap_or_default();
        let (mut caption, mut credit) = (String::new(), String::new());
        for inner in node.descendants_it() {
            let in_credit = inner.ancestors_it(None).any(|above| above.has_class("credit"));
            let in_caption = inner.ancestors_it(None).any(|above| above.has_name("figcaption"));
            if inner.is_text() && in_caption {
                let words = if in_credit { &mut credit } else { &mut caption };
                words.push_str(&inner.text());
            }
        }
        let line = |words: String| words.split_whitespace().collect::<Vec<_>>().join(" ");
        flow.block(Block::Figure(Figure { asset, alt, caption: line(caption), credit: line(credit) }));
    }

    fn asset(&self, image: &NodeRef<'_>) -> Option<Uuid> {
        let own = image.attr("data-asset").and_then(|id| asset_id(id.trim()));
        own.or_else(|| image.attr("src").and_then(|address| (self.known)(&address)))
    }

    fn missing(&mut self, image: &NodeRef<'_>) {
        let (alt, address) = (image.attr_or("alt", ""), image.attr_or("src", ""));
        let name = if address.starts_with("data:") {
            ""
        } else {
            address.rsplit(['/', '\\']).next().unwrap_or_default()
        };
        self.drop(Dropped::Picture, if alt.trim().is_empty() { name } else { &alt });
    }
}
