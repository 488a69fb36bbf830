//! Lists of stories as a person may see them.

use crate::content::Content;
use crate::store::{self, Filter, LineRow, Sight};
use crate::workflow::{Public, Standing, Work};
use db::{ConnectionTrait, Look};
use kernel::{Action, Failure, Insider, PersonId, Role, StoryId, UnitId, role_table};
use std::collections::HashMap;
use web::{Format, Locale};

/// A story in a list, ready to show.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub(crate) id: StoryId,
    pub(crate) title: String,
    pub(crate) unit: String,
    pub(crate) state: &'static str,
    pub(crate) state_label: String,
    pub(crate) writer: String,
    pub(crate) number: String,
    pub(crate) iso: String,
    pub(crate) when: String,
    pub(crate) submitted: String,
    pub(crate) failure: String,
}

/// Names that lines show.
pub(crate) struct Names {
    pub(crate) units: HashMap<UnitId, String>,
    pub(crate) people: HashMap<PersonId, String>,
}

pub(crate) fn sight(insider: &Insider) -> Sight {
    Sight {
        person: insider.id,
        units: insider.reach(role_table(Action::ReadStory)),
        limited: insider.reach(&[Role::ChiefEditor, Role::Leader]),
    }
}

/// The units for which a person may do `action`; `None` is all.
pub(crate) fn units_for(insider: &Insider, action: Action) -> Option<Vec<UnitId>> {
    insider.reach(role_table(action))
}

pub(crate) fn line(row: LineRow, names: &Names, locale: Locale, format: &Format) -> Line {
    let standing = Standing {
        work: Work::parse(&row.work).unwrap_or(Work::Draft),
        public: Public::parse(&row.public).unwrap_or(Public::Never),
        urgent_pending: row.urgent_pending,
    };
    let mut state = standing.word();
    let mut state_label = locale.t(&format!("state-{state}"));
    let mut failure = String::new();
    if let Some(keys) = &row.schedule_failure {
        state = "failed";
        state_label = locale.t("state-failed");
        failure = keys.split(' ').map(|key| locale.t(key)).collect::<Vec<_>>().join(" ");
    } else if let (Work::Scheduled, Some(at)) = (standing.work, row.scheduled_at) {
        state_label = locale.f("state-scheduled-at", "at", format.date_time(at));
    } else if standing.public == Public::Live && standing.work != Work::Settled {
        state_label = locale.f("state-being-corrected", "state", state_label);
    }
    let drafted =
        row.draft.as_deref().and_then(|json| Content::from_json(json).ok()).map(|content| content.title);
    let title = drafted.filter(|title| !title.is_empty()).or(row.title).filter(|title| !title.is_empty());
    Line {
        id: row.id,
        title: title.unwrap_or_else(|| locale.t("story-untitled")),
        unit: names.units.get(&row.unit).cloned().unwrap_or_default(),
        state,
        state_label,
        writer: row.begun_by.and_then(|id| names.people.get(&id).cloned()).unwrap_or_default(),
        number: row.number.map(|n| n.to_string()).unwrap_or_default(),
        iso: format.iso(row.changed_at),
        when: format.date_time(row.changed_at),
        submitted: row.submitted_at.map(|at| format.date_time(at)).unwrap_or_default(),
        failure,
    }
}

/// How much waits for a person.
#[derive(Debug, Clone, Copy, Default)]
pub struct Waiting {
    /// Submitted, and theirs to review.
    pub review: u64,
    /// Returned to them.
    pub returned: u64,
    /// Went out urgently and wants a second person.
    pub urgent: u64,
    /// Was to go out and did not.
    pub failed: u64,
}

impl Waiting {
    /// All together.
    #[must_use]
    pub fn total(self) -> u64 {
        self.review + self.returned + self.urgent + self.failed
    }
}

/// Counts what waits for the one who looks.
///
/// # Errors
/// When the database does not answer.
pub async fn waiting(look: &Look) -> Result<Waiting, Failure> {
    let Some(insider) = look.actor().person() else { return Ok(Waiting::default()) };
    let db = look.db();
    let mut waiting = Waiting {
        returned: store::count(db, &sight(insider), &returned_to(insider.id)).await?,
        ..Waiting::default()
    };
    let reviews = reviewing(insider);
    if reviews.units.as_ref().is_none_or(|units| !units.is_empty()) {
        waiting.review = count(db, &reviews, "submitted").await?;
        waiting.urgent = count(db, &reviews, "emergency").await?;
        waiting.failed = count(db, &reviews, "failed").await?;
    }
    Ok(waiting)
}

async fn count(db: &impl ConnectionTrait, sight: &Sight, word: &str) -> Result<u64, Failure> {
    Ok(store::count(db, sight, &Filter { word: Some(word.into()), ..Filter::default() }).await?)
}

/// What was sent back to this person.
pub(crate) fn returned_to(person: PersonId) -> Filter {
    Filter { word: Some("returned".into()), writer: Some(person), ..Filter::default() }
}

/// The sight of a reviewer: only the units in which they review.
pub(crate) fn reviewing(insider: &Insider) -> Sight {
    let limited = insider.reach(&[Role::ChiefEditor, Role::Leader]);
    Sight {
        person: kernel::PersonId(uuid::Uuid::nil()),
        units: units_for(insider, Action::ReviewStory),
        limited,
    }
}
