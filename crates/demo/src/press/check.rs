//! Keeps the press whole: outlets and originals exist, times are possible, reprints are reprints, nobody real is named.

#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Timestamp, tz::TimeZone};
use unicode_normalization::is_nfc;

use super::{Item, OutletKind, OutletLevel, Press, When, press};
use crate::world;

/// Outlets that exist, for neither names nor texts.
const REAL: &str = "VnExpress|Dân trí|VietnamPlus|VietNamNet|Quân đội nhân dân|Báo Nhân Dân|Tiền Phong|VOV|VTV|VTC|\
    Sài Gòn Giải Phóng|SGGP|Hànộimới|Hà Nội mới|Công an nhân dân|Sức khỏe & Đời sống|\
    Giáo dục & Thời đại|Kinh tế & Đô thị|Người Lao Động|Znews|Báo Tin Tức|Đại Đoàn Kết|Dân Việt|Soha|\
    Kênh 14|CafeF|Báo Chính phủ";

/// Outlets that exist and whose names are ordinary words or offices: for names only.
const ALSO_WORDS: &str = "Tuổi Trẻ|Thanh Niên|Nhân Dân|Lao Động|Pháp Luật|Nông nghiệp|Tài nguyên & Môi trường|Biên phòng|\
    Công Thương|Xây dựng";

fn the_press() -> Press {
    press().unwrap_or_else(|flaw| panic!("{flaw}"))
}

fn all(press: &Press) -> impl Iterator<Item = &Item> {
    press.items.iter().chain(&press.answer.after)
}

fn none(found: &[String]) {
    assert!(found.is_empty(), "{} flaws:\n{}", found.len(), found.join("\n"));
}

/// Rows of four syllables.
fn shingles(text: &str) -> BTreeSet<Vec<String>> {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.windows(4).map(<[String]>::to_vec).collect()
}

/// How much of the second text stands in the first, 0 to 1.
fn taken(from: &str, text: &str) -> f64 {
    let (original, copy) = (shingles(from), shingles(text));
    let count = |set: usize| u32::try_from(set).map_or(f64::NAN, f64::from);
    count(copy.intersection(&original).count()) / count(copy.len())
}

#[test]
fn keys_titles_and_domains_are_unique() {
    let press = the_press();
    let unique = |what: &str, words: Vec<&str>| {
        let mut seen = BTreeSet::new();
        for word in words {
            assert!(seen.insert(word.to_lowercase()), "{what} `{word}` appears twice");
        }
    };
    unique("outlet", press.outlets.iter().map(|one| one.key.as_str()).collect());
    unique("name", press.outlets.iter().map(|one| one.name.as_str()).collect());
    unique("domain", press.outlets.iter().map(|one| one.domain.as_str()).collect());
    unique("topic", press.topics.iter().map(|one| one.key.as_str()).collect());
    unique("item", all(&press).map(|one| one.key.as_str()).collect());
    unique("title", all(&press).map(|one| one.title.as_str()).collect());
}

#[test]
fn outlets_are_of_every_level_and_exist_nowhere() {
    let press = the_press();
    let of = |level: OutletLevel| press.outlets.iter().filter(|one| one.level == level).count();
    assert_eq!((of(OutletLevel::Central), of(OutletLevel::Province), of(OutletLevel::Local)), (6, 5, 3));
    let kinds: BTreeSet<&str> = press.outlets.iter().map(|one| one.kind.id()).collect();
    assert_eq!(kinds.len(), 5, "{kinds:?} should have {}", OutletKind::NewsAgency.id());
    for outlet in &press.outlets {
        assert!(outlet.domain.ends_with(".example"), "{}", outlet.domain);
        let real = REAL.split('|').chain(ALSO_WORDS.split('|')).find(|name| outlet.name.contains(name));
        assert_eq!(real, None, "{} exists", outlet.name);
    }
    let mut flaws = Vec::new();
    for item in all(&press) {
        let text = format!("{}\n{}\n{}", item.title, item.summary, item.body);
        let named = REAL.split('|').filter(|name| text.contains(name));
        flaws.extend(named.map(|name| format!("{}: {name}", item.key)));
    }
    none(&flaws);
}

