//! Originals and pictures, kept under the hash of their content: the same bytes are stored once and can be
//! checked at any time.

mod picture;
mod taken;

pub use picture::{PictureError, Rendition, encode_rgb, render, render_in_turn};
pub use taken::taken_at;

use bytes::Bytes;
use kernel::Failure;
use object_store::local::LocalFileSystem;
use object_store::path::Path as Key;
use object_store::{ObjectStore, ObjectStoreExt, PutPayload};
use sha2::{Digest, Sha256};
use std::path::Path;
use std::sync::Arc;

/// Where files are kept.
#[derive(Clone)]
pub struct FileStore {
    store: Arc<dyn ObjectStore>,
}

impl FileStore {
    /// A folder, made if absent.
    ///
    /// # Errors
    /// When the folder cannot be made or entered.
    pub fn folder(path: &Path) -> Result<Self, Failure> {
        std::fs::create_dir_all(path).map_err(|e| Failure::Broken(Box::new(e)))?;
        let store = LocalFileSystem::new_with_prefix(path).map_err(broken)?.with_fsync(true);
        Ok(Self { store: Arc::new(store) })
    }

    /// Keeps `bytes`; answers their SHA-256 in hexadecimal, by which they are found again.
    ///
    /// # Errors
    /// [`Failure::Broken`] when the store does not take them.
    pub async fn keep(&self, bytes: Bytes) -> Result<String, Failure> {
        let hash = sha256(&bytes);
        self.keep_as(&hash, "original", bytes).await?;
        Ok(hash)
    }

    /// Keeps a rendition (`w960.jpg`) of the original with this hash.
    ///
    /// # Errors
    /// [`Failure::Broken`] when the store does not take it.
    pub async fn keep_as(&self, hash: &str, rendition: &str, bytes: Bytes) -> Result<(), Failure> {
        self.store.put(&key(hash, rendition), PutPayload::from_bytes(bytes)).await.map_err(broken)?;
        Ok(())
    }

    /// Lets go of a rendition for good, where somebody's data must be erased. What is not there is no fault.
    ///
    /// # Errors
    /// [`Failure::Broken`] when the store does not let go.
    pub async fn forget(&self, hash: &str, rendition: &str) -> Result<(), Failure> {
        match self.store.delete(&key(hash, rendition)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(broken(error)),
        }
    }

    /// Whether a rendition is kept.
    pub async fn has(&self, hash: &str, rendition: &str) -> bool {
        self.store.head(&key(hash, rendition)).await.is_ok()
    }

    /// The original with this hash.
    ///
    /// # Errors
    /// [`Failure::NotFound`] when it is not kept.
    pub async fn original(&self, hash: &str) -> Result<Bytes, Failure> {
        self.rendition(hash, "original").await
    }

    /// A rendition of the original with this hash.
    ///
    /// # Errors
    /// [`Failure::NotFound`] when it is not kept.
    pub async fn rendition(&self, hash: &str, rendition: &str) -> Result<Bytes, Failure> {
        match self.store.get(&key(hash, rendition)).await {
            Ok(found) => found.bytes().await.map_err(broken),
            Err(object_store::Error::NotFound { .. }) => Err(Failure::NotFound),
            Err(error) => Err(broken(error)),
        }
    }
}

/// A rendition of a picture by names that came in an address: anything that is not such a name is not found.
///
/// # Errors
/// [`Failure::NotFound`] when there is no such picture.
pub async fn picture_file(store: &FileStore, sha: &str, name: &str) -> Result<Bytes, Failure> {
    let is_hash = sha.len() == 64 && sha.bytes().all(|byte| byte.is_ascii_hexdigit());
    let is_rendition =
        name.strip_prefix('w').and_then(|rest| rest.split_once('.')).is_some_and(|(width, ending)| {
            !width.is_empty()
                && width.bytes().all(|byte| byte.is_ascii_digit())
                && matches!(ending, "jpg" | "png")
        });
    if is_hash && is_rendition { store.rendition(sha, name).await } else { Err(Failure::NotFound) }
}

/// `ab/cd/abcd…/original`: folders stay small. Each part is a name of its own, so nothing climbs out.
fn key(hash: &str, rendition: &str) -> Key {
    let first: String = hash.chars().take(2).collect();
    let second: String = hash.chars().skip(2).take(2).collect();
    Key::from_iter([first.as_str(), second.as_str(), hash, rendition])
}

fn broken(error: object_store::Error) -> Failure {
    Failure::Broken(Box::new(error))
}

/// SHA-256 in lower-case hexadecimal.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_is_kept_is_found_by_its_hash_and_nothing_climbs_out() {
        let folder = tempfile::tempdir().unwrap();
        let store = FileStore::folder(&folder.path().join("files")).unwrap();
        let hash = store.keep(Bytes::from_static("Điện Biên".as_bytes())).await.unwrap();
        assert_eq!(store.original(&hash).await.unwrap(), "Điện Biên".as_bytes());
        std::fs::write(folder.path().join("secret"), "x").unwrap();
        for name in ["../../../../secret", "..", "", "%2e%2e/secret", "/etc/passwd"] {
            assert!(matches!(
                store.rendition(&hash, name).await,
                Err(Failure::NotFound | Failure::Broken(_))
            ));
            assert!(matches!(
                store.rendition(name, "secret").await,
                Err(Failure::NotFound | Failure::Broken(_))
            ));
        }
    }
}
