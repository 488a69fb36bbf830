//! The numbers of a report: counted once as the ledger stood at an entry, kept with the cases behind each, and countable
//! again later with the same result.

use crate::measure::{Count, MEASURES, Measure, Money};
use crate::office::Office;
use crate::period::Period;
use db::{ConnectionTrait, Entry};
use jiff::civil::Date;
use kernel::{Failure, Moment, ThingKind, ThingRef, UnitId, Zone};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use uuid::Uuid;

/// A case behind a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// What is counted, once.
    pub id: Uuid,
    /// What it is shown as: of a clock the thing it runs on.
    pub thing: ThingRef,
    /// When it happened; of what is open, since when.
    pub at: Moment,
    /// Whose it was when it was counted; `None` is the agency as a whole.
    pub unit: Option<UnitId>,
    /// How much money it is, in đồng, where money is summed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<i64>,
}

/// All numbers of a period and of the one it is compared with.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Numbers {
    /// The ledger entry up to which was counted.
    pub as_of: i64,
    /// Cases by the key of the measure.
    pub now: BTreeMap<String, Vec<Case>>,
    /// Cases of the period before.
    pub before: BTreeMap<String, Vec<Case>>,
}

impl Numbers {
    /// Counts a period as the ledger stood at entry `as_of`.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn take(
        office: &dyn Office,
        db: &impl ConnectionTrait,
        zone: &Zone,
        period: Period,
        as_of: i64,
    ) -> Result<Self, Failure> {
        let now = cases(db, zone, Some(period), as_of).await?;
        let before = cases(db, zone, period.before(), as_of).await?;
        let mut taken = Self { as_of, now, before };
        let things: BTreeSet<ThingRef> = taken.all().map(|case| case.thing).collect();
        let units = office.units_of(&things.into_iter().collect::<Vec<_>>()).await?;
        taken.give_units(&units);
        Ok(taken)
    }

    fn all(&self) -> impl Iterator<Item = &Case> {
        self.now.values().chain(self.before.values()).flatten()
    }

    fn give_units(&mut self, units: &HashMap<ThingRef, UnitId>) {
        for case in self.now.values_mut().chain(self.before.values_mut()).flatten() {
            case.unit = units.get(&case.thing).copied();
        }
    }

    /// The cases of a measure, of one unit or of all.
    pub fn cases<'n>(&'n self, key: &str, unit: Option<UnitId>) -> impl Iterator<Item = &'n Case> {
        self.now.get(key).into_iter().flatten().filter(move |case| unit.is_none() || case.unit == unit)
    }

    /// How many; of money how much.
    #[must_use]
    pub fn count(&self, key: &str, unit: Option<UnitId>) -> usize {
        how_many(self.cases(key, unit))
    }

    /// How many in the period before.
    #[must_use]
    pub fn count_before(&self, key: &str, unit: Option<UnitId>) -> usize {
        let cases = self.before.get(key).into_iter().flatten();
        how_many(cases.filter(|case| unit.is_none() || case.unit == unit))
    }

    /// Measures of which there is something in either period.
    pub fn telling(&self) -> impl Iterator<Item = &'static Measure> {
        MEASURES.iter().filter(|one| self.count(one.key, None) + self.count_before(one.key, None) > 0)
    }

    /// Units that some case is of.
    #[must_use]
    pub fn units(&self) -> BTreeSet<UnitId> {
        self.all().filter_map(|case| case.unit).collect()
    }

    /// Measures that count something else in `other`: nothing, when both were counted up to the same entry. Which unit a
    /// thing is of is no matter of the count.
    #[must_use]
    pub fn differs(&self, other: &Self) -> Vec<&'static Measure> {
        let ids = |numbers: &Self, key: &str| -> BTreeSet<(Uuid, Option<i64>)> {
            numbers.cases(key, None).map(|case| (case.id, case.amount)).collect()
        };
        MEASURES.iter().filter(|one| ids(self, one.key) != ids(other, one.key)).collect()
    }
}

/// Cases counted, or their money summed: what sums to less than nothing is nothing.
fn how_many<'n>(cases: impl Iterator<Item = &'n Case>) -> usize {
    let sum = cases.fold(0i64, |sum, case| sum.saturating_add(case.amount.unwrap_or(1)));
    usize::try_from(sum).unwrap_or(0)
}

