//! A plan as a table: its lines by unit, or by day, as far as who looks may see them.

use super::filters::{self, Filter, FilterFace};
use super::ground::{Ground, Head, LineFace};
use crate::House;
use crate::plan::State as PlanState;
use crate::store::lines::{self, LineRow};
use crate::store::plans;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use kernel::{Action, Day, Failure, ThingKind, ThingRef};
use web::{Asker, ChainLine, Crumb, Error, Kept, Page, Pager, Tab, html};

/// Lines of a page.
pub(crate) const SIZE: u32 = 50;

/// The lines of one unit.
struct Group {
    lead: String,
    formerly: String,
    rows: Vec<LineFace>,
}

struct Inside {
    href: String,
    name: String,
    state: String,
}

#[derive(Template)]
#[template(path = "plan_table.html")]
struct TablePage {
    p: Page,
    crumbs: Vec<Crumb>,
    h: Head,
    filter: FilterFace,
    groups: Vec<Group>,
    by_day: bool,
    many: String,
    budget: String,
    about: Vec<String>,
    parent: Option<Inside>,
    children: Vec<Inside>,
    may_edit: bool,
    may_write: bool,
    may_amend: bool,
    send_units: Vec<Tab>,
    chain: Vec<ChainLine>,
    pager: Option<Pager>,
    kept: Kept,
}

/// The page.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Path(plan): Path<String>,
    Query(filter): Query<Filter>,
) -> Result<Response, Error> {
    let ground = Ground::of(&house, &asker, &plan).await?;
    let number = filter.number()?;
    let p = asker.desk_page(ground.row.title.clone()).await?;
    let db = ground.look.db();
    let today = house.app.zone.day(ground.look.now());
    let asked = filter.asked(&ground, today);
    let sum = lines::sum(db, ground.id(), &ground.sight, ground.whole, &asked).await?;
    let rows = lines::list(db, ground.id(), &ground.sight, ground.whole, &asked, (number, SIZE)).await?;
    let found = kernel::Page { items: rows, number: number.get(), size: SIZE, total: sum.lines };
    if !found.exists() {
        return Err(Failure::NotFound.into());
    }
    let query = filter.query();
    let pager = Pager::of(&found, |n| format!("{}?{query}&page={n}", ground.at("")));
    let faces = faces(&house, &ground, &p, &found.items, today).await?;
    let parent = match ground.row.parent {
        Some(parent) if plans::sees(db, &ground.sight, parent).await? => plans::plan(db, parent).await?,
        _ => None,
    };
    let inside = |row: plans::PlanRow| Inside {
        href: format!("/desk/plans/{}", row.id),
        state: p.t(&format!("plan-state-{}", row.state)),
        name: row.title,
    };
    let state = ground.row.state();
    let on = ThingRef { kind: ThingKind::Plan, id: ground.id().0 };
    html(&TablePage {
        crumbs: ground.crumbs(&p, false),
        h: ground.head(&p, ""),
        filter: filters::face(&house, &ground, &p, &filter, "").await?,
        kept: asker.kept(&ground.at(""), &ground.at(""), if filter.narrows() { &query } else { "" }).await?,
        groups: grouped(faces, asked.by_day),
        by_day: asked.by_day,
        many: p.f("plan-lines-many", "count", sum.lines),
        budget: if sum.budget == 0 { String::new() } else { format!("{} đ", p.format.number(sum.budget)) },
        about: ground.row.about.lines().map(ToOwned::to_owned).collect(),
        parent: parent.map(inside),
        children: plans::children(db, &ground.sight, ground.id()).await?.into_iter().map(inside).collect(),
        may_edit: state == PlanState::Drafting && ground.may(Action::KeepPlans),
        may_write: state == PlanState::Drafting && ground.writes(),
        may_amend: matches!(state, PlanState::Approved | PlanState::InForce) && ground.writes(),
        send_units: sendable(&ground, state).await?,
        chain: house.app.frame.chain(&ground.look, &p, on).await?,
        pager,
        p,
    })
}

/// The units of who looks that were asked for lines and have not sent them.
async fn sendable(ground: &Ground, state: PlanState) -> Result<Vec<Tab>, Failure> {
    if state != PlanState::Drafting || !ground.is_signed_in() {
        return Ok(Vec::new());
    }
    // Who keeps plans for everybody does not say it in their stead: their page of units is the place.
    let mine = |unit| ground.may_for(Action::WritePlan, unit) && !ground.may(Action::KeepPlans);
    let asked = plans::asked_units(ground.look.db(), ground.id()).await?;
    Ok(asked
        .into_iter()
        .filter(|one| one.sent_at.is_none() && mine(one.unit))
        .map(|one| Tab {
            href: one.unit.to_string(),
            label: ground.unit(one.unit),
            count: u64::try_from(one.lines).unwrap_or(0),
            current: false,
        })
        .collect())
}

/// Lines as lists show them, with how far each is.
pub(crate) async fn faces(
    house: &House,
    ground: &Ground,
    p: &Page,
    rows: &[LineRow],
    today: Day,
) -> Result<Vec<LineFace>, Failure> {
    let things: Vec<ThingRef> =
        rows.iter().map(|row| ThingRef { kind: ThingKind::Activity, id: row.id.0 }).collect();
    let agreed = ground.row.state().is_agreed();
    let progress = if agreed { house.office.progress(&things).await? } else { Default::default() };
    let today = today.to_string();
    Ok(rows
        .iter()
        .zip(things)
        .map(|(row, thing)| {
            let mut face = ground.face(p, row);
            match progress.get(&thing) {
                Some(far) => {
                    face.chip = if far.late { "late" } else { far.chip };
                    face.state = format!("{} · {}%", p.t(&far.word), far.percent);
                    face.progress_href.clone_from(&far.href);
                }
                None => {
                    let (chip, word) = match row {
                        row if row.state == "dropped" => ("gone", "plan-when-dropped"),
                        _ if !agreed => ("draft", "plan-when-drafted"),
                        row if row.begins > today => ("scheduled", "plan-when-ahead"),
                        row if row.ends < today => ("soon", "plan-when-over"),
                        _ => ("published", "plan-when-running"),
                    };
                    (face.chip, face.state) = (chip, p.t(word));
                }
            }
            face
        })
        .collect())
}

fn grouped(faces: Vec<LineFace>, by_day: bool) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for face in faces {
        match groups.last_mut() {
            Some(group) if by_day || (group.lead == face.lead && group.formerly == face.formerly) => {
                group.rows.push(face);
            }
            _ => groups.push(Group {
                lead: face.lead.clone(),
                formerly: face.formerly.clone(),
                rows: vec![face],
            }),
        }
    }
    groups
}
