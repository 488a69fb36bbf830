//! Telling the demo's year: the agency first, then its stories, every step through the same verbs people use.

use super::pictures::Drawings;
use super::timeline::{self, Beat};
use super::{Cast, Login};
use crate::house::Agency;
use db::Cx;
use demo::{How, World};
use kernel::{Actor, AreaId, Failure, HandClock, Moment, PersonId, PostId, Role, SectionId, SiteId, UnitId};
use people::verbs::{self as people_verbs, AgencyWish, Ancestor, AreaWish, PersonWish, TenureWish, UnitWish};
use portal::verbs::{self as site_verbs, SectionWish, SiteWish};
use std::collections::HashMap;
use std::sync::Arc;

/// Ids by the keys of the demo's files.
#[derive(Default)]
pub(crate) struct Ids {
    pub(crate) units: HashMap<String, UnitId>,
    pub(crate) areas: HashMap<String, AreaId>,
    pub(crate) posts: HashMap<String, PostId>,
    pub(crate) people: HashMap<String, PersonId>,
    pub(crate) sites: HashMap<String, SiteId>,
    pub(crate) sections: HashMap<(String, String), SectionId>,
}

/// Tells the whole year; `progress` hears how far it is, in steps of all steps.
pub(crate) async fn load(
    agency: &Agency,
    world: &World,
    clock: &HandClock,
    drawings: &Drawings,
    mut progress: impl FnMut(usize, usize),
) -> Result<Cast, Failure> {
    let founding = Moment::parse("2025-07-01T08:00:00+07:00").unwrap_or(Moment(0));
    clock.set(founding);
    let mut ids = Ids::default();
    let mut cx = agency.app.db.begin(Actor::Machine("demo")).await?;
    describe(&mut cx, world, &mut ids).await?;
    people(&mut cx, world, &mut ids).await?;
    sites(&mut cx, world, &mut ids).await?;
    cx.finish().await?;
    let beats: Vec<Beat> = timeline::beats(world);
    let all = beats.len();
    let mut teller = super::stories::Teller::new(agency, world, &ids, clock, drawings);
    for (told, beat) in beats.into_iter().enumerate() {
        teller.tell(&beat).await?;
        progress(told + 1, all);
    }
    Ok(cast(agency, world, &ids))
}

fn cast(agency: &Agency, world: &World, ids: &Ids) -> Cast {
    let post_of = |person: &demo::Person| {
        let now: Vec<&str> =
            person.posts.iter().filter(|held| held.to.is_none()).map(|held| held.post.as_str()).collect();
        let first =
            world.posts.iter().filter(|post| now.contains(&post.key.as_str())).min_by_key(|post| post.rank);
        first.map(|post| {
            let unit = world.unit(&post.unit).map(|unit| unit.name.clone()).unwrap_or_default();
            format!("{}, {unit}", post.title)
        })
    };
    let logins = world
        .people
        .iter()
        .filter_map(|person| {
            Some(Login {
                person: *ids.people.get(&person.key)?,
                name: person.name.clone(),
                address: person.login.clone(),
                post: post_of(person).unwrap_or_default(),
                tries: person.tries.clone(),
            })
        })
        .collect();
    Cast {
        app: agency.app.clone(),
        password: world.password.clone(),
        province: world.agency.name.clone(),
        logins: Arc::new(logins),
    }
}

fn how(how: How) -> &'static str {
    match how {
        How::Merged => "merged",
        How::Split => "split",
        How::Renamed => "renamed",
        How::Transferred => "transferred",
        How::Continued => "continued",
    }
}

