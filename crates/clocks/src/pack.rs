//! All rules, and which of them holds on a day.

use crate::duty::{Duty, DutyLine};
use crate::rule::{Rule, RuleFault, RuleLine};
use kernel::Day;
use serde::Deserialize;

/// The rules that come with the program.
const SHIPPED: &[(&str, &str)] = &[
    ("press.toml", include_str!("../../../rules/press.toml")),
    ("information.toml", include_str!("../../../rules/information.toml")),
    ("portal.toml", include_str!("../../../rules/portal.toml")),
    ("people.toml", include_str!("../../../rules/people.toml")),
    ("work.toml", include_str!("../../../rules/work.toml")),
];

/// A set of rules, each in its versions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pack {
    rules: Vec<Rule>,
    duties: Vec<Duty>,
}

/// Why rules cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PackFault {
    /// The file is not TOML of this form.
    #[error("{file}: {why}")]
    File {
        /// Its name.
        file: String,
        /// What is wrong, with the line.
        why: String,
    },
    /// A rule makes no sense.
    #[error("{file}, rule {id}: {why}")]
    Rule {
        /// The file's name.
        file: String,
        /// The rule.
        id: String,
        /// What is wrong.
        why: String,
    },
    /// Two versions of a rule hold on the same day, so that nobody could say which.
    #[error("two versions of {id} hold on {day}")]
    Twice {
        /// The rule.
        id: String,
        /// The first such day.
        day: Day,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleFile {
    #[serde(default)]
    rule: Vec<RuleLine>,
    #[serde(default)]
    duty: Vec<DutyLine>,
}

impl Pack {
    /// The rules of `rules/`.
    ///
    /// # Errors
    /// When they cannot be read; a test of this crate reads them.
    pub fn shipped() -> Result<Self, PackFault> {
        SHIPPED.iter().try_fold(Self::default(), |pack, (file, text)| pack.with(file, text))
    }

    /// These rules and those of one more file, such as the agency's own.
    ///
    /// # Errors
    /// See [`PackFault`].
    pub fn with(mut self, file: &str, text: &str) -> Result<Self, PackFault> {
        let read: RuleFile = toml::from_str(text)
            .map_err(|why| PackFault::File { file: file.to_owned(), why: why.to_string() })?;
        for line in read.rule {
            let id = line.id.clone();
            let rule = line.read().map_err(|why| PackFault::Rule {
                file: file.to_owned(),
                id,
                why: why.to_string(),
            })?;
            if let Some(day) = self.rules.iter().find_map(|other| clash(&rule, other)) {
                return Err(PackFault::Twice { id: rule.id, day });
            }
            self.rules.push(rule);
        }
        for line in read.duty {
            let id = line.id.clone();
            let fault = |why: RuleFault| PackFault::Rule { file: file.to_owned(), id, why: why.to_string() };
            self.duties.push(line.read().map_err(fault)?);
        }
        Ok(self)
    }

    /// These rules, of which one gives way to another of its name, where the law leaves it to the agency: it ends on the day
    /// before that one begins, and holds again from the day after that one ends.
    #[must_use]
    pub fn giving_way(mut self, id: &str, from: Day, until: Option<Day>) -> Self {
        let (given, mut rules): (Vec<Rule>, Vec<Rule>) =
            self.rules.into_iter().partition(|rule| rule.own && rule.id == id && rule.holds_on(from));
        for rule in given {
            let back = until.and_then(|last| last.tomorrow().ok()).filter(|day| rule.holds_on(*day));
            rules.extend(back.map(|from| Rule { from, ..rule.clone() }));
            if let Some(last) = from.yesterday().ok().filter(|last| *last >= rule.from) {
                rules.push(Rule { until: Some(last), ..rule });
            }
        }
        self.rules = rules;
        self
    }

    /// The version of a rule under which a clock starts that starts on a day.
    #[must_use]
    pub fn in_force(&self, id: &str, day: Day) -> Option<&Rule> {
        self.rules.iter().find(|it| it.id == id && it.holds_on(day))
    }

    /// All rules that an event starts on a day.
    pub fn started_by<'a>(&'a self, event: &'a str, day: Day) -> impl Iterator<Item = &'a Rule> {
        self.rules.iter().filter(move |it| it.starts == event && it.holds_on(day))
    }

    /// What the law asks without a deadline, in the order of the files.
    #[must_use]
    pub fn duties(&self) -> &[Duty] {
        &self.duties
    }

    /// All rules in all versions, in the order of the files.
    #[must_use]
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }
}

