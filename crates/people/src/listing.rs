//! Units, people and areas as lists: what pages and other parts show of them.

use crate::session::holds_on;
use crate::store::{self, Kin, SuccessionRow, UnitRow};
use crate::unit_kind::UnitKind;
use db::ConnectionTrait;
use kernel::{AreaId, Failure, PersonId, UnitId};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// The agency's particulars.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "each is what its name says")]
pub struct AgencyFace {
    pub name: String,
    pub over: String,
    pub place: String,
    pub address: String,
    pub phone: String,
    pub email: String,
    pub symbol: String,
}

/// The agency, if it has been described.
///
/// # Errors
/// When the database does not answer.
pub async fn agency(db: &impl ConnectionTrait) -> Result<Option<AgencyFace>, Failure> {
    Ok(store::agency(db).await?.map(|row| AgencyFace {
        name: row.name,
        over: row.over,
        place: row.place,
        address: row.address,
        phone: row.phone,
        email: row.email,
        symbol: row.symbol,
    }))
}

/// A unit with what came before and after it.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "each is what its name says")]
pub struct UnitLine {
    pub id: UnitId,
    pub name: String,
    pub abbreviation: String,
    pub symbol: String,
    pub kind: UnitKind,
    pub parent: Option<UnitId>,
    pub from: String,
    pub to: Option<String>,
    pub predecessors: Vec<Kinship>,
    pub successors: Vec<Kinship>,
}

/// A predecessor or successor, in words.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "each is what its name says")]
pub struct Kinship {
    pub name: String,
    pub on: String,
    pub how: String,
    pub scope: String,
}

fn kinships(
    successions: &[SuccessionRow],
    names: &HashMap<Uuid, String>,
    mine: impl Fn(&SuccessionRow) -> Option<Uuid>,
) -> Vec<Kinship> {
    successions
        .iter()
        .filter_map(|row| {
            mine(row).map(|other| Kinship {
                name: names.get(&other).cloned().unwrap_or_default(),
                on: row.on_day.clone(),
                how: row.how.clone(),
                scope: row.scope.clone(),
            })
        })
        .collect()
}

/// Every unit there is or was.
///
/// # Errors
/// When the database does not answer.
pub async fn units(db: &impl ConnectionTrait) -> Result<Vec<UnitLine>, Failure> {
    let rows = store::units(db).await?;
    let successions = store::successions(db, Kin::Units).await?;
    let names: HashMap<Uuid, String> = rows.iter().map(|row| (row.id.0, row.name.clone())).collect();
    Ok(rows
        .into_iter()
        .map(|row| UnitLine {
            predecessors: kinships(&successions, &names, |s| {
                (s.successor == row.id.0).then_some(s.predecessor)
            }),
            successors: kinships(&successions, &names, |s| {
                (s.predecessor == row.id.0).then_some(s.successor)
            }),
            id: row.id,
            name: row.name,
            abbreviation: row.abbreviation,
            symbol: row.symbol,
            kind: UnitKind::named(&row.kind).unwrap_or_default(),
            parent: row.parent,
            from: row.valid_from,
            to: row.valid_to,
        })
        .collect())
}

/// The names of units by id.
///
/// # Errors
/// When the database does not answer.
pub async fn unit_names(db: &impl ConnectionTrait) -> Result<HashMap<UnitId, String>, Failure> {
    Ok(store::units(db).await?.into_iter().map(|row| (row.id, row.name)).collect())
}

/// An area with what came before it.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "each is what its name says")]
pub struct AreaLine {
    pub name: String,
    pub kind: String,
    pub code: Option<String>,
    pub parent: String,
    pub population: Option<i64>,
    pub tags: Vec<String>,
    pub from: String,
    pub to: Option<String>,
    pub predecessors: Vec<Kinship>,
    pub successors: Vec<Kinship>,
}

/// Every area there is or was.
///
/// # Errors
/// When the database does not answer.
pub async fn areas(db: &impl ConnectionTrait) -> Result<Vec<AreaLine>, Failure> {
    let rows = store::areas(db).await?;
    let successions = store::successions(db, Kin::Areas).await?;
    let names: HashMap<Uuid, String> = rows.iter().map(|row| (row.id.0, row.name.clone())).collect();
    let mut tags: HashMap<Uuid, Vec<String>> = HashMap::new();
    for row in store::area_tags(db).await? {
        tags.entry(row.area.0).or_default().push(row.tag);
    }
    Ok(rows
        .into_iter()
        .map(|row| AreaLine {
            predecessors: kinships(&successions, &names, |s| {
                (s.successor == row.id.0).then_some(s.predecessor)
            }),
            successors: kinships(&successions, &names, |s| {
                (s.predecessor == row.id.0).then_some(s.successor)
            }),
            parent: row.parent.and_then(|id| names.get(&id.0).cloned()).unwrap_or_default(),
            tags: tags.remove(&row.id.0).unwrap_or_default(),
            name: row.name,
            kind: row.kind,
            code: row.code,
            population: row.population,
            from: row.valid_from,
            to: row.valid_to,
        })
        .collect())
}