async fn describe(cx: &mut Cx, world: &World, ids: &mut Ids) -> Result<(), Failure> {
    let agency = &world.agency;
    let wish = AgencyWish {
        name: agency.name.clone(),
        over: String::new(),
        place: agency.place.clone(),
        address: agency.address.clone(),
        phone: agency.phone.clone(),
        email: agency.email.clone(),
        symbol: agency.symbol.clone(),
    };
    people_verbs::describe_agency(cx, wish).await?;
    // Predecessors and parents first: files are in any order.
    let mut waiting: Vec<&demo::Area> = world.areas.iter().collect();
    while !waiting.is_empty() {
        let before = waiting.len();
        let mut later = Vec::new();
        for area in waiting {
            let ancestors = ancestors(&world.area_successions, &area.key, &ids.areas);
            let parent = area.parent.as_ref().map(|key| ids.areas.get(key).copied());
            match (ancestors, parent) {
                (Some(ancestors), None | Some(Some(_))) => {
                    let id = found_area(cx, area, parent.flatten(), ancestors).await?;
                    ids.areas.insert(area.key.clone(), id);
                }
                _ => later.push(area),
            }
        }
        if later.len() == before {
            return Err(Failure::broken("the demo's areas come out of each other in a circle"));
        }
        waiting = later;
    }
    let mut waiting: Vec<&demo::Unit> = world.units.iter().collect();
    while !waiting.is_empty() {
        let before = waiting.len();
        let mut later = Vec::new();
        for unit in waiting {
            let ancestors = ancestors(&world.unit_successions, &unit.key, &ids.units);
            let parent = unit.parent.as_ref().map(|key| ids.units.get(key).copied());
            match (ancestors, parent) {
                (Some(ancestors), None | Some(Some(_))) => {
                    let id = found_unit(cx, unit, parent.flatten(), ancestors, ids).await?;
                    ids.units.insert(unit.key.clone(), id);
                }
                _ => later.push(unit),
            }
        }
        if later.len() == before {
            return Err(Failure::broken("the demo's units come out of each other in a circle"));
        }
        waiting = later;
    }
    Ok(())
}

/// The predecessors of `key`, once all of them are known.
fn ancestors<Id: Copy>(
    successions: &[demo::Succession],
    key: &str,
    known: &HashMap<String, Id>,
) -> Option<Vec<Ancestor<Id>>> {
    successions
        .iter()
        .filter(|succession| succession.to == key)
        .map(|succession| {
            known.get(&succession.from).map(|id| Ancestor {
                id: *id,
                on: succession.on,
                how: how(succession.how).to_owned(),
                scope: succession.scope.clone().unwrap_or_default(),
            })
        })
        .collect()
}

async fn found_area(
    cx: &mut Cx,
    area: &demo::Area,
    parent: Option<AreaId>,
    ancestors: Vec<Ancestor<AreaId>>,
) -> Result<AreaId, Failure> {
    let languages = area.languages.iter().filter(|tag| *tag != "vi").map(|tag| format!("lang:{tag}"));
    let wish = AreaWish {
        name: area.name.clone(),
        kind: area.kind.vi().to_owned(),
        code: area.code.clone(),
        parent,
        population: area.population.map(i64::from),
        tags: area.tags.iter().cloned().chain(languages).collect(),
        from: area.from,
        to: area.to,
        ancestors,
    };
    people_verbs::found_area(cx, wish).await
}

async fn found_unit(
    cx: &mut Cx,
    unit: &demo::Unit,
    parent: Option<UnitId>,
    ancestors: Vec<Ancestor<UnitId>>,
    ids: &Ids,
) -> Result<UnitId, Failure> {
    let wish = UnitWish {
        name: unit.name.clone(),
        abbreviation: unit.abbreviation.clone(),
        symbol: unit.symbol.clone(),
        kind: unit_kind(unit.kind),
        parent,
        area: unit.area.as_ref().and_then(|key| ids.areas.get(key).copied()),
        from: unit.from,
        to: unit.to,
        ancestors,
    };
    people_verbs::found_unit(cx, wish).await
}

fn unit_kind(kind: demo::UnitKind) -> people::UnitKind {
    use demo::UnitKind as Told;
    use people::UnitKind as Known;
    match kind {
        Told::Committee => Known::Committee,
        Told::Office => Known::Office,
        Told::Department => Known::Department,
        Told::Inspectorate => Known::Inspectorate,
        Told::Police => Known::Police,
        Told::Centre => Known::Centre,
        Told::CommuneCommittee => Known::CommuneCommittee,
        Told::Outside => Known::Outside,
    }
}

