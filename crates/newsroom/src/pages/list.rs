//! Stories by state, with filters; the list everything can be found in.

use crate::House;
use crate::listing::{Line, line, sight};
use crate::pages::form::Choice;
use crate::pages::{insider, names};
use crate::store::{self, Filter};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use kernel::{Action, Failure, PageNumber, Thing};
use serde::Deserialize;
use web::{Asker, Error, Kept, Page, Pager, Tab, html};

#[derive(Deserialize, Default)]
pub(crate) struct Asked {
    page: Option<String>,
    #[serde(default)]
    state: String,
    #[serde(default)]
    q: String,
    #[serde(default)]
    unit: String,
    #[serde(default)]
    mine: String,
}

const TABS: [&str; 11] = [
    "",
    "draft",
    "submitted",
    "returned",
    "approved",
    "scheduled",
    "published",
    "emergency",
    "withdrawn",
    "replaced",
    "gone",
];

#[derive(Template)]
#[template(path = "list.html")]
struct ListPage {
    p: Page,
    tabs: Vec<Tab>,
    state: String,
    words: String,
    mine: bool,
    units: Vec<Choice>,
    lines: Vec<Line>,
    total: String,
    pager: Option<Pager>,
    kept: Kept,
}

/// The list.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::EnterDesk, Thing::House)?;
    let p = asker.desk_page(asker.locale().t("list-title")).await?;
    let (me, names, format) = (insider(&asker)?, names(&house).await?, asker.format());
    let number = PageNumber::parse(asked.page.as_deref()).ok_or(Failure::NotFound)?;
    let state = TABS.iter().find(|tab| **tab == asked.state).ok_or(Failure::NotFound)?;
    let words = prose::line(&asked.q);
    let filter = Filter {
        word: (!state.is_empty()).then(|| (*state).to_owned()),
        writer: (!asked.mine.is_empty()).then_some(me.id),
        title: (!words.is_empty()).then(|| words.clone()),
        unit: asked.unit.parse().ok(),
        oldest_first: false,
    };
    let page = store::list(look.db(), &sight(me), &filter, number, 30).await?;
    if !page.exists() {
        return Err(Failure::NotFound.into());
    }
    let keep = kept(&asked, &words);
    let pager = Pager::of(&page, |n| format!("/desk/newsroom/stories?state={state}{keep}&page={n}"));
    let mut tabs = Vec::new();
    for tab in TABS {
        // A tab says it in fewer words than a story's own chip.
        let key = match tab {
            "" => "list-all".to_owned(),
            "emergency" | "gone" => format!("list-tab-{tab}"),
            _ => format!("state-{tab}"),
        };
        let counted = Filter { word: (!tab.is_empty()).then(|| tab.to_owned()), ..filter.clone() };
        let count = store::count(look.db(), &sight(me), &counted).await?;
        // A state nothing is in is not worth a tab, unless it is the one asked for.
        if count == 0 && !tab.is_empty() && tab != *state {
            continue;
        }
        tabs.push(Tab {
            href: format!("/desk/newsroom/stories?state={tab}{keep}"),
            label: p.t(&key),
            count,
            current: tab == *state,
        });
    }
    let units = house.directory.units().await?;
    let list = "/desk/newsroom/stories";
    let asks = [&asked.q, &asked.unit, &asked.mine].into_iter().any(|one| !one.is_empty());
    let narrows = asks || !state.is_empty();
    let query = if narrows { format!("state={state}{keep}") } else { String::new() };
    let page = ListPage {
        kept: asker.kept(list, list, &query).await?,
        tabs,
        state: (*state).to_owned(),
        words,
        mine: !asked.mine.is_empty(),
        units: units
            .into_iter()
            .map(|(id, label)| Choice {
                selected: id.to_string() == asked.unit,
                value: id.to_string(),
                label,
            })
            .collect(),
        total: p.f("list-total", "total", format.number(i64::try_from(page.total).unwrap_or(0))),
        lines: page.items.into_iter().map(|row| line(row, &names, asker.locale(), &format)).collect(),
        pager,
        p,
    };
    html(&page)
}

fn kept(asked: &Asked, words: &str) -> String {
    let encoded: String = words
        .bytes()
        .map(|b| if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("%{b:02X}") })
        .collect();
    let unit: String = asked.unit.chars().filter(|c| c.is_ascii_hexdigit() || *c == '-').collect();
    format!("&q={encoded}&unit={unit}&mine={}", if asked.mine.is_empty() { "" } else { "1" })
}
