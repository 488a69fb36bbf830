//! All work as a table, narrowed by unit, state, words and day; and the same for Excel.

use super::line::{Line, Names, lines};
use super::{Choice, kin};
use crate::House;
use crate::store::lists::{self, Wanted};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use kernel::{Action, Day, Failure, PageNumber, Thing};
use paper::{Book, Cell, Sheet, SheetColumn};
use serde::Deserialize;
use web::{Asker, Error, Kept, Page, Pager, Tab, html};

const SIZE: u32 = 50;
/// Rows of a sheet.
const MOST: u32 = 20_000;
const WHICH: [&str; 6] = ["open", "late", "blocked", "waiting", "closed", ""];

/// What the list is narrowed by, as the address says it.
#[derive(Debug, Deserialize, Default, Clone)]
#[serde(default)]
pub(crate) struct Asked {
    which: Option<String>,
    pub(crate) unit: String,
    q: String,
    from: String,
    to: String,
    page: Option<String>,
}

#[derive(Template)]
#[template(path = "work_table.html")]
struct TablePage {
    p: Page,
    kin: Vec<Tab>,
    tabs: Vec<Tab>,
    lines: Vec<Line>,
    units: Vec<Choice>,
    asked: Asked,
    which: String,
    sheet: String,
    total: String,
    pager: Option<Pager>,
    kept: Kept,
    assigns: bool,
}

impl Asked {
    fn which(&self) -> &str {
        let which = self.which.as_deref().unwrap_or("open");
        if which == "all" { "" } else { which }
    }

    /// Whether it is not the list as one comes to it.
    fn narrows(&self) -> bool {
        let texts = [&self.unit, &self.q, &self.from, &self.to];
        self.which() != "open" || texts.into_iter().any(|text| !text.trim().is_empty())
    }

    fn address(&self, path: &str, which: &str, page: u32) -> String {
        let which = if which.is_empty() { "all" } else { which };
        let page = if page > 1 { page.to_string() } else { String::new() };
        let pairs = [
            ("which", which),
            ("unit", self.unit.trim()),
            ("q", self.q.trim()),
            ("from", self.from.trim()),
            ("to", self.to.trim()),
            ("page", &page),
        ];
        let mut said = String::new();
        for (name, value) in pairs.into_iter().filter(|(_, value)| !value.is_empty()) {
            said.push(if said.is_empty() { '?' } else { '&' });
            said.push_str(name);
            said.push('=');
            said.push_str(&encoded(value));
        }
        format!("{path}{said}")
    }

    fn wanted(&self, house: &House) -> Wanted {
        let day = |text: &str| text.trim().parse::<Day>().ok();
        let zone = &house.app.zone;
        Wanted {
            unit: self.unit.trim().parse().ok(),
            which: self.which().to_owned(),
            words: viet::fold::fold_lower(self.q.trim())
                .split_whitespace()
                .take(8)
                .map(ToOwned::to_owned)
                .collect(),
            from: day(&self.from).and_then(|day| zone.start_of(day)),
            to: day(&self.to).and_then(|day| zone.start_of(day.tomorrow().ok()?)),
            ..Wanted::default()
        }
    }
}

/// A value as it stands in an address.
pub(crate) fn encoded(value: &str) -> String {
    value
        .bytes()
        .map(|byte| {
            if byte.is_ascii_alphanumeric() || b"-_.".contains(&byte) {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect()
}

/// The page.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::EnterDesk, Thing::House)?;
    let number = PageNumber::parse(asked.page.as_deref()).ok_or(Failure::NotFound)?;
    let p = asker.desk_page(asker.locale().t("work-table")).await?;
    let wanted = asked.wanted(&house);
    let found = lists::list(look.db(), look.actor(), look.now(), &wanted, number, SIZE).await?;
    if !found.exists() {
        return Err(Failure::NotFound.into());
    }
    let mut tabs = Vec::new();
    for which in WHICH {
        let narrow = Wanted { which: which.to_owned(), ..wanted.clone() };
        let counts = matches!(which, "open" | "late" | "blocked" | "waiting");
        let count =
            if counts { lists::count(look.db(), look.actor(), look.now(), &narrow).await? } else { 0 };
        tabs.push(Tab {
            href: asked.address("/desk/work/all", which, 1),
            label: p.t(&format!("work-which-{}", if which.is_empty() { "all" } else { which })),
            count,
            current: asked.which() == which,
        });
    }
    let units = house.office.units().await?.into_iter().map(|(unit, name)| (unit.to_string(), name));
    let list = "/desk/work/all";
    let here = asked.address(list, asked.which(), 1);
    let query = if asked.narrows() { here.trim_start_matches(list).trim_start_matches('?') } else { "" };
    html(&TablePage {
        kept: asker.kept(list, list, query).await?,
        kin: kin(&look, &p, list),
        tabs,
        lines: lines(&house, &look, &p, &found.items).await?,
        units: Choice::of(units, asked.unit.trim()),
        which: if asked.which().is_empty() { "all".to_owned() } else { asked.which().to_owned() },
        sheet: asked.address("/desk/work/all.xlsx", asked.which(), 1),
        total: p.format.number(i64::try_from(found.total).unwrap_or(i64::MAX)),
        pager: Pager::of(&found, |page| asked.address("/desk/work/all", asked.which(), page)),
        assigns: look.may(Action::Assign, Thing::House).is_ok(),
        asked,
        p,
    })
}

/// The same for Excel.
pub(crate) async fn xlsx(
    State(house): State<House>,
    asker: Asker,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::EnterDesk, Thing::House)?;
    let p = asker.desk_page(asker.locale().t("work-table")).await?;
    let zone = &house.app.zone;
    let rows = lists::some(look.db(), look.actor(), look.now(), &asked.wanted(&house), MOST).await?;
    let names = Names::of(&house).await?;
    let column = |key: &str, width| SheetColumn::new(p.t(key), width);
    let day = |at: Option<kernel::Moment>| at.map_or(Cell::Empty, |at| Cell::Day(zone.day(at)));
    let sheet = Sheet {
        name: p.t("work-table"),
        titles: vec![p.t("work-table"), p.site.name.clone()],
        columns: vec![
            column("work-col-title", 60),
            column("work-col-unit", 30),
            column("work-col-person", 22),
            column("work-col-state", 16),
            column("work-col-progress", 14),
            column("work-col-given", 12),
            column("work-col-due", 12),
            column("work-col-done", 12),
            column("work-col-rolled", 10),
            column("work-col-reminders", 10),
        ],
        rows: rows
            .iter()
            .map(|row| {
                vec![
                    row.title.as_str().into(),
                    names.unit(row.lead).into(),
                    names.person(row.person).into(),
                    p.t(&format!("work-state-{}", row.state)).into(),
                    super::line::progress(&p, row).into(),
                    day(Some(row.given_at)),
                    day(row.due),
                    day(row.done_at),
                    Cell::Whole(row.rolled.into()),
                    Cell::Whole(row.reminders.into()),
                ]
            })
            .collect(),
    };
    let today = zone.day(look.now());
    let book = Book { title: p.t("work-table"), day: Some(today), sheets: vec![sheet] };
    Ok(handout::book(book, &format!("cong-viec-{today}")).await?)
}
