//! The areas, today's and those before them, with what makes them hard to reach (S106).

use super::units::vi_day;
use crate::listing::AreaLine;
use askama::Template;
use axum::response::Response;
use kernel::{Action, Thing};
use web::{Asker, Error, Page, html};

#[derive(Template)]
#[template(path = "areas.html")]
struct AreasPage {
    p: Page,
    standing: Vec<AreaLine>,
    ended: Vec<AreaLine>,
}

impl AreasPage {
    fn tags(&self, area: &AreaLine) -> String {
        let words: Vec<String> = area
            .tags
            .iter()
            .map(|tag| match tag.strip_prefix("lang:") {
                Some(language) => self.language(language),
                None => self.p.t(&format!("area-tag-{}", tag.replace('_', "-"))),
            })
            .collect();
        words.join(", ")
    }

    /// A language by its name; by its code where nobody has named it yet.
    fn language(&self, code: &str) -> String {
        let key = format!("lang-{code}");
        let name = self.p.t(&key);
        if name == key { code.to_owned() } else { name }
    }

    fn term(&self, area: &AreaLine) -> String {
        let from = vi_day(&area.from);
        area.to.as_ref().map_or(from.clone(), |to| format!("{from} – {}", vi_day(to)))
    }

    fn people(&self, area: &AreaLine) -> String {
        area.population.map(|n| self.p.format.number(n)).unwrap_or_default()
    }

    fn names(&self, kin: &[crate::listing::Kinship]) -> String {
        kin.iter().map(|k| k.name.as_str()).collect::<Vec<_>>().join("; ")
    }
}

/// The list.
pub(crate) async fn show(asker: Asker) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::ReadPeople, Thing::House)?;
    let p = asker.desk_page(asker.locale().t("people-areas")).await?;
    let today = asker.app.zone.day(look.now()).to_string();
    let (standing, ended) = crate::areas(look.db())
        .await?
        .into_iter()
        .partition(|area: &AreaLine| crate::session::holds_on(&today, None, area.to.as_deref()));
    html(&AreasPage { p, standing, ended })
}