/// The first day on which two versions of one rule hold.
fn clash(one: &Rule, other: &Rule) -> Option<Day> {
    let day = one.from.max(other.from);
    (one.id == other.id && one.holds_on(day) && other.holds_on(day)).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::day;
    use crate::rule::Level;

    fn own(lines: &str) -> Result<Pack, PackFault> {
        Pack::shipped().unwrap().with("own.toml", &format!("[[rule]]\n{lines}"))
    }

    const OWN: &str = "id = \"NB-01\"\ntitle = \"a\"\nact = \"b\"\narticle = \"c\"\nfrom = \"2026-01-01\"\n\
        starts = \"d\"\nterm = \"8 hours\"\nbreach = \"mark\"\nverified = true\nwords = \"e\"\n";

    #[test]
    fn what_the_law_leaves_to_the_agency_gives_way_to_its_own_rule() {
        let from = day("2026-12-01").unwrap();
        let own = OWN.replace("NB-01", "PN-17").replace("2026-01-01", "2026-12-01");
        let pack = Pack::shipped().unwrap().giving_way("PN-17", from, None);
        let pack = pack.with("own.toml", &format!("[[rule]]\n{own}")).unwrap();
        let term = |on| pack.in_force("PN-17", day(on).unwrap()).map(|it| it.term.to_string());
        assert_eq!(term("2026-11-30").as_deref(), Some("24 hours"));
        assert_eq!(term("2026-12-01").as_deref(), Some("8 hours"));
        // The law's own numbers stay.
        let mut law = Pack::shipped().unwrap().giving_way("PN-16", from, None);
        law.rules.sort_by_key(|rule| (rule.id.clone(), rule.from));
        let mut shipped = Pack::shipped().unwrap();
        shipped.rules.sort_by_key(|rule| (rule.id.clone(), rule.from));
        assert_eq!(law, shipped);
    }

    #[test]
    fn what_gave_way_comes_back_when_the_agencys_own_rule_is_ended() {
        let (from, last) = (day("2026-12-01").unwrap(), day("2026-12-20").unwrap());
        let own = OWN.replace("NB-01", "PN-17").replace("2026-01-01", "2026-12-01");
        let ended = format!("[[rule]]\n{own}\nuntil = \"2026-12-20\"\n");
        let pack =
            Pack::shipped().unwrap().giving_way("PN-17", from, Some(last)).with("own.toml", &ended).unwrap();
        let term = |on| pack.in_force("PN-17", day(on).unwrap()).map(|it| it.term.to_string());
        assert_eq!(term("2026-11-30").as_deref(), Some("24 hours"));
        assert_eq!(term("2026-12-20").as_deref(), Some("8 hours"));
        assert_eq!(term("2026-12-21").as_deref(), Some("24 hours"));
        // A second one gives way to, and ends, what came back.
        let from = day("2027-02-01").unwrap();
        let again = own.replace("2026-12-01", "2027-02-01");
        let pack =
            pack.giving_way("PN-17", from, None).with("own2.toml", &format!("[[rule]]\n{again}")).unwrap();
        let term = |on| pack.in_force("PN-17", day(on).unwrap()).map(|it| it.term.to_string());
        assert_eq!(term("2027-01-31").as_deref(), Some("24 hours"));
        assert_eq!(term("2027-02-01").as_deref(), Some("8 hours"));
    }

    #[test]
    fn an_own_rule_from_the_first_day_on_leaves_nothing_of_the_other() {
        let shipped = Pack::shipped().unwrap();
        let first = shipped.rules().iter().find(|rule| rule.id == "PN-17").unwrap().from;
        let own = OWN.replace("NB-01", "PN-17").replace("2026-01-01", &first.to_string());
        let pack =
            shipped.giving_way("PN-17", first, None).with("own.toml", &format!("[[rule]]\n{own}")).unwrap();
        assert_eq!(pack.in_force("PN-17", first).unwrap().term.to_string(), "8 hours");
    }

    #[test]
    fn the_version_of_the_day_holds() {
        let pack = Pack::shipped().unwrap();
        let term = |id, on| pack.in_force(id, day(on).unwrap()).map(|it| it.term.to_string());
        assert_eq!(term("PN-02", "2026-06-30").as_deref(), Some("12 hours"));
        assert_eq!(term("PN-02", "2026-07-01").as_deref(), Some("24 hours"));
        assert_eq!(term("PN-02", "2016-01-01"), None);
        assert_eq!(term("XX-01", "2026-07-01"), None);
        let starts = |on| pack.in_force("PN-15", day(on).unwrap()).map(|it| it.starts.clone());
        assert_eq!(starts("2026-06-30").as_deref(), Some("event-happened"));
        assert_eq!(starts("2026-07-01").as_deref(), Some("matter-received"));
    }

    #[test]
    fn an_event_starts_what_it_should() {
        let pack = Pack::shipped().unwrap();
        let ids = |event| -> Vec<&str> {
            pack.started_by(event, day("2026-11-22").unwrap()).map(|it| it.id.as_str()).collect()
        };
        assert_eq!(ids("impact-determined"), ["PN-16"]);
        assert_eq!(ids("request-received"), ["TT-05a", "TT-05b", "TT-05c", "TT-05d", "TT-05e", "TT-05f"]);
        assert!(ids("nothing").is_empty());
    }

    #[test]
    fn a_rule_binds_those_it_names() {
        let pack = Pack::shipped().unwrap();
        let binds = |id, level| pack.in_force(id, day("2026-11-22").unwrap()).unwrap().binds(level);
        assert!(binds("BC-10", Level::Commune) && !binds("BC-10", Level::Province));
        assert!(binds("PN-15", Level::Commune) && binds("PN-15", Level::Ministry));
    }

    #[test]
    fn every_shipped_rule_says_where_it_comes_from_and_whether_that_was_read() {
        let pack = Pack::shipped().unwrap();
        assert!(pack.rules().len() > 25);
        for rule in pack.rules() {
            // A day that somebody sets for a piece of work stands in no act.
            let sourced = rule.own || rule.term == crate::Term::OnDay;
            assert!(sourced || rule.act.chars().any(|c| c.is_ascii_digit()), "{}", rule.id);
            assert!(rule.words.ends_with('.'), "{}", rule.id);
        }
        let unread: Vec<_> = pack
            .rules()
            .iter()
            .filter(|it| !it.verified && it.holds_on(day("2026-11-22").unwrap()))
            .filter(|it| !it.own && !it.id.starts_with("TT"))
            .map(|it| it.id.as_str())
            .collect();
        assert_eq!(unread, ["DL-01a", "DL-01b"], "read from a summary only");
    }

    #[test]
    fn every_duty_says_where_it_comes_from_and_none_is_a_deadline_too() {
        let pack = Pack::shipped().unwrap();
        let mut seen = std::collections::BTreeSet::new();
        for duty in pack.duties() {
            assert!(seen.insert(&duty.id), "{} stands twice", duty.id);
            assert!(duty.act.chars().any(|c| c.is_ascii_digit()), "{}", duty.id);
            assert!(duty.words.ends_with('.'), "{}", duty.id);
            assert!(duty.kept.is_empty() || duty.kept.ends_with('.'), "{}", duty.id);
            assert!(pack.rules().iter().all(|rule| rule.id != duty.id), "{}", duty.id);
        }
        // Together with the deadlines, every rule on speaking to the press is there.
        let known =
            |id: &str| seen.iter().any(|one| *one == id) || pack.rules().iter().any(|rule| rule.id == id);
        for number in 1..=21 {
            assert!(known(&format!("PN-{number:02}")), "PN-{number:02}");
        }
        for number in 1..=13 {
            assert!(known(&format!("BC-{number:02}")), "BC-{number:02}");
        }
        let level = |id: &str| pack.duties().iter().find(|duty| duty.id == id).unwrap().clone();
        let today = day("2026-11-22").unwrap();
        assert!(level("PN-13").binds(Level::Commune, today) && !level("PN-13").binds(Level::Ministry, today));
        assert!(!level("PN-08").binds(Level::Province, day("2026-06-30").unwrap()));
    }

    #[test]
    fn an_agencys_own_rules_come_on_top_and_senseless_ones_do_not() {
        assert!(own(OWN).unwrap().in_force("NB-01", day("2026-11-22").unwrap()).is_some());
        for (from, to) in [
            ("NB-01", "PN-15"),
            ("8 hours", "8 weeks"),
            ("from = \"2026-01-01\"", "from = \"2026-01-01\"\nuntil = \"2025-01-01\""),
            ("8 hours\"", "8 hours\"\nextend = \"1 day\""),
            ("8 hours\"", "8 hours before\"\npause = true"),
            ("8 hours\"", "at once\"\nextend = \"1 day\""),
            ("\"e\"", "\"\""),
            ("mark", "shrug"),
            ("verified", "checked"),
        ] {
            assert!(OWN.contains(from));
            assert!(own(&OWN.replacen(from, to, 1)).is_err(), "{to}");
        }
    }
}
