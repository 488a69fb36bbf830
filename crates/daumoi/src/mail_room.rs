//! The mail room: collects what came to the press address, once each, and takes it to the desk it is for. Machines are never
//! answered, reports of delivery are noted with the letter they are about, and what cannot be read is said, not lost.

use crate::house::Agency;
use crate::letters_in;
use anyhow::{Context, bail};
use kernel::{Actor, Failure, Moment};
use mail::{Bounds, Collecting, Mailbox, Position, Received, Security, Waiting, Writer};
use post::{Enclosed, Fate, Incoming};
use std::time::Duration;
use url::Url;

/// How often the mailbox is looked into.
pub(crate) const EVERY: Duration = Duration::from_secs(60);
/// Letters taken at one look.
const MOST: usize = 50;
/// Files of a letter that are kept.
const MOST_FILES: usize = 20;

/// `imaps://name:password@host/INBOX`, `imap+starttls://…` or, on this machine only, `imap://…`.
///
/// # Errors
/// In words, what is wrong with it.
pub(crate) fn collecting(url: &str) -> anyhow::Result<Collecting> {
    let url = Url::parse(url).context("--mail-in is no address")?;
    let security = match url.scheme() {
        "imaps" => Security::Implicit,
        "imap+starttls" => Security::StartTls,
        "imap" => Security::None,
        other => bail!("--mail-in begins with “{other}:”; it must be imaps:, imap+starttls: or imap:"),
    };
    let host = url.host_str().context("--mail-in names no server")?;
    if url.username().is_empty() {
        bail!("--mail-in names no mailbox: imaps://name:password@{host}/INBOX");
    }
    let name = crate::post_office::part(url.username());
    let password = crate::post_office::part(url.password().unwrap_or_default());
    let mut collecting = Collecting::new(host, security, &name, &password);
    collecting.port = url.port().unwrap_or(collecting.port);
    let folder = crate::post_office::part(url.path().trim_matches('/'));
    if !folder.is_empty() {
        collecting.folder = folder;
    }
    Ok(collecting)
}

/// Looks into the mailbox when its turn has come, on whichever node comes first. Answers how many letters were taken in.
///
/// # Errors
/// When the mailbox cannot be read, or the database does not answer.
pub(crate) async fn collect(agency: &Agency, from: &Collecting) -> anyhow::Result<usize> {
    let (db, name) = (&agency.app.db, format!("{}@{}/{}", from.login.0, from.host, from.folder));
    let cx = db.begin(Actor::Machine("mail")).await?;
    let turn = post::look_again(&cx, &name, cx.now().minus(EVERY / 2)).await?;
    cx.finish().await?;
    if !turn {
        return Ok(0);
    }
    let mut mailbox = Mailbox::open(from).await?;
    let mut taken = 0;
    loop {
        let since = post::position(db.reader(), &name).await?;
        let news = mailbox.new_letters(since, MOST).await?;
        if news.waiting.is_empty() {
            break;
        }
        for waiting in &news.waiting {
            let position = Position { numbering: news.numbering, last: waiting.uid };
            taken += usize::from(take(agency, &mut mailbox, &name, *waiting, position).await?);
            mailbox.handled(waiting.uid).await?;
        }
    }
    mailbox.close().await;
    Ok(taken)
}

