//! One state of the index in PostgreSQL, as one search asks it.

use super::lexemes::{gains, joined, of_beginning, of_match, of_term, of_without};
use super::trouble;
use crate::store::shared::State;
use crate::store::sought::{self, Ranking, Sizes, Sought, Stretch};
use db::{Db, DbErr};
use sea_orm::{AccessMode, DatabaseTransaction, IsolationLevel, TransactionTrait};
use seek::parts::{Cursor, DEEPEST, Found, Plan, Shown, Source, Term, Wanted, tie};
use seek::{Facet, Held, Order, Trouble};
use std::collections::{BTreeMap, HashMap};
use std::future::Future;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::runtime::Handle;
use viet::dates::Date;

/// Words whose rarity is remembered.
const REMEMBERED: usize = 20_000;

/// How rare words are and how long texts, remembered until a fiftieth of everything has changed.
#[derive(Default)]
pub(super) struct Known(Mutex<Option<Numbers>>);

#[derive(Clone, Default)]
struct Numbers {
    generation: i32,
    sequence: i64,
    sizes: Sizes,
    found: HashMap<String, u64>,
}

/// A state, and who looks at it.
pub(super) struct Snapshot {
    tx: DatabaseTransaction,
    handle: Handle,
    state: State,
    held: String,
    after: Option<Cursor>,
    mark: u64,
    known: Arc<Known>,
}

impl Snapshot {
    pub(super) async fn take(
        db: &Db,
        state: State,
        held: &Held,
        after: Option<&str>,
        known: &Arc<Known>,
    ) -> Result<Self, Trouble> {
        let (isolation, access) = (IsolationLevel::RepeatableRead, AccessMode::ReadOnly);
        let tx = db.reader().begin_with_config(Some(isolation), Some(access)).await.map_err(trouble)?;
        sought::prepare(&tx).await.map_err(trouble)?;
        Ok(Self {
            tx,
            handle: Handle::current(),
            state,
            held: joined(held.tokens().iter().map(String::as_str)),
            after: after.and_then(Cursor::read),
            mark: tie(&format!("{:x}.{}.{}", state.seal, state.generation, state.sequence)),
            known: Arc::clone(known),
        })
    }

    /// Waits for the database: only on a thread that may wait.
    fn wait<T>(&self, work: impl Future<Output = Result<T, DbErr>>) -> Result<T, Trouble> {
        self.handle.block_on(work).map_err(trouble)
    }

    fn sought(&self, plan: &Plan, wanted: &Wanted<'_>) -> Sought {
        let day = |day: Option<Date>| day.and_then(|day| i32::try_from(day.days()).ok());
        let filters =
            wanted.filters.iter().filter(|(_, values)| !values.is_empty()).map(|(facet, values)| {
                let values: Vec<String> = values.iter().map(|v| format!("{}={v}", facet.name())).collect();
                (facet.name(), joined(values.iter().map(String::as_str)))
            });
        Sought {
            held: self.held.clone(),
            matching: of_match(&plan.matching),
            without: of_without(&plan.without),
            days: (day(wanted.days.from), day(wanted.days.to)),
            filters: filters.collect(),
        }
    }

    /// Sizes, and in how many things each scored term stands.
    fn numbers(&self, plan: &Plan) -> Result<Numbers, Trouble> {
        let mut numbers = self.remembered()?;
        let all = plan.scored.iter().map(|scored| of_term(&scored.term));
        let mut unknown: Vec<String> = all.filter(|term| !numbers.found.contains_key(term)).collect();
        unknown.sort_unstable();
        unknown.dedup();
        let counts = self.wait(sought::seen(&self.tx, self.state, None, &unknown, None))?;
        numbers.found.extend(unknown.into_iter().zip(counts));
        if numbers.found.len() < REMEMBERED {
            *self.known.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(numbers.clone());
        }
        Ok(numbers)
    }

    fn remembered(&self) -> Result<Numbers, Trouble> {
        let known = self.known.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let State { generation, sequence, .. } = self.state;
        if let Some(known) = known
            && known.generation == generation
            && (sequence - known.sequence).abs() <= known.sizes.docs / 50
        {
            return Ok(known);
        }
        let sizes = self.wait(sought::sizes(&self.tx, self.state))?;
        Ok(Numbers { generation, sequence, sizes, found: HashMap::new() })
    }

