//! What is counted: a closed list. Each number is a count of things to which something happened, read from the ledger, so
//! that it can be opened to the cases behind it and counted again later as of its date (S154–S167).

/// To which part of the work a measure belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    /// Work and plans.
    Work,
    /// Stories.
    Write,
    /// The press heard.
    Hear,
    /// The press answered.
    Press,
    /// The people answered.
    Answer,
    /// Promises with a deadline.
    Promise,
}

impl Group {
    /// Every group, in the order of a report.
    pub const ALL: [Self; 6] =
        [Self::Work, Self::Write, Self::Hear, Self::Press, Self::Answer, Self::Promise];

    /// The name in locale keys.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Work => "work",
            Self::Write => "write",
            Self::Hear => "hear",
            Self::Press => "press",
            Self::Answer => "answer",
            Self::Promise => "promise",
        }
    }
}

/// How it is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// Things to which one of these happened in the period, each once.
    Happened(&'static [&'static str]),
    /// Things to which it happened in the period more often than it was undone: the event, and the step that
    /// `assignment-undone` names.
    Kept(&'static [&'static str; 2], &'static str),
    /// Things to which one of the first happened before the period's end, and none of the second since.
    Open(&'static [&'static str], &'static [&'static str]),
    /// A sum in đồng over entries of a ledger of money.
    Sum(Money),
}

/// Which money of projects is summed (S42).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Money {
    /// Assigned for the year in which the period ends, with adjustments up to its end.
    Assigned,
    /// Paid on days of the period.
    Paid,
    /// Paid of the year's money up to the period's last day.
    PaidOfYear,
}

impl Money {
    fn events(self) -> &'static [&'static str] {
        match self {
            Self::Assigned => &["money-assigned"],
            Self::Paid | Self::PaidOfYear => &["money-spent", "money-cancelled"],
        }
    }
}

/// One number of a report.
#[derive(Debug, Clone, Copy)]
pub struct Measure {
    /// Its name in tables, addresses and locale keys (`measure-…`).
    pub key: &'static str,
    /// How the text of a report names it between braces.
    pub token: &'static str,
    /// Its group.
    pub group: Group,
    /// How it is counted.
    pub count: Count,
}

macro_rules! measures {
    ($($key:literal $token:literal $group:ident $count:expr;)+) => {
        /// Every measure, in the order of a report.
        pub const MEASURES: &[Measure] = &[$(Measure { key: $key, token: $token, group: Group::$group, count: $count }),+];
    };
}

use Count::{Happened, Kept, Open, Sum};

