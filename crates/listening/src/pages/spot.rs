//! One hot spot: why it is one, its clocks, what is open now, and what was done.

use super::{Choice, answers_for, id, press_only, reasons};
use crate::hot_spot::{Facts, Severity, State as SpotState, Step, take};
use crate::office::Names;
use crate::pages::thread::{MentionLine, lines};
use crate::reason::Reason;
use crate::store::{self, spots::SpotRow};
use crate::{House, hearing, verbs};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use deadlines::ClockFace;
use http::StatusCode;
use kernel::{Action, Failure, HotSpotId, Moment, Refusal, Thing, ThingKind, ThingRef, UnitId};
use serde::Deserialize;
use std::collections::HashMap;
use web::{Asker, ChainLine, Crumb, Deed, Error, Fields, Page, Refused, html, refusals, said, see_other};

struct AnswerLine {
    title: String,
    href: String,
    public_href: String,
    state: String,
    state_label: String,
}

#[derive(Default)]
struct Open {
    acknowledge: bool,
    seen: bool,
    determine: bool,
    assign: bool,
    begin_answer: bool,
    mute: bool,
    unmute: bool,
    close: bool,
    reopen: bool,
}

#[derive(Template)]
#[template(path = "listening_spot.html")]
struct SpotPage {
    p: Page,
    crumbs: Vec<Crumb>,
    spot: String,
    thread: String,
    title: String,
    chip: &'static str,
    state_word: String,
    severity: String,
    severity_label: String,
    reason: String,
    raised_iso: String,
    raised: String,
    muted: String,
    clocks: Vec<ClockFace>,
    chain: Vec<ChainLine>,
    determined: String,
    unit: String,
    question: String,
    assigned: String,
    answer: Option<AnswerLine>,
    answered: String,
    evidence: Vec<MentionLine>,
    history: Vec<Deed>,
    open: Open,
    units: Vec<Choice>,
    handles: bool,
    reads_press: bool,
    refused: Vec<Refused>,
    typed: Typed,
}

/// What was typed, when a wish was refused.
#[derive(Default)]
struct Typed {
    reason: String,
    question: String,
    unit: String,
}

/// The page.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Path(spot): Path<String>,
) -> Result<Response, Error> {
    let id: HotSpotId = id(&spot)?;
    page(&house, &asker, id, Vec::new(), Typed::default()).await
}

/// The hot spot, for those who may see the press and for the unit that was asked; for others it is not there.
async fn readable(asker: &Asker, id: HotSpotId) -> Result<SpotRow, Failure> {
    let look = asker.look();
    look.may(Action::EnterDesk, Thing::House)?;
    let row = store::spots::spot(look.db(), id).await?.ok_or(Failure::NotFound)?;
    let asked = |unit: UnitId| answers_for(asker).is_none_or(|units| units.contains(&unit));
    if press_only(&look).is_ok() || row.unit.is_some_and(asked) { Ok(row) } else { Err(Failure::NotFound) }
}

