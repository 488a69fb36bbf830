//! Work as a board: one column a state.

use super::line::{Line, lines};
use super::{Choice, kin};
use crate::House;
use crate::assignment::State as Stand;
use crate::store::assignments::AssignmentRow;
use crate::store::lists::{self, Wanted};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use kernel::{Action, Thing};
use serde::Deserialize;
use std::time::Duration;
use web::{Asker, Error, Page, Tab, html};

/// More than this nobody sees at once.
const MOST: u32 = 400;
/// What was closed longer ago is on no board.
const REMEMBERED: Duration = Duration::from_secs(30 * 24 * 3600);

/// One column.
struct Column {
    chip: &'static str,
    title: String,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "work_board.html")]
struct BoardPage {
    p: Page,
    kin: Vec<Tab>,
    columns: Vec<Column>,
    units: Vec<Choice>,
    is_empty: bool,
}

/// Which unit's.
#[derive(Debug, Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    unit: String,
}

/// The page.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::EnterDesk, Thing::House)?;
    let p = asker.desk_page(asker.locale().t("work-board")).await?;
    let wanted = Wanted {
        unit: asked.unit.trim().parse().ok(),
        closed_after: Some(look.now().minus(REMEMBERED)),
        ..Wanted::default()
    };
    let rows = lists::some(look.db(), look.actor(), look.now(), &wanted, MOST).await?;
    let mut columns = Vec::new();
    for state in [Stand::Given, Stand::Accepted, Stand::Doing, Stand::Done, Stand::Confirmed, Stand::Declined]
    {
        let some: Vec<AssignmentRow> =
            rows.iter().filter(|row| Stand::named(&row.state) == state).cloned().collect();
        if some.is_empty() && state == Stand::Declined {
            continue;
        }
        columns.push(Column {
            chip: state.chip(),
            title: p.t(&format!("work-state-{}", state.name())),
            lines: lines(&house, &look, &p, &some).await?,
        });
    }
    let units = house.office.units().await?.into_iter().map(|(unit, name)| (unit.to_string(), name));
    html(&BoardPage {
        kin: kin(&look, &p, "/desk/work/board"),
        is_empty: rows.is_empty(),
        columns,
        units: Choice::of(units, asked.unit.trim()),
        p,
    })
}
