//! A campaign: its events with the days left, its bodies and who sits in them, which body does which line, what is to be made
//! ready; and the preview of what moves when an event moves.

use super::ground::{Ground, Head, days_words};
use super::{Choice, day, id, reasons, with_status};
use crate::House;
use crate::plan::{Kind, State as PlanState};
use crate::relative;
use crate::store::campaigns;
use crate::store::day as stored_day;
use crate::store::lines::{self, Asked};
use crate::store::plans;
use crate::verbs::{self, CHECKS, CheckWish, EventWish, SeatWish, followed, moved};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use kernel::{Action, ActivityId, Day, Failure, PageNumber, PersonId, Refusal};
use serde::Deserialize;
use uuid::Uuid;
use web::{Asker, Crumb, Error, Fields, Page, Refused, html, refusals, said};

struct EventFace {
    name: String,
    day: String,
    left: String,
    place: String,
    lines: usize,
    move_at: String,
}

struct MoveFace {
    name: String,
    from: String,
    to: String,
    lines: i32,
    reason: String,
    who: String,
    when: String,
}

struct SeatFace {
    id: String,
    name: String,
    organisation: String,
    task: String,
}

struct BodyFace {
    id: String,
    name: String,
    task: String,
    seats: Vec<SeatFace>,
}

struct MatrixRow {
    id: String,
    href: String,
    name: String,
    cells: Vec<(String, String, bool)>,
}

struct CheckFace {
    id: String,
    what: String,
    who: String,
    due: String,
    late: bool,
    done: String,
}

struct CheckGroup {
    name: String,
    rows: Vec<CheckFace>,
}

#[derive(Template)]
#[template(path = "plan_campaign.html")]
struct CampaignPage {
    p: Page,
    crumbs: Vec<Crumb>,
    h: Head,
    at: String,
    events: Vec<EventFace>,
    moves: Vec<MoveFace>,
    bodies: Vec<BodyFace>,
    matrix: Vec<MatrixRow>,
    left_out: bool,
    checks: Vec<CheckGroup>,
    keeps: bool,
    ticks: bool,
    people: Vec<Choice>,
    kinds: Vec<Choice>,
    refused: Vec<Refused>,
}

/// Lines of the matrix.
const MATRIX: u32 = 100;

pub(super) async fn ground(house: &House, asker: &Asker, plan: &str) -> Result<Ground, Failure> {
    let ground = Ground::of(house, asker, plan).await?;
    if ground.row.kind() == Kind::Campaign { Ok(ground) } else { Err(Failure::NotFound) }
}

/// The page.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Path(plan): Path<String>,
) -> Result<Response, Error> {
    let ground = ground(&house, &asker, &plan).await?;
    page(&house, &asker, &ground, &[]).await
}

fn left(p: &Page, today: Day, day: Day) -> String {
    let days = day.since(today).map_or(0, |span| span.get_days());
    match days {
        0 => p.t("plan-event-today"),
        days if days > 0 => p.f("plan-event-left", "days", days),
        days => p.f("plan-event-ago", "days", -days),
    }
}

