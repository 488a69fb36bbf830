//! What people asked and what was answered before this morning, and two drafts put to the public, told through the verbs.

use crate::house::Agency;
use ::answers::verbs::{self, AskWish, ConsultationWish, FieldWish, OpinionWish, PublicWish, RequestWish};
use demo::people_ask::{Asked, Became, DRAFTS, Draft, FIELDS, Got, QUESTIONS, REQUESTS, Requested};
use kernel::{Actor, ConsultationId, Failure, HandClock, Moment, QuestionId, Role, UnitId};
use std::time::Duration;

const HOUR: Duration = Duration::from_secs(3600);
const DAY: Duration = Duration::from_secs(86_400);

/// Who acts at the desk.
struct Desk {
    router: Actor,
    writer: Actor,
    approver: Actor,
    chief: Actor,
    unit: UnitId,
}

macro_rules! deed {
    ($agency:ident, $actor:expr, |$cx:ident| $does:expr) => {{
        let mut $cx = $agency.app.db.begin($actor.clone()).await?;
        let done = $does.await?;
        $cx.finish().await?;
        done
    }};
}

/// Tells it all; without the people for it nothing is told.
///
/// # Errors
/// When a verb refuses, which a test of the demo would show.
pub(crate) async fn tell_what_was_asked(agency: &Agency, clock: &HandClock) -> Result<(), Failure> {
    let today = kernel::Clock::now(clock);
    let Some(desk) = desk(agency).await? else { return Ok(()) };
    clock.set(today.minus(DAY * 60));
    let mut slugs = Vec::new();
    for (place, name) in (1..).zip(FIELDS) {
        let wish = FieldWish {
            slug: String::new(),
            name: name.into(),
            unit: desk.unit,
            person: None,
            place,
            active: true,
        };
        let mut cx = agency.app.db.begin(desk.router.clone()).await?;
        slugs.push(verbs::set_field(&mut cx, &wish).await?);
        cx.finish().await?;
    }
    for draft in &DRAFTS {
        tell_draft(agency, clock, &desk, draft, today).await?;
    }
    for asked in &QUESTIONS {
        let slug = slugs.get(asked.field).cloned().unwrap_or_default();
        tell_question(agency, clock, &desk, asked, slug, today).await?;
    }
    for (number, told) in REQUESTS.iter().enumerate() {
        tell_request(agency, clock, &desk, number, told, today).await?;
    }
    clock.set(today);
    Ok(())
}

async fn tell_request(
    agency: &Agency,
    clock: &HandClock,
    desk: &Desk,
    number: usize,
    told: &Requested,
    today: Moment,
) -> Result<(), Failure> {
    // In the morning hours, when letters and visitors come.
    clock.set(today.minus(DAY * told.days_ago).plus(HOUR * 2));
    let (secret, zone) = (agency.answers.secret().await?, &agency.app.zone);
    let wish = RequestWish {
        form: told.form.into(),
        complex: told.complex,
        name: told.name.into(),
        email: told.email.into(),
        address: told.address.into(),
        wanted: told.wanted.into(),
        purpose: told.purpose.into(),
        way: told.form.into(),
        nonce: format!("demo-request-{number}"),
        ..RequestWish::default()
    };
    let (id, _) = deed!(agency, desk.router, |cx| verbs::request_information(&mut cx, secret, zone, wish));
    clock.forward(HOUR * 3);
    let rules = &agency.answers.rules;
    match told.became {
        Became::Open => {}
        Became::Told(words) => {
            deed!(agency, desk.router, |cx| verbs::notify_term(&mut cx, id, desk.unit, told.complex, words));
        }
        Became::Supplied(words) => {
            clock.forward(DAY * 2);
            deed!(agency, desk.router, |cx| verbs::supply_information(&mut cx, rules, id, words, ""));
        }
        Became::Refused(ground, words, paper) => {
            clock.forward(DAY);
            deed!(agency, desk.router, |cx| verbs::refuse_information(
                &mut cx, rules, id, ground, words, paper
            ));
        }
    }
    Ok(())
}

async fn desk(agency: &Agency) -> Result<Option<Desk>, Failure> {
    let (db, zone) = (&agency.app.db, &agency.app.zone);
    let today = zone.day(db.now()).to_string();
    let all = people::colleagues(db.reader(), &today).await?;
    let mut found = Vec::new();
    for role in [Role::FocalOfficer, Role::Contributor, Role::Editor, Role::ChiefEditor] {
        let one = all.iter().find(|one| one.roles.iter().any(|(held, _)| held == role.name()));
        let Some(one) = one else { return Ok(None) };
        found.push(people::actor(db.reader(), one.id, zone, db.now()).await?);
    }
    let mut found = found.into_iter();
    let (Some(router), Some(writer), Some(approver), Some(chief)) =
        (found.next(), found.next(), found.next(), found.next())
    else {
        return Ok(None);
    };
    let unit = writer.person().and_then(|me| me.unit);
    Ok(unit.map(|unit| Desk { router, writer, approver, chief, unit }))
}