async fn page(
    house: &House,
    asker: &Asker,
    id: HotSpotId,
    refused: Vec<Refusal>,
    typed: Typed,
) -> Result<Response, Error> {
    let row = readable(asker, id).await?;
    let look = asker.look();
    let (db, now) = (look.db(), look.now());
    let on = ThingRef { kind: ThingKind::HotSpot, id: id.0 };
    let thread = store::threads::thread(db, row.thread).await?.ok_or(Failure::NotFound)?;
    let p = asker.desk_page(thread.title.clone()).await?;
    let names = house.office.names().await?;
    let outlets = hearing::outlet_names(db).await?;
    let evidence = store::spots::evidence(db, id).await?;
    let mut mentions = store::mentions::of_thread(db, row.thread, 200).await?;
    mentions.retain(|mention| evidence.contains(&mention.id));
    let answer = match row.story {
        Some(story) => house.office.story(story).await?,
        None => None,
    };
    let state = SpotState::named(&row.state);
    let handles = look.may(Action::HandleHotSpot, Thing::House).is_ok();
    let told = match asker.actor.id() {
        Some(me) if handles => store::alerts::waits(db, id, me).await?,
        _ => false,
    };
    let stamp = |at: Option<Moment>| at.map(|at| p.format.stamp(at)).unwrap_or_default();
    let mut response = html(&SpotPage {
        crumbs: vec![
            Crumb { href: "/desk/listening".into(), label: p.t("listening-title") },
            Crumb { href: "/desk/listening/hot-spots".into(), label: p.t("spots-title") },
        ],
        spot: id.to_string(),
        thread: thread.id.to_string(),
        title: thread.title,
        chip: state.chip(),
        state_word: p.t(&format!("spot-{}", state.name())),
        severity: Severity::named(&row.severity).name().to_owned(),
        severity_label: p.t(&format!("severity-{}", row.severity)),
        reason: Reason::read(&row.reason).sentence(p.locale(), &p.format),
        raised_iso: p.format.iso(row.raised_at),
        raised: p.format.stamp(row.raised_at),
        muted: stamp(row.muted_until.filter(|until| *until > now)),
        clocks: deadlines::faces(&house.rules, db, &p, now, on).await?,
        chain: house.app.frame.chain(&look, &p, on).await?,
        determined: row
            .determined_at
            .map(|at| format!("{} · {}", p.format.stamp(at), names.person(row.determined_by)))
            .unwrap_or_default(),
        unit: names.unit(row.unit),
        question: row.question.clone(),
        assigned: stamp(row.assigned_at),
        answered: stamp(row.answered_at),
        answer: answer.map(|story| AnswerLine {
            state_label: p.t(&format!("state-{}", story.state)),
            title: if story.title.is_empty() { p.t("search-untitled") } else { story.title },
            href: story.href,
            public_href: story.public_href.unwrap_or_default(),
            state: story.state,
        }),
        evidence: lines(&p, &mentions, &outlets, &HashMap::new()),
        history: history(&p, db, id, &names).await?,
        open: open(asker, &row, handles, told, now),
        units: if handles { units(house, &row, &typed).await? } else { Vec::new() },
        handles,
        reads_press: press_only(&look).is_ok(),
        refused: refusals(asker.locale(), &refused),
        typed,
        p,
    })?;
    if !refused.is_empty() {
        *response.status_mut() = web::refused_status(&refused);
    }
    Ok(response)
}

fn open(asker: &Asker, row: &SpotRow, handles: bool, told: bool, now: Moment) -> Open {
    let state = SpotState::named(&row.state);
    let facts = Facts {
        determined: row.determined_at.is_some(),
        muted: row.muted_until.is_some_and(|until| until > now),
        assigned: row.unit.is_some(),
        reason_given: true,
    };
    let can = |step: Step| handles && take(state, step, &facts).is_ok();
    let answers =
        row.unit.is_some_and(|unit| asker.look().may(Action::AnswerHotSpot, Thing::Unit(unit)).is_ok());
    Open {
        acknowledge: can(Step::Acknowledge),
        seen: told && !can(Step::Acknowledge),
        determine: can(Step::Determine),
        assign: can(Step::Assign),
        begin_answer: answers && row.story.is_none() && take(state, Step::BeginAnswer, &facts).is_ok(),
        mute: can(Step::Mute),
        unmute: can(Step::Unmute),
        close: can(Step::Close),
        reopen: can(Step::Reopen),
    }
}

