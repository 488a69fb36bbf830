//! Pictures (tư liệu) as stories show them.

use crate::store;
use db::ConnectionTrait;
use kernel::{AssetId, Failure};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap};

/// One size of a picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Size {
    /// File name of the rendition, e.g. `w960.jpg`.
    pub name: String,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
}

/// A picture that can be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// Which.
    pub id: AssetId,
    /// Hash of the original, the key in the file store.
    pub sha256: String,
    /// The sizes it is kept in, narrowest first.
    pub sizes: Vec<Size>,
}

impl Asset {
    /// The size to show where the browser does not choose: the middle one.
    #[must_use]
    pub fn middle(&self) -> Option<&Size> {
        self.sizes.iter().find(|size| size.width >= 900).or(self.sizes.last())
    }
}

/// The assets with these ids that exist.
///
/// # Errors
/// When the database does not answer.
pub async fn assets(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = AssetId>,
) -> Result<HashMap<AssetId, Asset>, Failure> {
    let distinct: BTreeSet<AssetId> = ids.into_iter().collect();
    let distinct: Vec<AssetId> = distinct.into_iter().collect();
    let mut found = HashMap::new();
    for row in store::assets(db, &distinct).await? {
        let sizes = serde_json::from_str(&row.renditions).map_err(|e| Failure::Broken(Box::new(e)))?;
        found.insert(row.id, Asset { id: row.id, sha256: row.sha256, sizes });
    }
    Ok(found)
}

/// Pictures of a set of assets under addresses that begin with `base`: `{base}{sha256}/w960.jpg`.
pub struct AssetPictures<'a> {
    /// The assets.
    pub assets: &'a HashMap<AssetId, Asset>,
    /// What every address begins with.
    pub base: &'a str,
}

impl prose::Pictures for AssetPictures<'_> {
    fn picture(&self, asset: &str) -> Option<prose::Picture> {
        let asset = self.assets.get(&asset.parse().ok()?)?;
        let address = |size: &Size| format!("{}{}/{}", self.base, asset.sha256, size.name);
        let middle = asset.middle()?;
        let srcset: Vec<String> =
            asset.sizes.iter().map(|size| format!("{} {}w", address(size), size.width)).collect();
        Some(prose::Picture {
            src: address(middle),
            srcset: if srcset.len() > 1 { srcset.join(", ") } else { String::new() },
            width: middle.width,
            height: middle.height,
        })
    }
}
