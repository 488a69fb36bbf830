//! The words of a picture in the library: what it shows, whose it is, until when it may be used and how (S67).

use crate::store::ItemRow;
use kernel::{Day, Refusal};
use serde::{Deserialize, Serialize};

/// What the library says of a picture.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LibraryWords {
    /// Caption.
    pub caption: String,
    /// What is to be seen, for those who do not see it.
    pub alt: String,
    /// Who took it.
    pub credit: String,
    /// Words to find it by, separated by commas.
    #[serde(default)]
    pub keywords: String,
    /// Who owns the rights.
    #[serde(default)]
    pub owner: String,
    /// What must not be done with it.
    #[serde(default)]
    pub terms: String,
    /// The last day it may be used, as an ISO date; nothing where no day was agreed.
    #[serde(default)]
    pub until: String,
}

/// Where the right to use a picture stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Right {
    /// It may be used.
    Open,
    /// It may be used, for 30 days at most.
    Ends,
    /// It may be used no more.
    Ended,
}

/// Days before its end at which a right is shown as ending.
pub(crate) const SOON: i64 = 30;

impl LibraryWords {
    /// Made fit to be kept.
    #[must_use]
    pub fn clean(mut self) -> Self {
        let Self { caption, alt, credit, keywords, owner, terms, until } = &mut self;
        for text in [caption, alt, credit, keywords, owner, terms, until] {
            *text = typed::line(text);
        }
        self
    }

    /// Why they cannot be kept.
    #[must_use]
    pub fn reasons_against(&self) -> Vec<Refusal> {
        let mut against = Vec::new();
        if self.caption.is_empty() {
            against.push(Refusal::field("caption", "refused-library-caption"));
        }
        if self.alt.is_empty() {
            against.push(Refusal::field("alt", "refused-library-alt"));
        }
        let all = [
            ("caption", &self.caption, 500),
            ("alt", &self.alt, 500),
            ("credit", &self.credit, 200),
            ("keywords", &self.keywords, 300),
            ("owner", &self.owner, 200),
            ("terms", &self.terms, 500),
        ];
        for (field, text, most) in all {
            typed::too_long(field, text, most, &mut against);
        }
        if !self.until.is_empty() && self.until.parse::<Day>().is_err() {
            against.push(Refusal::field("until", "refused-library-until"));
        }
        against
    }

    /// The words of a stored item.
    pub(crate) fn of(row: &ItemRow) -> Self {
        serde_json::from_str(&row.words).unwrap_or_default()
    }

    /// The words it is found by: folded, a space before and after each.
    #[must_use]
    pub fn folded(&self) -> String {
        let all = [&self.caption, &self.alt, &self.credit, &self.keywords, &self.owner];
        format!(" {} ", syllables(&all.map(String::as_str).join(" ")).join(" "))
    }

    /// Where the right to use it stands.
    #[must_use]
    pub fn right(&self, today: Day) -> Right {
        let Ok(until) = self.until.parse::<Day>() else { return Right::Open };
        match i64::from(until.since(today).map_or(0, |span| span.get_days())) {
            days if days < 0 => Right::Ended,
            days if days <= SOON => Right::Ends,
            _ => Right::Open,
        }
    }
}

fn syllables(text: &str) -> Vec<String> {
    let folded = viet::fold::fold_lower(text);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|some| !some.is_empty()).map(Into::into).collect()
}

/// What must stand in [`LibraryWords::folded`] for each word that is sought: the whole of it; of the last, which may still be
/// in the typing, the beginning.
pub(crate) fn sought(text: &str) -> Vec<String> {
    let mut sought: Vec<_> = syllables(text).into_iter().take(12).map(|word| format!(" {word} ")).collect();
    if let Some(last) = sought.last_mut() {
        last.pop();
    }
    sought
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_right_ends_after_its_last_day_and_is_said_to_end_a_month_before() {
        let today: Day = "2026-11-20".parse().unwrap();
        for (until, right) in [
            ("", Right::Open),
            ("2027-01-01", Right::Open),
            ("2026-12-20", Right::Ends),
            ("2026-11-20", Right::Ends),
            ("2026-11-19", Right::Ended),
        ] {
            assert_eq!(
                LibraryWords { until: until.into(), ..LibraryWords::default() }.right(today),
                right,
                "{until}"
            );
        }
    }

    #[test]
    fn words_are_found_whole_and_the_last_from_its_beginning() {
        let fields = LibraryWords { caption: "Sân bãi Cán Hồ".into(), ..LibraryWords::default() };
        let cattle =
            LibraryWords { caption: "Người đứng cạnh chuồng".into(), ..LibraryWords::default() };
        let finds = |words: &LibraryWords, text| {
            sought(text).iter().all(|pattern| words.folded().contains(pattern.as_str()))
        };
        for text in ["can ho", "Cán Hồ", "cán h", "bai", ""] {
            assert!(finds(&fields, text), "{text}");
        }
        assert!(!finds(&fields, "ca ho") && !finds(&cattle, "can ho"));
    }

    #[test]
    fn a_picture_of_the_library_has_a_caption_and_says_what_is_to_be_seen() {
        let keys =
            |words: LibraryWords| words.reasons_against().iter().map(|one| one.key).collect::<Vec<_>>();
        assert_eq!(keys(LibraryWords::default()), ["refused-library-caption", "refused-library-alt"]);
        let odd = LibraryWords {
            caption: "x".repeat(501),
            alt: "y".into(),
            until: "Tết".into(),
            ..LibraryWords::default()
        };
        assert_eq!(keys(odd), ["refused-too-long", "refused-library-until"]);
    }
}
