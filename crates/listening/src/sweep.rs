//! L13: what may be kept for a time only is dropped when the time is over.

use crate::House;
use crate::saying;
use crate::settings::Settings;
use crate::store;
use kernel::{Actor, Failure};
use std::time::Duration;

/// Drops the texts of mentions whose time is over; title, outlet, time, address and a short quotation stay.
/// Answers how many.
///
/// # Errors
/// When the database does not answer.
pub async fn sweep(house: &House) -> Result<u64, Failure> {
    let db = &house.app.db;
    let settings = Settings::read(db.reader()).await?;
    let before = db.now().minus(Duration::from_secs(settings.keep_days * 86_400));
    saying::keep(db, before).await?;
    let cx = db.begin(Actor::Machine("listening")).await?;
    let dropped = store::mentions::drop_texts(cx.tx(), before).await?;
    cx.finish().await?;
    Ok(dropped)
}
