//! Requests for information under the law (TT-05), and the book they stand in (TT-06).

use crate::code::Code;
use crate::store::forms;
use crate::store::requests::{self, RequestRow};
use db::Cx;
use deadlines::Rules;
use gate::Secret;
use kernel::{
    Action, AnswersEvent, Failure, InformationRequestId, Moment, NewId, Refusal, Thing, ThingKind, ThingRef,
    UnitId, Zone,
};
use post::Outgoing;
use typed::{line, lines, too_long, words};

/// The grounds on which a request can be refused; `inforeq-refusal-…` says them.
pub(crate) const GROUNDS: [&str; 7] =
    ["secret", "restricted", "public-already", "supplied-before", "not-held", "beyond-capacity", "unpaid"];

/// The ways a request comes in and information goes out.
pub(crate) const WAYS: [&str; 3] = ["online", "post", "person"];

/// What somebody asks for.
#[derive(Debug, Clone, Default)]
pub struct RequestWish {
    /// How it came: `online`, `post`, `person`.
    pub form: String,
    /// Whether it takes more than handing over what lies ready.
    pub complex: bool,
    /// Who asks. The law asks for a name.
    pub name: String,
    /// Where they live, or where their body is.
    pub address: String,
    /// The number of an identity paper, where one is asked for.
    pub identity: String,
    /// Address of mail.
    pub email: String,
    /// Telephone.
    pub phone: String,
    /// What is wanted.
    pub wanted: String,
    /// What for, if they say.
    pub purpose: String,
    /// How it is to be handed over.
    pub way: String,
    /// When it came, for what is entered later; nothing is now.
    pub received_at: Option<Moment>,
    /// The token of the form.
    pub nonce: String,
}

pub(crate) fn thing(id: InformationRequestId) -> ThingRef {
    ThingRef { kind: ThingKind::InformationRequest, id: id.0 }
}

fn tidy(wish: RequestWish) -> RequestWish {
    RequestWish {
        name: line(&wish.name),
        address: line(&wish.address),
        identity: line(&wish.identity),
        email: line(&wish.email),
        phone: line(&wish.phone),
        wanted: lines(&wish.wanted),
        purpose: lines(&wish.purpose),
        ..wish
    }
}

fn reasons_against(wish: &RequestWish, now: Moment) -> Vec<Refusal> {
    let mut against = Vec::new();
    let mut need = |holds: bool, field: &'static str, key: &'static str| {
        if !holds {
            against.push(Refusal::field(field, key));
        }
    };
    need(WAYS.contains(&wish.form.as_str()), "form", "refused-way");
    need(WAYS.contains(&wish.way.as_str()), "way", "refused-way");
    need(!wish.name.is_empty(), "name", "refused-inforeq-name");
    need(wish.wanted.chars().count() >= 10, "wanted", "refused-inforeq-wanted");
    let reachable = !wish.email.is_empty() || !wish.address.is_empty() || !wish.phone.is_empty();
    need(reachable || wish.way == "person", "email", "refused-inforeq-contact");
    need(wish.way != "online" || !wish.email.is_empty(), "email", "refused-inforeq-email");
    need(wish.way != "post" || !wish.address.is_empty(), "address", "refused-inforeq-address");
    need(wish.email.is_empty() || typed::address("email", &wish.email).is_ok(), "email", "refused-ask-email");
    need(wish.received_at.is_none_or(|at| at <= now), "received", "refused-received-future");
    too_long("name", &wish.name, 120, &mut against);
    too_long("address", &wish.address, 300, &mut against);
    too_long("identity", &wish.identity, 40, &mut against);
    too_long("phone", &wish.phone, 30, &mut against);
    too_long("wanted", &wish.wanted, 5000, &mut against);
    too_long("purpose", &wish.purpose, 1000, &mut against);
    against
}

