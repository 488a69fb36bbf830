//! The signed record of an acceptance: a PDF or a picture, small, known by what it holds and not by its name.

use bytes::Bytes;
use files::{FileStore, PictureError, render_in_turn};
use kernel::{Failure, Refusal};

/// Bytes of the file.
pub(crate) const LARGEST: usize = 10 * 1024 * 1024;
/// Bytes of a form with it.
pub(crate) const FORM: usize = LARGEST + 64 * 1024;

/// A file that was kept.
#[derive(Debug, Clone, Default)]
pub struct Kept {
    pub(crate) name: String,
    pub(crate) kind: &'static str,
    pub(crate) sha256: String,
}

/// Looks at what came and keeps it. A picture is encoded anew: what a camera writes beside it does not stay.
///
/// # Errors
/// Refused when it is neither PDF nor picture, damaged or too large.
pub async fn keep(store: &FileStore, name: &str, bytes: Bytes) -> Result<Kept, Failure> {
    let refused = |key: &'static str| Failure::refused(Refusal::field("file", key));
    if bytes.len() > LARGEST {
        return Err(refused("refused-acceptance-large"));
    }
    let (ending, kind, bytes) = if bytes.starts_with(b"%PDF-") {
        ("pdf", "application/pdf", bytes)
    } else {
        match render_in_turn(bytes).await {
            Ok(made) => {
                let largest = made.into_iter().max_by_key(|one| one.width);
                let largest = largest.ok_or_else(|| refused("refused-acceptance-file"))?;
                let png = largest.name.ends_with(".png");
                let (ending, kind) = if png { ("png", "image/png") } else { ("jpg", "image/jpeg") };
                (ending, kind, largest.bytes.into())
            }
            Err(PictureError::Busy) => return Err(refused("refused-busy")),
            Err(_) => return Err(refused("refused-acceptance-file")),
        }
    };
    let sha256 = store.keep(bytes).await?;
    Ok(Kept { name: format!("{}.{ending}", stem(name)), kind, sha256 })
}

/// A name without its path and its ending, and without what headers and shells read as something else.
fn stem(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = last.rsplit_once('.').map_or(last, |(stem, _)| stem);
    let clean: String =
        typed::line(stem).chars().filter(|c| c.is_alphanumeric() || " ._-()".contains(*c)).take(80).collect();
    let clean = clean.trim().trim_start_matches('.').trim();
    if clean.is_empty() { "bien-ban".to_owned() } else { clean.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn names_lead_nowhere() {
        for (given, kept) in [
            ("../../etc/passwd", "passwd"),
            ("C:\\a\\biên bản số 2.pdf", "biên bản số 2"),
            ("a\"\r\nSet-Cookie: x.pdf", "a Set-Cookie x"),
            ("..", "bien-ban"),
            ("", "bien-ban"),
        ] {
            assert_eq!(stem(given), kept);
        }
    }
}
