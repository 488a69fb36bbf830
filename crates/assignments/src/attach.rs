//! Files that units hand in: few, small, known by what they hold and not by their name. Pictures are made anew.

use bytes::Bytes;
use files::{FileStore, PictureError, render_in_turn};
use kernel::{Failure, Refusal};
use uuid::Uuid;

/// Files a form may carry.
pub(crate) const MOST: usize = 3;
/// Bytes of one file.
pub(crate) const LARGEST: usize = 5 * 1024 * 1024;
/// Bytes of a form with its files.
pub(crate) const FORM: usize = 16 * 1024 * 1024;

/// A file as it came.
#[derive(Debug, Clone)]
pub(crate) struct Given {
    pub(crate) name: String,
    pub(crate) bytes: Bytes,
}

/// A file that is fit to be kept.
#[derive(Debug, Clone)]
pub struct Fit {
    pub(crate) name: String,
    pub(crate) kind: &'static str,
    pub(crate) bytes: Bytes,
}

/// A file that was kept.
#[derive(Debug, Clone)]
pub struct Kept {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    pub(crate) kind: &'static str,
    pub(crate) sha256: String,
    pub(crate) bytes: i64,
}

/// Looks at what came, all reasons against at once.
pub(crate) async fn look(given: Vec<Given>) -> Result<Vec<Fit>, Vec<Refusal>> {
    let mut against = Vec::new();
    if given.len() > MOST {
        against.push(Refusal::field("file", "refused-files-many").with("most", MOST));
    }
    let mut fit = Vec::new();
    for file in given.into_iter().take(MOST) {
        if file.bytes.len() > LARGEST {
            against.push(Refusal::field("file", "refused-file-large").with("name", file_name(&file.name)));
            continue;
        }
        match one(file).await {
            Ok(file) => fit.push(file),
            Err(refusal) => against.push(refusal),
        }
    }
    if against.is_empty() { Ok(fit) } else { Err(against) }
}

async fn one(file: Given) -> Result<Fit, Refusal> {
    let name = file_name(&file.name);
    let refused = |key: &'static str| Refusal::field("file", key).with("name", name.clone());
    if file.bytes.starts_with(b"%PDF-") {
        return Ok(Fit { name: with_ending(&name, "pdf"), kind: "application/pdf", bytes: file.bytes });
    }
    if is_book(&file.bytes) {
        let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        return Ok(Fit { name: with_ending(&name, "xlsx"), kind, bytes: file.bytes });
    }
    if is_word(&file.bytes) {
        let kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        return Ok(Fit { name: with_ending(&name, "docx"), kind, bytes: file.bytes });
    }
    // Encoded anew: what a camera writes beside the picture, such as the place, does not stay.
    match render_in_turn(file.bytes).await {
        Ok(made) => {
            let largest =
                made.into_iter().max_by_key(|one| one.width).ok_or_else(|| refused("refused-file-kind"))?;
            let png = largest.name.ends_with(".png");
            let (ending, kind) = if png { ("png", "image/png") } else { ("jpg", "image/jpeg") };
            Ok(Fit { name: with_ending(&name, ending), kind, bytes: largest.bytes.into() })
        }
        Err(PictureError::Busy) => Err(Refusal::field("file", "refused-busy")),
        Err(PictureError::Unknown) => Err(refused("refused-file-kind")),
        Err(_) => Err(refused("refused-file-damaged")),
    }
}

/// A Word file is an archive with its main part in it.
fn is_word(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") && bytes.windows(17).any(|some| some == b"word/document.xml")
}

/// So is a workbook.
fn is_book(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") && bytes.windows(15).any(|some| some == b"xl/workbook.xml")
}

/// The last part of a name, without what paths, headers and shells read as something else.
pub(crate) fn file_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = crate::text::line(last)
        .chars()
        .filter(|c| c.is_alphanumeric() || " ._-()".contains(*c))
        .take(80)
        .collect();
    let clean = clean.trim().trim_start_matches('.').to_owned();
    if clean.is_empty() { "tep".to_owned() } else { clean }
}

fn with_ending(name: &str, ending: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    format!("{}.{ending}", if stem.is_empty() { "tep" } else { stem })
}

/// The name of a kept file in the store: of this thing alone, so that letting go of it takes nothing from others.
pub(crate) fn place(id: Uuid) -> String {
    format!("assignments-{}", id.simple())
}

/// Keeps files.
pub(crate) async fn keep(store: &FileStore, fit: Vec<Fit>) -> Result<Vec<Kept>, Failure> {
    let mut kept = Vec::new();
    for file in fit {
        let id = Uuid::now_v7();
        let sha256 = files::sha256(&file.bytes);
        let bytes = i64::try_from(file.bytes.len()).unwrap_or(i64::MAX);
        store.keep_as(&sha256, &place(id), file.bytes).await?;
        kept.push(Kept { id, name: file.name, kind: file.kind, sha256, bytes });
    }
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_nowhere() {
        for (given, kept) in [
            ("../../etc/passwd", "passwd"),
            ("C:\\Users\\a\\đơn xin.docx", "đơn xin.docx"),
            ("a\"b\r\nSet-Cookie: x.pdf", "ab Set-Cookie x.pdf"),
            ("..", "tep"),
            ("", "tep"),
            ("<img src=x onerror=alert(1)>.jpg", "img srcx onerroralert(1).jpg"),
        ] {
            assert_eq!(file_name(given), kept);
        }
    }
}
