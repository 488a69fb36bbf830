//! Readers while the index is written, rebuilt and paged through: each answer is that of one state.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use super::world::*;
use crate::{Ask, Change, Index, Order};

/// Entries come in pairs, one commit each: whoever sees half a pair saw half a state.
fn pair(number: usize) -> Vec<Change> {
    put(vec![
        entry(&format!("left:{number}"), "Lũ quét", "mưa lớn"),
        entry(&format!("right:{number}"), "Lũ quét", "mưa lớn"),
    ])
}

fn read(index: &Index, done: &AtomicBool) -> usize {
    let (mut answers, mut least) = (0, 0);
    while !done.load(Ordering::Acquire) || answers < 10 {
        let answer = index.search(&reader(), &Ask { size: 50, ..Ask::new("lũ quét") }).unwrap();
        assert_eq!(answer.total % 2, 0, "half a commit");
        assert!(answer.total >= least, "what was found is lost");
        least = answer.total;
        assert!(index.suggest(&reader(), "lu q", 5, None).is_ok());
        let page = Ask { size: 3, order: Order::Newest, ..Ask::new("mưa") };
        let first = index.search(&reader(), &page).unwrap();
        if first.next.is_some() {
            let second = index.search(&reader(), &Ask { after: first.next, ..page }).unwrap();
            assert!(second.hits.iter().all(|hit| first.hits.iter().all(|other| other.id != hit.id)));
        }
        answers += 1;
    }
    answers
}

#[test]
fn readers_see_whole_states_while_others_write_and_rebuild() {
    let folder = tempfile::tempdir().unwrap();
    let index = Index::open(folder.path()).unwrap();
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        let readers: Vec<_> = (0..4).map(|_| scope.spawn(|| read(&index, &done))).collect();
        for number in 0..40 {
            index.apply(&pair(number), number as u64 + 1).unwrap();
            if number % 15 == 14 {
                let rebuild = index.rebuild().unwrap();
                for earlier in 0..=number {
                    rebuild.add(&pair(earlier)).unwrap();
                }
                rebuild.finish(number as u64 + 1).unwrap();
            }
        }
        done.store(true, Ordering::Release);
        assert!(readers.into_iter().map(|reader| reader.join().unwrap()).sum::<usize>() >= 40);
    });
    assert_eq!(ask(&index, "lũ quét").total, 80);
    index.verify().unwrap();
}
