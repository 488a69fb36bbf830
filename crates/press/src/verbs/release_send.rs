//! Send: one letter to each in the contact book, with what became of it; again to those whom it did not reach.

use crate::House;
use crate::release::number_and_symbol;
use crate::store::contacts::{self, ContactRow};
use crate::store::release_letters::{self, RecipientRow};
use crate::store::release_public::{self, PublicRow};
use db::Cx;
use kernel::{Action, ContactId, Failure, Refusal, ReleaseEvent, ReleaseId, Thing, ThingKind, ThingRef};
use post::{Enclosed, Outgoing, State as LetterState};
use std::collections::{BTreeMap, BTreeSet};
use web::{Format, Lang, lookup};

/// Files heavier than this are not put into letters: the letter says where they lie.
const MOST_ENCLOSED: i64 = 5 * 1024 * 1024;

/// Sends what is public to everybody in the contact book, or to those of one level, who did not get it yet. Answers to how many.
///
/// # Errors
/// Refused when it is not public, was withdrawn, or nobody is left.
pub async fn send_release(cx: &mut Cx, house: &House, id: ReleaseId, level: &str) -> Result<usize, Failure> {
    cx.may(Action::IssueReleases, Thing::House)?;
    let row = sendable(cx, id).await?;
    let had: BTreeSet<ContactId> =
        release_letters::of(cx.tx(), id).await?.into_iter().map(|one| one.contact).collect();
    let mut to = contacts::active(cx.tx(), level).await?;
    to.retain(|contact| !had.contains(&contact.id));
    if to.is_empty() {
        return Err(Failure::refused(Refusal::new("refused-release-nobody")));
    }
    post_all(cx, house, &row, &to, "issue", "").await?;
    cx.record(ReleaseEvent::Sent { release: id, recipients: i64::try_from(to.len()).unwrap_or(0) });
    Ok(to.len())
}

/// Sends it again to those whose last letter failed or came back. Answers to how many.
///
/// # Errors
/// Refused when there is none.
pub async fn resend_release(cx: &mut Cx, house: &House, id: ReleaseId) -> Result<usize, Failure> {
    cx.may(Action::IssueReleases, Thing::House)?;
    let row = sendable(cx, id).await?;
    let states: BTreeMap<_, _> =
        post::about(cx.tx(), thing(id)).await?.into_iter().map(|letter| (letter.id, letter.state)).collect();
    let mut seen = BTreeSet::new();
    let mut to = Vec::new();
    for one in release_letters::of(cx.tx(), id).await? {
        let failed = states
            .get(&one.letter)
            .is_some_and(|state| matches!(state, LetterState::Failed | LetterState::Bounced));
        if seen.insert(one.contact)
            && failed
            && let Some(contact) = contacts::contact(cx.tx(), one.contact).await?
            && contact.state == "active"
        {
            to.push(contact);
        }
    }
    if to.is_empty() {
        return Err(Failure::refused(Refusal::new("refused-release-none-failed")));
    }
    post_all(cx, house, &row, &to, "issue", "").await?;
    cx.record(ReleaseEvent::Sent { release: id, recipients: i64::try_from(to.len()).unwrap_or(0) });
    Ok(to.len())
}

async fn sendable(cx: &Cx, id: ReleaseId) -> Result<PublicRow, Failure> {
    // The row of the release is the lock: two who send at once do not write twice to anybody.
    crate::store::releases::lock(cx.tx(), cx.engine(), id).await?.ok_or(Failure::NotFound)?;
    let row = release_public::of(cx.tx(), id).await?;
    let row = row.ok_or_else(|| Failure::refused(Refusal::new("closed-release-not-public")))?;
    if row.state == "withdrawn" {
        return Err(Failure::refused(Refusal::new("closed-release-withdrawn")));
    }
    Ok(row)
}

/// Tells everyone who had it what became of it. Who asked for no more letters gets none: the public page says it.
pub(crate) async fn tell_readers(
    cx: &mut Cx,
    house: &House,
    row: &PublicRow,
    purpose: &str,
    note: &str,
) -> Result<(), Failure> {
    let had: BTreeSet<ContactId> =
        release_letters::of(cx.tx(), row.id).await?.into_iter().map(|one| one.contact).collect();
    let mut to = contacts::active(cx.tx(), "").await?;
    to.retain(|contact| had.contains(&contact.id));
    post_all(cx, house, row, &to, purpose, note).await
}

pub(crate) fn thing(id: ReleaseId) -> ThingRef {
    ThingRef { kind: ThingKind::Release, id: id.0 }
}

async fn post_all(
    cx: &Cx,
    house: &House,
    row: &PublicRow,
    to: &[ContactRow],
    purpose: &str,
    note: &str,
) -> Result<(), Failure> {
    let agency = house.office.agency().await?;
    let format = Format::new(Lang::Vi, house.app.zone.clone());
    let say = |key: &str, args: &[(&str, String)]| lookup(Lang::Vi, key, args);
    let number = number_and_symbol(row.number, &row.symbol);
    let kind = say(&format!("release-kind-{}", row.kind), &[]);
    let body = prose::Body::from_notation(&row.body).map(|body| body.to_text()).unwrap_or_default();
    let page = format!("{}/bao-chi/thong-cao/{}/{}", agency.address, row.year, row.number);
    let enclosed = if purpose == "withdrawal" { Vec::new() } else { enclosed(row) };
    let common = [
        ("agency", agency.name.clone()),
        ("kind", kind),
        ("number", number),
        ("date", format.date(row.issued_at)),
        ("title", row.title.clone()),
        ("lead", row.lead.clone()),
        ("text", body),
        ("name", row.speaker_name.clone()),
        ("post", row.speaker_post.clone()),
        ("note", note.to_owned()),
        ("page", page),
        ("code", row.code.clone()),
    ];
    let subject = say(&format!("release-letter-{purpose}-subject"), &common);
    for contact in to {
        let end = format!("/bao-chi/huy-nhan/{}", contact.token);
        let mut args = common.to_vec();
        args.push(("end", format!("{}{end}", agency.address)));
        let letter = Outgoing {
            about: thing(row.id),
            to_name: contact.name.clone(),
            to_address: contact.email.clone(),
            subject: subject.clone(),
            text: say(&format!("release-letter-{purpose}"), &args),
            reply_to: None,
            files: enclosed.clone(),
            unsubscribe: Some(end),
            run_at: cx.now(),
        };
        let recipient = RecipientRow {
            contact: contact.id,
            letter: post::send(cx, letter).await?,
            purpose: purpose.to_owned(),
        };
        release_letters::add(cx.tx(), row.id, &recipient, cx.now()).await?;
    }
    Ok(())
}

fn enclosed(row: &PublicRow) -> Vec<Enclosed> {
    let files: Vec<crate::release::Enclosure> = serde_json::from_str(&row.files).unwrap_or_default();
    if files.iter().map(|file| file.size).sum::<i64>() > MOST_ENCLOSED {
        return Vec::new();
    }
    files.into_iter().map(|file| Enclosed { name: file.name, kind: file.kind, sha256: file.sha256 }).collect()
}