#[test]
fn items_refer_to_what_exists() {
    let press = the_press();
    let mut flaws = Vec::new();
    for item in all(&press) {
        if press.outlet(&item.outlet).is_none() {
            flaws.push(format!("{}: no outlet `{}`", item.key, item.outlet));
        }
        if item.key.contains(|c: char| !c.is_ascii_lowercase() && !c.is_ascii_digit() && c != '-') {
            flaws.push(format!("{}: key is not a slug", item.key));
        }
        if let Some(key) = &item.reprints {
            match press.item(key) {
                None => flaws.push(format!("{}: no item `{key}`", item.key)),
                Some(original) if original.when >= item.when => {
                    flaws.push(format!("{}: came out before `{key}`", item.key));
                }
                Some(original) if original.outlet == item.outlet => {
                    flaws.push(format!("{}: reprints its own outlet", item.key));
                }
                Some(_) => {}
            }
        }
    }
    none(&flaws);
    let unit = world().expect("world").unit(&press.answer.unit).cloned();
    assert!(unit.is_some_and(|unit| unit.to.is_none()), "no unit `{}` today", press.answer.unit);
}

#[test]
fn reprints_share_their_text_and_name_their_source() {
    let press = the_press();
    let mut flaws = Vec::new();
    for item in all(&press) {
        let Some(original) = item.reprints.as_ref().and_then(|key| press.item(key)) else { continue };
        let share = taken(&original.body, &item.body);
        if share < 0.6 {
            flaws.push(format!("{}: shares {share:.2}", item.key));
        }
        if item.body == original.body {
            flaws.push(format!("{}: is the same to the letter", item.key));
        }
        let source = press.outlet(&original.outlet).expect("outlet");
        if !item.body.lines().last().is_some_and(|line| line.contains(&source.name)) {
            flaws.push(format!("{}: does not name {}", item.key, source.name));
        }
    }
    none(&flaws);
}

#[test]
fn times_are_possible() {
    let press = the_press();
    let today = world().expect("world").today;
    let first: Timestamp = "2026-11-08T00:00+07:00".parse().expect("time");
    let zone = TimeZone::get("Asia/Ho_Chi_Minh").expect("zone");
    let mut flaws = Vec::new();
    for item in all(&press) {
        match item.when {
            When::At(at) => {
                if at < first || at >= today {
                    flaws.push(format!("{}: at {at}", item.key));
                }
                if !(5..=23).contains(&at.to_zoned(zone.clone()).hour()) {
                    flaws.push(format!("{}: at night", item.key));
                }
            }
            When::After(seconds) => {
                if !(20..=300).contains(&seconds) {
                    flaws.push(format!("{}: after {seconds} s", item.key));
                }
            }
            When::AfterAnswer(seconds) => {
                if !(5..=300).contains(&seconds) {
                    flaws.push(format!("{}: {seconds} s after the answer", item.key));
                }
            }
        }
        let Some(edit) = &item.edit else { continue };
        let (same, past) = match (item.when, edit.when) {
            (When::At(_), When::At(at)) => (true, at < today),
            (When::After(_), When::After(_)) | (When::AfterAnswer(_), When::AfterAnswer(_)) => (true, true),
            _ => (false, true),
        };
        if !same || !past || edit.when <= item.when {
            flaws.push(format!("{}: changed at {:?}", item.key, edit.when));
        }
        if edit.title == item.title && edit.body == item.body {
            flaws.push(format!("{}: its change changes nothing", item.key));
        }
    }
    none(&flaws);
    let order: Vec<When> = press.items.iter().map(|one| one.when).collect();
    assert!(order.is_sorted(), "items stand in the order of their times");
    assert!(press.items.iter().all(|one| !matches!(one.when, When::AfterAnswer(_))));
    assert!(press.answer.after.iter().all(|one| matches!(one.when, When::AfterAnswer(_))));
    assert!(press.answer.after.is_sorted_by_key(|one| one.when));
}

