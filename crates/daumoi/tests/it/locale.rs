//! Every word of the interface stands in both languages, and every key that is asked for exists.

use kernel::Event;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use web::{Lang, keys};

fn crates() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            if path
                .file_name()
                .is_some_and(|name| name != "target" && name != "tests" && name != "node_modules")
            {
                files(&path, found);
            }
        } else if path.extension().is_some_and(|end| end == "rs" || end == "html") {
            found.push(path);
        }
    }
}

/// Words in quotes that look like keys of ours: `web-skip`, `refused-own-text`.
fn asked_for(text: &str) -> impl Iterator<Item = &str> {
    text.split('"').skip(1).step_by(2).filter(|word| {
        let families = [
            "web-",
            "people-",
            "work-",
            "story-",
            "state-",
            "genre-",
            "act-",
            "said-",
            "write-",
            "locked-",
            "review-",
            "list-",
            "timetable-",
            "compare-",
            "readers-",
            "check-",
            "refused-",
            "closed-",
            "stale-",
            "history-",
            "portal-",
            "rail-",
            "ledger-",
            "demo-",
            "failure-",
            "denied-",
            "role-",
            "area-tag-",
            "release-",
            "contact-",
            "pevent-",
            "guest-",
            "room-",
            "verify-",
            "calendar-",
            "ask-",
            "answers-",
            "consult-",
            "inforeq-",
            "report-",
            "qa-",
            "letter-",
            "plan-",
        ];
        families.iter().any(|family| word.starts_with(family))
            && !word.ends_with('-')
            && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    })
}

#[test]
fn every_key_that_is_asked_for_exists() {
    let (known, _) = keys(Lang::Vi);
    let events: BTreeSet<&str> = Event::NAMES.iter().flat_map(|names| names.iter()).copied().collect();
    let mut missing = BTreeSet::new();
    for house in std::fs::read_dir(crates()).unwrap().flatten() {
        if NOT_HOUSES.iter().any(|name| house.file_name() == *name) {
            continue;
        }
        let mut sources = Vec::new();
        files(&house.path(), &mut sources);
        for source in sources {
            let text = std::fs::read_to_string(&source).unwrap();
            for key in asked_for(&text) {
                if !known.contains(key) && !events.contains(key) {
                    missing.insert(format!("{key} ({})", source.file_name().unwrap().to_string_lossy()));
                }
            }
        }
    }
    missing.retain(|key| !NOT_KEYS.iter().any(|word| key.starts_with(word)));
    assert_eq!(missing, BTreeSet::new());
}

/// Crates that know nothing of the locales: their words in quotes are Vietnamese text, markup or news.
const NOT_HOUSES: [&str; 7] = ["browser", "demo", "mail", "prose", "viet", "wire", "xtask"];

/// Words in quotes that look like keys and are names of other things.
const NOT_KEYS: [&str; 6] =
    ["act-shut", "said-no-such-key", "work-done (", "work-given (", "work-open (", "work-rolled ("];

#[test]
fn every_event_has_its_words() {
    let (known, _) = keys(Lang::Vi);
    let missing: Vec<String> = Event::NAMES
        .iter()
        .flat_map(|names| names.iter())
        .map(|name| format!("event-{name}"))
        .filter(|key| !known.contains(key.as_str()))
        .collect();
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn no_key_stands_twice() {
    for lang in ["vi", "en"] {
        let mut known = BTreeSet::new();
        let mut sources = Vec::new();
        files(&crates().join("../locales").join(lang), &mut sources);
        for source in sources {
            let text = std::fs::read_to_string(&source).unwrap();
            for line in text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase())) {
                let Some((key, _)) = line.split_once(" =") else { continue };
                assert!(known.insert(key.to_owned()), "{lang}: {key} stands twice");
            }
        }
    }
}
