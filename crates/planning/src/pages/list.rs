//! The plans somebody sees, what runs now first.

use crate::House;
use crate::sight::Sight;
use crate::store::day;
use crate::store::plans::{self, Which};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use kernel::{Action, Failure, PageNumber, Thing};
use serde::Deserialize;
use web::{Asker, Error, Page, Pager, Tab, html};

const SIZE: u32 = 40;

struct Line {
    href: String,
    title: String,
    kind: String,
    unit: String,
    chip: &'static str,
    state: String,
    note: String,
    period: String,
    sent: String,
}

#[derive(Template)]
#[template(path = "plan_list.html")]
struct ListPage {
    p: Page,
    kin: Vec<Tab>,
    lines: Vec<Line>,
    may_begin: bool,
    pager: Option<Pager>,
}

/// Which list, which page.
#[derive(Debug, Deserialize, Default)]
#[serde(default)]
pub(crate) struct Wanted {
    which: Option<String>,
    page: Option<String>,
}

/// The list.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::EnterDesk, Thing::House)?;
    let number = PageNumber::parse(wanted.page.as_deref()).ok_or(Failure::NotFound)?;
    let asked = wanted.which.as_deref().unwrap_or("open");
    let (name, which) = Which::ALL.into_iter().find(|(name, _)| *name == asked).ok_or(Failure::NotFound)?;
    let p = asker.desk_page(asker.locale().t("plan-title")).await?;
    let lineage = house.office.lineage().await?;
    let sight = Sight::of(look.actor());
    let today = house.app.zone.day(look.now());
    let found = plans::list(look.db(), &sight, which, today, number, SIZE).await?;
    if !found.exists() {
        return Err(Failure::NotFound.into());
    }
    let names = house.office.unit_names().await?;
    let lines = found.items.iter().map(|row| {
        let mut note = String::new();
        if row.changes > 0 {
            note = p.f("plan-changes-wait", "count", row.changes);
        } else if row.state == "drafting" && !row.returned.is_empty() {
            note = p.t("plan-returned");
        }
        let asks = row.state == "drafting" && row.asked > 0;
        let sent = format!("{}/{}", row.sent, row.asked);
        Line {
            href: format!("/desk/plans/{}", row.id),
            title: row.title.clone(),
            kind: match row.theme.as_str() {
                "" => p.t(&format!("plan-kind-{}", row.kind)),
                theme => p.t(&format!("plan-theme-{theme}")),
            },
            unit: lineage
                .today(row.unit)
                .iter()
                .filter_map(|unit| names.get(unit).cloned())
                .collect::<Vec<_>>()
                .join(", "),
            chip: crate::plan::State::named(&row.state).chip(),
            state: p.t(&format!("plan-state-{}", row.state)),
            note,
            period: format!("{} – {}", p.format.day(day(&row.from_day)), p.format.day(day(&row.to_day))),
            sent: if asks { p.f("plan-sent-of", "count", sent) } else { String::new() },
        }
    });
    html(&ListPage {
        kin: Which::ALL
            .iter()
            .map(|(of, _)| Tab {
                href: format!("/desk/plans?which={of}"),
                label: p.t(&format!("plan-which-{of}")),
                count: 0,
                current: *of == name,
            })
            .collect(),
        lines: lines.collect(),
        may_begin: look.may(Action::KeepPlans, Thing::House).is_ok(),
        pager: Pager::of(&found, |n| format!("/desk/plans?which={name}&page={n}")),
        p,
    })
}
