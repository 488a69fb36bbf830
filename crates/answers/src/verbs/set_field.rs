//! Set a field of questions: its name, the unit that answers for it and the person one can name (S78); and for how long what
//! points to a person is kept.

use crate::store::fields::{self, FieldRow};
use crate::store::forms;
use db::{ConnectionTrait, Cx};
use kernel::{Action, AgencyId, AnswersEvent, Failure, PeopleEvent, PersonId, Refusal, Thing, UnitId};
use typed::{line, too_long};

/// A field as it is to be.
#[derive(Debug, Clone)]
pub struct FieldWish {
    /// The slug of the one that is changed; nothing for a new one.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Who answers.
    pub unit: UnitId,
    /// Whom one can name.
    pub person: Option<PersonId>,
    /// Its place in the list.
    pub place: i32,
    /// Whether one can choose it.
    pub active: bool,
}

/// Sets it. A field's address never changes, for links to it stand elsewhere.
///
/// # Errors
/// Refused without a name.
pub async fn set_field(cx: &mut Cx, wish: &FieldWish) -> Result<String, Failure> {
    cx.may(Action::RouteQuestions, Thing::House)?;
    let name = line(&wish.name);
    let mut against = Vec::new();
    if name.is_empty() {
        against.push(Refusal::field("name", "refused-field-name"));
    }
    too_long("name", &name, 120, &mut against);
    let made: String = viet::fold::slug(&name).chars().take(60).collect();
    let slug = if wish.slug.is_empty() { made } else { wish.slug.clone() };
    let known = fields::one_of(cx.tx(), &slug).await?.is_some();
    if !name.is_empty() && (slug.is_empty() || known == wish.slug.is_empty()) {
        against.push(Refusal::field("name", "refused-field-known"));
    }
    Failure::unless(against)?;
    let row = FieldRow {
        slug: slug.clone(),
        name,
        unit: wish.unit,
        person: wish.person,
        place: wish.place,
        active: wish.active,
    };
    fields::put(cx.tx(), &row).await?;
    cx.record(AnswersEvent::FieldSet { unit: wish.unit, slug: slug.clone() });
    Ok(slug)
}

/// Days that what points to a person is kept after its end, when nothing was set.
const KEPT: u32 = 365;

/// Days that what points to a person is kept after its end (L13).
///
/// # Errors
/// When the database does not answer.
pub async fn keep_days(db: &impl ConnectionTrait) -> Result<u32, Failure> {
    let set = forms::setting(db, "keep-days").await?;
    Ok(set.and_then(|days| days.parse().ok()).unwrap_or(KEPT))
}

/// Sets for how many days.
///
/// # Errors
/// Refused below a month and beyond five years.
pub async fn set_keep_days(cx: &mut Cx, days: u32) -> Result<(), Failure> {
    cx.may(Action::RouteQuestions, Thing::House)?;
    if !(30..=1826).contains(&days) {
        return Err(Failure::refused(Refusal::field("days", "refused-keep-days")));
    }
    forms::set(cx.tx(), "keep-days", &days.to_string()).await?;
    cx.record(PeopleEvent::KeepingSet {
        agency: AgencyId::OURS,
        of: "answers".to_owned(),
        days: days.into(),
    });
    Ok(())
}
