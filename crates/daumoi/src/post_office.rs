//! The post office: what leaves the house. Alerts, by mail to each who should know and by webhook to another system; the
//! press review, to its readers; letters.

use crate::config::OutwardArgs;
use anyhow::{Context, bail};
use async_trait::async_trait;
use db::Cx;
use fetch::{Fetcher, Hook, Outlook, Secret};
use jobs::{Handler, Job, JobWish};
use kernel::{DigestId, Failure, HotSpotId, PersonId, Zone};
use listening::{Notice, Told};
use mail::{Attachment, Automatic, Collecting, Dkim, Letter, Outbox, Party, Security, Sending, Sent};
use serde::{Deserialize, Serialize};
use std::sync::{Arc, OnceLock};
use url::Url;
use web::{Format, Lang, Locale};

/// The topic of these jobs.
pub(crate) const TELL_TOPIC: &str = "press.tell";

/// Somebody, or another system, is to be told of a hot spot.
#[derive(Debug, Serialize, Deserialize)]
struct Tell {
    spot: HotSpotId,
    /// The person; none for the webhook.
    person: Option<PersonId>,
}

/// The topic of letters that are written already.
pub(crate) const LETTER_TOPIC: &str = "letter";

/// The topic of press reviews on their way to a reader.
pub(crate) const REVIEW_TOPIC: &str = "press.review";

/// A press review for a reader.
#[derive(Debug, Serialize, Deserialize)]
struct Review {
    digest: DigestId,
    person: PersonId,
}

/// Puts a press review in the queue, a letter for each reader.
pub(crate) async fn post_review(cx: &Cx, digest: DigestId, readers: &[PersonId]) -> Result<(), Failure> {
    for &person in readers {
        let lane = person.to_string();
        let payload = Review { digest, person };
        let wish = JobWish { topic: REVIEW_TOPIC, lane: &lane, payload, run_at: cx.now() };
        jobs::enqueue(cx.tx(), wish).await?;
    }
    Ok(())
}

/// A letter to a colleague.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Note {
    pub(crate) person: PersonId,
    pub(crate) subject: String,
    pub(crate) text: String,
}

/// Puts a letter to a colleague in the queue.
pub(crate) async fn post_note(cx: &Cx, note: Note) -> Result<(), Failure> {
    let lane = note.person.to_string();
    let wish = JobWish { topic: LETTER_TOPIC, lane: &lane, payload: note, run_at: cx.now() };
    jobs::enqueue(cx.tx(), wish).await.map(drop)
}

/// The ways out of the house, once they are known.
#[derive(Default)]
pub struct Outward {
    mail: Option<(Outbox, Party)>,
    webhook: Option<(String, Option<Secret>, Fetcher)>,
    mailbox: Option<Collecting>,
    address: String,
}

impl Outward {
    /// Whether letters can leave.
    #[must_use]
    pub fn has_mail(&self) -> bool {
        self.mail.is_some()
    }

    /// The way of letters, and in whose name.
    pub(crate) fn mail(&self) -> Option<(&Outbox, &Party)> {
        self.mail.as_ref().map(|(outbox, from)| (outbox, from))
    }

    /// The mailbox that letters come into, where somebody has said it.
    pub(crate) fn mailbox(&self) -> Option<&Collecting> {
        self.mailbox.as_ref()
    }

    /// Where people reach the desk; empty where nobody has said.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// From the settings of a process.
    ///
    /// # Errors
    /// In words, which setting cannot be used and why.
    pub fn of(args: &OutwardArgs, fetcher: &Fetcher) -> anyhow::Result<Self> {
        let mail = match (&args.smtp, &args.mail_from) {
            (Some(url), Some(from)) => {
                let from = Party::new("", from).with_context(|| format!("--mail-from {from}"))?;
                let mut sending = sending(url)?;
                sending.dkim = dkim(args, from.address.domain())?;
                let outbox = Outbox::new(sending).context("--smtp")?;
                Some((outbox, from))
            }
            (Some(_), None) => bail!("--smtp needs --mail-from: the address that letters come from"),
            _ => None,
        };
        let secret = args.alert_secret.as_deref().map(str::parse::<Secret>).transpose();
        let secret =
            secret.ok().context("--alert-secret is not base64, as `openssl rand -base64 32` makes it")?;
        let webhook = args.alert_webhook.clone().map(|url| (url, secret, fetcher.clone()));
        let address = args.address.clone().unwrap_or_default().trim_end_matches('/').to_owned();
        let mailbox = args.mail_in.as_deref().map(crate::mail_room::collecting).transpose()?;
        Ok(Self { mail, webhook, mailbox, address })
    }
}

