//! Files that people send along: few, small, known by what they hold and not by their name. Pictures are made anew; all
//! are kept apart from everything else in the store, so that they can be erased.

use crate::office::{Office, Unfit, office};
use bytes::Bytes;
use files::{FileStore, PictureError, render_in_turn};
use kernel::{Failure, Refusal};
use uuid::Uuid;

/// Bytes of one file.
const LARGEST: usize = 5 * 1024 * 1024;

/// A file as it came.
#[derive(Debug, Clone)]
pub struct Given {
    /// The name its sender gave it.
    pub name: String,
    /// What it holds.
    pub bytes: Bytes,
}

/// A file that is fit to be kept.
#[derive(Debug, Clone)]
pub struct Fit {
    /// A name that leads nowhere, with the ending of what it holds.
    pub name: String,
    /// Its media type, by what it holds.
    pub kind: &'static str,
    /// What it holds.
    pub bytes: Bytes,
}

/// A file that was kept.
#[derive(Debug, Clone)]
pub struct Kept {
    /// Which; its place in the store follows from it.
    pub id: Uuid,
    /// A name that leads nowhere.
    pub name: String,
    /// Its media type.
    pub kind: &'static str,
    /// The hash of what it holds.
    pub sha256: String,
    /// How much that is.
    pub bytes: i64,
}

/// What one kind of form takes along, and where that is kept.
#[derive(Debug, Clone, Copy)]
pub struct Attachments {
    of: &'static str,
    workbooks: bool,
}

impl Attachments {
    /// Files a form may carry.
    pub const MOST: usize = 3;
    /// Bytes of a form with its files.
    pub const FORM: usize = 16 * 1024 * 1024;

    /// Documents and pictures, kept under the name of `of`.
    #[must_use]
    pub const fn of(of: &'static str) -> Self {
        Self { of, workbooks: false }
    }

    /// Workbooks too.
    #[must_use]
    pub const fn with_workbooks(self) -> Self {
        Self { workbooks: true, ..self }
    }

    /// Looks at what came.
    ///
    /// # Errors
    /// All reasons against at once: too many, too large, of a kind that is not taken, damaged.
    pub async fn look(self, given: Vec<Given>) -> Result<Vec<Fit>, Vec<Refusal>> {
        let mut against = Vec::new();
        if given.len() > Self::MOST {
            against.push(Refusal::field("file", "refused-files-many").with("most", Self::MOST));
        }
        let mut fit = Vec::new();
        for file in given.into_iter().take(Self::MOST) {
            if file.bytes.len() > LARGEST {
                let name = file_name(&file.name);
                against.push(Refusal::field("file", "refused-file-large").with("name", name));
                continue;
            }
            match self.one(file).await {
                Ok(file) => fit.push(file),
                Err(refusal) => against.push(refusal),
            }
        }
        if against.is_empty() { Ok(fit) } else { Err(against) }
    }

    async fn one(self, file: Given) -> Result<Fit, Refusal> {
        let name = file_name(&file.name);
        let refused = |key: &'static str| Refusal::field("file", key).with("name", name.clone());
        if file.bytes.starts_with(b"%PDF-") {
            return Ok(Fit { name: with_ending(&name, "pdf"), kind: "application/pdf", bytes: file.bytes });
        }
        if file.bytes.starts_with(b"PK") {
            return self.office(&name, file.bytes).await.map_err(refused);
        }
        // Encoded anew: what a camera writes beside the picture, such as the place, does not stay.
        match render_in_turn(file.bytes).await {
            Ok(made) => {
                let largest = made
                    .into_iter()
                    .max_by_key(|one| one.width)
                    .ok_or_else(|| refused("refused-file-kind"))?;
                let png = largest.name.ends_with(".png");
                let (ending, kind) = if png { ("png", "image/png") } else { ("jpg", "image/jpeg") };
                Ok(Fit { name: with_ending(&name, ending), kind, bytes: largest.bytes.into() })
            }
            Err(PictureError::Busy) => Err(Refusal::field("file", "refused-busy")),
            Err(PictureError::Unknown) => Err(refused("refused-file-kind")),
            Err(_) => Err(refused("refused-file-damaged")),
        }
    }

