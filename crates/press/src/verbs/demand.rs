//! Demand a correction (PN-18): begin, write, approve exactly this text, send, note what the outlet did, a second round, close.

use crate::House;
use crate::demand::{ASKS, Facts, OUTCOMES, State, Step, take};
use crate::inquiry::{with_writer, writers};
use crate::letters;
use crate::store::demands::{self, DemandRow};
use crate::store::numbers;
use db::Cx;
use kernel::{
    Action, Day, DemandId, Failure, MentionId, NewId, PressEvent, Refusal, Thing, ThingKind, ThingRef, Zone,
};
use typed::{noted, one_line, words};

/// A demand as it is written.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "each is what its name says")]
pub struct DemandWish {
    pub outlet: String,
    pub item_title: String,
    pub item_link: String,
    pub item_day: String,
    pub mention: Option<MentionId>,
    pub wrong: String,
    pub grounds: String,
    pub right_text: String,
    pub asks: String,
}

/// Begins one.
///
/// # Errors
/// Refused with every reason against.
pub async fn begin_demand(cx: &mut Cx, zone: &Zone, wish: &DemandWish) -> Result<DemandId, Failure> {
    cx.may(Action::AnswerPress, Thing::House)?;
    let row = blank(cx, zone, 1, None).await?;
    begin(cx, row, wish).await
}

async fn begin(cx: &mut Cx, mut row: DemandRow, wish: &DemandWish) -> Result<DemandId, Failure> {
    tell(&mut row, wish)?;
    row.mention = wish.mention;
    let (demand, round) = (row.id, row.round);
    cx.record(PressEvent::DemandBegun { demand, round });
    written(cx, &mut row);
    row.put(cx.tx()).await?;
    Ok(demand)
}

async fn blank(cx: &Cx, zone: &Zone, round: i64, before: Option<DemandId>) -> Result<DemandRow, Failure> {
    let now = cx.now();
    let year = i64::from(zone.day(now).year());
    Ok(DemandRow {
        id: DemandId::fresh(),
        year,
        no: numbers::next(cx.tx(), "demand", year).await?,
        state: State::Draft.name().to_owned(),
        outlet: String::new(),
        item_title: String::new(),
        item_link: String::new(),
        item_day: String::new(),
        mention: None,
        wrong: String::new(),
        grounds: String::new(),
        right_text: String::new(),
        asks: String::new(),
        edition: 0,
        hash: String::new(),
        writers: "[]".to_owned(),
        approved_hash: String::new(),
        approved_by: None,
        approved_at: None,
        sent_at: None,
        sent_by: None,
        sent_to: String::new(),
        document: String::new(),
        answered_at: None,
        outcome: String::new(),
        said: String::new(),
        closed_at: None,
        reason: String::new(),
        round,
        before,
        made_at: now,
    })
}

/// What stands in it; the grounds are no choice (PN-18).
fn tell(row: &mut DemandRow, wish: &DemandWish) -> Result<(), Failure> {
    let mut against = Vec::new();
    row.outlet = noted(&mut against, one_line("outlet", &wish.outlet, 200))?;
    row.item_title = noted(&mut against, one_line("item_title", &wish.item_title, 500))?;
    row.item_link = noted(&mut against, one_line("item_link", &wish.item_link, 1000))?;
    row.item_day = wish.item_day.trim().to_owned();
    row.wrong = noted(&mut against, words("wrong", &wish.wrong, 5000))?;
    row.grounds = noted(&mut against, words("grounds", &wish.grounds, 5000))?;
    row.right_text = noted(&mut against, words("right_text", &wish.right_text, 5000))?;
    row.asks.clone_from(&wish.asks);
    for (field, missing, key) in [
        ("outlet", row.outlet.is_empty(), "refused-inquiry-outlet"),
        ("item_title", row.item_title.is_empty(), "refused-demand-title"),
        ("item_day", row.item_day.parse::<Day>().is_err(), "refused-day"),
        ("wrong", row.wrong.is_empty(), "refused-demand-wrong"),
        ("grounds", row.grounds.is_empty(), "refused-demand-grounds"),
        ("asks", !ASKS.contains(&row.asks.as_str()), "refused-demand-asks"),
    ] {
        if missing {
            against.push(Refusal::field(field, key));
        }
    }
    let web = |link: &str| link.starts_with("https://") || link.starts_with("http://");
    if !row.item_link.is_empty() && !web(&row.item_link) {
        against.push(Refusal::field("item_link", "refused-demand-link"));
    }
    Failure::unless(against)
}