async fn cases(
    db: &impl ConnectionTrait,
    zone: &Zone,
    period: Option<Period>,
    as_of: i64,
) -> Result<BTreeMap<String, Vec<Case>>, Failure> {
    let Some(period) = period else { return Ok(BTreeMap::new()) };
    let Some((from, to)) = period.span(zone) else { return Ok(BTreeMap::new()) };
    let mut all = BTreeMap::new();
    for measure in MEASURES {
        let events: Vec<&str> = measure.events().collect();
        let found = if let Count::Sum(money) = measure.count {
            // Money counts on the day it was paid, also when it was entered afterwards: the ledger is read to its end.
            let always = (Moment(i64::MIN), Moment(i64::MAX));
            summed(money, &db::happened(db, &events, always, as_of).await?, zone, period)
        } else {
            let since = if matches!(measure.count, Count::Open(..)) { Moment(i64::MIN) } else { from };
            counted(measure, &db::happened(db, &events, (since, to), as_of).await?)
        };
        if !found.is_empty() {
            all.insert(measure.key.to_owned(), found);
        }
    }
    Ok(all)
}

/// What a measure makes of entries, the oldest first.
fn counted(measure: &Measure, entries: &[Entry]) -> Vec<Case> {
    let mut open: Vec<Case> = Vec::new();
    let mut places: HashMap<Uuid, usize> = HashMap::new();
    let mut gone: BTreeSet<Uuid> = BTreeSet::new();
    let mut kept: HashMap<Uuid, i32> = HashMap::new();
    for entry in entries {
        let closes =
            matches!(measure.count, Count::Open(_, closes) if closes.contains(&entry.action.as_str()));
        if closes {
            gone.insert(entry.thing);
            continue;
        }
        let detail: Detail = serde_json::from_str(&entry.detail).unwrap_or_default();
        if let Count::Kept([_, back], step) = measure.count {
            let taken_back = entry.action == *back;
            if taken_back && detail.undone != step {
                continue;
            }
            let times = kept.entry(entry.thing).or_insert(0i32);
            *times += if taken_back { -1 } else { 1 };
            if taken_back {
                continue;
            }
        }
        if detail.in_time == Some(false) || detail.aside == Some(true) {
            continue;
        }
        gone.remove(&entry.thing);
        if places.contains_key(&entry.thing) {
            continue;
        }
        let kind = ThingKind::named(&entry.thing_kind);
        let Some(thing) = detail.on.or(kind.map(|kind| ThingRef { kind, id: entry.thing })) else { continue };
        places.insert(entry.thing, open.len());
        open.push(Case { id: entry.thing, thing, at: entry.at, unit: None, amount: None });
    }
    open.retain(|case| !gone.contains(&case.id) && kept.get(&case.id).is_none_or(|times| *times > 0));
    open
}

/// What a sum of money makes of entries, the oldest first: each a case with its amount. What was cancelled is none.
fn summed(money: Money, entries: &[Entry], zone: &Zone, period: Period) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let year = i32::from(period.last.year());
    for entry in entries {
        let paid: Paid = serde_json::from_str(&entry.detail).unwrap_or_default();
        let Some(kind) = ThingKind::named(&entry.thing_kind) else { continue };
        let day = paid.day.parse::<Date>().ok();
        let booked = zone.day(entry.at);
        let (id, at) = match (money, entry.action.as_str(), paid.entry, day) {
            (_, "money-cancelled", Some(gone), _) => {
                cases.retain(|case| case.id != gone);
                continue;
            }
            // An adjustment has no id of its own: the number of its entry makes it one.
            (Money::Assigned, ..) if paid.year == year && booked <= period.last => {
                (Uuid::from_u64_pair(0, u64::try_from(entry.seq).unwrap_or(0)), Some(entry.at))
            }
            (Money::Paid, _, Some(id), Some(day)) if period.first <= day && day <= period.last => {
                (id, zone.start_of(day))
            }
            (Money::PaidOfYear, _, Some(id), Some(day)) if paid.year == year && day <= period.last => {
                (id, zone.start_of(day))
            }
            _ => continue,
        };
        let (thing, at) = (ThingRef { kind, id: entry.thing }, at.unwrap_or(entry.at));
        cases.push(Case { id, thing, at, unit: None, amount: Some(paid.amount) });
    }
    cases
}

/// What a sum needs of an entry.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Paid {
    entry: Option<Uuid>,
    year: i32,
    day: String,
    amount: i64,
}