/// Enters a request in the year's book; answers its number's id and the code to come back with. Who is signed in enters
/// what came by hand, and must keep the book; everybody else sends the form.
///
/// # Errors
/// Refused with every reason that can be mended.
pub async fn request_information(
    cx: &mut Cx,
    secret: &Secret,
    zone: &Zone,
    wish: RequestWish,
) -> Result<(InformationRequestId, Code), Failure> {
    if cx.actor().person().is_some() {
        cx.may(Action::ServeRequests, Thing::House)?;
    }
    let wish = tidy(wish);
    Failure::unless(reasons_against(&wish, cx.now()))?;
    let code = Code::of_form(secret, &wish.nonce);
    let kept = code.kept(secret);
    if !gate::spend(cx.tx(), &wish.nonce, cx.now()).await? {
        return match requests::with_code(cx.tx(), &kept).await? {
            Some(before) if before.wanted == wish.wanted => Ok((before.id, code)),
            _ => Err(Failure::refused(Refusal::field("robot", "refused-robot-spent"))),
        };
    }
    let received_at = wish.received_at.unwrap_or(cx.now());
    let year = i32::from(zone.day(received_at).year());
    // One after another: the database lets no number stand twice.
    forms::set(cx.tx(), "request-book", &year.to_string()).await?;
    let row = RequestRow {
        id: InformationRequestId::fresh(),
        year,
        number: requests::next_number(cx.tx(), year).await?,
        code: kept,
        nonce: wish.nonce,
        form: wish.form,
        complex: wish.complex,
        name: wish.name,
        address: wish.address,
        identity: wish.identity,
        email: wish.email,
        phone: wish.phone,
        wanted: wish.wanted,
        purpose: wish.purpose,
        way: wish.way,
        state: "open".into(),
        received_at,
        unit: None,
        notified_at: None,
        notice: String::new(),
        ended_at: None,
        on_time: None,
        code_refused: String::new(),
        words: String::new(),
        paper: String::new(),
        erased_at: None,
    };
    requests::put(cx.tx(), &row).await?;
    let locale = super::sheet::letter_words();
    let text = locale.f("letter-inforeq-received", "code", code.shown());
    tell(cx, &row, &locale.t("letter-inforeq-received-subject"), &text).await?;
    let id = row.id;
    cx.record(requested(&row));
    Ok((id, code))
}

fn requested(row: &RequestRow) -> AnswersEvent {
    AnswersEvent::InformationRequested {
        request: row.id,
        form: row.way.clone(),
        complex: row.complex,
        received_at: row.received_at,
    }
}

/// The rule under which information must be handed over: by the way it goes out, simple or complex (TT-05).
#[must_use]
pub(crate) fn rule_of(way: &str, complex: bool) -> &'static str {
    match (way, complex) {
        ("online", false) => "TT-05a",
        ("online", true) => "TT-05c",
        ("post", false) => "TT-05e",
        ("post", true) => "TT-05f",
        (_, true) => "TT-05d",
        // What lies ready is handed over at once to who comes in person; no term is set.
        (_, false) => "",
    }
}

async fn open(cx: &Cx, id: InformationRequestId) -> Result<RequestRow, Failure> {
    cx.may(Action::ServeRequests, Thing::House)?;
    let row = requests::lock(cx.tx(), cx.engine(), id).await?.ok_or(Failure::NotFound)?;
    if row.state == "open" { Ok(row) } else { Err(Failure::refused(Refusal::new("closed-inforeq-ended"))) }
}

/// Tells by when it will be supplied, and which unit does it. What turns out to take more is complex from here on.
///
/// # Errors
/// Refused without words.
pub async fn notify_term(
    cx: &mut Cx,
    id: InformationRequestId,
    unit: UnitId,
    complex: bool,
    notice: &str,
) -> Result<(), Failure> {
    let mut row = open(cx, id).await?;
    let notice = words("notice", notice, 2000)?;
    if notice.is_empty() {
        return Err(Failure::refused(Refusal::field("notice", "refused-inforeq-notice")));
    }
    let was = row.complex;
    row.unit = Some(unit);
    row.complex = complex || was;
    row.notified_at = Some(cx.now());
    row.notice.clone_from(&notice);
    requests::put(cx.tx(), &row).await?;
    let locale = super::sheet::letter_words();
    tell(cx, &row, &locale.t("letter-inforeq-term-subject"), &notice).await?;
    if row.complex && !was {
        cx.record(requested(&row));
    }
    cx.record(AnswersEvent::InformationTermNotified { request: id, unit });
    Ok(())
}

