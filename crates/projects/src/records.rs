//! The signed record of an acceptance, as it was sent.

use bytes::Bytes;
use files::FileStore;
use kernel::{Failure, Refusal};
use typed::{Attachments, Given};

/// What is looked for in it.
const RECORDS: Attachments = Attachments::of("planning");

/// A file that was kept.
#[derive(Debug, Clone, Default)]
pub struct Kept {
    pub(crate) name: String,
    pub(crate) kind: &'static str,
    pub(crate) sha256: String,
}

/// Looks at what came and keeps it under its hash: a record is evidence and stays.
///
/// # Errors
/// Refused when it is neither document nor picture, damaged or too large.
pub async fn keep(store: &FileStore, name: &str, bytes: Bytes) -> Result<Kept, Failure> {
    let given = vec![Given { name: name.to_owned(), bytes }];
    let fit = RECORDS.look(given).await.map_err(Failure::Refused)?;
    let missing = || Failure::refused(Refusal::field("file", "refused-file-kind"));
    let file = fit.into_iter().next().ok_or_else(missing)?;
    let sha256 = store.keep(file.bytes).await?;
    Ok(Kept { name: file.name, kind: file.kind, sha256 })
}