/// The signature of letters, where there is a key for it.
fn dkim(args: &OutwardArgs, domain: &str) -> anyhow::Result<Option<Dkim>> {
    let Some(file) = &args.dkim_key else { return Ok(None) };
    let pem = std::fs::read(file).with_context(|| format!("--dkim-key {} cannot be read", file.display()))?;
    Ok(Some(Dkim::new(domain, &args.dkim_selector, &pem).context("--dkim-key")?))
}

/// A part of an address, with what stands for other letters read.
pub(crate) fn part(text: &str) -> String {
    serde_urlencoded::from_str::<Vec<(String, String)>>(&format!("x={}", text.replace('+', "%2B")))
        .ok()
        .and_then(|pairs| pairs.into_iter().next())
        .map(|(_, value)| value)
        .unwrap_or_default()
}

/// `smtps://name:password@host:465`, `smtp+starttls://…` or, to this machine only, `smtp://localhost:25`.
fn sending(url: &str) -> anyhow::Result<Sending> {
    let url = Url::parse(url).context("--smtp is no address")?;
    let security = match url.scheme() {
        "smtps" => Security::Implicit,
        "smtp+starttls" => Security::StartTls,
        "smtp" => Security::None,
        other => bail!("--smtp begins with “{other}:”; it must be smtps:, smtp+starttls: or smtp:"),
    };
    let mut sending = Sending::new(url.host_str().context("--smtp names no server")?, security);
    sending.port = url.port().unwrap_or(sending.port);
    if !url.username().is_empty() {
        sending.login = Some((part(url.username()), part(url.password().unwrap_or_default())));
    }
    Ok(sending)
}

/// Writes the jobs that tell of a hot spot, in the transaction that raises it.
pub(crate) async fn tell(cx: &Cx, spot: HotSpotId, told: &[Told]) -> Result<(), Failure> {
    let loudly: Vec<Option<PersonId>> =
        told.iter().filter(|told| told.loudly).map(|told| Some(told.person)).collect();
    for person in loudly.into_iter().chain([None]) {
        let lane = person.map_or_else(|| "webhook".to_owned(), |person| person.to_string());
        let payload = Tell { spot, person };
        jobs::enqueue(cx.tx(), JobWish { topic: TELL_TOPIC, lane: &lane, payload, run_at: cx.now() }).await?;
    }
    Ok(())
}

/// Does these jobs.
pub(crate) struct PostOffice {
    pub(crate) db: db::Db,
    pub(crate) zone: Zone,
    pub(crate) outward: Arc<OnceLock<Outward>>,
    pub(crate) listening: listening::House,
}

#[async_trait]
impl Handler for PostOffice {
    async fn run(&self, job: &Job) -> Result<(), Failure> {
        // A house without ways out tells on the desk alone.
        let Some(outward) = self.outward.get() else { return Ok(()) };
        let broken = |error| Failure::Broken(Box::new(error));
        if job.topic == LETTER_TOPIC {
            let note: Note = serde_json::from_str(&job.payload).map_err(broken)?;
            return self.send(outward, note, None, &job.id.to_string()).await;
        }
        if job.topic == REVIEW_TOPIC {
            let review: Review = serde_json::from_str(&job.payload).map_err(broken)?;
            return self.send_review(outward, &review, &job.id.to_string()).await;
        }
        let tell: Tell = serde_json::from_str(&job.payload).map_err(broken)?;
        let (locale, format) = (Locale(Lang::Vi), Format::new(Lang::Vi, self.zone.clone()));
        let Some(notice) = listening::notice(self.db.reader(), tell.spot, locale, &format).await? else {
            return Ok(());
        };
        // Somebody has it by now: nobody need be woken for it.
        if !notice.waits {
            return Ok(());
        }
        match tell.person {
            Some(person) => self.mail(outward, &notice, person, &job.id.to_string(), locale, &format).await,
            None => self.post(outward, &notice, tell.spot, &job.id.to_string()).await,
        }
    }
}

/// The media type of Word files.
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

