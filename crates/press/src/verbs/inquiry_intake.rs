//! Questions that come in by themselves: by the public form and by mail. What does not look like a journalist's question is
//! set aside without a number and without a clock; a person can take it up, and then it counts from when it came.

use super::inquiry_log::{InquiryWish, write_down};
use crate::inquiry::address_in;
use crate::store::intake::SetAsideRow;
use crate::store::{contacts, inquiries, intake};
use db::Cx;
use kernel::{Action, Failure, InquiryId, Moment, Refusal, Thing, Zone};
use std::time::Duration;
use typed::{one_line, words};
use uuid::Uuid;

/// A letter that came in.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "each is what its name says")]
pub struct MailIn {
    pub from_name: String,
    pub from_address: String,
    pub subject: String,
    pub text: String,
    pub message_id: String,
    pub received_at: Moment,
}

/// What stood in the public form.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "each is what its name says")]
pub struct FormIn {
    pub outlet: String,
    pub journalist: String,
    pub contact: String,
    pub questions: String,
    /// The field that people do not see was filled in.
    pub trapped: bool,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arrival {
    /// It has its number, such as `12/2026`.
    Logged(InquiryId, String),
    /// It waits for a person to look at it.
    SetAside,
}

/// So many by the public form in an hour; more of them wait for a person.
const MOST_AN_HOUR: u64 = 30;
const HOUR: Duration = Duration::from_secs(3600);

/// Takes a question of the public form.
///
/// # Errors
/// Refused with every reason against.
pub async fn receive_by_form(cx: &mut Cx, zone: &Zone, form: &FormIn) -> Result<Arrival, Failure> {
    let wish = InquiryWish {
        outlet: form.outlet.clone(),
        journalist: form.journalist.clone(),
        contact: form.contact.clone(),
        questions: form.questions.clone(),
        via: "form".to_owned(),
        ..InquiryWish::default()
    };
    let why = if form.trapped { Some("trap") } else { unlikely(cx, &form.questions, &form.contact).await? };
    match why {
        Some(why) => set_aside(cx, &wish, why, cx.now()).await,
        None => logged(cx, zone, &wish, "").await,
    }
}

/// Takes a letter: its text is the questions. A letter that was taken is not taken again.
///
/// # Errors
/// When the database does not answer.
pub async fn receive_by_mail(cx: &mut Cx, zone: &Zone, letter: &MailIn) -> Result<Arrival, Failure> {
    if !letter.message_id.is_empty()
        && let Some(known) = inquiries::of_letter(cx.tx(), &letter.message_id).await?
    {
        return Ok(Arrival::Logged(known.id, format!("{}/{}", known.no, known.year)));
    }
    let cut = |text: &str, most: usize| text.chars().take(most).collect::<String>();
    let domain = letter.from_address.rsplit_once('@').map_or("", |(_, domain)| domain);
    let text = if letter.text.trim().is_empty() { &letter.subject } else { &letter.text };
    // A letter has more lines than questions; what are too many for a list is one question as it stands.
    let lines = text.lines().filter(|line| !line.trim().is_empty()).count();
    let questions =
        if lines > 20 { text.split_whitespace().collect::<Vec<_>>().join(" ") } else { text.clone() };
    let wish = InquiryWish {
        outlet: cut(if domain.is_empty() { &letter.from_address } else { domain }, 200),
        journalist: cut(&letter.from_name, 200),
        contact: cut(&letter.from_address, 300),
        questions: cut(&questions, 10_000),
        via: "mail".to_owned(),
        received_at: Some(letter.received_at.min(cx.now())),
        ..InquiryWish::default()
    };
    if wish.questions.trim().is_empty() || wish.outlet.trim().is_empty() {
        return set_aside(cx, &wish, "empty", letter.received_at).await;
    }
    match unlikely(cx, &wish.questions, &wish.contact).await? {
        Some(why) => set_aside(cx, &wish, why, letter.received_at).await,
        None => logged(cx, zone, &wish, &letter.message_id).await,
    }
}

async fn logged(cx: &mut Cx, zone: &Zone, wish: &InquiryWish, message: &str) -> Result<Arrival, Failure> {
    let id = write_down(cx, zone, wish, message).await?;
    let row = inquiries::InquiryRow::of(cx.tx(), id).await?.ok_or(Failure::NotFound)?;
    Ok(Arrival::Logged(id, format!("{}/{}", row.no, row.year)))
}

/// Why it is hardly a journalist's question, if it is hardly one.
async fn unlikely(cx: &Cx, questions: &str, contact: &str) -> Result<Option<&'static str>, Failure> {
    let links = questions.matches("http://").count() + questions.matches("https://").count();
    if links > 3 {
        return Ok(Some("links"));
    }
    let now = cx.now();
    let came = came_since(cx, now.minus(HOUR * 24)).await?;
    let print = fingerprint(questions);
    if came.iter().any(|row| fingerprint(&crate::inquiry::Content::read(&row.content).questions()) == print)
        || intake::of_print(cx.tx(), &print).await?.is_some()
    {
        return Ok(Some("again"));
    }
    let of_the_hour = came.iter().filter(|row| row.logged_at > now.minus(HOUR)).count() as u64;
    Ok((of_the_hour >= MOST_AN_HOUR && !is_known(cx, contact).await?).then_some("many"))
}

