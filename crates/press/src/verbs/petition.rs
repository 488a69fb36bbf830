//! What the press forwards (BC-01 to BC-03): log it without naming who complained (L17), give it to a unit, note the conclusion,
//! tell the press.

use crate::petition::{Kind, seems_to_name};
use crate::store::{numbers, petitions::PetitionRow};
use db::Cx;
use kernel::{Action, Failure, Moment, NewId, PetitionId, PressEvent, Refusal, Thing, UnitId, Zone};
use typed::{noted, one_line, words};

/// What was forwarded, as it is written down.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "each is what its name says")]
pub struct PetitionWish {
    pub kind: String,
    pub outlet: String,
    /// Number and day of the outlet's letter.
    pub reference: String,
    pub subject: String,
    pub content: String,
    /// None is now.
    pub received_at: Option<Moment>,
}

/// Gives it a number of this year and writes it down; its clock runs from when it was received.
///
/// # Errors
/// Refused with every reason against, also when a complaint seems to say who complained (L17).
pub async fn forward_petition(cx: &mut Cx, zone: &Zone, wish: &PetitionWish) -> Result<PetitionId, Failure> {
    cx.may(Action::AnswerPress, Thing::House)?;
    let now = cx.now();
    let mut against = Vec::new();
    let outlet = noted(&mut against, one_line("outlet", &wish.outlet, 200))?;
    let reference = noted(&mut against, one_line("reference", &wish.reference, 200))?;
    let subject = noted(&mut against, one_line("subject", &wish.subject, 300))?;
    let content = noted(&mut against, words("content", &wish.content, 10_000))?;
    let kind = Kind::named(&wish.kind);
    for (field, missing, key) in [
        ("kind", kind.is_none(), "refused-petition-kind"),
        ("outlet", outlet.is_empty(), "refused-inquiry-outlet"),
        ("subject", subject.is_empty(), "refused-petition-subject"),
        ("received_at", wish.received_at.is_some_and(|at| at > now), "refused-inquiry-ahead"),
    ] {
        if missing {
            against.push(Refusal::field(field, key));
        }
    }
    if kind == Some(Kind::Complaint) {
        against.extend(named("subject", &subject));
        against.extend(named("content", &content));
    }
    Failure::unless(against)?;
    let year = i64::from(zone.day(now).year());
    let row = PetitionRow {
        id: PetitionId::fresh(),
        year,
        no: numbers::next(cx.tx(), "petition", year).await?,
        state: "received".to_owned(),
        kind: kind.map_or("", Kind::name).to_owned(),
        outlet,
        reference,
        subject,
        content,
        received_at: wish.received_at.unwrap_or(now),
        logged_at: now,
        logged_by: cx.actor().id(),
        unit: None,
        assigned_at: None,
        concluded_at: None,
        conclusion: String::new(),
        answered_at: None,
        answer: String::new(),
        document: String::new(),
        accepted: String::new(),
        accepted_at: None,
        acceptance: String::new(),
    };
    row.put(cx.tx()).await?;
    let (petition, kind, received_at) = (row.id, row.kind, row.received_at);
    cx.record(PressEvent::PetitionForwarded { petition, kind, received_at });
    Ok(petition)
}

fn named(field: &'static str, text: &str) -> Option<Refusal> {
    seems_to_name(text).then(|| Refusal::field(field, "refused-petition-names"))
}

/// Gives it to a unit.
///
/// # Errors
/// Refused when the press was told already.
pub async fn assign_petition(cx: &mut Cx, id: PetitionId, unit: UnitId) -> Result<(), Failure> {
    let mut row = open(cx, id).await?;
    (row.unit, row.assigned_at) = (Some(unit), Some(cx.now()));
    if row.state == "received" {
        row.state = "assigned".to_owned();
    }
    cx.record(PressEvent::PetitionAssigned { petition: id, unit });
    Ok(row.put(cx.tx()).await?)
}

