//! L13: who asked and how to reach them is erased when its time is over; what the agency did stays. And once a year the window of
//! the report closes (PN-21).

use crate::House;
use crate::store::inquiries::{self, Narrow, Which};
use crate::store::intake;
use crate::verbs;
use crate::yearly::Window;
use kernel::{Actor, Failure, Moment, PressEvent, ThingKind, ThingRef};
use std::time::Duration;

/// Days for which an inquiry keeps who asked, when nobody set another number.
pub(crate) const KEEP_DAYS: u64 = 365;
/// Days for which what was set aside stays.
const ASIDE_DAYS: u64 = 30;
const DAY: u64 = 86_400;
/// Inquiries in one transaction.
const BATCH: u32 = 200;

/// Does what is due by the calendar alone. Answers how many inquiries forgot who asked.
///
/// # Errors
/// When the database does not answer.
pub async fn sweep(house: &House) -> Result<u64, Failure> {
    let db = &house.app.db;
    let now = db.now();
    let days = keep_days(db.reader()).await?;
    let before = now.minus(Duration::from_secs(days * DAY));
    let mut erased = 0;
    loop {
        let some = erase(house, before).await?;
        erased += some;
        if some < u64::from(BATCH) {
            break;
        }
    }
    let mut cx = db.begin(Actor::Machine("press")).await?;
    intake::drop_before(cx.tx(), now.minus(Duration::from_secs(ASIDE_DAYS * DAY))).await?;
    let closed = Window::year_of(&house.app.zone, now) - 1;
    // Nobody is reminded of a year in which this program was not yet in use.
    let until = Window::of(&house.app.zone, closed).map(|window| window.to);
    let narrow = Narrow { which: Which::All, to: until, ..Narrow::default() };
    if inquiries::count(cx.tx(), &narrow).await? > 0 {
        verbs::open_yearly(&mut cx, &house.app.zone, closed).await?;
    }
    cx.finish().await?;
    Ok(erased)
}

async fn erase(house: &House, before: Moment) -> Result<u64, Failure> {
    let mut cx = house.app.db.begin(Actor::Machine("press")).await?;
    let rows = inquiries::to_erase(cx.tx(), before, BATCH).await?;
    let many = rows.len();
    for mut row in rows {
        row.journalist.clear();
        row.contact.clear();
        row.sent_to.clear();
        row.erased_at = Some(cx.now());
        row.put(cx.tx()).await?;
        post::erase_about(&cx, ThingRef { kind: ThingKind::Inquiry, id: row.id.0 }).await?;
        cx.record(PressEvent::InquiryContactErased { inquiry: row.id });
    }
    cx.finish().await?;
    Ok(many as u64)
}

pub(crate) async fn keep_days(db: &impl db::ConnectionTrait) -> Result<u64, Failure> {
    Ok(intake::setting(db, "keep-days").await?.and_then(|days| days.parse().ok()).unwrap_or(KEEP_DAYS))
}
