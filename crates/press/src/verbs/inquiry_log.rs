//! Log an inquiry in thirty seconds, change its particulars, take it on.

use crate::inquiry::{Content, Facts, State, Step, WAYS, take};
use crate::store::{inquiries::InquiryRow, numbers};
use db::Cx;
use kernel::{
    Action, Failure, HotSpotId, InquiryId, Moment, NewId, PersonId, PressEvent, Refusal, Thing, Zone,
};
use typed::{noted, one_line, words};

/// What a journalist asked, as it is written down.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "each is what its name says")]
pub struct InquiryWish {
    pub outlet: String,
    pub journalist: String,
    pub contact: String,
    pub via: String,
    /// One a line.
    pub questions: String,
    pub urgent: bool,
    /// None is now.
    pub received_at: Option<Moment>,
    /// By when the journalist asks for it.
    pub wanted_by: Option<Moment>,
    pub hot_spot: Option<HotSpotId>,
}

/// Gives it a number of this year and writes it down.
///
/// # Errors
/// Refused with every reason against.
pub async fn log_inquiry(cx: &mut Cx, zone: &Zone, wish: &InquiryWish) -> Result<InquiryId, Failure> {
    cx.may(Action::AnswerPress, Thing::House)?;
    write_down(cx, zone, wish, "").await
}

/// The same for what comes in by itself: nobody is asked.
pub(crate) async fn write_down(
    cx: &mut Cx,
    zone: &Zone,
    wish: &InquiryWish,
    message_id: &str,
) -> Result<InquiryId, Failure> {
    let now = cx.now();
    let told = told(wish, now)?;
    let year = i64::from(zone.day(now).year());
    let no = numbers::next(cx.tx(), "inquiry", year).await?;
    let via = if WAYS.contains(&wish.via.as_str()) { wish.via.as_str() } else { "phone" };
    let mut row = InquiryRow {
        id: InquiryId::fresh(),
        year,
        no,
        state: State::Received.name().to_owned(),
        outlet_fold: String::new(),
        outlet: told.outlet,
        journalist: told.journalist,
        contact: told.contact,
        via: via.to_owned(),
        urgent: wish.urgent,
        received_at: wish.received_at.unwrap_or(now),
        logged_at: now,
        logged_by: cx.actor().id(),
        wanted_by: wish.wanted_by,
        hot_spot: wish.hot_spot,
        taken_by: None,
        taken_at: None,
        hash: told.content.hash(None),
        content: told.content.write(),
        edition: 0,
        writers: "[]".to_owned(),
        speaker: None,
        cleared_hash: String::new(),
        cleared_by: None,
        cleared_at: None,
        form: String::new(),
        sent_to: String::new(),
        ended_at: None,
        ended_by: None,
        refusal: String::new(),
        reason: String::new(),
        message_id: message_id.to_owned(),
        erased_at: None,
        words: String::new(),
    };
    let (inquiry, received_at, via) = (row.id, row.received_at, row.via.clone());
    cx.record(PressEvent::InquiryReceived { inquiry, received_at, via });
    if let Some(hot_spot) = row.hot_spot {
        cx.record(PressEvent::InquiryTied { inquiry, hot_spot });
    }
    keep(cx, &mut row).await?;
    Ok(inquiry)
}

struct Told {
    outlet: String,
    journalist: String,
    contact: String,
    content: Content,
}

fn told(wish: &InquiryWish, now: Moment) -> Result<Told, Failure> {
    let mut against = Vec::new();
    let questions = noted(&mut against, words("questions", &wish.questions, 10_000))?;
    let told = Told {
        outlet: noted(&mut against, one_line("outlet", &wish.outlet, 200))?,
        journalist: noted(&mut against, one_line("journalist", &wish.journalist, 200))?,
        contact: noted(&mut against, one_line("contact", &wish.contact, 300))?,
        content: Content::of_lines(&questions),
    };
    if told.outlet.is_empty() {
        against.push(Refusal::field("outlet", "refused-inquiry-outlet"));
    }
    if told.content.asked.is_empty() && against.is_empty() {
        against.push(Refusal::field("questions", "refused-inquiry-questions"));
    }
    if told.content.asked.len() > 50 {
        against.push(Refusal::field("questions", "refused-inquiry-many").with("most", 50));
    }
    if wish.received_at.is_some_and(|at| at > now) {
        against.push(Refusal::field("received_at", "refused-inquiry-ahead"));
    }
    if let (Some(wanted), received) = (wish.wanted_by, wish.received_at.unwrap_or(now))
        && wanted <= received
    {
        against.push(Refusal::field("wanted_by", "refused-inquiry-wanted"));
    }
    Failure::unless(against)?;
    Ok(told)
}

