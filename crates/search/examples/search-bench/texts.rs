//! Texts and queries, the same for every engine.

use seek::{Entry, Facet, Freshness, Moment};
use std::fs;
use viet::dates::Date;

/// Who may read all but every tenth text.
pub(crate) const EVERYBODY: &str = "public";

/// Texts, one a line.
pub(crate) struct Texts(Vec<String>);

impl Texts {
    pub(crate) fn read(file: &str) -> crate::Outcome<Self> {
        let lines: Vec<String> =
            fs::read_to_string(file)?.lines().filter(|l| l.len() > 40).map(str::to_owned).collect();
        if lines.is_empty() { Err("no texts".into()) } else { Ok(Self(lines)) }
    }

    fn line(&self, number: usize) -> &str {
        self.0.get(number % self.0.len()).map_or("", String::as_str)
    }

    /// The n-th text: after the first round, its paragraphs change places with those of another text, so that no two
    /// are the same and words stay as common as they are.
    pub(crate) fn entry(&self, number: usize) -> Entry {
        let round = number / self.0.len();
        let mut parts: Vec<&str> = self.line(number).split(" ⏎ ").collect();
        if round > 0 {
            let other: Vec<&str> = self.line(number * 7 + round * 13).split(" ⏎ ").collect();
            let from = parts.len() / 2;
            parts.truncate(from.max(1));
            parts.extend(other.iter().skip(other.len() / 2));
        }
        let day = Date::from_days(18_000 + (number as i64 * 7_919) % 2_500);
        let entry = Entry {
            id: format!("story:{number}"),
            audience: vec![if number.is_multiple_of(10) { "role:editor".into() } else { EVERYBODY.into() }],
            title: parts.first().copied().unwrap_or_default().to_owned(),
            body: parts.get(1..).unwrap_or_default().join("\n"),
            moment: day.map(|day| Moment { micros: day.days() * 86_400_000_000, day }),
            freshness: Freshness::News,
            ..Entry::default()
        };
        entry.with(Facet::Section, format!("muc-{}", number % 12)).with(Facet::Kind, "story")
    }

    /// One to three neighbouring words of texts, as people search.
    pub(crate) fn queries(&self, count: usize) -> Vec<String> {
        let mut state = 42_u64;
        let mut next = |below: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            ((state >> 33) as usize) % below.max(1)
        };
        let mut queries = Vec::new();
        while queries.len() < count {
            let words: Vec<&str> = self.line(next(self.0.len())).split(' ').collect();
            let (from, many) = (next(words.len().min(200)), 1 + next(3));
            let taken: Vec<&str> = words.iter().skip(from).take(many).copied().collect();
            if taken.len() == many
                && taken.iter().all(|w| w.chars().count() > 1 && w.chars().all(char::is_alphabetic))
            {
                queries.push(taken.join(" "));
            }
        }
        queries
    }
}
