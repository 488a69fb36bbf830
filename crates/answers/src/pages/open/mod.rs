//! The public's pages: nobody signs in, nothing is kept of who looks, and all of it works without a script.

mod ask;
mod consult;
mod information;
mod list;
mod numbers;
mod report;
mod track;

pub(crate) use consult::who;

use crate::House;
use gate::{Kind, Passed, Test};
use kernel::Failure;
use typed::Attachments;
use web::{Door, Fields, Locale, Visitor};

/// The doors.
pub(crate) fn doors() -> Vec<Door<House>> {
    vec![
        Door::get("/hoi-dap", list::show),
        Door::get("/hoi-dap.atom", list::atom),
        Door::get("/hoi-dap/gui", ask::show),
        Door::post("/hoi-dap/gui", ask::send).up_to(Attachments::FORM),
        Door::get("/hoi-dap/goi-y", ask::suggest),
        Door::get("/hoi-dap/so-lieu", numbers::show),
        Door::get("/hoi-dap/tra-cuu", track::show),
        Door::post("/hoi-dap/tra-cuu", track::find),
        Door::post("/hoi-dap/tra-cuu/bo-sung", track::tell_more),
        Door::post("/hoi-dap/tra-cuu/rut-dong-y", track::withdraw),
        Door::post("/hoi-dap/tra-cuu/sua", track::correct),
        Door::post("/hoi-dap/tra-cuu/xoa", track::erase),
        Door::post("/hoi-dap/tra-cuu/yeu-cau", track::wish),
        Door::post("/hoi-dap/tra-cuu/du-lieu", track::export),
        Door::get("/hoi-dap/{slug}", list::one),
        Door::get("/lay-y-kien", consult::list),
        Door::get("/lay-y-kien/{slug}", consult::show),
        Door::post("/lay-y-kien/{slug}", consult::give),
        Door::get("/lay-y-kien/{slug}/tep", consult::file),
        Door::get("/bao-loi", report::show),
        Door::post("/bao-loi", report::send),
        Door::get("/yeu-cau-thong-tin", information::show),
        Door::post("/yeu-cau-thong-tin", information::send),
    ]
}

/// A new robot test for a form.
async fn test(house: &House, visitor: &Visitor, locale: Locale) -> Result<Test, Failure> {
    house.gate.test(visitor, locale, None).await
}

/// The test for a form that is shown again.
async fn test_again(
    house: &House,
    visitor: &Visitor,
    locale: Locale,
    fields: &Fields,
) -> Result<Test, Failure> {
    house.gate.test(visitor, locale, Some(fields)).await
}

/// Whether a person sends this, and not too often.
async fn person(house: &House, visitor: &Visitor, fields: &Fields) -> Result<Passed, Failure> {
    house.gate.person(visitor, fields).await
}

/// Counts what was sent.
fn sent(house: &House, visitor: &Visitor) -> Result<(), Failure> {
    house.gate.count(visitor, Kind::Sent)
}
