//! One line of a plan: its words, its past texts, what hangs on it, and how it goes out.

use super::ground::{Ground, Head, class_words, days_words, money_words};
use super::{id, reasons, with_status};
use crate::House;
use crate::line::{Content, LANGUAGES};
use crate::plan::State as PlanState;
use crate::store::lines::{self, LineRow};
use crate::verbs::{self, Change};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Action, ActivityId, Failure, Refusal, ThingKind, ThingRef};
use typed::amount;
use web::{Asker, ChainLine, Crumb, Error, Fields, Page, Refused, html, refusals, said};

/// A line of this plan that who looks may see.
pub(crate) async fn seen(ground: &Ground, id: ActivityId) -> Result<LineRow, Failure> {
    let db = ground.look.db();
    let row = lines::line(db, id).await?.filter(|row| row.plan == ground.id()).ok_or(Failure::NotFound)?;
    if lines::sees(db, &ground.sight, ground.whole, &row).await? { Ok(row) } else { Err(Failure::NotFound) }
}

struct Past {
    number: i32,
    who: String,
    iso: String,
    when: String,
}

#[derive(Template)]
#[template(path = "plan_line.html")]
struct LinePage {
    p: Page,
    crumbs: Vec<Crumb>,
    h: Head,
    name: String,
    at: String,
    facts: Vec<(String, String)>,
    targets: Vec<(String, String)>,
    about: Vec<String>,
    chip: &'static str,
    word: String,
    progress_href: String,
    confidential: bool,
    may_edit: bool,
    amends: bool,
    reason: String,
    past: Vec<Past>,
    chain: Vec<ChainLine>,
    refused: Vec<Refused>,
}

/// The page.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Path((plan, activity)): Path<(String, String)>,
) -> Result<Response, Error> {
    let ground = Ground::of(&house, &asker, &plan).await?;
    page(&house, &asker, &ground, id(&activity)?, "", &[]).await
}

async fn page(
    house: &House,
    asker: &Asker,
    ground: &Ground,
    activity: ActivityId,
    typed: &str,
    refused: &[Refusal],
) -> Result<Response, Error> {
    let row = seen(ground, activity).await?;
    let content = row.content();
    let p = asker.desk_page(content.title.clone()).await?;
    let today = house.app.zone.day(ground.look.now());
    let faces = super::table::faces(house, ground, &p, std::slice::from_ref(&row), today).await?;
    let face = faces.into_iter().next();
    let on = ThingRef { kind: ThingKind::Activity, id: row.id.0 };
    let state = ground.row.state();
    let past = lines::edits(ground.look.db(), row.id).await?.into_iter().map(|edit| Past {
        number: edit.version,
        who: ground.person(edit.by_person),
        iso: p.format.iso(edit.at),
        when: p.format.stamp(edit.at),
    });
    let open = matches!(state, PlanState::Drafting | PlanState::Approved | PlanState::InForce);
    let response = html(&LinePage {
        crumbs: ground.crumbs(&p, true),
        h: ground.head(&p, "/"),
        at: ground.at(&format!("/lines/{}", row.id)),
        facts: facts(ground, &p, &content),
        targets: content
            .targets
            .iter()
            .map(|target| {
                let amount = if target.amount == 0 { String::new() } else { amount::written(target.amount) };
                (target.name.clone(), format!("{amount} {}", target.measure))
            })
            .collect(),
        about: content.about.lines().map(ToOwned::to_owned).collect(),
        chip: face.as_ref().map_or("", |face| face.chip),
        word: face.as_ref().map(|face| face.state.clone()).unwrap_or_default(),
        progress_href: face.map(|face| face.progress_href).unwrap_or_default(),
        confidential: content.confidential,
        may_edit: open && row.state == "standing" && ground.may_for(Action::WritePlan, row.lead),
        amends: state != PlanState::Drafting,
        reason: typed.to_owned(),
        past: past.collect(),
        chain: house.app.frame.chain(&ground.look, &p, on).await?,
        refused: refusals(asker.locale(), refused),
        name: content.title,
        p,
    })?;
    Ok(with_status(response, refused))
}

/// What a line says, as pairs; what it does not say is left out.
pub(crate) fn facts(ground: &Ground, p: &Page, content: &Content) -> Vec<(String, String)> {
    let coded = |codes: &[String], family: &str| {
        codes.iter().map(|code| p.t(&format!("plan-{family}-{code}"))).collect::<Vec<_>>().join(", ")
    };
    let formerly = ground.formerly(content.lead);
    let mut lead = ground.unit(content.lead);
    if !formerly.is_empty() {
        lead = format!("{lead} ({})", p.f("plan-formerly", "name", formerly));
    }
    let languages = content
        .languages
        .iter()
        .filter_map(|code| LANGUAGES.iter().find(|(known, _)| known == code))
        .map(|(_, name)| *name)
        .collect::<Vec<_>>()
        .join(", ");
    let phase =
        if content.phase.is_empty() { String::new() } else { p.t(&format!("plan-phase-{}", content.phase)) };
    let supports = content.supports.iter().map(|unit| ground.unit(*unit)).collect::<Vec<_>>().join(", ");
    [
        ("plan-lead-unit", lead),
        ("plan-part", content.part.clone()),
        ("plan-supports", supports),
        ("plan-scope", class_words(p, content)),
        ("plan-phase", phase),
        ("plan-days", days_words(p, content)),
        ("plan-due", content.due.map(|day| p.format.day(day)).unwrap_or_default()),
        ("plan-channels", coded(&content.channels, "channel")),
        ("plan-audiences", coded(&content.audiences, "audience")),
        ("plan-languages", languages),
        ("plan-areas", content.areas.clone()),
        ("plan-budget", money_words(content)),
        ("plan-money", content.money.clone()),
        ("plan-product", content.product.clone()),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
    .map(|(key, value)| (p.t(key), value))
    .collect()
}

/// Takes it out: at once while the plan is drafted, as a change to be approved afterwards.
pub(crate) async fn drop_it(
    State(house): State<House>,
    asker: Asker,
    Path((plan, activity)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Error> {
    let ground = Ground::of(&house, &asker, &plan).await?;
    let activity: ActivityId = id(&activity)?;
    let drafting = ground.row.state() == PlanState::Drafting;
    let outcome: Result<(), Failure> = async {
        let mut cx = asker.wish().await?;
        if drafting {
            verbs::leave_out(&mut cx, ground.id(), activity).await?;
        } else {
            let change = Change::Drop(activity);
            verbs::propose(&mut cx, ground.id(), change, fields.raw("reason")).await?;
        }
        cx.finish().await
    }
    .await;
    match outcome {
        Ok(()) if drafting => Ok(said(&ground.at(""), "said-line-left-out")),
        Ok(()) => Ok(said(&ground.at("/approval"), "said-change-proposed")),
        Err(failure) => {
            page(&house, &asker, &ground, activity, fields.raw("reason"), &reasons(failure)?).await
        }
    }
}