measures! {
    "work-given" "viec-duoc-giao" Work Happened(&["assignment-given"]);
    "work-done" "viec-hoan-thanh" Work Happened(&["assignment-confirmed"]);
    "work-open" "viec-dang-lam" Work Open(&["assignment-given", "assignment-sent-back", "assignment-undone"], &["assignment-confirmed", "assignment-withdrawn", "assignment-declined"]);
    "work-rolled" "viec-chuyen-ky" Work Kept(&["assignment-rolled-over", "assignment-undone"], "roll-over");
    "obstacles" "vuong-mac-neu-ra" Work Happened(&["obstacle-raised"]);
    "obstacles-open" "vuong-mac-con-lai" Work Open(&["obstacle-raised"], &["obstacle-resolved"]);
    "reminders" "luot-don-doc" Work Happened(&["assignment-reminded"]);
    "meetings" "cuoc-hop" Work Happened(&["meeting-held"]);
    "meetings-missed" "cuoc-hop-khong-to-chuc" Work Happened(&["meeting-missed"]);
    "trainings" "lop-tap-huan" Work Happened(&["training-attended"]);
    "displays" "truc-quan" Work Happened(&["display-checked"]);
    "displays-up" "truc-quan-dang-treo" Work Open(&["display-up"], &["display-off"]);
    "money-assigned" "von-duoc-giao" Work Sum(Money::Assigned);
    "money-paid" "giai-ngan" Work Sum(Money::Paid);
    "money-paid-year" "giai-ngan-luy-ke" Work Sum(Money::PaidOfYear);
    "stories" "tin-bai" Write Happened(&["story-published", "story-published-urgently"]);
    "stories-urgent" "tin-khan" Write Happened(&["story-published-urgently"]);
    "stories-returned" "tin-tra-lai" Write Happened(&["story-returned"]);
    "stories-corrected" "tin-dinh-chinh" Write Happened(&["story-corrected"]);
    "stories-withdrawn" "tin-go" Write Happened(&["story-withdrawn", "story-removed"]);
    "hot-spots" "diem-nong" Hear Happened(&["hot-spot-detected", "hot-spot-raised"]);
    "hot-spots-answered" "diem-nong-da-tra-loi" Hear Happened(&["hot-spot-answered"]);
    "hot-spots-open" "diem-nong-con-lai" Hear Open(&["hot-spot-detected", "hot-spot-raised", "hot-spot-reopened"], &["hot-spot-closed", "hot-spot-merged", "hot-spot-muted"]);
    "digests" "diem-bao" Hear Happened(&["digest-sent"]);
    "inquiries" "yeu-cau-bao-chi" Press Happened(&["inquiry-received"]);
    "inquiries-answered" "yeu-cau-da-tra-loi" Press Happened(&["inquiry-answered"]);
    "inquiries-refused" "yeu-cau-tu-choi" Press Happened(&["inquiry-refused"]);
    "releases" "thong-cao" Press Happened(&["release-issued"]);
    "press-events" "hop-bao" Press Happened(&["press-event-held"]);
    "demands" "yeu-cau-cai-chinh" Press Happened(&["demand-sent"]);
    "questions" "cau-hoi" Answer Happened(&["question-received", "question-taken-back"]);
    "questions-answered" "cau-hoi-da-tra-loi" Answer Happened(&["question-answered"]);
    "questions-refused" "cau-hoi-tu-choi" Answer Happened(&["question-refused"]);
    "information" "yeu-cau-thong-tin" Answer Happened(&["information-requested"]);
    "information-supplied" "thong-tin-da-cung-cap" Answer Happened(&["information-supplied"]);
    "consultations" "du-thao-lay-y-kien" Answer Happened(&["consultation-opened"]);
    "errors" "loi-da-xu-ly" Answer Happened(&["error-settled"]);
    "clocks-met" "thoi-han-dung" Promise Happened(&["clock-met"]);
    "clocks-broken" "thoi-han-tre" Promise Happened(&["clock-broken"]);
}

impl Measure {
    /// The measure of a key.
    #[must_use]
    pub fn of_key(key: &str) -> Option<&'static Self> {
        MEASURES.iter().find(|measure| measure.key == key)
    }

    /// The measure of a token.
    #[must_use]
    pub fn of_token(token: &str) -> Option<&'static Self> {
        MEASURES.iter().find(|measure| measure.token == token)
    }

    /// Whether it is a sum in đồng.
    #[must_use]
    pub fn is_money(&self) -> bool {
        matches!(self.count, Sum(_))
    }

    /// Every event it reads.
    pub fn events(&self) -> impl Iterator<Item = &'static str> {
        let (first, second): (&[&str], &[&str]) = match self.count {
            Happened(events) => (events, &[]),
            Kept(events, _) => (events, &[]),
            Open(opens, closes) => (opens, closes),
            Sum(money) => (money.events(), &[]),
        };
        first.iter().chain(second).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Event;
    use std::collections::BTreeSet;

    #[test]
    fn keys_and_tokens_are_their_own() {
        let keys: BTreeSet<_> = MEASURES.iter().map(|one| one.key).collect();
        let tokens: BTreeSet<_> = MEASURES.iter().map(|one| one.token).collect();
        assert_eq!((keys.len(), tokens.len()), (MEASURES.len(), MEASURES.len()));
        assert!(tokens.iter().all(|token| token.chars().all(|c| c.is_ascii_lowercase() || c == '-')));
    }

    #[test]
    fn what_is_counted_is_called_so_in_the_ledger() {
        let known: BTreeSet<&str> = Event::NAMES.concat().into_iter().collect();
        for measure in MEASURES {
            for event in measure.events() {
                assert!(known.contains(event), "{}: {event}", measure.key);
            }
        }
    }
}