/// It was supplied.
///
/// # Errors
/// Refused when it has ended.
pub async fn supply_information(
    cx: &mut Cx,
    rules: &Rules,
    id: InformationRequestId,
    text: &str,
    paper: &str,
) -> Result<(), Failure> {
    let mut row = open(cx, id).await?;
    row.words = words("words", text, 5000)?;
    if row.words.is_empty() {
        return Err(Failure::refused(Refusal::field("words", "refused-inforeq-words")));
    }
    row.paper = line(paper).chars().take(120).collect();
    "supplied".clone_into(&mut row.state);
    end(cx, rules, &mut row).await?;
    requests::put(cx.tx(), &row).await?;
    let locale = super::sheet::letter_words();
    tell(cx, &row, &locale.t("letter-inforeq-supplied-subject"), &row.words).await?;
    cx.record(AnswersEvent::InformationSupplied { request: id });
    Ok(())
}

/// It was refused, in writing and with a ground (TT-06).
///
/// # Errors
/// Refused without a ground, words, or the number of the paper.
pub async fn refuse_information(
    cx: &mut Cx,
    rules: &Rules,
    id: InformationRequestId,
    code: &str,
    text: &str,
    paper: &str,
) -> Result<(), Failure> {
    let mut row = open(cx, id).await?;
    let (text, paper) = (words("words", text, 5000)?, line(paper));
    let mut against = Vec::new();
    if !GROUNDS.contains(&code) {
        against.push(Refusal::field("code", "refused-refusal-code"));
    }
    if text.is_empty() {
        against.push(Refusal::field("words", "refused-reason"));
    }
    if paper.is_empty() {
        against.push(Refusal::field("paper", "refused-inforeq-paper"));
    }
    too_long("paper", &paper, 120, &mut against);
    Failure::unless(against)?;
    "refused".clone_into(&mut row.state);
    code.clone_into(&mut row.code_refused);
    (row.words, row.paper) = (text, paper);
    end(cx, rules, &mut row).await?;
    requests::put(cx.tx(), &row).await?;
    let locale = super::sheet::letter_words();
    let text = format!("{}\n\n{}\n\n{}", locale.t(&format!("inforeq-refusal-{code}")), row.words, row.paper);
    tell(cx, &row, &locale.t("letter-inforeq-refused-subject"), &text).await?;
    cx.record(AnswersEvent::InformationRefused { request: id, code: code.to_owned() });
    Ok(())
}

async fn end(cx: &Cx, rules: &Rules, row: &mut RequestRow) -> Result<(), Failure> {
    row.ended_at = Some(cx.now());
    let book = rules.book(cx.tx()).await?;
    row.on_time =
        book.due(rule_of(&row.way, row.complex), row.received_at).map(|(_, due)| due.allows(cx.now()));
    crate::sweep::arrange(cx).await
}

async fn tell(cx: &Cx, row: &RequestRow, subject: &str, text: &str) -> Result<(), Failure> {
    if row.email.is_empty() {
        return Ok(());
    }
    let letter = Outgoing {
        about: thing(row.id),
        to_name: row.name.clone(),
        to_address: row.email.clone(),
        subject: subject.to_owned(),
        text: text.to_owned(),
        reply_to: None,
        files: Vec::new(),
        unsubscribe: None,
        run_at: cx.now(),
    };
    match post::send(cx, letter).await {
        Err(Failure::Refused(_)) => Err(Failure::refused(Refusal::field("email", "refused-ask-email"))),
        other => other.map(drop),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tt_05_each_way_has_its_rule() {
        for (way, complex, rule) in [
            ("online", false, "TT-05a"),
            ("online", true, "TT-05c"),
            ("person", true, "TT-05d"),
            ("post", false, "TT-05e"),
            ("post", true, "TT-05f"),
            ("person", false, ""),
        ] {
            assert_eq!(rule_of(way, complex), rule);
        }
    }
}
