//! Word writes lists as paragraphs with a level; here they become lists in lists.

use super::marker::Kind;
use crate::{Block, Inline};

/// A paragraph that is an item of a list, as Word writes it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Listed {
    /// From one.
    pub(super) level: usize,
    pub(super) kind: Kind,
    pub(super) content: Vec<Inline>,
}

/// What a flow of text is made of before lists are built.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Piece {
    Block(Block),
    Listed(Listed),
}

/// Builds the lists.
pub(super) fn built(pieces: Vec<Piece>) -> Vec<Block> {
    let mut out = vec![];
    let mut run = vec![];
    for piece in pieces {
        match piece {
            Piece::Listed(listed) => run.push(listed),
            Piece::Block(block) => {
                nest(&mut out, &std::mem::take(&mut run));
                out.push(block);
            }
        }
    }
    nest(&mut out, &run);
    out
}

/// Makes lists of a run of items: what is deeper than the first belongs into the item before it.
fn nest(out: &mut Vec<Block>, run: &[Listed]) {
    let Some(first) = run.first() else { return };
    let mut items: Vec<Vec<Block>> = vec![];
    let mut expected = first.kind;
    let mut rest = run;
    while let Some((item, after)) = rest.split_first() {
        if item.level < first.level || !continues(expected, item.kind) {
            break;
        }
        let inner = after.iter().take_while(|other| other.level > first.level).count();
        let (inner, after) = after.split_at_checked(inner).unwrap_or((after, &[]));
        let mut blocks = vec![Block::paragraph(item.content.clone())];
        nest(&mut blocks, inner);
        items.push(blocks);
        expected = next(item.kind);
        rest = after;
    }
    out.push(match first.kind {
        Kind::Bullet => Block::BulletList(items),
        Kind::Number(start) => Block::OrderedList { start, items },
    });
    nest(out, rest);
}

fn continues(expected: Kind, kind: Kind) -> bool {
    expected == kind
}

fn next(kind: Kind) -> Kind {
    match kind {
        Kind::Bullet => Kind::Bullet,
        Kind::Number(n) => Kind::Number(n.saturating_add(1)),
    }
}