async fn tell_question(
    agency: &Agency,
    clock: &HandClock,
    desk: &Desk,
    asked: &Asked,
    field: String,
    today: Moment,
) -> Result<(), Failure> {
    clock.set(today.minus(DAY * asked.days_ago).minus(HOUR));
    let secret = agency.answers.secret().await?;
    let wish = AskWish {
        form: "question".into(),
        field: field.clone(),
        title: asked.title.into(),
        body: asked.body.into(),
        name: asked.name.into(),
        consent: true,
        nonce: format!("demo-{}-{}", asked.days_ago, asked.title.len()),
        ..AskWish::default()
    };
    let (id, _) = deed!(agency, Actor::Visitor, |cx| verbs::ask(&mut cx, secret, wish, Vec::new()));
    if asked.got == Got::Received {
        return Ok(());
    }
    clock.forward(HOUR);
    if asked.got == Got::Refused {
        let rules = &agency.answers.rules;
        deed!(agency, desk.router, |cx| verbs::refuse(&mut cx, rules, id, "own-procedure", asked.reply));
        return Ok(());
    }
    deed!(agency, desk.router, |cx| verbs::route(&mut cx, id, desk.unit));
    if asked.got == Got::Routed {
        return Ok(());
    }
    answer(agency, clock, desk, asked, id, field).await
}

async fn answer(
    agency: &Agency,
    clock: &HandClock,
    desk: &Desk,
    asked: &Asked,
    id: QuestionId,
    field: String,
) -> Result<(), Failure> {
    clock.forward(DAY);
    let hash = deed!(agency, desk.writer, |cx| verbs::draft_reply(&mut cx, id, asked.reply, ""));
    deed!(agency, desk.writer, |cx| verbs::submit_reply(&mut cx, id, &hash));
    if asked.got == Got::Submitted {
        return Ok(());
    }
    clock.forward(DAY);
    let rules = &agency.answers.rules;
    deed!(agency, desk.approver, |cx| verbs::answer(&mut cx, rules, id, &hash));
    if asked.got == Got::Published {
        clock.forward(HOUR);
        let wish = PublicWish { field, title: asked.title.into(), body: asked.body.into(), looked: true };
        deed!(agency, desk.chief, |cx| verbs::publish(&mut cx, id, wish));
    }
    Ok(())
}

async fn tell_draft(
    agency: &Agency,
    clock: &HandClock,
    desk: &Desk,
    draft: &Draft,
    today: Moment,
) -> Result<(), Failure> {
    let opens = today.minus(DAY * draft.opened_days_ago);
    clock.set(opens);
    let wish = ConsultationWish {
        title: draft.title.into(),
        about: draft.about.into(),
        draft: draft.text.into(),
        unit: desk.unit,
        opens_at: Some(opens),
        closes_at: Some(opens.plus(DAY * draft.days)),
    };
    let files = &agency.files;
    let (id, seen) = deed!(agency, desk.chief, |cx| verbs::set_and_show(&mut cx, files, wish));
    deed!(agency, desk.chief, |cx| verbs::open_consultation(&mut cx, id, &seen));
    for (number, (who, place, words, reply)) in draft.opinions.iter().enumerate() {
        clock.forward(DAY);
        let wish = OpinionWish {
            organisation: (*who).into(),
            place: (*place).into(),
            words: (*words).into(),
            nonce: format!("demo-{}-{number}", draft.opened_days_ago),
            ..OpinionWish::default()
        };
        let opinion = deed!(agency, Actor::Visitor, |cx| verbs::give_opinion(&mut cx, id, wish));
        let Some(opinion) = opinion else { continue };
        clock.forward(HOUR);
        deed!(agency, desk.chief, |cx| verbs::settle_opinion(&mut cx, opinion, words, None, true));
        if !reply.is_empty() {
            deed!(agency, desk.chief, |cx| verbs::reply_to_opinion(&mut cx, opinion, reply));
        }
    }
    conclude(agency, clock, desk, draft, id, opens).await
}

async fn conclude(
    agency: &Agency,
    clock: &HandClock,
    desk: &Desk,
    draft: &Draft,
    id: ConsultationId,
    opens: Moment,
) -> Result<(), Failure> {
    if draft.conclusion.is_empty() {
        return Ok(());
    }
    clock.set(opens.plus(DAY * draft.days));
    deed!(agency, Actor::Machine("answers"), |cx| verbs::close_consultation(&mut cx, id));
    clock.forward(DAY);
    deed!(agency, desk.chief, |cx| verbs::conclude(&mut cx, id, draft.conclusion));
    Ok(())
}