    /// Counts by facet, and how many there are in all.
    fn count(&self, sought: &Sought, facets: &[Facet]) -> Result<(u64, Counts), Trouble> {
        let names: Vec<&'static str> = facets.iter().map(|facet| facet.name()).collect();
        let rows = self.wait(sought::count(&self.tx, self.state, sought, &names))?;
        let mut total = 0;
        let mut counts: Counts = facets.iter().map(|facet| (*facet, Vec::new())).collect();
        for row in rows {
            let count = u64::try_from(row.count).unwrap_or(0);
            match row.value.split_once('=') {
                None => total = count,
                Some((name, value)) => {
                    if let Some(slot) = counts.iter_mut().find(|(facet, _)| facet.name() == name) {
                        slot.1.push((value.to_owned(), count));
                    }
                }
            }
        }
        for values in counts.values_mut() {
            values.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        }
        Ok((total, counts))
    }

    fn texts(&self, keys: Vec<String>) -> Result<Vec<Shown>, Trouble> {
        let lines = self.wait(sought::texts(&self.tx, self.state, &keys))?;
        let mut lines: HashMap<String, _> = lines.into_iter().map(|line| (line.key.clone(), line)).collect();
        let known = keys.into_iter().filter_map(|key| lines.remove(&key));
        let shown = known.map(|l| Shown { id: l.key, title: l.title, summary: l.summary, body: l.body });
        Ok(shown.collect())
    }

    fn page(
        &self,
        plan: &Plan,
        wanted: &Wanted<'_>,
        sought: &Sought,
    ) -> Result<(Vec<Shown>, Option<String>), Trouble> {
        let (ranking, gains) = match wanted.order {
            Order::Newest => (Ranking::Newest, Vec::new()),
            Order::Relevance => {
                let numbers = self.numbers(plan)?;
                let today = wanted.today.and_then(|day| i32::try_from(day.days()).ok());
                let fresh = f64::from(plan.weights.fresh);
                (Ranking::Best { today, fresh }, gains(plan, &numbers.sizes, &numbers.found))
            }
        };
        let after = self.after.as_ref().filter(|_| wanted.after.is_some());
        let stretch = Stretch {
            size: i64::try_from(wanted.size).unwrap_or(0) + 1,
            after: after.map(|c| (c.id.replace('\0', ""), i64::try_from(c.before).unwrap_or(0))),
        };
        let mut keys = self.wait(sought::page(&self.tx, self.state, sought, &gains, ranking, &stretch))?;
        let more = keys.len() > wanted.size;
        keys.truncate(wanted.size);
        let entries = if wanted.show {
            self.texts(keys)?
        } else {
            keys.into_iter().map(|id| Shown { id, ..Shown::default() }).collect()
        };
        let before = after.map_or(0, |c| c.before) + entries.len();
        let last = entries.last().filter(|_| more && before <= DEEPEST);
        let next = last.map(|last| Cursor { mark: self.mark, before, id: last.id.clone() }.write());
        Ok((entries, next))
    }
}

type Counts = BTreeMap<Facet, Vec<(String, u64)>>;

impl Source for Snapshot {
    fn find(&self, plan: &Plan, wanted: &Wanted<'_>) -> Result<Found, Trouble> {
        let sought = self.sought(plan, wanted);
        let (total, counts) = self.count(&sought, wanted.count)?;
        let (entries, next) =
            if wanted.size > 0 && total > 0 { self.page(plan, wanted, &sought)? } else { (Vec::new(), None) };
        let moved = self.after.as_ref().is_some_and(|cursor| cursor.mark != self.mark);
        Ok(Found { entries, total, counts, next, moved })
    }

    fn seen(&self, terms: &[Term], most: u64) -> Result<Vec<u64>, Trouble> {
        let queries: Vec<String> = terms.iter().map(of_term).collect();
        self.wait(sought::seen(&self.tx, self.state, Some(&self.held), &queries, Some(most)))
    }

    fn titled(
        &self,
        whole: &[Term],
        begun: Option<&Term>,
        most: usize,
    ) -> Result<Vec<(String, String)>, Trouble> {
        let all: Vec<String> = whole.iter().map(of_term).chain(begun.map(of_beginning)).collect();
        let sought = Sought {
            held: self.held.clone(),
            matching: Some(all.join(" & ")),
            without: None,
            days: (None, None),
            filters: Vec::new(),
        };
        let stretch = Stretch { size: i64::try_from(most).unwrap_or(0), after: None };
        let keys = self.wait(sought::page(&self.tx, self.state, &sought, &[], Ranking::Newest, &stretch))?;
        Ok(self.texts(keys)?.into_iter().map(|entry| (entry.id, entry.title)).collect())
    }
}
