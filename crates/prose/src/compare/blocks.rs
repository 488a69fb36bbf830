//! Block by block, and inside lists, quotations and tables the same again.

use super::align::{Pair, align};
use super::bags::{Bags, hash};
use super::{Change, Part, RowChange, Run, State, words};
use crate::{Block, Cell, Figure, Row, json, text};

/// What became of these blocks.
pub(super) fn changes<'a>(old: &'a [Block], new: &'a [Block]) -> Vec<Change<'a>> {
    let key = |block: &Block| hash(&json::write(std::slice::from_ref(block)));
    let olds: Vec<u64> = old.iter().map(key).collect();
    let news: Vec<u64> = new.iter().map(key).collect();
    let old_bags = Bags::new(old.iter().map(std::slice::from_ref));
    let new_bags = Bags::new(new.iter().map(std::slice::from_ref));
    let score = |i: usize, j: usize| match (old.get(i), new.get(j)) {
        (Some(one), Some(other)) => alike(one, other, old_bags.alike(i, &new_bags, j)),
        _ => 0.0,
    };
    let pairs = align(&olds, &news, score);
    pairs.into_iter().filter_map(|pair| change(pair, old, new)).collect()
}

fn change<'a>(pair: Pair, old: &'a [Block], new: &'a [Block]) -> Option<Change<'a>> {
    Some(match pair {
        Pair::Same(_, j) => Change::Same(new.get(j)?),
        Pair::Removed(i) => Change::Removed(old.get(i)?),
        Pair::Added(j) => Change::Added(new.get(j)?),
        Pair::Changed(i, j) => inside(old.get(i)?, new.get(j)?),
    })
}

fn inside<'a>(old: &'a Block, new: &'a Block) -> Change<'a> {
    match (old, new) {
        (
            Block::Paragraph { content: one, .. } | Block::Heading { content: one, .. },
            Block::Paragraph { content: other, .. } | Block::Heading { content: other, .. },
        ) => Change::Words { old, new, runs: words::runs(one, other) },
        (
            Block::BulletList(one) | Block::OrderedList { items: one, .. },
            Block::BulletList(other) | Block::OrderedList { items: other, .. },
        ) => Change::List { old, new, items: items(one, other) },
        (Block::Blockquote(one), Block::Blockquote(other)) => Change::Quote(changes(one, other)),
        (Block::Table(one), Block::Table(other)) => Change::Table(rows(&one.rows, &other.rows)),
        (Block::Figure(old), Block::Figure(new)) => Change::Figure { old, new },
        // Never paired by `alike`; said as it is all the same.
        _ => Change::Added(new),
    }
}

fn items<'a>(old: &'a [Vec<Block>], new: &'a [Vec<Block>]) -> Vec<Part<'a>> {
    let key = |item: &Vec<Block>| hash(&json::write(item));
    let bags = |items: &'a [Vec<Block>]| Bags::new(items.iter().map(Vec::as_slice));
    let (old_bags, new_bags) = (bags(old), bags(new));
    let olds: Vec<u64> = old.iter().map(key).collect();
    let news: Vec<u64> = new.iter().map(key).collect();
    let pairs = align(&olds, &news, |i, j| old_bags.alike(i, &new_bags, j));
    pairs
        .into_iter()
        .filter_map(|pair| part(pair, |i| Some(old.get(i)?.as_slice()), |j| Some(new.get(j)?.as_slice())))
        .collect()
}

fn part<'a>(
    pair: Pair,
    old: impl Fn(usize) -> Option<&'a [Block]>,
    new: impl Fn(usize) -> Option<&'a [Block]>,
) -> Option<Part<'a>> {
    Some(match pair {
        Pair::Same(_, j) => Part { state: State::Same, changes: new(j)?.iter().map(Change::Same).collect() },
        Pair::Removed(i) => {
            Part { state: State::Removed, changes: old(i)?.iter().map(Change::Removed).collect() }
        }
        Pair::Added(j) => Part { state: State::Added, changes: new(j)?.iter().map(Change::Added).collect() },
        Pair::Changed(i, j) => Part { state: State::Changed, changes: changes(old(i)?, new(j)?) },
    })
}

fn rows<'a>(old: &'a [Row], new: &'a [Row]) -> Vec<RowChange<'a>> {
    let olds: Vec<u64> =
        old.iter().map(|row| hash(&row.cells.iter().map(cell_key).collect::<Vec<_>>())).collect();
    let news: Vec<u64> =
        new.iter().map(|row| hash(&row.cells.iter().map(cell_key).collect::<Vec<_>>())).collect();
    let old_bags = Bags::of_cells(old);
    let new_bags = Bags::of_cells(new);
    let pairs = align(&olds, &news, |i, j| old_bags.alike(i, &new_bags, j));
    pairs.into_iter().filter_map(|pair| row(pair, old, new)).collect()
}

