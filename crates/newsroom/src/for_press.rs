//! Pictures that the press may take from the press room: of the library, not withdrawn, within their right, and let out by the
//! press desk one by one.

use crate::assets::{Asset, Size, assets};
use crate::library::{LibraryWords, Right};
use crate::store::{self, ItemRow, Wanted};
use db::ConnectionTrait;
use kernel::{AssetId, Day, Failure, Moment, Page, PageNumber};

/// One of them.
#[derive(Debug, Clone)]
pub struct PressPicture {
    /// Which.
    pub asset: AssetId,
    /// Its words in the library.
    pub words: LibraryWords,
    /// Since when the press may take it.
    pub since: Moment,
    /// Hash of the original, the key in the file store. The original itself stays in the house: it holds what its camera wrote.
    pub sha256: String,
    /// The size shown in a list.
    pub small: Size,
    /// The size to take away, the widest.
    pub large: Size,
}

fn picture(row: &ItemRow, asset: &Asset) -> Option<PressPicture> {
    Some(PressPicture {
        asset: row.asset,
        words: LibraryWords::of(row),
        since: row.for_press_at?,
        sha256: asset.sha256.clone(),
        small: asset.sizes.first()?.clone(),
        large: asset.sizes.last()?.clone(),
    })
}

/// A page of those that may be taken on a day, the newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn press_pictures(
    db: &impl ConnectionTrait,
    today: Day,
    number: PageNumber,
    size: u32,
) -> Result<Page<PressPicture>, Failure> {
    let wanted = Wanted { state: "press".into(), today: today.to_string(), ..Wanted::default() };
    let rows = store::items(db, &wanted, (number.get(), size)).await?;
    let shown = assets(db, rows.iter().map(|row| row.asset)).await?;
    let items = rows.iter().filter_map(|row| picture(row, shown.get(&row.asset)?)).collect();
    Ok(Page { items, number: number.get(), size, total: store::count_items(db, &wanted).await? })
}

/// One that may be taken on a day.
///
/// # Errors
/// When the database does not answer.
pub async fn press_picture(
    db: &impl ConnectionTrait,
    today: Day,
    asset: AssetId,
) -> Result<Option<PressPicture>, Failure> {
    let Some(row) = store::item(db, asset).await?.filter(|row| row.withdrawn_at.is_none()) else {
        return Ok(None);
    };
    if LibraryWords::of(&row).right(today) == Right::Ended {
        return Ok(None);
    }
    let shown = assets(db, [asset]).await?;
    Ok(shown.get(&asset).and_then(|asset| picture(&row, asset)))
}
