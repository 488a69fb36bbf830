//! One request for input: what each unit gave, and the form with which one's own gives it.

use super::input::{sees_all, standing};
use super::line::Names;
use super::{id, reasons, size, with_status};
use crate::FILES;
use crate::House;
use crate::store::inputs::{self, ReplyRow, RequestRow};
use crate::store::{evidence, reminders};
use crate::verbs;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Look;
use deadlines::ClockFace;
use kernel::{Action, Failure, InputRequestId, Refusal, Thing, ThingKind, ThingRef, UnitId};
use typed::Sent;
use typed::paragraphs;
use web::{Asker, Crumb, Error, Fields, Page, Refused, html, refusals, said};

/// A file to be saved.
struct FileLine {
    href: String,
    name: String,
    size: String,
}

/// What one unit gave or owes.
struct Given {
    unit: String,
    id: String,
    chip: &'static str,
    state: String,
    text: Vec<Vec<String>>,
    raw: String,
    who: String,
    reminded: Vec<String>,
    files: Vec<FileLine>,
    owes: bool,
    mine: bool,
    version: i32,
    clock: Option<ClockFace>,
}

#[derive(Template)]
#[template(path = "work_input.html")]
struct OnePage {
    p: Page,
    crumbs: Vec<Crumb>,
    id: String,
    words: Vec<Vec<String>>,
    files: Vec<FileLine>,
    due: String,
    who: String,
    asked: String,
    closed: String,
    given: Vec<Given>,
    answered: String,
    all: bool,
    writes: bool,
    owing: usize,
    typed_unit: String,
    typed: String,
    refused: Vec<Refused>,
}

/// What who looks may see of a request.
pub(crate) struct Seen {
    pub(crate) request: RequestRow,
    pub(crate) replies: Vec<ReplyRow>,
    /// What every unit gave, or only one's own.
    pub(crate) all: bool,
}

/// A request, for who asks for all or whose unit is asked; for others it is not there.
pub(crate) async fn seen(look: &Look, id: InputRequestId) -> Result<Seen, Failure> {
    let request = inputs::one(look.db(), id).await?.ok_or(Failure::NotFound)?;
    let all = sees_all(look);
    let mut replies = inputs::replies(look.db(), id).await?;
    if !all {
        replies.retain(|reply| look.may(Action::GiveReport, Thing::Unit(reply.unit)).is_ok());
        if replies.is_empty() {
            return Err(Failure::NotFound);
        }
    }
    Ok(Seen { request, replies, all })
}

/// The page.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Path(request): Path<String>,
) -> Result<Response, Error> {
    page(&house, &asker, id(&request)?, &Fields::default(), Vec::new()).await
}

async fn page(
    house: &House,
    asker: &Asker,
    id: InputRequestId,
    fields: &Fields,
    refused: Vec<Refusal>,
) -> Result<Response, Error> {
    let look = asker.look();
    let seen = seen(&look, id).await?;
    let p = asker.desk_page(seen.request.title.clone()).await?;
    let names = Names::of(house).await?;
    let zone = &house.app.zone;
    let own_units = asker.actor.person().map(super::week::own_units).unwrap_or_default();
    let mut given = Vec::new();
    for reply in &seen.replies {
        given.push(line(house, &look, &p, &names, &seen, reply, &own_units).await?);
    }
    let answered = seen.replies.iter().filter(|reply| reply.state != "asked").count();
    let closed = seen.request.closed_at;
    let response = html(&OnePage {
        crumbs: vec![Crumb { href: "/desk/work/input".into(), label: p.t("input-title") }],
        id: id.to_string(),
        words: paragraphs(&seen.request.words),
        files: files(look.db(), id, id.0).await?,
        due: p.format.day(zone.day(seen.request.due)),
        who: names.person(seen.request.asked_by),
        asked: p.format.stamp(seen.request.asked_at),
        closed: closed.map(|at| p.format.stamp(at)).unwrap_or_default(),
        answered: format!("{answered}/{}", seen.replies.len()),
        all: seen.all,
        writes: look.may(Action::WriteReports, Thing::House).is_ok(),
        owing: seen.replies.len() - answered,
        given,
        typed_unit: fields.text("unit").to_owned(),
        typed: fields.text("text").to_owned(),
        refused: refusals(asker.locale(), &refused),
        p,
    })?;
    Ok(with_status(response, &refused))
}

async fn files(
    db: &impl db::ConnectionTrait,
    request: InputRequestId,
    owner: uuid::Uuid,
) -> Result<Vec<FileLine>, Failure> {
    let rows = evidence::files(db, owner).await?;
    Ok(rows
        .into_iter()
        .map(|row| FileLine {
            href: format!("/desk/work/input/{request}/files/{}", row.id),
            name: row.name,
            size: size(row.bytes),
        })
        .collect())
}

