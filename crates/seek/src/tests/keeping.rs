//! What was committed stays, what is torn is told, a rebuild leaves no gap.

use std::fs;

use super::world::*;
use crate::{Change, Index, Trouble};

fn total(index: &Index, text: &str) -> u64 {
    ask(index, text).total
}

#[test]
fn changes_are_found_at_once_and_the_number_stays_with_them() {
    let folder = tempfile::tempdir().unwrap();
    let index = Index::open(folder.path()).unwrap();
    assert_eq!(index.sequence().unwrap(), 0);
    index.apply(&put(vec![entry("a:1", "Lũ quét", "")]), 7).unwrap();
    assert_eq!((total(&index, "lũ"), index.sequence().unwrap()), (1, 7));
    index.apply(&put(vec![entry("a:1", "Hạn hán", "")]), 8).unwrap();
    assert_eq!((total(&index, "lũ"), total(&index, "hạn")), (0, 1));
    index.apply(&[Change::Remove("a:1".into())], 9).unwrap();
    assert_eq!(total(&index, "hạn"), 0);
    // A batch that comes again, late, does not turn the number back.
    index.apply(&[], 3).unwrap();
    drop(index);
    let again = Index::open(folder.path()).unwrap();
    assert_eq!((again.sequence().unwrap(), again.statistics().unwrap().entries), (9, 0));
}

#[test]
fn the_same_entry_twice_in_a_batch_is_its_last_state() {
    let index = index(vec![entry("a:1", "Lũ", ""), entry("a:1", "Hạn", "")]);
    assert_eq!((total(&index, "lũ"), total(&index, "hạn")), (0, 1));
}

#[test]
fn an_unfit_entry_is_named_and_nothing_of_its_batch_is_taken() {
    let index = Index::in_memory().unwrap();
    let changes = put(vec![entry("a:1", "Lũ", ""), crate::Entry::default()]);
    assert!(matches!(index.apply(&changes, 1), Err(Trouble::Unfit { .. })));
    let long = put(vec![entry(&"x".repeat(201), "Lũ", "")]);
    assert!(matches!(index.apply(&long, 1), Err(Trouble::Unfit { .. })));
    assert_eq!((total(&index, "lũ"), index.sequence().unwrap()), (0, 0));
}

#[test]
fn a_rebuild_replaces_in_one_step_and_an_unfinished_one_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let index = Index::open(folder.path()).unwrap();
    index.apply(&put(vec![entry("a:1", "Lũ quét", "")]), 5).unwrap();
    let rebuild = index.rebuild().unwrap();
    rebuild.add(&put(vec![entry("a:2", "Lũ ống", "")])).unwrap();
    assert_eq!(ids(&index, "lũ"), ["a:1"], "the old one answers meanwhile");
    index.apply(&put(vec![entry("a:3", "Lũ về", "")]), 6).unwrap();
    rebuild.finish(5).unwrap();
    assert_eq!((ids(&index, "lũ"), index.sequence().unwrap()), (vec!["a:2".to_owned()], 5));
    index.apply(&put(vec![entry("a:3", "Lũ về", "")]), 6).unwrap();
    assert_eq!(total(&index, "lũ"), 2);
    let dropped = index.rebuild().unwrap();
    dropped.add(&put(vec![entry("a:4", "Lũ", "")])).unwrap();
    drop(dropped);
    drop(index);
    let again = Index::open(folder.path()).unwrap();
    assert_eq!((total(&again, "lũ"), again.sequence().unwrap()), (2, 6));
    let folders =
        fs::read_dir(folder.path()).unwrap().filter(|f| f.as_ref().unwrap().path().is_dir()).count();
    assert_eq!(folders, 1);
}

#[test]
fn stamps_are_listed_for_comparison() {
    let index = index(vec![crate::Entry { stamp: 4, ..entry("a:1", "", "") }, entry("a:2", "", "")]);
    index.apply(&[Change::Remove("a:2".into())], 2).unwrap();
    let mut stamps = Vec::new();
    index.stamps(|id, stamp| stamps.push((id.to_owned(), stamp))).unwrap();
    assert_eq!(stamps, [("a:1".to_owned(), 4)]);
}

#[test]
fn a_second_writer_is_told_that_the_folder_is_taken() {
    let folder = tempfile::tempdir().unwrap();
    let first = Index::open(folder.path()).unwrap();
    first.apply(&put(vec![entry("a:1", "Lũ", "")]), 1).unwrap();
    let second = Index::open(folder.path()).unwrap();
    assert!(matches!(second.apply(&[], 2), Err(Trouble::Busy)));
    assert_eq!(total(&second, "lũ"), 1);
}

/// Every file of the index in use.
fn files(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let name = fs::read_to_string(folder.join("CURRENT")).unwrap();
    let inner = fs::read_dir(folder.join(name)).unwrap();
    inner.map(|f| f.unwrap().path()).filter(|p| !p.to_string_lossy().contains("lock")).collect()
}

#[test]
fn torn_missing_and_altered_files_are_damage_and_starting_over_mends_it() {
    type Harm = fn(&std::path::Path);
    let harms: [Harm; 3] = [
        |file| {
            fs::write(file, &fs::read(file).unwrap()[..fs::metadata(file).unwrap().len() as usize / 2])
                .unwrap()
        },
        |file| fs::remove_file(file).unwrap(),
        |file| {
            let mut bytes = fs::read(file).unwrap();
            bytes.iter_mut().for_each(|b| *b ^= 0x5a);
            fs::write(file, bytes).unwrap();
        },
    ];
    // Each file suffers one of them, in turn, and the next one in the second round.
    for round in 0..2 {
        for number in 0.. {
            let harm = harms[(number + round) % 3];
            let folder = tempfile::tempdir().unwrap();
            let index = Index::open(folder.path()).unwrap();
            index.apply(&put(vec![entry("a:1", "Lũ", ""), entry("a:2", "Lũ", "")]), 1).unwrap();
            drop(index);
            let Some(file) = files(folder.path()).into_iter().nth(number) else { break };
            // What tantivy keeps to clean up after itself is not needed to search.
            if file.file_name().unwrap() == ".managed.json" {
                continue;
            }
            harm(&file);
            let told = Index::open(folder.path()).and_then(|index| {
                index.verify()?;
                index.search(&reader(), &crate::Ask::new("lũ"))
            });
            assert!(matches!(told, Err(Trouble::Damaged(_))), "{}: {told:?}", file.display());
            let fresh = Index::start_over(folder.path()).unwrap();
            assert_eq!(fresh.sequence().unwrap(), 0);
            fresh.apply(&put(vec![entry("a:1", "Lũ", "")]), 1).unwrap();
            assert_eq!(total(&fresh, "lũ"), 1);
        }
    }
}

#[test]
fn the_name_of_the_index_in_use_is_not_believed_blindly() {
    for name in ["", "../../etc", "index-", "index-99", "index-1/../../x"] {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("CURRENT"), name).unwrap();
        assert!(matches!(Index::open(folder.path()), Err(Trouble::Damaged(_))), "{name}");
    }
}