fn written(cx: &mut Cx, row: &mut DemandRow) {
    row.hash = exact(row);
    row.edition += 1;
    row.writers = with_writer(&row.writers, cx.actor().id());
    cx.record(PressEvent::DemandWritten { demand: row.id, hash: row.hash.clone() });
}

/// The hash of everything that the outlet will read.
fn exact(row: &DemandRow) -> String {
    demand_hash(&DemandWish {
        outlet: row.outlet.clone(),
        item_title: row.item_title.clone(),
        item_link: row.item_link.clone(),
        item_day: row.item_day.clone(),
        mention: None,
        wrong: row.wrong.clone(),
        grounds: row.grounds.clone(),
        right_text: row.right_text.clone(),
        asks: row.asks.clone(),
    })
}

/// The hash of a text that is kept so: what a page shows, and whoever approves it sends back.
#[must_use]
pub fn demand_hash(wish: &DemandWish) -> String {
    let parts = [
        &wish.outlet,
        &wish.item_title,
        &wish.item_link,
        &wish.item_day,
        &wish.wrong,
        &wish.grounds,
        &wish.right_text,
        &wish.asks,
    ];
    crate::exact_hash(&serde_json::to_string(&parts).unwrap_or_default())
}

/// Writes its text. An approval before is of another text.
///
/// # Errors
/// Stale when somebody else wrote meanwhile; refused when it was sent.
pub async fn write_demand(cx: &mut Cx, id: DemandId, edition: i64, wish: &DemandWish) -> Result<(), Failure> {
    let mut row = open(cx, id, Action::AnswerPress).await?;
    if row.edition != edition {
        return Err(Failure::Stale(Refusal::new("stale-demand")));
    }
    step(cx, &mut row, Step::Write, false).await?;
    tell(&mut row, wish)?;
    written(cx, &mut row);
    Ok(row.put(cx.tx()).await?)
}

/// A second person approves exactly the text that was shown.
///
/// # Errors
/// Stale when it is another text by now; refused when who approves wrote a part of it.
pub async fn approve_demand(cx: &mut Cx, id: DemandId, seen: &str) -> Result<(), Failure> {
    let mut row = open(cx, id, Action::ClearPress).await?;
    if row.hash != seen {
        return Err(Failure::Stale(Refusal::new("stale-demand")));
    }
    step(cx, &mut row, Step::Approve, false).await?;
    row.approved_hash = row.hash.clone();
    (row.approved_by, row.approved_at) = (cx.actor().id(), Some(cx.now()));
    cx.record(PressEvent::DemandApproved { demand: id, hash: row.hash.clone() });
    Ok(row.put(cx.tx()).await?)
}

/// How a demand is sent.
#[derive(Debug, Clone, Default)]
pub struct SendDemand {
    /// The number of the official document.
    pub document: String,
    /// The outlet's address for mail; empty when it went on paper.
    pub mail_to: String,
}

