//! Lists and counts of questions: the desk's and the public's numbers.

use super::questions::{QuestionRow, columns};
use super::{places, whole};
use db::{Args, ConnectionTrait, DbErr, FromQueryResult, Value, all, one};
use kernel::{Moment, PageNumber, UnitId};
use uuid::Uuid;

/// Which of them a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Which {
    /// Nobody is responsible yet.
    #[default]
    New,
    /// A unit is.
    Routed,
    /// An answer waits for a second person.
    Submitted,
    /// Answered and not public.
    Answered,
    /// Refused.
    Refused,
    /// Set aside or merged.
    Aside,
    /// All of them.
    All,
}

impl Which {
    /// Every list, in the order of the tabs.
    pub(crate) const ALL: [Self; 7] =
        [Self::New, Self::Routed, Self::Submitted, Self::Answered, Self::Refused, Self::Aside, Self::All];

    /// The word in the address.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Routed => "routed",
            Self::Submitted => "submitted",
            Self::Answered => "answered",
            Self::Refused => "refused",
            Self::Aside => "aside",
            Self::All => "all",
        }
    }

    pub(crate) fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|which| which.name() == name).unwrap_or_default()
    }

    fn wanted(self) -> &'static str {
        match self {
            Self::New => "state = 'received'",
            Self::Routed => "state = 'routed'",
            Self::Submitted => "state = 'submitted'",
            Self::Answered => "state = 'answered'",
            Self::Refused => "state = 'refused'",
            Self::Aside => "state IN ('aside', 'merged')",
            Self::All => "state <> ''",
        }
    }

    /// What waits is shown oldest first, what is done newest first.
    fn order(self) -> &'static str {
        match self {
            Self::New | Self::Routed | Self::Submitted => "received_at, id",
            Self::Answered | Self::Refused | Self::Aside | Self::All => "received_at DESC, id DESC",
        }
    }
}

/// A list as it was asked for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Asked {
    pub(crate) which: Which,
    /// The units it is about; `None` is everything, routed or not.
    pub(crate) units: Option<Vec<UnitId>>,
    pub(crate) field: String,
    /// Folded words that must all be there.
    pub(crate) words: Vec<String>,
    /// Only this flock.
    pub(crate) flock: Option<Uuid>,
}

impl Asked {
    fn condition(&self) -> (String, Args) {
        let mut args: Args = Vec::new();
        let mut wanted = self.which.wanted().to_owned();
        if let Some(units) = &self.units {
            if units.is_empty() {
                wanted.push_str(" AND 1 = 0");
            } else {
                wanted.push_str(&format!(" AND unit IN ({})", places(args.len() + 1, units.len())));
                args.extend(units.iter().map(|unit| Value::from(*unit)));
            }
        }
        if !self.field.is_empty() {
            args.push(self.field.as_str().into());
            wanted.push_str(&format!(" AND field = ${}", args.len()));
        }
        if let Some(flock) = self.flock {
            args.push(flock.into());
            wanted.push_str(&format!(" AND flock = ${}", args.len()));
        }
        for word in self.words.iter().take(8) {
            args.push(word.as_str().into());
            wanted.push_str(&format!(
                " AND id IN (SELECT question FROM question_word WHERE word = ${} AND public = FALSE)",
                args.len()
            ));
        }
        (wanted, args)
    }
}

pub(crate) async fn list(
    db: &impl ConnectionTrait,
    asked: &Asked,
    page: PageNumber,
    size: u32,
) -> Result<kernel::Page<QuestionRow>, DbErr> {
    let (wanted, args) = asked.condition();
    let total: i64 = one(db, &format!("SELECT COUNT(*) FROM question WHERE {wanted}"), args.clone()).await?;
    let sql = format!(
        "SELECT {} FROM question WHERE {wanted} ORDER BY {} LIMIT {size} OFFSET {}",
        columns(),
        asked.which.order(),
        page.offset(size)
    );
    let items = all(db, &sql, args).await?;
    Ok(kernel::Page { items, number: page.get(), size, total: whole(total) })
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct StateCount {
    pub(crate) state: String,
    pub(crate) many: i64,
}

/// How many are in each state.
pub(crate) async fn by_state(
    db: &impl ConnectionTrait,
    units: Option<&[UnitId]>,
) -> Result<Vec<StateCount>, DbErr> {
    match units {
        None => all(db, "SELECT state, COUNT(*) AS many FROM question GROUP BY state", vec![]).await,
        Some([]) => Ok(Vec::new()),
        Some(units) => {
            let sql = format!(
                "SELECT state, COUNT(*) AS many FROM question WHERE unit IN ({}) GROUP BY state",
                places(1, units.len())
            );
            all(db, &sql, units.iter().map(|unit| Value::from(*unit)).collect()).await
        }
    }
}

/// What the public numbers are counted from: one row a question, without anything of its content (L5).
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct Counted {
    pub(crate) received_at: Moment,
    pub(crate) state: String,
    pub(crate) refusal: String,
    pub(crate) on_time: Option<bool>,
}

pub(crate) async fn counted_since(db: &impl ConnectionTrait, since: Moment) -> Result<Vec<Counted>, DbErr> {
    let sql = "SELECT received_at, state, refusal, on_time FROM question WHERE received_at >= $1";
    all(db, sql, vec![since.into()]).await
}