async fn line(
    house: &House,
    look: &Look,
    p: &Page,
    names: &Names,
    seen: &Seen,
    reply: &ReplyRow,
    own_units: &[UnitId],
) -> Result<Given, Failure> {
    let (chip, key) = standing(reply, &seen.request, look.now());
    let on = ThingRef { kind: ThingKind::InputRequest, id: reply.id.0 };
    let owes = reply.state == "asked" && seen.request.closed_at.is_none();
    let clock = if owes {
        deadlines::faces(&house.rules, look.db(), p, look.now(), on).await?.into_iter().next()
    } else {
        None
    };
    let mut reminded = Vec::new();
    for one in reminders::of(look.db(), reply.id.0).await? {
        reminded.push(format!("{} · {}", names.person(one.person), p.format.stamp(one.at)));
    }
    let may_give = look.may(Action::GiveReport, Thing::Unit(reply.unit)).is_ok();
    Ok(Given {
        unit: names.unit(reply.unit),
        id: reply.unit.to_string(),
        chip,
        state: p.t(&format!("input-state-{key}")),
        text: paragraphs(&reply.text),
        raw: reply.text.clone(),
        who: reply
            .at
            .map(|at| format!("{} · {}", names.person(reply.person), p.format.stamp(at)))
            .unwrap_or_default(),
        reminded,
        files: files(look.db(), seen.request.id, reply.id.0).await?,
        owes,
        // Who may give for every unit is offered the form of their own.
        mine: may_give && seen.request.closed_at.is_none() && (!seen.all || own_units.contains(&reply.unit)),
        version: reply.version,
        clock,
    })
}

/// One's unit gives its input.
pub(crate) async fn give(
    State(house): State<House>,
    asker: Asker,
    Path(request): Path<String>,
    sent: Sent,
) -> Result<Response, Error> {
    let id: InputRequestId = id(&request)?;
    let fields = sent.fields;
    let outcome: Result<(), Failure> = async {
        let seen = seen(&asker.look(), id).await?;
        let unit: UnitId = fields.parsed("unit").ok_or(Failure::NotFound)?;
        if !seen.replies.iter().any(|reply| reply.unit == unit) {
            return Err(Failure::NotFound);
        }
        asker.look().may(Action::GiveReport, Thing::Unit(unit))?;
        Failure::unless(sent.against)?;
        let fit = FILES.look(sent.files).await.map_err(Failure::Refused)?;
        let kept = FILES.keep(&house.files, fit).await?;
        let mut cx = asker.wish().await?;
        let version = fields.parsed("seen").unwrap_or(0);
        verbs::give_input(&mut cx, id, unit, version, fields.text("text"), kept).await?;
        cx.finish().await
    }
    .await;
    answer(&house, &asker, id, &fields, outcome, "said-input-given").await
}

/// One's unit has nothing to report.
pub(crate) async fn nothing(
    State(house): State<House>,
    asker: Asker,
    Path(request): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let id: InputRequestId = id(&request)?;
    let outcome: Result<(), Failure> = async {
        let unit: UnitId = fields.parsed("unit").ok_or(Failure::NotFound)?;
        let mut cx = asker.wish().await?;
        verbs::nothing_input(&mut cx, id, unit, fields.parsed("seen").unwrap_or(0)).await?;
        cx.finish().await
    }
    .await;
    answer(&house, &asker, id, &fields, outcome, "said-input-nothing").await
}

/// Units are reminded.
pub(crate) async fn remind(
    State(house): State<House>,
    asker: Asker,
    Path(request): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let id: InputRequestId = id(&request)?;
    let outcome: Result<(), Failure> = async {
        let mut cx = asker.wish().await?;
        let unit = fields.parsed("unit");
        verbs::remind_input(&mut cx, &house.app.zone, id, unit, fields.text("words")).await?;
        cx.finish().await
    }
    .await;
    answer(&house, &asker, id, &fields, outcome, "said-input-reminded").await
}

/// It is closed.
pub(crate) async fn close(
    State(house): State<House>,
    asker: Asker,
    Path(request): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let id: InputRequestId = id(&request)?;
    let outcome: Result<(), Failure> = async {
        let mut cx = asker.wish().await?;
        verbs::close_input(&mut cx, id).await?;
        cx.finish().await
    }
    .await;
    answer(&house, &asker, id, &fields, outcome, "said-input-closed").await
}

async fn answer(
    house: &House,
    asker: &Asker,
    id: InputRequestId,
    fields: &Fields,
    outcome: Result<(), Failure>,
    words: &'static str,
) -> Result<Response, Error> {
    match outcome {
        Ok(()) => Ok(said(&format!("/desk/work/input/{id}"), words)),
        Err(failure) => page(house, asker, id, fields, reasons(failure)?).await,
    }
}
