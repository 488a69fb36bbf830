//! Write: a release is begun, its text is saved, files are added and taken out. Saving voids an approval.

use super::Sheet;
use crate::release::{Kind, State, Step};
use crate::release_template;
use crate::store::releases::{self, FileRow, ReleaseRow};
use db::Cx;
use kernel::{Action, Failure, NewId, Refusal, ReleaseEvent, ReleaseId, Thing};
use prose::Body;
use typed::{one_line, words};

/// Files of one release at most.
const MOST_FILES: usize = 20;

/// What is written.
#[derive(Debug, Clone, Default)]
pub struct ReleaseWish {
    /// `release`, `statement` or `holding`.
    pub kind: String,
    /// Heading.
    pub title: String,
    /// The lines under it.
    pub lead: String,
    /// The text in the plain notation.
    pub body: String,
}

/// Begins one, empty or from a template for holding statements.
///
/// # Errors
/// Refused for a kind there is not.
pub async fn begin_release(cx: &mut Cx, kind: &str, template: &str) -> Result<ReleaseId, Failure> {
    cx.may(Action::WriteReleases, Thing::House)?;
    let kind =
        Kind::named(kind).ok_or_else(|| Failure::refused(Refusal::field("kind", "refused-release-kind")))?;
    let from = release_template::named(template).filter(|_| kind == Kind::Holding);
    let (title, lead, body) = from.map(|one| one.text()).unwrap_or_default();
    let me = cx.actor().id();
    let mut row = ReleaseRow {
        id: ReleaseId::fresh(),
        kind: kind.name().to_owned(),
        state: State::Draft.name().to_owned(),
        title,
        lead,
        body,
        hash: String::new(),
        edition: 1,
        writers: serde_json::to_string(&me.into_iter().collect::<Vec<_>>()).unwrap_or_default(),
        made_at: cx.now(),
        made_by: me,
        edited_at: cx.now(),
        edited_by: me,
        reason: String::new(),
        approved_hash: String::new(),
        approved_by: None,
        approved_at: None,
        speaker: None,
        speaker_name: String::new(),
        speaker_post: String::new(),
        until: None,
        send_at_once: true,
        trouble: String::new(),
        public_hash: String::new(),
    };
    let id = row.id;
    let sheet = Sheet::of(cx.tx(), row.clone()).await?;
    row.hash = sheet.text().hash();
    releases::put(cx.tx(), &row).await?;
    cx.record(ReleaseEvent::Begun { release: id, kind: kind.name().to_owned() });
    Ok(id)
}

/// Saves the text. `edition` is the one that was shown: another one by then is not overwritten.
///
/// # Errors
/// Stale when somebody else was faster; refused when the text cannot be read or is too long.
pub async fn save_release(
    cx: &mut Cx,
    id: ReleaseId,
    edition: i64,
    wish: &ReleaseWish,
) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, id, Action::WriteReleases).await?;
    let facts = sheet.facts(cx.actor(), cx.now());
    sheet.take(Step::Save, &facts)?;
    if sheet.row.edition != edition {
        return Err(Failure::Stale(Refusal::new("stale-release")));
    }
    let kind = Kind::named(&wish.kind)
        .ok_or_else(|| Failure::refused(Refusal::field("kind", "refused-release-kind")))?;
    sheet.row.kind = kind.name().to_owned();
    sheet.row.title = one_line("title", &wish.title, 300)?;
    sheet.row.lead = words("lead", &wish.lead, 1_500)?;
    sheet.row.body = body(&wish.body)?;
    edited(cx, sheet).await
}

/// The text as it is kept: read once, so that it can be shown, printed and signed.
fn body(text: &str) -> Result<String, Failure> {
    // What a line begins with says what it is: spaces stay.
    let text = prose::lines(text);
    let mut against = Vec::new();
    typed::too_long("body", &text, 60_000, &mut against);
    Failure::unless(against)?;
    let refused = |key| Failure::refused(Refusal::field("body", key));
    let read = Body::from_notation(&text).map_err(|_| refused("refused-release-body"))?;
    if read.figures().next().is_some() {
        return Err(refused("refused-release-picture"));
    }
    Ok(read.to_notation())
}

/// What follows from every change of the text: who wrote it, its hash, no approval.
async fn edited(cx: &mut Cx, mut sheet: Sheet) -> Result<(), Failure> {
    let mut writers = sheet.writers();
    writers.extend(cx.actor().id());
    writers.sort();
    writers.dedup();
    sheet.row.writers = serde_json::to_string(&writers).unwrap_or_default();
    sheet.row.edition += 1;
    (sheet.row.edited_at, sheet.row.edited_by) = (cx.now(), cx.actor().id());
    sheet.row.trouble.clear();
    sheet.void_approval();
    sheet.row.hash = sheet.text().hash();
    cx.record(ReleaseEvent::Saved { release: sheet.row.id, hash: sheet.row.hash.clone() });
    sheet.save(cx).await
}

/// Adds a file that is in the file store already.
///
/// # Errors
/// Refused when there are too many, or while an embargo runs.
pub async fn add_file(
    cx: &mut Cx,
    id: ReleaseId,
    name: &str,
    kind: &str,
    sha256: &str,
    size: i64,
) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, id, Action::WriteReleases).await?;
    let facts = sheet.facts(cx.actor(), cx.now());
    sheet.take(Step::Save, &facts)?;
    if sheet.files.len() >= MOST_FILES {
        return Err(Failure::refused(
            Refusal::field("file", "refused-release-files").with("most", MOST_FILES),
        ));
    }
    let file = FileRow {
        sha256: sha256.to_owned(),
        name: one_line("file", name, 120)?,
        kind: kind.to_owned(),
        size,
    };
    releases::add_file(cx.tx(), id, &file, cx.now()).await?;
    sheet.files = releases::files(cx.tx(), id).await?;
    edited(cx, sheet).await
}

/// Takes a file out of the text at hand. What was public stays as it was.
///
/// # Errors
/// Not found when there is no such file.
pub async fn drop_file(cx: &mut Cx, id: ReleaseId, sha256: &str) -> Result<(), Failure> {
    let mut sheet = Sheet::open(cx, id, Action::WriteReleases).await?;
    let facts = sheet.facts(cx.actor(), cx.now());
    sheet.take(Step::Save, &facts)?;
    if releases::drop_file(cx.tx(), id, sha256).await? == 0 {
        return Err(Failure::NotFound);
    }
    sheet.files = releases::files(cx.tx(), id).await?;
    edited(cx, sheet).await
}