async fn units(house: &House, row: &SpotRow, typed: &Typed) -> Result<Vec<Choice>, Failure> {
    let asked = row.unit.map(|unit| unit.to_string()).unwrap_or_default();
    let chosen = if typed.unit.is_empty() { &asked } else { &typed.unit };
    let units = house.office.units().await?;
    Ok(units
        .into_iter()
        .map(|(unit, label)| {
            let value = unit.to_string();
            Choice { selected: value == *chosen, value, label }
        })
        .collect())
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Detail {
    reason: String,
    question: String,
    severity: String,
    unit: Option<UnitId>,
    at: Option<Moment>,
}

async fn history(
    p: &Page,
    db: &impl db::ConnectionTrait,
    id: HotSpotId,
    names: &Names,
) -> Result<Vec<Deed>, Failure> {
    let who = |id| names.person(Some(id));
    web::deeds(p, db, id.0, who, |entry, detail: Detail, deed| {
        let severity = match detail.severity.as_str() {
            "" => String::new(),
            severity => p.t(&format!("severity-{severity}")),
        };
        deed.shaped(shape(&entry.action))
            .with(&names.unit(detail.unit))
            .with(&detail.at.map(|at| p.format.stamp(at)).unwrap_or_default())
            .with(&severity)
            .noted([detail.question, detail.reason])
    })
    .await
}

fn shape(action: &str) -> &'static str {
    match action {
        "hot-spot-detected" | "hot-spot-raised" | "hot-spot-worsened" | "hot-spot-reopened" => "emergency",
        "hot-spot-assigned" | "hot-spot-answer-begun" => "submitted",
        "hot-spot-answered" => "published",
        "hot-spot-closed" => "approved",
        _ => "comment",
    }
}

/// What followed from a verb: the page again, with a word of thanks or the reasons against.
async fn answered(
    house: &House,
    asker: &Asker,
    id: HotSpotId,
    outcome: Result<&'static str, Failure>,
    fields: &Fields,
) -> Result<Response, Error> {
    match outcome {
        Ok(key) => Ok(said(&format!("/desk/listening/hot-spots/{id}"), key)),
        Err(failure) => {
            let stale = matches!(failure, Failure::Stale(_));
            let typed = Typed {
                reason: fields.text("reason").to_owned(),
                question: fields.text("question").to_owned(),
                unit: fields.text("unit").to_owned(),
            };
            let mut page = page(house, asker, id, reasons(failure)?, typed).await?;
            if stale {
                *page.status_mut() = StatusCode::CONFLICT;
            }
            Ok(page)
        }
    }
}

web::steps! {
    House, HotSpotId, answered;

    /// Takes notice of it.
    acknowledge, "said-spot-acknowledged", |cx, house, id, fields| verbs::acknowledge(&mut cx, id).await;

    /// Has seen the alert.
    seen, "said-spot-seen", |cx, house, id, fields| verbs::see_alert(&mut cx, id).await;

    /// Determines that opinion is affected.
    determine, "said-spot-determined", |cx, house, id, fields| verbs::determine(&mut cx, id).await;

    /// Asks a unit.
    assign, "said-spot-assigned", |cx, house, id, fields| {
        match fields.parsed::<UnitId>("unit") {
            Some(unit) if known(&house, unit).await? => {
                verbs::assign(&mut cx, id, unit, fields.text("question")).await
            }
            _ => Err(Failure::refused(Refusal::field("unit", "refused-unit"))),
        }
    };

    /// Sets it aside.
    mute, "said-spot-muted", |cx, house, id, fields| {
        verbs::mute(&mut cx, id, fields.parsed("hours").unwrap_or(24), fields.text("reason")).await
    };

    /// Watches it again.
    unmute, "said-spot-unmuted", |cx, house, id, fields| verbs::unmute(&mut cx, id).await;

    /// Closes it.
    close, "said-spot-closed", |cx, house, id, fields| {
        verbs::close(&mut cx, id, fields.text("reason")).await
    };

    /// Opens it again.
    reopen, "said-spot-reopened", |cx, house, id, fields| {
        verbs::reopen(&mut cx, id, fields.text("reason")).await
    };
}

/// Begins the story that answers it and leads there.
pub(crate) async fn answer(
    State(house): State<House>,
    asker: Asker,
    Path(spot): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let id: HotSpotId = id(&spot)?;
    let outcome = async {
        let mut cx = asker.wish().await?;
        let story = verbs::begin_answer(&mut cx, &*house.office, id).await?;
        cx.finish().await?;
        Ok(story)
    }
    .await;
    match outcome {
        Ok(story) => Ok(see_other(&format!("/desk/newsroom/stories/{story}/edit"))),
        Err(failure) => answered(&house, &asker, id, Err(failure), &fields).await,
    }
}

async fn known(house: &House, unit: UnitId) -> Result<bool, Failure> {
    Ok(house.office.units().await?.iter().any(|(known, _)| *known == unit))
}