/// Changes who asked, how to reach them, by when they want it and what they asked. Answers to questions that stay are kept;
/// when it was received stays as it was logged.
///
/// # Errors
/// Refused with every reason against, or when it is over.
pub async fn change_inquiry(cx: &mut Cx, id: InquiryId, wish: &InquiryWish) -> Result<(), Failure> {
    let mut row = open(cx, id).await?;
    let stands = step(&row, Step::Change, &Facts::default())?;
    let wish = InquiryWish { received_at: Some(row.received_at), ..wish.clone() };
    let told = told(&wish, cx.now())?;
    let before = Content::read(&row.content);
    let mut content = told.content;
    for asked in &mut content.asked {
        if let Some(same) = before.asked.iter().find(|same| same.question == asked.question) {
            asked.answer.clone_from(&same.answer);
        }
    }
    (row.outlet, row.journalist, row.contact) = (told.outlet, told.journalist, told.contact);
    (row.urgent, row.wanted_by) = (wish.urgent, wish.wanted_by);
    row.state = stands.name().to_owned();
    cx.record(PressEvent::InquiryChanged { inquiry: id });
    if content != before {
        // The text that was cleared answered other questions.
        row.hash = content.hash(row.speaker);
        row.content = content.write();
        row.edition += 1;
        if matches!(stands, State::Clearing | State::Cleared) {
            row.state = State::Drafting.name().to_owned();
        }
        let hash = row.hash.clone();
        cx.record(PressEvent::AnswerDrafted { inquiry: id, hash });
        row.writers = crate::inquiry::with_writer(&row.writers, cx.actor().id());
    }
    if wish.hot_spot != row.hot_spot
        && let Some(hot_spot) = wish.hot_spot
    {
        row.hot_spot = Some(hot_spot);
        cx.record(PressEvent::InquiryTied { inquiry: id, hot_spot });
    }
    keep(cx, &mut row).await
}

/// Takes it on.
///
/// # Errors
/// Refused when it is over.
pub async fn take_inquiry(cx: &mut Cx, id: InquiryId) -> Result<(), Failure> {
    let mut row = open(cx, id).await?;
    take_step(cx, &mut row, Step::Take, &Facts::default())?;
    let person = cx.person()?;
    (row.taken_by, row.taken_at) = (Some(person), Some(cx.now()));
    cx.record(PressEvent::InquiryTaken { inquiry: id, person });
    keep(cx, &mut row).await
}

/// The inquiry under its lock, for those who answer the press.
pub(crate) async fn open(cx: &Cx, id: InquiryId) -> Result<InquiryRow, Failure> {
    cx.may(Action::AnswerPress, Thing::House)?;
    InquiryRow::lock(cx.tx(), cx.engine(), id).await?.ok_or(Failure::NotFound)
}

/// Where a step leads, or every reason against.
pub(crate) fn step(row: &InquiryRow, wanted: Step, facts: &Facts) -> Result<State, Failure> {
    take(State::named(&row.state), wanted, facts).map_err(Failure::Refused)
}

/// Takes a step. Whoever acts first has taken it on.
pub(crate) fn take_step(
    cx: &mut Cx,
    row: &mut InquiryRow,
    wanted: Step,
    facts: &Facts,
) -> Result<(), Failure> {
    let next = step(row, wanted, facts)?;
    next.name().clone_into(&mut row.state);
    if row.taken_by.is_none() && matches!(wanted, Step::AskFacts | Step::Draft) {
        let me: Option<PersonId> = cx.actor().id();
        (row.taken_by, row.taken_at) = (me, Some(cx.now()));
        if let Some(person) = me {
            cx.record(PressEvent::InquiryTaken { inquiry: row.id, person });
        }
    }
    Ok(())
}

/// Writes it as it stands, with the words it is found by.
pub(crate) async fn keep(cx: &Cx, row: &mut InquiryRow) -> Result<(), Failure> {
    row.outlet_fold = viet::fold::fold_lower(&row.outlet);
    let content = Content::read(&row.content);
    let mut words = format!("{}/{} {}", row.no, row.year, row.outlet);
    for asked in &content.asked {
        words = format!("{words}\n{}\n{}", asked.question, asked.answer);
    }
    row.words = viet::fold::fold_lower(&words);
    Ok(row.put(cx.tx()).await?)
}