/// Takes one letter in: its row, what follows from it and how far the mailbox has been read are one transaction.
async fn take(
    agency: &Agency,
    mailbox: &mut Mailbox,
    name: &str,
    waiting: Waiting,
    position: Position,
) -> anyhow::Result<bool> {
    let bounds = Bounds::default();
    let fits = usize::try_from(waiting.size).is_ok_and(|size| size <= bounds.letter);
    let bytes = if fits { mailbox.letter(waiting.uid).await? } else { mailbox.head(waiting.uid).await? };
    let Some(bytes) = bytes else {
        // Somebody took it out of the mailbox meanwhile.
        let cx = agency.app.db.begin(Actor::Machine("mail")).await?;
        post::set_position(&cx, name, position).await?;
        cx.finish().await?;
        return Ok(false);
    };
    let (read, head_only) = tokio::task::spawn_blocking(move || match mail::read(&bytes, &bounds) {
        Ok(received) => (Some(received), !fits),
        // What is too much is known by its head.
        Err(_) => (mail::read(head(&bytes), &bounds).ok(), true),
    })
    .await?;
    let mut files = Vec::new();
    let received = read.unwrap_or_else(nameless);
    if !head_only {
        for file in received.files.iter().take(MOST_FILES) {
            let sha256 = agency.files.keep(file.bytes.clone().into()).await?;
            files.push(Enclosed { name: file.name.clone(), kind: file.content_type.clone(), sha256 });
        }
    }
    let mut cx = agency.app.db.begin(Actor::Machine("mail")).await?;
    let letter = incoming(name, &received, files, cx.now());
    let kept = post::come_in(&cx, &letter).await?;
    let new = kept.is_some();
    if let Some(kept) = kept {
        let (fate, about) = match (&received.bounce, received.writer, head_only) {
            (Some(bounce), ..) => (Fate::Bounce, note_bounce(&cx, bounce).await?),
            (None, Writer::AutoReply | Writer::Machine | Writer::Server, _) => (Fate::Machine, kept.about),
            (None, Writer::Person, true) => (Fate::Unreadable, kept.about),
            (None, Writer::Person, false) => match letters_in::deliver(agency, &mut cx, &letter, &kept).await
            {
                // What a desk refuses waits for a person; it must not keep those behind it out for ever.
                Err(Failure::Refused(reasons)) => {
                    tracing::warn!(?reasons, "a letter that came in was refused by its desk");
                    (Fate::Unclear, kept.about)
                }
                delivered => delivered?,
            },
        };
        post::set_fate(&cx, kept.id, fate, about).await?;
    }
    post::set_position(&cx, name, position).await?;
    cx.finish().await?;
    Ok(new)
}

/// The head of a letter: everything before its first empty line.
fn head(bytes: &[u8]) -> &[u8] {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap_or(bytes.len().min(65_536));
    bytes.get(..end).unwrap_or_default()
}

/// What has not even a head.
fn nameless() -> Received {
    Received {
        message_id: None,
        from: None,
        reply_to: None,
        to: Vec::new(),
        subject: String::new(),
        text: String::new(),
        text_cut: false,
        files: Vec::new(),
        in_reply_to: None,
        references: Vec::new(),
        writer: Writer::Person,
        bounce: None,
        seconds: None,
    }
}

fn incoming(mailbox: &str, received: &Received, files: Vec<Enclosed>, now: Moment) -> Incoming {
    let (from_name, from_address) =
        received.from.as_ref().map(|(name, address)| (name.clone(), address.to_string())).unwrap_or_default();
    let mut answers: Vec<String> = received.in_reply_to.iter().map(ToString::to_string).collect();
    answers.extend(received.references.iter().rev().map(ToString::to_string));
    // PostgreSQL keeps no such character, and a letter that cannot be kept would come again for ever.
    let kept = |text: &str| text.replace('\0', "");
    Incoming {
        mailbox: mailbox.to_owned(),
        message_id: received.message_id.as_ref().map(ToString::to_string).unwrap_or_default(),
        from_name: kept(&from_name),
        from_address: received.reply_to.as_ref().map_or(from_address, ToString::to_string),
        subject: kept(&received.subject),
        text: kept(&received.text),
        files,
        answers,
        received_at: now,
    }
}

async fn note_bounce(cx: &db::Cx, bounce: &mail::Bounce) -> Result<Option<kernel::ThingRef>, Failure> {
    // Anybody can write such a report: only one that returns a letter of ours is believed.
    let Some(original) = &bounce.original else { return Ok(None) };
    let for_good = bounce.failed.iter().find(|failed| failed.permanent && !failed.delayed);
    match for_good {
        Some(failed) => {
            post::bounce(cx, &original.to_string(), &format!("{} {}", failed.status, failed.said)).await
        }
        None => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mailbox_is_named_by_an_address() {
        let from =
            collecting("imaps://bao-chi%40tinh.example:m%E1%BA%ADt@mail.tinh.example/B%C3%A1o%20ch%C3%AD")
                .unwrap();
        assert_eq!(from.login, ("bao-chi@tinh.example".to_owned(), "mật".to_owned()));
        assert_eq!(
            (from.host.as_str(), from.port, from.folder.as_str()),
            ("mail.tinh.example", 993, "Báo chí")
        );
        assert_eq!(collecting("imap://a:b@localhost:1143").unwrap().folder, "INBOX");
        for bad in ["http://a:b@x.example", "imaps://x.example", "x"] {
            assert!(collecting(bad).is_err(), "{bad}");
        }
    }
}