/// Sends it: by mail, or on paper with its number.
///
/// # Errors
/// Refused when it was not approved, or without number and address.
pub async fn send_demand(cx: &mut Cx, house: &House, id: DemandId, wish: &SendDemand) -> Result<(), Failure> {
    let mut row = open(cx, id, Action::AnswerPress).await?;
    let document = one_line("document", &wish.document, 120)?;
    let mail_to = one_line("mail_to", &wish.mail_to, 200)?;
    let mut against = Vec::new();
    if document.is_empty() && mail_to.is_empty() {
        against.push(Refusal::field("document", "refused-demand-document"));
    }
    if let Err(Failure::Refused(more)) = step(cx, &mut row, Step::Send, false).await {
        against.extend(more);
    }
    Failure::unless(against)?;
    if !mail_to.is_empty() {
        let mut lines = letters::demand_lines(&row);
        lines.push(house.office.body(None).await?);
        let about = ThingRef { kind: ThingKind::Demand, id: id.0 };
        let subject = letters::demand_subject(&row);
        letters::send(cx, about, &row.outlet, &mail_to, &subject, lines.join("\n\n")).await?;
    }
    let now = cx.now();
    (row.sent_at, row.sent_by) = (Some(now), cx.actor().id());
    (row.document, row.sent_to) = (document, mail_to);
    cx.record(PressEvent::DemandSent { demand: id, sent_at: now });
    Ok(row.put(cx.tx()).await?)
}

/// Notes what the outlet did.
///
/// # Errors
/// Refused when it was not sent, or without an outcome.
pub async fn note_outcome(cx: &mut Cx, id: DemandId, outcome: &str, said: &str) -> Result<(), Failure> {
    let mut row = open(cx, id, Action::AnswerPress).await?;
    if !OUTCOMES.contains(&outcome) {
        return Err(Failure::refused(Refusal::field("outcome", "refused-demand-outcome")));
    }
    row.said = words("said", said, 5000)?;
    step(cx, &mut row, Step::NoteAnswer, false).await?;
    outcome.clone_into(&mut row.outcome);
    row.answered_at = Some(cx.now());
    cx.record(PressEvent::DemandAnswered { demand: id, outcome: outcome.to_owned() });
    Ok(row.put(cx.tx()).await?)
}

/// Begins the second and last round (BC-09), with the text of the first to start from.
///
/// # Errors
/// Refused before an outcome, and after two rounds.
pub async fn repeat_demand(cx: &mut Cx, zone: &Zone, id: DemandId) -> Result<DemandId, Failure> {
    let mut row = open(cx, id, Action::AnswerPress).await?;
    step(cx, &mut row, Step::Repeat, false).await?;
    let next = blank(cx, zone, row.round + 1, Some(id)).await?;
    let wish = DemandWish {
        outlet: row.outlet,
        item_title: row.item_title,
        item_link: row.item_link,
        item_day: row.item_day,
        mention: row.mention,
        wrong: row.wrong,
        grounds: row.grounds,
        right_text: row.right_text,
        asks: row.asks,
    };
    begin(cx, next, &wish).await
}

/// Closes it.
///
/// # Errors
/// Refused without a reason.
pub async fn close_demand(cx: &mut Cx, id: DemandId, reason: &str) -> Result<(), Failure> {
    let mut row = open(cx, id, Action::AnswerPress).await?;
    let reason = words("reason", reason, 1000)?;
    step(cx, &mut row, Step::Close, !reason.is_empty()).await?;
    row.closed_at = Some(cx.now());
    row.reason.clone_from(&reason);
    cx.record(PressEvent::DemandClosed { demand: id, reason });
    Ok(row.put(cx.tx()).await?)
}

async fn open(cx: &Cx, id: DemandId, action: Action) -> Result<DemandRow, Failure> {
    cx.may(action, Thing::House)?;
    DemandRow::lock(cx.tx(), cx.engine(), id).await?.ok_or(Failure::NotFound)
}

async fn step(cx: &Cx, row: &mut DemandRow, wanted: Step, reason_given: bool) -> Result<(), Failure> {
    let facts = Facts {
        own_text: cx.actor().id().is_some_and(|me| writers(&row.writers).contains(&me)),
        hash_holds: row.hash == row.approved_hash && exact(row) == row.approved_hash,
        round: row.round,
        repeated: wanted == Step::Repeat && demands::after(cx.tx(), row.id).await?.is_some(),
        reason_given,
    };
    let next = take(State::named(&row.state), wanted, &facts).map_err(Failure::Refused)?;
    next.name().clone_into(&mut row.state);
    Ok(())
}
