//! Who is late: by unit, how much is owed and how it is done beside it (L19), and each late piece with its reminders.

use super::kin;
use super::line::{Line, Names, lines};
use crate::House;
use crate::store::lists::{self, Wanted};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use kernel::{Action, Thing};
use std::time::Duration;
use web::{Asker, Error, Page, Tab, html};

/// The span of what was done.
const SPAN: Duration = Duration::from_secs(90 * 24 * 3600);
const MOST: u32 = 300;

/// A unit in numbers.
struct Row {
    unit: String,
    href: String,
    open: i64,
    late: i64,
    done: i64,
    in_time: String,
    sent_back: i64,
    rolled: i64,
    reminders: i64,
    quality: String,
}

#[derive(Template)]
#[template(path = "work_late.html")]
struct LatePage {
    p: Page,
    kin: Vec<Tab>,
    rows: Vec<Row>,
    lines: Vec<Line>,
    finding: String,
    reminds: bool,
}

/// The page.
pub(crate) async fn show(State(house): State<House>, asker: Asker) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::ReadWork, Thing::House)?;
    let p = asker.desk_page(asker.locale().t("work-late")).await?;
    let names = Names::of(&house).await?;
    let counts = lists::by_unit(look.db(), look.actor(), look.now(), look.now().minus(SPAN)).await?;
    let late: i64 = counts.iter().map(|count| count.late).sum();
    let units = counts.iter().filter(|count| count.late > 0).count();
    let rows = counts
        .into_iter()
        .map(|count| Row {
            unit: names.unit(count.lead),
            href: format!("/desk/work/all?which=late&unit={}", count.lead),
            open: count.open,
            late: count.late,
            done: count.done,
            in_time: if count.done > 0 {
                format!("{}%", count.in_time.saturating_mul(100) / count.done)
            } else {
                "–".to_owned()
            },
            sent_back: count.sent_back,
            rolled: count.rolled,
            reminders: count.reminders,
            quality: if count.marked > 0 {
                let tenth = count.marks.saturating_mul(10) / count.marked;
                let point = if p.lang == "vi" { ',' } else { '.' };
                format!("{}{point}{}", tenth / 10, tenth % 10)
            } else {
                "–".to_owned()
            },
        })
        .collect();
    let wanted = Wanted { which: "late".to_owned(), ..Wanted::default() };
    let found = lists::some(look.db(), look.actor(), look.now(), &wanted, MOST).await?;
    let finding = if late == 0 {
        p.t("work-late-none")
    } else {
        web::lookup(
            p.locale().0,
            "work-late-finding",
            &[("late", late.to_string()), ("units", units.to_string())],
        )
    };
    html(&LatePage {
        kin: kin(&look, &p, "/desk/work/late"),
        lines: lines(&house, &look, &p, &found).await?,
        rows,
        finding,
        reminds: look.may(Action::Assign, Thing::House).is_ok(),
        p,
    })
}
