//! Which part of the page is the story, and its leaves as lines.

use super::super::lines::{Line, Markup, words};
use super::leaves::{Leaf, Pieced, Sort};
use std::collections::HashMap;

/// Names of parts that hold the story, and of those that hardly do.
const LIKELY: [&str; 20] = [
    "article",
    "body",
    "content",
    "entry",
    "main",
    "post",
    "story",
    "detail",
    "noidung",
    "noi-dung",
    "chitiet",
    "chi-tiet",
    "baiviet",
    "bai-viet",
    "bodytext",
    "fck",
    "newsview",
    "text",
    "tinchitiet",
    "hometext",
];
const UNLIKELY: [&str; 30] = [
    "comment",
    "binhluan",
    "binh-luan",
    "related",
    "lienquan",
    "lien-quan",
    "tinkhac",
    "tin-khac",
    "othernews",
    "sidebar",
    "foot",
    "menu",
    "navi",
    "breadcrumb",
    "share",
    "social",
    "widget",
    "advert",
    "quangcao",
    "banner",
    "tags",
    "pager",
    "pagination",
    "promo",
    "newsletter",
    "popup",
    "cookie",
    "recommend",
    "most-read",
    "teaser",
];

pub(super) fn lines(page: &Pieced) -> Vec<Line> {
    let side = side_by_trust(page);
    let main = main_container(page, &side);
    let inside = descendants(page, main);
    let tables = data_tables(page, &inside);
    let mut out: Vec<Line> = Vec::with_capacity(page.leaves.len());
    let mut open_table: Option<u32> = None;
    let mut row_of: u32 = 0;
    for leaf in &page.leaves {
        let is_side = side.get(leaf.container).copied().unwrap_or(false);
        let outside = is_side || !inside.get(leaf.container).copied().unwrap_or(false);
        if let Sort::Cell(table, row) = leaf.sort
            && !outside
            && tables.contains(&table)
        {
            if open_table == Some(table)
                && let Some(last) = out.last_mut()
            {
                last.text.push(if row == row_of { '\t' } else { '\n' });
                last.text.push_str(&leaf.text);
            } else {
                out.push(line(leaf, Markup::Table, outside, is_side));
            }
            (open_table, row_of) = (Some(table), row);
            continue;
        }
        open_table = None;
        out.push(line(leaf, markup(leaf.sort), outside, is_side));
    }
    out
}

fn line(leaf: &Leaf, markup: Markup, outside: bool, beside: bool) -> Line {
    let letters = leaf.text.chars().filter(|c| !c.is_whitespace()).count();
    let linked = leaf.linked * 10 >= letters * 8 && letters > 0;
    Line { text: leaf.text.clone(), markup, linked, outside, beside }
}

fn markup(sort: Sort) -> Markup {
    match sort {
        Sort::Heading(level) => Markup::Heading(level),
        Sort::Paragraph => Markup::Paragraph,
        Sort::ListItem => Markup::ListItem,
        Sort::Caption => Markup::Caption,
        Sort::Cell(..) | Sort::Other => Markup::Bare,
    }
}

/// Whether a leaf is running text that tells where the story is.
fn weight(leaf: &Leaf) -> f64 {
    let length = leaf.text.chars().count();
    if length < 40 || leaf.linked * 2 > length || matches!(leaf.sort, Sort::Heading(_) | Sort::Caption) {
        return 0.0;
    }
    let commas = leaf.text.matches([',', '،', '，']).count() as f64;
    1.0 + commas.min(8.0) + (length as f64 / 100.0).min(4.0)
}

/// Names are believed only while they leave a third of the running text: some sites name the story's own grid
/// after the sidebar in it.
fn side_by_trust(page: &Pieced) -> Vec<bool> {
    let side = side_containers(page, true);
    let running = |kept: &dyn Fn(&Leaf) -> bool| -> usize {
        page.leaves.iter().filter(|l| weight(l) > 0.0 && kept(l)).map(|l| l.text.len()).sum()
    };
    let all = running(&|_| true);
    let left = running(&|l| !side.get(l.container).copied().unwrap_or(false));
    if left * 3 < all { side_containers(page, false) } else { side }
}

/// Containers that by tag or name stand beside the story, unless most of the page's text is in them.
fn side_containers(page: &Pieced, names: bool) -> Vec<bool> {
    let share = sums(page, |leaf| if weight(leaf) > 0.0 { leaf.text.len() as f64 } else { 0.0 });
    let all = share.first().copied().unwrap_or(0.0);
    let mut side = vec![false; page.containers.len()];
    for (at, container) in page.containers.iter().enumerate().skip(1) {
        let by_tag = matches!(container.name.as_ref(), "nav" | "aside" | "footer");
        let by_name = names
            && UNLIKELY.iter().any(|u| container.hints.contains(u))
            && !matches!(container.name.as_ref(), "html" | "body" | "main" | "article" | "form");
        let heavy = share.get(at).copied().unwrap_or(0.0) > all * 0.4;
        let inherited = side.get(container.parent).copied().unwrap_or(false);
        if let Some(place) = side.get_mut(at) {
            *place = inherited || ((by_tag || by_name) && !heavy);
        }
    }
    side
}