/// Whether they stand in the book of contacts: a flood of others does not keep them waiting.
async fn is_known(cx: &Cx, contact: &str) -> Result<bool, Failure> {
    let Some(address) = address_in(contact) else { return Ok(false) };
    let known = contacts::by_email(cx.tx(), &address).await?;
    Ok(known.is_some_and(|row| row.state == "active"))
}

async fn came_since(cx: &Cx, since: Moment) -> Result<Vec<inquiries::InquiryRow>, Failure> {
    let until = cx.now().plus(Duration::from_secs(1));
    let rows = inquiries::received_between(cx.tx(), since, until).await?;
    Ok(rows.into_iter().filter(|row| matches!(row.via.as_str(), "form" | "mail")).collect())
}

/// The same for texts that differ in white space, marks and letter size alone.
fn fingerprint(questions: &str) -> String {
    let folded = viet::fold::fold_lower(questions);
    let bare: String = folded.chars().filter(|c| c.is_alphanumeric()).collect();
    crate::exact_hash(&bare)
}

async fn set_aside(cx: &Cx, wish: &InquiryWish, why: &str, at: Moment) -> Result<Arrival, Failure> {
    let short = |text: &str, most: usize| text.chars().take(most).collect::<String>();
    let questions = words("questions", &short(&wish.questions, 10_000), 10_000)?;
    let print = fingerprint(&questions);
    if let Some(mut known) = intake::of_print(cx.tx(), &print).await? {
        known.times += 1;
        known.put(cx.tx()).await?;
        return Ok(Arrival::SetAside);
    }
    let outlet = one_line("outlet", &short(&wish.outlet, 200), 200)?;
    let journalist = one_line("journalist", &short(&wish.journalist, 200), 200)?;
    let contact = one_line("contact", &short(&wish.contact, 300), 300)?;
    let row = SetAsideRow {
        id: Uuid::now_v7(),
        at,
        why: why.to_owned(),
        via: wish.via.clone(),
        fingerprint: print,
        times: 1,
        words: viet::fold::fold_lower(&[outlet.as_str(), &journalist, &contact, &questions].join("\n")),
        outlet,
        journalist,
        contact,
        questions,
        inquiry: None,
    };
    row.put(cx.tx()).await?;
    Ok(Arrival::SetAside)
}

/// Takes up what was set aside: it is an inquiry, received when it came.
///
/// # Errors
/// Refused when it has no outlet or no question, or was taken up already.
pub async fn take_up(cx: &mut Cx, zone: &Zone, id: Uuid, outlet: &str) -> Result<InquiryId, Failure> {
    cx.may(Action::AnswerPress, Thing::House)?;
    let mut row = SetAsideRow::lock(cx.tx(), cx.engine(), id).await?.ok_or(Failure::NotFound)?;
    if row.inquiry.is_some() {
        return Err(Failure::refused(Refusal::new("refused-intake-taken")));
    }
    let wish = InquiryWish {
        outlet: if outlet.trim().is_empty() { row.outlet.clone() } else { outlet.to_owned() },
        journalist: row.journalist.clone(),
        contact: row.contact.clone(),
        questions: row.questions.clone(),
        via: row.via.clone(),
        received_at: Some(row.at),
        ..InquiryWish::default()
    };
    let inquiry = write_down(cx, zone, &wish, "").await?;
    row.inquiry = Some(inquiry);
    row.put(cx.tx()).await?;
    Ok(inquiry)
}

#[cfg(test)]
mod tests {
    use super::fingerprint;

    #[test]
    fn the_same_text_in_other_dress_is_the_same() {
        assert_eq!(fingerprint("Mua  THUỐC rẻ!!!"), fingerprint("mua thuốc rẻ"));
        assert_ne!(fingerprint("Vì sao nước đục?"), fingerprint("Vì sao nước mặn?"));
    }
}