async fn page(house: &House, asker: &Asker, ground: &Ground, refused: &[Refusal]) -> Result<Response, Error> {
    let p = asker.desk_page(ground.row.title.clone()).await?;
    let db = ground.look.db();
    let today = house.app.zone.day(ground.look.now());
    let goes_on = ground.row.state() != PlanState::Closed;
    let keeps = goes_on && ground.may(Action::KeepPlans);
    let invited = plans::members(db, ground.id()).await?;
    let rows = campaigns::events(db, ground.id()).await?;
    let name_of =
        |event: Uuid| rows.iter().find(|row| row.id == event).map(|row| row.name.clone()).unwrap_or_default();
    let moves = campaigns::moves(db, ground.id()).await?.into_iter().map(|row| MoveFace {
        name: name_of(row.event),
        from: p.format.day(stored_day(&row.from_day)),
        to: p.format.day(stored_day(&row.to_day)),
        lines: row.lines,
        reason: row.reason,
        who: ground.person(row.by_person),
        when: p.format.stamp(row.at),
    });
    let moves = moves.collect();
    let mut events = Vec::new();
    for row in &rows {
        let day = stored_day(&row.day);
        events.push(EventFace {
            name: row.name.clone(),
            day: p.format.long_day(day),
            left: left(&p, today, day),
            place: row.place.clone(),
            lines: lines::of_event(db, ground.id(), row.id).await?.len(),
            move_at: ground.at(&format!("/events/{}", row.id)),
        });
    }
    let seats = campaigns::seats(db, ground.id()).await?;
    let bodies = campaigns::bodies(db, ground.id()).await?;
    let seats_of = |body: Uuid| {
        let mine = seats.iter().filter(|seat| seat.body == body);
        mine.map(|seat| SeatFace {
            id: seat.id.to_string(),
            name: if seat.person.is_some() { ground.person(seat.person) } else { seat.name.clone() },
            organisation: seat.organisation.clone(),
            task: seat.task.clone(),
        })
        .collect()
    };
    let (matrix, left_out) = matrix(ground, &bodies).await?;
    let colleagues = if keeps { house.office.colleagues().await? } else { Vec::new() };
    let response = html(&CampaignPage {
        crumbs: ground.crumbs(&p, false),
        h: ground.head(&p, "/campaign"),
        at: ground.at(""),
        events,
        moves,
        bodies: bodies
            .iter()
            .map(|row| BodyFace {
                id: row.id.to_string(),
                name: row.name.clone(),
                task: row.task.clone(),
                seats: seats_of(row.id),
            })
            .collect(),
        matrix,
        left_out,
        checks: checks(ground, &p, today).await?,
        keeps,
        ticks: keeps || (goes_on && ground.sight.me.is_some_and(|me| invited.contains(&me))),
        people: Choice::of(colleagues.into_iter().map(|(person, name)| (person.to_string(), name)), ""),
        kinds: Choice::of(CHECKS.map(|kind| (kind.to_owned(), p.t(&format!("plan-check-{kind}")))), ""),
        refused: refusals(asker.locale(), refused),
        p,
    })?;
    Ok(with_status(response, refused))
}

async fn matrix(ground: &Ground, bodies: &[campaigns::BodyRow]) -> Result<(Vec<MatrixRow>, bool), Error> {
    if bodies.is_empty() {
        return Ok((Vec::new(), false));
    }
    let (db, asked) = (ground.look.db(), Asked { by_day: true, ..Asked::default() });
    let page = (PageNumber::FIRST, MATRIX);
    let rows = lines::list(db, ground.id(), &ground.sight, ground.whole, &asked, page).await?;
    let sum = lines::sum(db, ground.id(), &ground.sight, ground.whole, &asked).await?;
    let parts = campaigns::parts(db, ground.id()).await?;
    let does =
        |line: ActivityId, body: Uuid| parts.iter().any(|part| part.activity == line && part.body == body);
    let rows = rows.into_iter().map(|row| MatrixRow {
        id: row.id.to_string(),
        href: ground.at(&format!("/lines/{}", row.id)),
        name: row.content().title,
        cells: bodies
            .iter()
            .map(|body| (body.id.to_string(), body.name.clone(), does(row.id, body.id)))
            .collect(),
    });
    Ok((rows.collect(), sum.lines > u64::from(MATRIX)))
}

async fn checks(ground: &Ground, p: &Page, today: Day) -> Result<Vec<CheckGroup>, Error> {
    let rows = campaigns::checks(ground.look.db(), ground.id()).await?;
    let groups = CHECKS.iter().map(|kind| CheckGroup {
        name: p.t(&format!("plan-check-{kind}")),
        rows: rows
            .iter()
            .filter(|row| row.kind == *kind)
            .map(|row| CheckFace {
                id: row.id.to_string(),
                what: row.what.clone(),
                who: row.who.clone(),
                late: row.done_at.is_none() && !row.due_day.is_empty() && stored_day(&row.due_day) < today,
                due: if row.due_day.is_empty() {
                    String::new()
                } else {
                    p.format.day(stored_day(&row.due_day))
                },
                done: row
                    .done_at
                    .map(|at| format!("{} · {}", ground.person(row.done_by), p.format.stamp(at)))
                    .unwrap_or_default(),
            })
            .collect(),
    });
    Ok(groups.filter(|group| !group.rows.is_empty()).collect())
}