/// Areas there are on a day, by name.
///
/// # Errors
/// When the database does not answer.
pub async fn areas_on(db: &impl ConnectionTrait, day: &str) -> Result<Vec<(AreaId, String)>, Failure> {
    let mut found: Vec<(AreaId, String)> = store::areas(db)
        .await?
        .into_iter()
        .filter(|row| row.valid_from.as_str() <= day && row.valid_to.as_deref().is_none_or(|to| to >= day))
        .map(|row| (row.id, row.name))
        .collect();
    found.sort_by(|one, other| one.1.cmp(&other.1));
    Ok(found)
}

/// A person as colleagues see them.
#[derive(Debug, Clone)]
pub struct Colleague {
    /// Who.
    pub id: PersonId,
    /// Full name.
    pub name: String,
    /// The address they sign in with.
    pub login: String,
    /// `ông`, `bà`.
    pub honorific: String,
    /// Posts of the day: title and unit, the first named first.
    pub posts: Vec<(String, String)>,
    /// Roles of the day: role's name and unit, `None` for the whole agency.
    pub roles: Vec<(String, Option<String>)>,
}

/// Everyone who has not left, with posts and roles as of `day` (ISO).
///
/// # Errors
/// When the database does not answer.
pub async fn colleagues(db: &impl ConnectionTrait, day: &str) -> Result<Vec<Colleague>, Failure> {
    let units = unit_names(db).await?;
    let name_of = |unit: UnitId| units.get(&unit).cloned().unwrap_or_default();
    let tenures = store::tenures(db).await?;
    let roles = store::roles(db, None).await?;
    let people = store::people(db).await?;
    Ok(people
        .into_iter()
        .filter(|person| person.left_at.is_none())
        .map(|person| Colleague {
            posts: tenures
                .iter()
                .filter(|t| {
                    t.person == person.id && holds_on(day, Some(&t.valid_from), t.valid_to.as_deref())
                })
                .map(|t| (t.title.clone(), name_of(t.unit)))
                .collect(),
            roles: roles
                .iter()
                .filter(|r| {
                    r.person == person.id && holds_on(day, r.valid_from.as_deref(), r.valid_to.as_deref())
                })
                .map(|r| (r.role.clone(), r.unit.map(name_of)))
                .collect(),
            id: person.id,
            name: person.name,
            login: person.login,
            honorific: person.honorific,
        })
        .collect())
}

/// Names by id, of those who left too: history keeps them.
///
/// # Errors
/// When the database does not answer.
pub async fn colleague_names(db: &impl ConnectionTrait) -> Result<HashMap<PersonId, String>, Failure> {
    Ok(store::people(db).await?.into_iter().map(|row| (row.id, row.name)).collect())
}

/// Who signs in with this address.
///
/// # Errors
/// When the database does not answer.
pub async fn login_of(db: &impl ConnectionTrait, login: &str) -> Result<Option<PersonId>, Failure> {
    Ok(store::person_by_login(db, &login.trim().to_lowercase()).await?.map(|row| row.id))
}

/// Pairs of a unit that has ended by `today` (ISO) and one that came after it.
///
/// # Errors
/// When the database does not answer.
pub async fn successions_of_ended(
    db: &impl ConnectionTrait,
    today: &str,
) -> Result<Vec<(UnitId, UnitId)>, Failure> {
    let units = store::units(db).await?;
    Ok(ended_before(today, &units, store::successions(db, Kin::Units).await?))
}

/// The pairs of which the first has ended by a day and left everything to the second. Who took over one field alone has its
/// own work from then on, and not the records of all others.
pub(crate) fn ended_before(
    today: &str,
    units: &[UnitRow],
    pairs: Vec<SuccessionRow>,
) -> Vec<(UnitId, UnitId)> {
    let ended: HashSet<Uuid> = units
        .iter()
        .filter(|row| row.valid_to.as_deref().is_some_and(|to| to < today))
        .map(|row| row.id.0)
        .collect();
    pairs
        .into_iter()
        .filter(|pair| ended.contains(&pair.predecessor) && pair.hands_over_all())
        .map(|pair| (UnitId(pair.predecessor), UnitId(pair.successor)))
        .collect()
}
