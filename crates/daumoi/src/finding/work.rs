//! Cards of plans, projects and work given to units: found by those who see them, and by nobody else.

use super::names::Names;
use assignments::State;
use db::Cx;
use kernel::{AssignmentId, Failure, PlanId, ProjectId, UnitId};
use search::verbs::{put_card, take_card_out};
use search::{Card, audience};
use seek::{Facet, Freshness};

/// Writes the card of a plan. What its lines say is found as the work that comes of them.
pub(super) async fn plan(cx: &Cx, names: &Names, id: PlanId) -> Result<(), Failure> {
    let Some(found) = planning::findable(cx.tx(), id).await? else { return Ok(()) };
    let (from, to) = found.days;
    let seen = audience::of_work(&found.units, &found.people);
    let card = Card {
        key: format!("plan:{id}"),
        audience: audience::and_appraisers(seen, &found.appraisers),
        title: found.title,
        summary: format!("{} – {}", from.strftime("%d/%m/%Y"), to.strftime("%d/%m/%Y")),
        body: found.about,
        at: Some(found.begun_at),
        href: format!("/desk/plans/{id}"),
        state: found.chip.to_owned(),
        state_word: format!("plan-state-{}", found.state),
        freshness: Freshness::Slow,
        ..Card::default()
    };
    put_card(cx, &of(card, "plan", names, found.unit)).await
}

/// Writes the card of a project.
pub(super) async fn project(cx: &Cx, names: &Names, id: ProjectId) -> Result<(), Failure> {
    let Some(found) = projects::findable(cx.tx(), id).await? else { return Ok(()) };
    let card = Card {
        key: format!("project:{id}"),
        audience: audience::of_work(&[found.unit], &[]),
        title: found.name,
        body: found.about,
        symbols: [found.code, found.decision].into_iter().filter(|word| !word.is_empty()).collect(),
        at: Some(found.begun_at),
        href: format!("/desk/projects/{id}"),
        state: found.chip.to_owned(),
        state_word: format!("project-state-{}", found.state),
        freshness: Freshness::Slow,
        ..Card::default()
    };
    put_card(cx, &of(card, "project", names, found.unit)).await
}

/// Writes the card of a piece of work, or takes it out with what was taken back.
pub(super) async fn assignment(cx: &Cx, names: &Names, id: AssignmentId) -> Result<(), Failure> {
    let key = format!("work:{id}");
    let Some(found) = assignments::findable(cx.tx(), id).await? else {
        return take_card_out(cx, &key).await;
    };
    let units = [found.facts.leads.as_slice(), &found.facts.supports].concat();
    let people = &found.facts.members;
    let card = Card {
        key,
        audience: match found.confidential {
            true => audience::of_confidential_work(found.lead, &units, found.giver, people),
            false => audience::of_work(&units, people),
        },
        title: found.title,
        body: found.words,
        at: Some(found.given_at),
        href: format!("/desk/work/{id}"),
        state: State::chip(found.state).to_owned(),
        state_word: format!("work-state-{}", found.state.name()),
        freshness: Freshness::Slow,
        ..Card::default()
    };
    put_card(cx, &of(card, "work", names, found.lead)).await
}

fn of(card: Card, kind: &str, names: &Names, unit: UnitId) -> Card {
    card.with(Facet::Kind, kind).with(Facet::Unit, names.unit(&unit.to_string()))
}

/// The same for everything there is.
pub(super) async fn everything(cx: &Cx, names: &Names) -> Result<(), Failure> {
    for id in planning::every_plan(cx.tx()).await? {
        plan(cx, names, id).await?;
    }
    for id in projects::every_project(cx.tx()).await? {
        project(cx, names, id).await?;
    }
    for id in assignments::every_assignment(cx.tx()).await? {
        assignment(cx, names, id).await?;
    }
    Ok(())
}