fn row<'a>(pair: Pair, old: &'a [Row], new: &'a [Row]) -> Option<RowChange<'a>> {
    let whole = |row: &'a Row, state: State, wrap: fn(&'a Block) -> Change<'a>| RowChange {
        state,
        cells: row
            .cells
            .iter()
            .map(|cell| (cell, Part { state, changes: cell.content.iter().map(wrap).collect() }))
            .collect(),
    };
    Some(match pair {
        Pair::Same(_, j) => whole(new.get(j)?, State::Same, Change::Same),
        Pair::Removed(i) => whole(old.get(i)?, State::Removed, Change::Removed),
        Pair::Added(j) => whole(new.get(j)?, State::Added, Change::Added),
        Pair::Changed(i, j) => RowChange { state: State::Changed, cells: cells(old.get(i)?, new.get(j)?) },
    })
}

/// Rows of equal length are compared cell by cell; others as sequences.
fn cells<'a>(old: &'a Row, new: &'a Row) -> Vec<(&'a Cell, Part<'a>)> {
    let olds: Vec<u64> = old.cells.iter().map(cell_key).collect();
    let news: Vec<u64> = new.cells.iter().map(cell_key).collect();
    let pairs = if olds.len() == news.len() {
        let same = |(n, (one, other)): (usize, (&u64, &u64))| {
            if one == other { Pair::Same(n, n) } else { Pair::Changed(n, n) }
        };
        olds.iter().zip(&news).enumerate().map(same).collect()
    } else {
        align(&olds, &news, |_, _| 0.5)
    };
    let old_blocks = |i: usize| Some(old.cells.get(i)?.content.as_slice());
    let new_blocks = |j: usize| Some(new.cells.get(j)?.content.as_slice());
    let with_cell = |pair| {
        let cell = match pair {
            Pair::Removed(i) => old.cells.get(i)?,
            Pair::Same(_, j) | Pair::Changed(_, j) | Pair::Added(j) => new.cells.get(j)?,
        };
        Some((cell, part(pair, old_blocks, new_blocks)?))
    };
    pairs.into_iter().filter_map(with_cell).collect()
}

fn cell_key(cell: &Cell) -> u64 {
    hash(&(cell.colspan, cell.rowspan, cell.kind == crate::CellKind::Header, json::write(&cell.content)))
}

/// Whether two blocks may be versions of one, from 0 to 1.
fn alike(one: &Block, other: &Block, words: f32) -> f32 {
    match (one, other) {
        (Block::Figure(one), Block::Figure(other)) => figures_alike(one, other),
        (Block::Table(_), Block::Table(_)) | (Block::Blockquote(_), Block::Blockquote(_)) => words.max(0.4),
        (
            Block::Paragraph { .. } | Block::Heading { .. },
            Block::Paragraph { .. } | Block::Heading { .. },
        )
        | (
            Block::BulletList(_) | Block::OrderedList { .. },
            Block::BulletList(_) | Block::OrderedList { .. },
        ) => words,
        _ => 0.0,
    }
}

fn figures_alike(one: &Figure, other: &Figure) -> f32 {
    if one.asset == other.asset { 1.0 } else { 0.5 }
}

/// Counts syllables that came and went.
pub(super) fn count(change: &Change<'_>, added: &mut usize, removed: &mut usize) {
    match change {
        Change::Same(_) => {}
        Change::Added(block) => *added += block_words(block),
        Change::Removed(block) => *removed += block_words(block),
        Change::Words { runs, .. } => count_runs(runs, added, removed),
        Change::List { items, .. } => {
            items.iter().flat_map(|item| &item.changes).for_each(|inner| count(inner, added, removed))
        }
        Change::Quote(changes) => changes.iter().for_each(|inner| count(inner, added, removed)),
        Change::Table(rows) => {
            let cells = rows.iter().flat_map(|row| &row.cells);
            cells.flat_map(|(_, cell)| &cell.changes).for_each(|inner| count(inner, added, removed));
        }
        Change::Figure { old, new } => {
            for (one, other) in
                [(&old.alt, &new.alt), (&old.caption, &new.caption), (&old.credit, &new.credit)]
            {
                count_runs(&super::compare_text(one, other), added, removed);
            }
        }
    }
}

fn count_runs(runs: &[Run], added: &mut usize, removed: &mut usize) {
    for run in runs {
        let mut words = String::new();
        text::inline(&mut words, &run.content, ' ');
        match run.state {
            State::Added => *added += text::syllables(&words),
            State::Removed => *removed += text::syllables(&words),
            State::Same | State::Changed => {}
        }
    }
}

fn block_words(block: &Block) -> usize {
    let mut words = String::new();
    text::lines(&mut words, std::slice::from_ref(block));
    text::syllables(&words)
}