async fn people(cx: &mut Cx, world: &World, ids: &mut Ids) -> Result<(), Failure> {
    for post in &world.posts {
        let unit = known(&ids.units, &post.unit)?;
        let id = people_verbs::add_post(cx, &post.title, unit, i32::from(post.rank)).await?;
        ids.posts.insert(post.key.clone(), id);
    }
    for person in &world.people {
        let mut tenures = Vec::new();
        for held in &person.posts {
            let unit = world.posts.iter().find(|post| post.key == held.post).map(|post| post.unit.clone());
            tenures.push(TenureWish {
                post: known(&ids.posts, &held.post)?,
                unit: known(&ids.units, &unit.unwrap_or_default())?,
                from: held.from,
                to: held.to,
            });
        }
        let wish = PersonWish {
            login: person.login.clone(),
            name: person.name.clone(),
            honorific: person.honorific.clone(),
            tenures,
        };
        let id = people_verbs::add_person(cx, wish).await?;
        ids.people.insert(person.key.clone(), id);
        for held in &person.roles {
            let role: Role = held.role.id().parse().map_err(|words: String| Failure::broken(words))?;
            let unit = known(&ids.units, &held.unit)?;
            people_verbs::give_role(cx, id, role, Some(unit), (held.from, held.to)).await?;
        }
    }
    let everybody: Vec<PersonId> =
        world.people.iter().filter_map(|person| ids.people.get(&person.key).copied()).collect();
    let password = people_verbs::NewPassword::of_everybody(world.password.clone()).await?;
    people_verbs::set_one_password(cx, &everybody, password).await
}

async fn sites(cx: &mut Cx, world: &World, ids: &mut Ids) -> Result<(), Failure> {
    for site in &world.sites {
        let first = ids.sites.is_empty();
        let unit = world.unit(&site.unit).map(|unit| unit.name.clone()).unwrap_or_default();
        let wish = SiteWish {
            slug: site.key.clone(),
            name: site.name.clone(),
            over: world.agency.name.clone(),
            motto: site.motto.clone(),
            // In the demo every site answers on the one address a visitor has: the second under its own path.
            host: String::new(),
            prefix: if first { String::new() } else { site.key.clone() },
            theme: if first { "theme-son".into() } else { "theme-la".into() },
            light: !first,
            language: site.language.clone(),
            parent: site.parent.as_ref().and_then(|key| ids.sites.get(key).copied()),
            place: world.agency.place.clone(),
            address: world.agency.address.clone(),
            phone: world.agency.phone.clone(),
            email: world.agency.email.clone(),
            in_charge: in_charge(world, &site.responsible, &unit),
        };
        let id = site_verbs::open_site(cx, wish).await?;
        ids.sites.insert(site.key.clone(), id);
        for section in &site.sections {
            let wish = SectionWish {
                slug: section.key.clone(),
                name: section.name.clone(),
                about: section.about.clone(),
                cadence_days: i32::from(section.cadence_days),
            };
            let section_id = site_verbs::add_section(cx, id, wish).await?;
            ids.sections.insert((site.key.clone(), section.key.clone()), section_id);
        }
    }
    Ok(())
}

/// Who answers for a site's content, by the post they hold; the site's unit where nobody is named.
fn in_charge(world: &World, key: &str, unit: &str) -> String {
    let Some(person) = world.person(key) else { return unit.to_owned() };
    let now = person.posts.iter().rev().find(|held| held.to.is_none());
    let post = now.and_then(|held| world.posts.iter().find(|post| post.key == held.post));
    format!("{} {}, {}", person.honorific, person.name, post.map_or(unit, |post| &post.title))
}

pub(crate) fn known<Id: Copy>(ids: &HashMap<String, Id>, key: &str) -> Result<Id, Failure> {
    ids.get(key).copied().ok_or_else(|| Failure::broken(format!("the demo knows no “{key}”")))
}
