//! Name, change and end who speaks for the agency (PN-01 to PN-05).

use crate::spokesperson::{Facts, Kind, is_complete, reasons_against};
use crate::store::spokespersons::{self, SpokespersonRow};
use db::Cx;
use kernel::{Action, Day, Failure, Moment, NewId, PressEvent, Refusal, SpokespersonId, Thing, UnitId, Zone};
use typed::{noted, one_line, words};

/// A spokesperson as somebody enters them.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "each is what its name says")]
pub struct SpokespersonWish {
    pub kind: String,
    /// The body they speak for; none is the agency itself.
    pub unit: Option<UnitId>,
    pub name: String,
    pub post: String,
    pub phone: String,
    pub email: String,
    pub document: String,
    /// When the decision was made; none is now.
    pub decided_at: Option<Moment>,
    pub matter: String,
    pub from_day: String,
    pub to_day: String,
    pub authoriser: Option<SpokespersonId>,
}

/// Enters one who speaks. A new head of the same body takes the place of the one before; a regular one begins the clock of
/// PN-02 at the decision.
///
/// # Errors
/// Refused with every reason against.
pub async fn name_spokesperson(
    cx: &mut Cx,
    zone: &Zone,
    wish: &SpokespersonWish,
) -> Result<SpokespersonId, Failure> {
    cx.may(Action::NameSpokespersons, Thing::House)?;
    let mut against = Vec::new();
    let Some(kind) = Kind::named(&wish.kind) else {
        return Err(Failure::refused(Refusal::field("kind", "refused-speaker-kind")));
    };
    let now = cx.now();
    let mut row = SpokespersonRow {
        id: SpokespersonId::fresh(),
        kind: kind.name().to_owned(),
        unit: wish.unit,
        name: noted(&mut against, one_line("name", &wish.name, 200))?,
        post: noted(&mut against, one_line("post", &wish.post, 200))?,
        phone: noted(&mut against, one_line("phone", &wish.phone, 60))?,
        email: noted(&mut against, one_line("email", &wish.email, 200))?,
        document: noted(&mut against, one_line("document", &wish.document, 200))?,
        decided_at: wish.decided_at.unwrap_or(now),
        matter: noted(&mut against, one_line("matter", &wish.matter, 500))?,
        from_day: String::new(),
        to_day: None,
        authoriser: None,
        shown_at: None,
        changed_at: now,
        ended_at: None,
        end_reason: String::new(),
    };
    let day = |text: &str| text.trim().parse::<Day>().ok();
    let (from, to) = (day(&wish.from_day), day(&wish.to_day));
    if kind == Kind::Case && from.is_none() && !wish.from_day.trim().is_empty() {
        against.push(Refusal::field("from_day", "refused-day"));
    }
    let from = from.unwrap_or_else(|| zone.day(row.decided_at));
    row.from_day = from.to_string();
    row.to_day = if kind == Kind::Case { to.map(|day| day.to_string()) } else { None };
    let head = spokespersons::head_of(cx.tx(), wish.unit).await?;
    row.authoriser = if kind == Kind::Case { wish.authoriser } else { head.as_ref().map(|head| head.id) };
    let by_head = head.as_ref().is_some_and(|head| row.authoriser == Some(head.id));
    against.extend(reasons_against(&Facts {
        term: (Some(from), to),
        has_head: head.is_some(),
        by_head,
        ahead: row.decided_at > now,
        ..facts(&row, kind)
    }));
    Failure::unless(against)?;
    if let Some(mut before) = head.filter(|_| kind == Kind::Head) {
        before.ended_at = Some(now);
        before.changed_at = now;
        row.name.clone_into(&mut before.end_reason);
        before.put(cx.tx()).await?;
        let reason = row.name.clone();
        cx.record(PressEvent::SpokespersonEnded { spokesperson: before.id, reason });
        row.authoriser = None;
    }
    let (spokesperson, decided_at) = (row.id, row.decided_at);
    cx.record(PressEvent::SpokespersonNamed { spokesperson, kind: row.kind.clone(), decided_at });
    show(cx, &mut row);
    row.put(cx.tx()).await?;
    Ok(spokesperson)
}

/// Changes how one is called and reached.
///
/// # Errors
/// Refused with every reason against, or when they speak no longer.
pub async fn change_spokesperson(
    cx: &mut Cx,
    id: SpokespersonId,
    wish: &SpokespersonWish,
) -> Result<(), Failure> {
    cx.may(Action::NameSpokespersons, Thing::House)?;
    let mut row = standing(cx, id).await?;
    let kind = Kind::named(&row.kind).unwrap_or(Kind::Case);
    let mut against = Vec::new();
    row.name = noted(&mut against, one_line("name", &wish.name, 200))?;
    row.post = noted(&mut against, one_line("post", &wish.post, 200))?;
    row.phone = noted(&mut against, one_line("phone", &wish.phone, 60))?;
    row.email = noted(&mut against, one_line("email", &wish.email, 200))?;
    let term = (row.from_day.parse().ok(), row.to_day.as_ref().and_then(|day| day.parse().ok()));
    against.extend(reasons_against(&Facts {
        term,
        has_head: true,
        by_head: true,
        ahead: false,
        ..facts(&row, kind)
    }));
    Failure::unless(against)?;
    row.changed_at = cx.now();
    cx.record(PressEvent::SpokespersonChanged { spokesperson: id });
    show(cx, &mut row);
    Ok(row.put(cx.tx()).await?)
}

/// Ends it. A head ends only by another taking the place (PN-01).
///
/// # Errors
/// Refused without a reason, for a head, or when they speak no longer.
pub async fn end_spokesperson(cx: &mut Cx, id: SpokespersonId, reason: &str) -> Result<(), Failure> {
    cx.may(Action::NameSpokespersons, Thing::House)?;
    let mut row = standing(cx, id).await?;
    let reason = words("reason", reason, 1000)?;
    let mut against = Vec::new();
    if reason.is_empty() {
        against.push(Refusal::field("reason", "refused-reason"));
    }
    if row.kind == Kind::Head.name() {
        against.push(Refusal::new("refused-speaker-head-stays"));
    }
    Failure::unless(against)?;
    row.ended_at = Some(cx.now());
    row.changed_at = cx.now();
    row.end_reason.clone_from(&reason);
    cx.record(PressEvent::SpokespersonEnded { spokesperson: id, reason });
    Ok(row.put(cx.tx()).await?)
}

async fn standing(cx: &Cx, id: SpokespersonId) -> Result<SpokespersonRow, Failure> {
    let row = SpokespersonRow::lock(cx.tx(), cx.engine(), id).await?.ok_or(Failure::NotFound)?;
    if row.ended_at.is_some() {
        return Err(Failure::refused(Refusal::new("refused-speaker-ended")));
    }
    Ok(row)
}

/// The public page is made from the register, so whoever is complete is shown from now on.
fn show(cx: &mut Cx, row: &mut SpokespersonRow) {
    let complete = Kind::named(&row.kind).is_some_and(|kind| is_complete(&facts(row, kind)));
    if row.kind == Kind::Regular.name() && complete && row.shown_at.is_none() {
        row.shown_at = Some(cx.now());
        cx.record(PressEvent::SpokespersonShown { spokesperson: row.id });
    }
}

pub(crate) fn facts(row: &SpokespersonRow, kind: Kind) -> Facts<'_> {
    Facts {
        kind,
        name: &row.name,
        post: &row.post,
        phone: &row.phone,
        email: &row.email,
        document: &row.document,
        matter: &row.matter,
        term: (None, None),
        has_head: false,
        by_head: false,
        ahead: false,
    }
}
