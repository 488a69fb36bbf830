//! Files of a release: taken in within limits, pictures encoded anew; read on the desk before they are public.

use super::release_edit::page;
use super::told::{desk_only, id, reasons};
use crate::House;
use crate::store::releases;
use crate::verbs;
use axum::extract::{Path, State};
use axum::response::Response;
use bytes::Bytes;
use kernel::{Action, Failure, Refusal, ReleaseId, Thing};
use typed::{Office, Sent, office};
use web::{Asker, Error, Fields, said};

/// The largest file.
pub(crate) const MOST: usize = 20 * 1024 * 1024;

/// What may come along, by the end of its name and how it begins.
const KINDS: [(&str, &str, &[u8]); 8] = [
    ("pdf", "application/pdf", b"%PDF-"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", b"PK"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"PK"),
    ("zip", "application/zip", b"PK"),
    ("mp3", "audio/mpeg", b""),
    ("mp4", "video/mp4", b""),
    ("csv", "text/csv; charset=utf-8", b""),
    ("txt", "text/plain; charset=utf-8", b""),
];

/// Adds a file.
pub(crate) async fn add(
    State(house): State<House>,
    asker: Asker,
    Path(release): Path<String>,
    sent: Sent,
) -> Result<Response, Error> {
    let id: ReleaseId = id(&release)?;
    asker.look().may(Action::WriteReleases, Thing::House)?;
    match take(&house, &asker, id, sent).await {
        Ok(()) => Ok(said(&format!("/desk/press/releases/{id}/edit"), "said-release-file")),
        Err(failure) => page(&asker, id, None, reasons(failure)?).await,
    }
}

async fn take(house: &House, asker: &Asker, id: ReleaseId, mut sent: Sent) -> Result<(), Failure> {
    let file = sent.file("refused-release-file")?;
    let (name, kind, bytes) = read(&file.name, file.bytes)
        .await
        .ok_or_else(|| Failure::refused(Refusal::field("file", "refused-release-file")))?;
    let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    let sha256 = house.files.keep(bytes).await?;
    let mut cx = asker.wish().await?;
    verbs::add_file(&mut cx, id, &name, &kind, &sha256, size).await?;
    cx.finish().await
}

/// The file as it is kept: its bare name, its kind, its bytes. Pictures are encoded anew, so that nothing hides in them.
async fn read(name: &str, bytes: Bytes) -> Option<(String, String, Bytes)> {
    let bare = prose::line(name.rsplit(['/', '\\']).next().unwrap_or_default());
    let bare: String =
        bare.chars().filter(|c| !matches!(c, '"' | '<' | '>' | '|' | ':' | '*' | '?')).collect();
    let (stem, end) = bare.rsplit_once('.').filter(|(stem, _)| !stem.is_empty())?;
    let end = end.to_lowercase();
    if matches!(end.as_str(), "jpg" | "jpeg" | "png" | "webp") {
        let widest = files::render_in_turn(bytes).await.ok()?.pop()?;
        let end = widest.name.rsplit('.').next().unwrap_or("jpg").to_owned();
        let kind = if end == "png" { "image/png" } else { "image/jpeg" };
        return Some((format!("{stem}.{end}"), kind.to_owned(), Bytes::from(widest.bytes)));
    }
    let (_, kind, begins) = KINDS.iter().find(|(known, _, _)| *known == end)?;
    let promised = match end.as_str() {
        "docx" => Some(Office::Word),
        "xlsx" => Some(Office::Workbook),
        _ => None,
    };
    if let Some(promised) = promised {
        let looked = bytes.clone();
        let found = tokio::task::spawn_blocking(move || office(&looked)).await.ok()?;
        (found == Ok(promised)).then_some(())?;
    }
    bytes.starts_with(begins).then(|| (format!("{stem}.{end}"), (*kind).to_owned(), bytes))
}

/// Takes a file out of the text at hand.
pub(crate) async fn drop(
    State(_house): State<House>,
    asker: Asker,
    Path(release): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let id: ReleaseId = id(&release)?;
    let outcome = async {
        let mut cx = asker.wish().await?;
        verbs::drop_file(&mut cx, id, fields.text("sha256")).await?;
        cx.finish().await
    }
    .await;
    match outcome {
        Ok(()) => Ok(said(&format!("/desk/press/releases/{id}/edit"), "said-release-file-dropped")),
        Err(failure) => page(&asker, id, None, reasons(failure)?).await,
    }
}

/// A file of the text at hand, for the press desk.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Path((release, sha256)): Path<(String, String)>,
) -> Result<Response, Error> {
    let look = asker.look();
    desk_only(&look)?;
    let files = releases::files(look.db(), id(&release)?).await?;
    let file = files.into_iter().find(|file| file.sha256 == sha256).ok_or(Failure::NotFound)?;
    Ok(handout::file(&file.kind, &file.name, house.files.original(&file.sha256).await?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_known_kinds_come_in_under_a_bare_name() {
        let pdf = Bytes::from_static(b"%PDF-1.7 ...");
        let (name, kind, _) = read("C:\\tmp\\..\\Bảng \"số\" 5.PDF", pdf.clone()).await.unwrap();
        assert_eq!((name.as_str(), kind.as_str()), ("Bảng số 5.pdf", "application/pdf"));
        for bad in ["a.html", "a.svg", "a.exe", ".pdf", "pdf", "a.jpg", "", "../../etc/passwd"] {
            assert!(read(bad, pdf.clone()).await.is_none(), "{bad}");
        }
        assert!(read("a.pdf", Bytes::from_static(b"<script>")).await.is_none());
    }
}
