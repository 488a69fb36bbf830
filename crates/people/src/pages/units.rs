//! The units, today's and those before them: which became which, and when (S180).

use crate::listing::{Kinship, UnitLine};
use askama::Template;
use axum::response::Response;
use kernel::{Action, Thing};
use web::{Asker, Error, Page, html};

#[derive(Template)]
#[template(path = "units.html")]
struct UnitsPage {
    p: Page,
    standing: Vec<UnitLine>,
    ended: Vec<UnitLine>,
}

impl UnitsPage {
    fn kin(&self, kin: &Kinship) -> String {
        let how = self.p.t(&format!("people-how-{}", kin.how));
        let scope = if kin.scope.is_empty() { String::new() } else { format!(": {}", kin.scope) };
        format!("{} ({how}, {}{scope})", kin.name, vi_day(&kin.on))
    }

    fn day(&self, day: &str) -> String {
        vi_day(day)
    }
}

/// `2025-07-01` → `01/07/2025`.
pub(crate) fn vi_day(iso: &str) -> String {
    iso.split('-').rev().collect::<Vec<_>>().join("/")
}

/// The list.
pub(crate) async fn show(asker: Asker) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::ReadPeople, Thing::House)?;
    let p = asker.desk_page(asker.locale().t("people-units")).await?;
    let today = asker.app.zone.day(look.now()).to_string();
    let (standing, ended) = crate::units(look.db())
        .await?
        .into_iter()
        .partition(|unit: &UnitLine| crate::session::holds_on(&today, None, unit.to.as_deref()));
    html(&UnitsPage { p, standing, ended })
}
