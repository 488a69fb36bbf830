//! Pages follow each other while things are published.

use super::world::*;
use crate::{Answer, Ask, Held, Index, Order};

fn shelf(count: usize) -> Vec<crate::Entry> {
    (0..count)
        .map(|n| on("2026-01-01", entry(&format!("s:{n:03}"), "Tin lũ", &"lũ ".repeat(n % 7 + 1))))
        .collect()
}

fn page(index: &Index, held: &Held, order: Order, after: Option<String>) -> Answer {
    index.search(held, &Ask { order, after, size: 7, ..Ask::new("lũ") }).unwrap()
}

fn all(index: &Index, order: Order, mut between: impl FnMut(usize)) -> Vec<String> {
    let mut ids = Vec::new();
    let mut after = None;
    for number in 0.. {
        let answer = page(index, &reader(), order, after);
        assert!(!answer.moved);
        ids.extend(answer.hits.into_iter().map(|h| h.id));
        after = answer.next;
        if after.is_none() {
            return ids;
        }
        between(number);
    }
    ids
}

#[test]
fn every_result_once_although_more_are_published_meanwhile() {
    for order in [Order::Relevance, Order::Newest] {
        let index = index(shelf(40));
        let whole = index.search(&reader(), &Ask { order, size: 100, ..Ask::new("lũ") }).unwrap();
        let whole: Vec<String> = whole.hits.into_iter().map(|h| h.id).collect();
        let paged = all(&index, order, |n| {
            let fresh = on("2026-11-01", entry(&format!("new:{n}"), "Lũ lũ lũ", "lũ lũ lũ"));
            index.apply(&put(vec![fresh]), 2).unwrap();
        });
        assert_eq!(paged, whole);
    }
}

#[test]
fn a_list_that_is_gone_is_followed_as_well_as_can_be_and_that_is_said() {
    let index = index(shelf(40));
    let first = page(&index, &reader(), Order::Newest, None);
    for n in 0..20 {
        index.apply(&put(vec![entry(&format!("x:{n}"), "Khác", "")]), n).unwrap();
        page(&index, &reader(), Order::Newest, None);
    }
    let second = page(&index, &reader(), Order::Newest, first.next.clone());
    assert!(second.moved);
    let seen: Vec<_> = first.hits.iter().chain(&second.hits).map(|h| h.id.clone()).collect();
    let whole = index.search(&reader(), &Ask { order: Order::Newest, size: 14, ..Ask::new("lũ") }).unwrap();
    assert_eq!(seen, whole.hits.into_iter().map(|h| h.id).collect::<Vec<_>>());
    // The last result of the page before is taken away: the next page begins where it would have.
    index.apply(&[crate::Change::Remove(first.hits[6].id.clone())], 99).unwrap();
    let third = page(&index, &reader(), Order::Newest, first.next);
    assert!(third.moved && third.hits.len() == 7 && third.hits.iter().all(|h| !seen[..6].contains(&h.id)));
}

#[test]
fn a_cursor_opens_nothing_to_somebody_else() {
    let index = index((0..20).map(|n| only(DESK, entry(&format!("s:{n}"), "Lũ", ""))).collect());
    let first = page(&index, &Held::new([DESK]), Order::Relevance, None);
    let stolen = page(&index, &reader(), Order::Relevance, first.next);
    assert_eq!((stolen.total, stolen.hits.len()), (0, 0));
}