impl PostOffice {
    async fn mail(
        &self,
        outward: &Outward,
        notice: &Notice,
        person: PersonId,
        id: &str,
        locale: Locale,
        format: &Format,
    ) -> Result<(), Failure> {
        let subject = format!("[{}] {}", notice.severity_words, notice.title);
        let raised = format.date_time(notice.raised_at);
        let mut text = format!(
            "{}\n\n{}\n{raised}\n\n{}{}\n",
            notice.title, notice.reason, outward.address, notice.path
        );
        if outward.address.is_empty() {
            text = format!("{text}{}\n", locale.t("alert-open"));
        }
        self.send(outward, Note { person, subject, text }, None, id).await
    }

    async fn send_review(&self, outward: &Outward, review: &Review, id: &str) -> Result<(), Failure> {
        // No file is made that could not leave.
        if !outward.has_mail() {
            return Ok(());
        }
        let Some(letter) = listening::digest_letter(&self.listening, review.digest).await? else {
            return Ok(());
        };
        let name = letter.file.parse().map_err(|error| Failure::broken(format!("{error:?}")))?;
        let file = Attachment { name, content_type: WORD.to_owned(), bytes: letter.docx };
        let note = Note { person: review.person, subject: letter.subject, text: letter.text };
        self.send(outward, note, Some(file), id).await
    }

    async fn send(
        &self,
        outward: &Outward,
        note: Note,
        file: Option<Attachment>,
        id: &str,
    ) -> Result<(), Failure> {
        let Some((outbox, from)) = &outward.mail else { return Ok(()) };
        let today = self.zone.day(self.db.now()).to_string();
        let people = people::colleagues(self.db.reader(), &today).await?;
        // Who has left gets no letters.
        let Some(person) = people.into_iter().find(|colleague| colleague.id == note.person) else {
            return Ok(());
        };
        let Ok(to) = Party::new(&person.name, &person.login) else {
            tracing::warn!(login = %person.login, "who signs in with no mail address gets no mail");
            return Ok(());
        };
        let seconds = u64::try_from(self.db.now().timestamp().as_second()).unwrap_or(0);
        let wrong = |error: String| Failure::broken(format!("a letter could not be written: {error}"));
        let subject = note.subject.chars().take(200).collect::<String>();
        let subject = subject.parse().map_err(|error| wrong(format!("{error:?}")))?;
        let mut letter = Letter::new(from.clone(), to, subject, &note.text, id, seconds)
            .map_err(|error| wrong(error.to_string()))?;
        letter.automatic = Automatic::Generated;
        letter.attachments.extend(file);
        match outbox.send(&letter).await {
            Sent::Accepted { .. } => Ok(()),
            Sent::Later { trouble, said } => Err(Failure::broken(format!(
                "the mail server does not take a letter now: {trouble:?} {said}"
            ))),
            Sent::Never { code, said } => {
                tracing::warn!(code, said, to = %person.login, "a letter will never reach its reader");
                Ok(())
            }
        }
    }

    async fn post(
        &self,
        outward: &Outward,
        notice: &Notice,
        spot: HotSpotId,
        id: &str,
    ) -> Result<(), Failure> {
        let Some((url, secret, fetcher)) = &outward.webhook else { return Ok(()) };
        let body = serde_json::json!({
            "type": "hot-spot", "id": spot, "severity": notice.severity, "title": notice.title,
            "reason": notice.reason, "raised_at": notice.raised_at.to_string(),
            "url": format!("{}{}", outward.address, notice.path),
        });
        let hook = Hook {
            url,
            body: body.to_string().into(),
            id,
            seconds: self.db.now().timestamp().as_second(),
            secret: secret.as_ref(),
            headers: &[],
        };
        match fetcher.post_json(&hook).await {
            Ok(_) => Ok(()),
            Err(error) if error.outlook() == Outlook::Person => {
                tracing::warn!(%error, "the webhook of alerts does not take them");
                Ok(())
            }
            Err(error) => Err(Failure::broken(format!("the webhook of alerts does not answer: {error}"))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_server_is_named_by_an_address() {
        let tls = sending("smtps://cong%40tinh.example:m%C3%A2t+kh%E1%BA%A9u@mail.tinh.example").unwrap();
        assert_eq!((tls.host.as_str(), tls.port), ("mail.tinh.example", 465));
        assert_eq!(tls.login, Some(("cong@tinh.example".into(), "mât+khẩu".into())));
        assert_eq!(sending("smtp+starttls://x.example:2587").unwrap().port, 2587);
        for bad in ["http://x.example", "x", "smtps:"] {
            assert!(sending(bad).is_err(), "{bad}");
        }
    }
}