#[test]
fn texts_are_written() {
    let press = the_press();
    let mut flaws = Vec::new();
    for item in all(&press) {
        let mut flaw = |why: String| flaws.push(format!("{}: {why}", item.key));
        let length = item.body.chars().count();
        if item.reprints.is_none() && length < 400 {
            flaw(format!("{length} characters"));
        }
        let paragraphs = item.body.split("\n\n").count();
        if !(3..=8).contains(&paragraphs) {
            flaw(format!("{paragraphs} paragraphs"));
        }
        if item.title.chars().count() < 20 || item.title.chars().count() > 120 {
            flaw("title too short or too long".to_owned());
        }
        if item.summary.chars().count() < 40 {
            flaw("thin summary".to_owned());
        }
        for text in [&item.title, &item.summary, &item.body, &item.byline] {
            if !is_nfc(text)
                || text.contains("  ")
                || text.contains('\t')
                || text.contains("\n\n\n")
                || text.contains('"')
            {
                flaw("not NFC, doubled spaces, tabs or straight quotes".to_owned());
            }
        }
    }
    let answer = &press.answer;
    for text in [&answer.question, &answer.title, &answer.summary, &answer.body] {
        if !is_nfc(text) || text.contains("  ") {
            flaws.push(format!("answer: not NFC or doubled spaces in `{text}`"));
        }
    }
    none(&flaws);
}

#[test]
fn topics_are_well_formed_and_hear_something() {
    let press = the_press();
    assert!((6..=8).contains(&press.topics.len()));
    for topic in &press.topics {
        assert!((1..=3).contains(&topic.importance), "{}", topic.key);
        assert!(is_nfc(&topic.query), "{}", topic.key);
        assert_eq!(topic.query.matches('"').count() % 2, 0, "{}: open quotes", topic.key);
        let depth = topic.query.chars().try_fold(0_i32, |depth, c| match c {
            '(' => Some(depth + 1),
            ')' => (depth > 0).then(|| depth - 1),
            _ => Some(depth),
        });
        assert_eq!(depth, Some(0), "{}: brackets", topic.key);
        let phrases: Vec<String> = topic.query.split('"').skip(1).step_by(2).map(str::to_lowercase).collect();
        let heard = all(&press)
            .filter(|item| {
                let text = format!("{} {} {}", item.title, item.summary, item.body).to_lowercase();
                phrases.iter().any(|phrase| text.contains(phrase.as_str()))
            })
            .count();
        assert!(heard >= 3, "{}: {heard}", topic.key);
    }
}

#[test]
fn the_fortnight_is_quiet_and_the_morning_is_not() {
    let press = the_press();
    let past = press.past().count();
    assert!((120..=145).contains(&past), "{past} past items");
    let mut events = BTreeMap::<&str, usize>::new();
    for (_, item) in press.past() {
        if let Some(event) = &item.event {
            *events.entry(event).or_default() += 1;
        }
    }
    assert!((12..=15).contains(&events.len()), "{events:?}");
    assert!(events.values().all(|many| (2..=6).contains(many)), "{events:?}");
    let busy: BTreeSet<&str> = press.past().map(|(_, item)| item.outlet.as_str()).collect();
    assert_eq!(busy.len(), press.outlets.len(), "every outlet writes");

    let live: Vec<(u32, &Item)> = press.live().collect();
    assert_eq!(live.len(), 22);
    assert!(live.iter().all(|(_, item)| item.event.as_deref() == Some("nuoc-duc")));
    let outlets: BTreeSet<&str> = live.iter().map(|(_, item)| item.outlet.as_str()).collect();
    assert!(outlets.len() >= 9, "{outlets:?}");
    let gap = |from: usize, to: usize| live[to].0 - live[from].0;
    assert!(gap(0, 3) / 3 > gap(4, 20) / 16, "the first are slower");
    assert_eq!(press.answer.after.len(), 5);
}