    /// A Word file or a workbook, without a program in it; else the key that says what is wrong. It is unpacked beside the
    /// threads that serve others.
    async fn office(self, name: &str, bytes: Bytes) -> Result<Fit, &'static str> {
        let looked = bytes.clone();
        let found = tokio::task::spawn_blocking(move || office(&looked)).await;
        let (ending, kind) = match found {
            Ok(Ok(Office::Word)) => {
                ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
            }
            Ok(Ok(Office::Workbook)) if self.workbooks => {
                ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
            }
            Ok(Ok(Office::Workbook) | Err(Unfit::Other)) => return Err("refused-file-kind"),
            Ok(Err(Unfit::Large | Unfit::Unreadable)) | Err(_) => return Err("refused-file-damaged"),
        };
        Ok(Fit { name: with_ending(name, ending), kind, bytes })
    }

    /// The name of a kept file in the store: of this thing alone, so that letting go of it takes nothing from others.
    #[must_use]
    pub fn place(self, id: Uuid) -> String {
        format!("{}-{}", self.of, id.simple())
    }

    /// Keeps files.
    ///
    /// # Errors
    /// When the store does not take them.
    pub async fn keep(self, store: &FileStore, fit: Vec<Fit>) -> Result<Vec<Kept>, Failure> {
        let mut kept = Vec::new();
        for file in fit {
            let id = Uuid::now_v7();
            let sha256 = files::sha256(&file.bytes);
            let bytes = i64::try_from(file.bytes.len()).unwrap_or(i64::MAX);
            store.keep_as(&sha256, &self.place(id), file.bytes).await?;
            kept.push(Kept { id, name: file.name, kind: file.kind, sha256, bytes });
        }
        Ok(kept)
    }
}

/// The last part of a name, without what paths, headers and shells read as something else.
fn file_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String =
        crate::line(last).chars().filter(|c| c.is_alphanumeric() || " ._-()".contains(*c)).take(80).collect();
    let clean = clean.trim().trim_start_matches('.').to_owned();
    if clean.is_empty() { "tep".to_owned() } else { clean }
}

fn with_ending(name: &str, ending: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    format!("{}.{ending}", if stem.is_empty() { "tep" } else { stem })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::office::tests::archive;

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

    #[tokio::test]
    async fn what_a_file_holds_counts_and_not_its_name() {
        let given =
            |name: &str, bytes: &[u8]| Given { name: name.to_owned(), bytes: Bytes::copy_from_slice(bytes) };
        let papers = Attachments::of("answers");
        let (word, book) = (archive(&[("word/document.xml", 9)]), archive(&[("xl/workbook.xml", 9)]));
        for (name, bytes) in [
            ("a.pdf", &b"<svg onload=alert(1)>"[..]),
            ("a.png", b"MZ\x90\0"),
            ("a.docx", b"PK\x03\x04 word/document.xml"),
            ("a.docx", &archive(&[("ppt/presentation.xml", 9)])),
            ("a.docx", &archive(&[("word/document.xml", 9), ("word/vbaProject.bin", 9)])),
            ("a.xlsx", &book),
        ] {
            assert!(papers.look(vec![given(name, bytes)]).await.is_err(), "{name}");
        }
        let fit = papers.look(vec![given("đơn.pdf", &word)]).await.unwrap();
        assert_eq!(fit.first().unwrap().name, "đơn.docx");
        let fit = papers.with_workbooks().look(vec![given("số liệu.bin", &book)]).await.unwrap();
        assert_eq!(fit.first().unwrap().name, "số liệu.xlsx");
        let many = vec![given("a.pdf", b"%PDF-1.7"); Attachments::MOST + 1];
        assert!(papers.look(many).await.is_err());
    }
}