/// Sums a measure of leaves over every container and those inside it.
fn sums(page: &Pieced, measure: impl Fn(&Leaf) -> f64) -> Vec<f64> {
    let mut sums = vec![0.0; page.containers.len()];
    for leaf in &page.leaves {
        if let Some(sum) = sums.get_mut(leaf.container) {
            *sum += measure(leaf);
        }
    }
    // A parent always stands before its children.
    for at in (1..page.containers.len()).rev() {
        let value = sums.get(at).copied().unwrap_or(0.0);
        if let Some(parent) = page.containers.get(at).map(|c| c.parent)
            && let Some(sum) = sums.get_mut(parent)
        {
            *sum += value;
        }
    }
    sums
}

/// The container with the most running text close under it; then its parent where the text goes on beside it.
fn main_container(page: &Pieced, side: &[bool]) -> usize {
    let mut score = vec![0.0_f64; page.containers.len()];
    for leaf in page.leaves.iter().filter(|l| !side.get(l.container).copied().unwrap_or(false)) {
        let mut at = leaf.container;
        for part in [1.0, 0.6, 0.3, 0.1] {
            if let Some(score) = score.get_mut(at) {
                *score += weight(leaf) * part;
            }
            at = page.containers.get(at).map_or(0, |c| c.parent);
            if at == 0 {
                break;
            }
        }
    }
    let all = sums(page, |l| l.text.chars().count() as f64);
    let linked = sums(page, |l| l.linked as f64);
    let mut best = (0.0, 0);
    for (at, container) in page.containers.iter().enumerate().skip(1) {
        let likely = LIKELY.iter().any(|l| container.hints.contains(l))
            || matches!(container.name.as_ref(), "article" | "main");
        let density = linked.get(at).copied().unwrap_or(0.0) / all.get(at).copied().unwrap_or(1.0).max(1.0);
        let raised = score.get(at).copied().unwrap_or(0.0)
            * if likely { 1.25 } else { 1.0 }
            * (1.0 - density.min(1.0));
        if raised > best.0 {
            best = (raised, at);
        }
    }
    climb(page, side, best.1)
}

/// A story cut into several sibling boxes: the parent, as long as it adds much running text for little else.
fn climb(page: &Pieced, side: &[bool], from: usize) -> usize {
    let good = sums(page, |l| {
        if weight(l) > 0.0 && !side.get(l.container).copied().unwrap_or(false) {
            l.text.len() as f64
        } else {
            0.0
        }
    });
    let good_of = |at: usize| good.get(at).copied().unwrap_or(0.0);
    let mut at = from;
    loop {
        if at == 0 || page.containers.get(at).is_some_and(|c| c.name == "article") {
            return at;
        }
        // Wrappers that add nothing are passed on the way to one that adds much.
        let mut up = at;
        let mut reached = None;
        for _ in 0..6 {
            up = page.containers.get(up).map_or(0, |c| c.parent);
            if up == 0 || page.containers.get(up).is_none_or(|c| c.name == "body" || c.name == "html") {
                break;
            }
            if good_of(up) > good_of(at) * 1.25 {
                reached = Some(up);
                break;
            }
        }
        let Some(up) = reached else { return at };
        at = up;
    }
}

fn descendants(page: &Pieced, main: usize) -> Vec<bool> {
    let mut inside = vec![main == 0; page.containers.len()];
    for (at, container) in page.containers.iter().enumerate() {
        let under = at == main || (at > 0 && inside.get(container.parent).copied().unwrap_or(false));
        if let Some(place) = inside.get_mut(at) {
            *place = under;
        }
    }
    inside
}

/// Tables of data: several rows and columns of short cells. Others only lay the page out.
fn data_tables(page: &Pieced, inside: &[bool]) -> Vec<u32> {
    #[derive(Default)]
    struct Shape {
        cells: usize,
        rows: Vec<u32>,
        longest: usize,
    }
    let mut shapes: HashMap<u32, Shape> = HashMap::new();
    for leaf in page.leaves.iter().filter(|l| inside.get(l.container).copied().unwrap_or(false)) {
        if let Sort::Cell(table, row) = leaf.sort {
            let shape = shapes.entry(table).or_default();
            shape.cells += 1;
            if shape.rows.last() != Some(&row) {
                shape.rows.push(row);
            }
            shape.longest = shape.longest.max(words(&leaf.text));
        }
    }
    let data = |s: &Shape| s.rows.len() >= 2 && s.cells * 2 >= s.rows.len() * 3 && s.longest <= 40;
    shapes.into_iter().filter(|(_, shape)| data(shape)).map(|(table, _)| table).collect()
}