/// What the count needs of an entry beside its name: on what a clock ran, whether it was met in time, whether a question
/// was set aside at once.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Detail {
    on: Option<ThingRef>,
    in_time: Option<bool>,
    aside: Option<bool>,
    undone: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{NewId, StoryId};

    fn entry(seq: i64, action: &str, thing: Uuid) -> Entry {
        Entry {
            seq,
            at: Moment(seq),
            actor_kind: "person".into(),
            actor: None,
            action: action.into(),
            thing_kind: "story".into(),
            thing,
            detail: "{}".into(),
            before_hash: None,
            after_hash: None,
            prev: String::new(),
            hash: String::new(),
        }
    }

    #[test]
    fn a_thing_counts_once_however_often_it_happened() {
        let (a, b) = (StoryId::fresh().0, StoryId::fresh().0);
        let entries =
            [entry(1, "story-corrected", a), entry(2, "story-corrected", b), entry(3, "story-corrected", a)];
        let measure = Measure::of_key("stories-corrected").unwrap();
        let ids: Vec<_> = counted(measure, &entries).into_iter().map(|case| case.id).collect();
        assert_eq!(ids, [a, b]);
    }

    #[test]
    fn what_is_open_was_opened_and_not_closed_since() {
        let (a, b, c) = (StoryId::fresh().0, StoryId::fresh().0, StoryId::fresh().0);
        let entries = [
            entry(1, "hot-spot-detected", a),
            entry(2, "hot-spot-detected", b),
            entry(3, "hot-spot-closed", a),
            entry(4, "hot-spot-raised", c),
            entry(5, "hot-spot-closed", b),
            entry(6, "hot-spot-reopened", b),
        ];
        let measure = Measure::of_key("hot-spots-open").unwrap();
        let ids: Vec<_> = counted(measure, &entries).into_iter().map(|case| case.id).collect();
        assert_eq!(ids, [b, c]);
    }

    #[test]
    fn what_was_undone_did_not_happen() {
        let (a, b, c) = (StoryId::fresh().0, StoryId::fresh().0, StoryId::fresh().0);
        let undone = |seq, thing, step: &str| Entry {
            detail: format!("{{\"undone\":\"{step}\"}}"),
            ..entry(seq, "assignment-undone", thing)
        };
        let rolled = |seq, thing| entry(seq, "assignment-rolled-over", thing);
        let mut entries = vec![rolled(1, a), undone(2, a, "roll-over"), rolled(3, b), undone(4, b, "claim")];
        // Rolled over twice, undone once: it was rolled over.
        entries.extend([rolled(5, c), rolled(6, c), undone(7, c, "roll-over")]);
        for entry in &mut entries {
            entry.thing_kind = "assignment".into();
        }
        let measure = Measure::of_key("work-rolled").unwrap();
        let ids: Vec<_> = counted(measure, &entries).into_iter().map(|case| case.id).collect();
        assert_eq!(ids, [b, c]);
    }

    #[test]
    fn money_counts_on_the_day_it_was_paid_and_what_was_cancelled_never() {
        let (project, early, wrong) = (StoryId::fresh().0, Uuid::now_v7(), Uuid::now_v7());
        let money = |seq, action: &str, detail: String| {
            let mut entry = entry(seq, action, project);
            entry.thing_kind = "project".into();
            entry.at = Moment::parse("2026-11-15T09:00:00+07:00").unwrap();
            entry.detail = detail;
            entry
        };
        let spent = |seq, id: Uuid, year: i32, day: &str, amount: i64| {
            money(
                seq,
                "money-spent",
                format!(r#"{{"entry":"{id}","year":{year},"day":"{day}","amount":{amount}}}"#),
            )
        };
        let entries = [
            spent(1, early, 2026, "2026-10-30", 300),
            spent(2, wrong, 2026, "2026-10-31", 50),
            money(3, "money-cancelled", format!(r#"{{"entry":"{wrong}"}}"#)),
            spent(4, Uuid::now_v7(), 2026, "2026-11-03", 40),
            spent(5, Uuid::now_v7(), 2025, "2026-10-02", 7),
        ];
        let october = Period::parse("2026-10").unwrap();
        let sum = |money| how_many(summed(money, &entries, &Zone::default(), october).iter());
        assert_eq!((sum(Money::Paid), sum(Money::PaidOfYear)), (307, 300));
        let assigned = [
            money(6, "money-assigned", r#"{"year":2026,"amount":900}"#.into()),
            money(7, "money-assigned", r#"{"year":2026,"amount":-100}"#.into()),
            money(8, "money-assigned", r#"{"year":2027,"amount":5}"#.into()),
        ];
        let november = Period::parse("2026-11").unwrap();
        let sum = |period| how_many(summed(Money::Assigned, &assigned, &Zone::default(), period).iter());
        assert_eq!((sum(october), sum(november)), (0, 800));
    }

    #[test]
    fn a_clock_that_was_met_late_was_not_kept() {
        let (on, clock) = (StoryId::fresh().0, StoryId::fresh().0);
        let mut late = entry(1, "clock-met", clock);
        late.detail = format!(r#"{{"on":{{"kind":"story","id":"{on}"}},"in_time":false}}"#);
        let mut kept = late.clone();
        kept.detail = kept.detail.replace("false", "true");
        let measure = Measure::of_key("clocks-met").unwrap();
        assert!(counted(measure, &[late]).is_empty());
        let cases = counted(measure, &[kept]);
        assert_eq!(cases.first().map(|case| (case.id, case.thing.id)), Some((clock, on)));
    }
}
