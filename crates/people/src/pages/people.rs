//! The people of the house: who is what, where.

use askama::Template;
use axum::response::Response;
use kernel::{Action, Thing};
use web::{Asker, Error, Page, html};

struct Line {
    id: String,
    name: String,
    login: String,
    posts: Vec<String>,
    roles: Vec<String>,
}

#[derive(Template)]
#[template(path = "people.html")]
struct PeoplePage {
    p: Page,
    lines: Vec<Line>,
}

/// The list.
pub(crate) async fn show(asker: Asker) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::ReadPeople, Thing::House)?;
    let p = asker.desk_page(asker.locale().t("people-people")).await?;
    let today = asker.app.zone.day(look.now()).to_string();
    let lines = crate::colleagues(look.db(), &today)
        .await?
        .into_iter()
        .map(|c| Line {
            id: c.id.to_string(),
            name: format!("{} {}", c.honorific, c.name),
            login: c.login,
            posts: c.posts.into_iter().map(|(title, unit)| format!("{title}, {unit}")).collect(),
            roles: c
                .roles
                .into_iter()
                .map(|(role, unit)| {
                    let role = p.t(&format!("role-{}", role.replace('_', "-")));
                    unit.map_or_else(|| role.clone(), |unit| format!("{role} ({unit})"))
                })
                .collect(),
        })
        .collect();
    html(&PeoplePage { p, lines })
}