/// Notes that the press was told whether a complaint is dealt with (BC-02): with what words, by which document. One that is not
/// dealt with is over.
///
/// # Errors
/// Refused for what is no complaint, when it was said already, without a document, and without a reason when it is not
/// dealt with.
pub async fn accept_petition(
    cx: &mut Cx,
    id: PetitionId,
    accepted: Option<bool>,
    said: &str,
    document: &str,
) -> Result<(), Failure> {
    let mut row = open(cx, id).await?;
    let mut against = Vec::new();
    row.acceptance = noted(&mut against, words("acceptance", said, 2_000))?;
    let document = noted(&mut against, one_line("document", document, 200))?;
    for (field, missing, key) in [
        ("accepted", accepted.is_none(), "refused-petition-accepted"),
        ("acceptance", accepted == Some(false) && row.acceptance.is_empty(), "refused-petition-acceptance"),
        ("document", document.is_empty(), "refused-petition-document"),
    ] {
        if missing {
            against.push(Refusal::field(field, key));
        }
    }
    if row.kind != Kind::Complaint.name() || row.accepted_at.is_some() {
        against.push(Refusal::new("refused-petition-accepted-already"));
    }
    against.extend(named("acceptance", &row.acceptance));
    Failure::unless(against)?;
    let accepted = accepted == Some(true);
    if row.acceptance.is_empty() {
        row.acceptance.clone_from(&document);
    } else {
        row.acceptance = format!("{} ({document})", row.acceptance);
    }
    row.accepted = if accepted { "yes" } else { "no" }.to_owned();
    row.accepted_at = Some(cx.now());
    cx.record(PressEvent::PetitionAccepted { petition: id, accepted });
    if !accepted {
        row.answered_at = Some(cx.now());
        row.answer.clone_from(&row.acceptance);
        row.document = document;
        row.state = "answered".to_owned();
        cx.record(PressEvent::PetitionAnswered { petition: id });
    }
    Ok(row.put(cx.tx()).await?)
}

/// Notes the conclusion; of a complaint the press must be told within the term of BC-02.
///
/// # Errors
/// Refused without its words, when it lies ahead, or before the petition was received.
pub async fn conclude_petition(
    cx: &mut Cx,
    id: PetitionId,
    conclusion: &str,
    at: Option<Moment>,
) -> Result<(), Failure> {
    let mut row = open(cx, id).await?;
    let mut against = Vec::new();
    row.conclusion = noted(&mut against, words("conclusion", conclusion, 5000))?;
    let at = at.unwrap_or(cx.now());
    if row.conclusion.is_empty() && against.is_empty() {
        against.push(Refusal::field("conclusion", "refused-petition-conclusion"));
    }
    if at > cx.now() || at < row.received_at {
        against.push(Refusal::field("concluded_at", "refused-petition-when"));
    }
    if row.concluded_at.is_some() {
        against.push(Refusal::new("refused-petition-concluded"));
    }
    if row.kind == Kind::Complaint.name() {
        against.extend(named("conclusion", &row.conclusion));
    }
    Failure::unless(against)?;
    row.concluded_at = Some(at);
    row.state = "concluded".to_owned();
    cx.record(PressEvent::PetitionConcluded { petition: id, concluded_at: at });
    Ok(row.put(cx.tx()).await?)
}

/// Notes what the press was told, and by which document.
///
/// # Errors
/// Refused without either; of a complaint also before its conclusion.
pub async fn answer_petition(
    cx: &mut Cx,
    id: PetitionId,
    answer: &str,
    document: &str,
) -> Result<(), Failure> {
    let mut row = open(cx, id).await?;
    let mut against = Vec::new();
    row.answer = noted(&mut against, words("answer", answer, 10_000))?;
    row.document = noted(&mut against, one_line("document", document, 200))?;
    for (field, missing, key) in [
        ("answer", row.answer.is_empty(), "refused-petition-answer"),
        ("document", row.document.is_empty(), "refused-petition-document"),
    ] {
        if missing {
            against.push(Refusal::field(field, key));
        }
    }
    if row.kind == Kind::Complaint.name() {
        if row.concluded_at.is_none() {
            against.push(Refusal::new("refused-petition-not-concluded"));
        }
        against.extend(named("answer", &row.answer));
    }
    Failure::unless(against)?;
    row.answered_at = Some(cx.now());
    row.state = "answered".to_owned();
    cx.record(PressEvent::PetitionAnswered { petition: id });
    Ok(row.put(cx.tx()).await?)
}

async fn open(cx: &Cx, id: PetitionId) -> Result<PetitionRow, Failure> {
    cx.may(Action::AnswerPress, Thing::House)?;
    let row = PetitionRow::lock(cx.tx(), cx.engine(), id).await?.ok_or(Failure::NotFound)?;
    if row.state == "answered" {
        return Err(Failure::refused(Refusal::new("refused-petition-over")));
    }
    Ok(row)
}