macro_rules! step {
    ($(#[$doc:meta])* $name:ident, $said:literal, |$cx:ident, $ground:ident, $fields:ident| $does:expr) => {
        $(#[$doc])*
        pub(crate) async fn $name(
            State(house): State<House>,
            asker: Asker,
            Path(plan): Path<String>,
            $fields: Fields,
        ) -> Result<Response, Error> {
            let $ground = ground(&house, &asker, &plan).await?;
            let outcome: Result<(), Failure> = async {
                let mut $cx = asker.wish().await?;
                $does?;
                $cx.finish().await
            }
            .await;
            match outcome {
                Ok(()) => Ok(said(&$ground.at("/campaign"), $said)),
                Err(failure) => page(&house, &asker, &$ground, &reasons(failure)?).await,
            }
        }
    };
}

step!(
    /// Sets an event.
    set_event, "said-event-set", |cx, ground, fields| {
        let (name, place) = (fields.text("event_name").to_owned(), fields.text("place").to_owned());
        let wish = EventWish { name, day: day(fields.text("day")), place };
        verbs::set_event(&mut cx, ground.id(), &wish).await
    }
);
step!(
    /// Makes a body.
    add_body, "said-body-set", |cx, ground, fields| {
        let (name, task) = (fields.text("body_name"), fields.text("body_task"));
        verbs::add_body(&mut cx, ground.id(), name, task).await
    }
);
step!(
    /// Gives somebody a seat.
    seat, "said-body-set", |cx, ground, fields| {
        let body = fields.parsed("body").ok_or(Failure::NotFound)?;
        let wish = SeatWish {
            person: fields.parsed::<PersonId>("person").filter(|person| ground.people.contains_key(person)),
            name: fields.text("seat_name").to_owned(),
            organisation: fields.text("organisation").to_owned(),
            task: fields.text("task").to_owned(),
        };
        verbs::seat(&mut cx, ground.id(), body, &wish).await
    }
);
step!(
    /// Takes a seat away.
    unseat, "said-body-set", |cx, ground, fields| {
        let seat = fields.parsed("seat").ok_or(Failure::NotFound)?;
        verbs::unseat(&mut cx, ground.id(), seat).await
    }
);
step!(
    /// Says which bodies do a line.
    give_part, "said-part-given", |cx, ground, fields| {
        let line = fields.parsed("line").ok_or(Failure::NotFound)?;
        let bodies: Vec<Uuid> = fields.all("body").filter_map(|body| body.parse().ok()).collect();
        verbs::give_part(&mut cx, ground.id(), line, &bodies).await
    }
);
step!(
    /// Adds a point to the checklist.
    add_check, "said-check-set", |cx, ground, fields| {
        let wish = CheckWish {
            kind: fields.text("kind").to_owned(),
            what: fields.text("what").to_owned(),
            who: fields.text("who").to_owned(),
            due: day(fields.text("due")),
        };
        verbs::add_check(&mut cx, ground.id(), &wish).await
    }
);
step!(
    /// Says that a point is done, or is not.
    tick, "said-check-set", |cx, ground, fields| {
        let check = fields.parsed("check").ok_or(Failure::NotFound)?;
        verbs::tick(&mut cx, ground.id(), check, fields.ticked("done")).await
    }
);

struct Moving {
    href: String,
    name: String,
    lead: String,
    offsets: String,
    before: String,
    after: String,
}

#[derive(Template)]
#[template(path = "plan_move.html")]
struct MovePage {
    p: Page,
    crumbs: Vec<Crumb>,
    at: String,
    from: String,
    to: String,
    to_words: String,
    rows: Vec<Moving>,
    many: usize,
    reason: String,
    refused: Vec<Refused>,
}

/// To which day.
#[derive(Debug, Deserialize, Default)]
#[serde(default)]
pub(crate) struct Wanted {
    day: String,
}

/// What would move.
pub(crate) async fn preview(
    State(house): State<House>,
    asker: Asker,
    Path((plan, event)): Path<(String, String)>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Error> {
    let ground = ground(&house, &asker, &plan).await?;
    moving(&asker, &ground, id(&event)?, &wanted.day, "", &[]).await
}

async fn moving(
    asker: &Asker,
    ground: &Ground,
    event: Uuid,
    to: &str,
    reason: &str,
    refused: &[Refusal],
) -> Result<Response, Error> {
    if !ground.may(Action::KeepPlans) {
        return Err(Failure::Forbidden(Refusal::new("denied-unit")).into());
    }
    let db = ground.look.db();
    let row = campaigns::event(db, ground.id(), event).await?.ok_or(Failure::NotFound)?;
    let p = asker.desk_page(asker.locale().f("plan-event-move", "name", &row.name)).await?;
    let target = day(to);
    let moves = match target {
        Some(target) => moved(db, ground.id(), event, target).await?,
        None => Vec::new(),
    };
    let shown = match target {
        Some(target) => followed(db, ground.id(), event, target).await?,
        None => Vec::new(),
    };
    let many = moves.len() + shown.len();
    let shown = shown.iter().map(|(row, next)| Moving {
        href: ground.at(&format!("/displays/{}", row.id)),
        name: row.title.clone(),
        lead: ground.unit(row.unit),
        offsets: next
            .offsets
            .iter()
            .flatten()
            .map(|days| relative::written(*days))
            .collect::<Vec<_>>()
            .join(" – "),
        before: super::display_face::days_words(&p, row.days()),
        after: super::display_face::days_words(&p, (next.up, next.down)),
    });
    let rows = moves.iter().map(|(line, next)| {
        let offsets = next.offsets.iter().flatten().map(|offset| relative::written(*offset));
        let before = line.content();
        Moving {
            href: ground.at(&format!("/lines/{}", line.id)),
            lead: ground.unit(line.lead),
            offsets: offsets.collect::<Vec<_>>().join(" – "),
            before: days_words(&p, &before),
            after: days_words(&p, next),
            name: before.title,
        }
    });
    let response = html(&MovePage {
        crumbs: ground.crumbs(&p, true),
        at: ground.at(&format!("/events/{event}")),
        from: p.format.long_day(stored_day(&row.day)),
        to: target.map_or_else(String::new, |day| day.to_string()),
        to_words: target.map(|day| p.format.long_day(day)).unwrap_or_default(),
        rows: rows.chain(shown).collect(),
        many,
        reason: reason.to_owned(),
        refused: refusals(asker.locale(), refused),
        p,
    })?;
    Ok(with_status(response, refused))
}

/// Moves it.
pub(crate) async fn move_it(
    State(house): State<House>,
    asker: Asker,
    Path((plan, event)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Error> {
    let ground = ground(&house, &asker, &plan).await?;
    let event: Uuid = id(&event)?;
    let outcome: Result<(), Failure> = async {
        let to =
            day(fields.text("day")).ok_or_else(|| Failure::refused(Refusal::field("day", "refused-day")))?;
        let seen = fields.parsed("seen").unwrap_or(usize::MAX);
        let mut cx = asker.wish().await?;
        let reason = fields.raw("reason");
        verbs::move_event(&mut cx, ground.id(), event, (to, seen), reason).await?;
        cx.finish().await
    }
    .await;
    match outcome {
        Ok(()) => Ok(said(&ground.at("/campaign"), "said-event-moved")),
        Err(failure) => {
            let refused = reasons(failure)?;
            moving(&asker, &ground, event, fields.text("day"), fields.raw("reason"), &refused).await
        }
    }
}
