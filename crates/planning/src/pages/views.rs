//! A plan as a month of days, as a board by state, as bars over time.

use super::filters::{self, Filter, FilterFace};
use super::ground::{Ground, Head, LineFace, days_words};
use super::table::{SIZE, faces};
use crate::House;
use crate::store::lines::{self, LineRow};
use crate::timeline::{Bar, Timeline};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use kernel::{Day, Failure, PageNumber};
use web::{Asker, Crumb, Error, Page, Pager, html};

/// The most lines a month shows.
const MOST: u32 = 400;

struct Entry {
    href: String,
    name: String,
    unit: String,
    /// `from`, `due` or nothing for the only day.
    mark: &'static str,
}

struct Cell {
    day: String,
    long: String,
    inside: bool,
    today: bool,
    entries: Vec<Entry>,
}

#[derive(Template)]
#[template(path = "plan_calendar.html")]
struct CalendarPage {
    p: Page,
    crumbs: Vec<Crumb>,
    h: Head,
    filter: FilterFace,
    month: String,
    before: String,
    next: String,
    weekdays: Vec<&'static str>,
    weeks: Vec<Vec<Cell>>,
    throughout: Vec<Entry>,
    left_out: bool,
}

/// The month that is shown: the one asked for, else today's, inside the plan.
fn shown_month(filter: &Filter, period: (Day, Day), today: Day) -> (Day, Day) {
    filters::month_of(&filter.month).unwrap_or_else(|| {
        let day = today.clamp(period.0, period.1);
        (day.first_of_month(), day.last_of_month())
    })
}

/// The month.
pub(crate) async fn calendar(
    State(house): State<House>,
    asker: Asker,
    Path(plan): Path<String>,
    Query(filter): Query<Filter>,
) -> Result<Response, Error> {
    let ground = Ground::of(&house, &asker, &plan).await?;
    let p = asker.desk_page(ground.row.title.clone()).await?;
    let today = house.app.zone.day(ground.look.now());
    let (first, last) = shown_month(&filter, ground.row.period(), today);
    let mut asked = filter.asked(&ground, today);
    (asked.days, asked.by_day) = (Some((first, last)), true);
    let db = ground.look.db();
    let page = (PageNumber::FIRST, MOST);
    let rows = lines::list(db, ground.id(), &ground.sight, ground.whole, &asked, page).await?;
    let (throughout, mut at) = placed(&ground, &rows, (first, last));
    let monday =
        first.checked_sub(jiff::Span::new().days(i64::from(first.weekday().to_monday_zero_offset())));
    let mut day = monday.unwrap_or(first);
    let mut weeks = Vec::new();
    while day <= last && weeks.len() < 6 {
        let mut week = Vec::new();
        for _ in 0..7 {
            week.push(Cell {
                day: day.day().to_string(),
                long: p.format.long_day(day),
                inside: day.month() == first.month() && day.year() == first.year(),
                today: day == today,
                entries: at.remove(&day).unwrap_or_default(),
            });
            day = day.tomorrow().unwrap_or(Day::MAX);
        }
        weeks.push(week);
    }
    let beside = |months: i64| {
        let other = first.checked_add(jiff::Span::new().months(months)).ok();
        let (from, to) = ground.row.period();
        let inside = other.filter(|day| *day >= from.first_of_month() && *day <= to);
        let query = |day: Day| Filter { month: day.strftime("%Y-%m").to_string(), ..filter.clone() }.query();
        inside.map(|day| format!("{}?{}", ground.at("/calendar"), query(day))).unwrap_or_default()
    };
    html(&CalendarPage {
        crumbs: ground.crumbs(&p, false),
        h: ground.head(&p, "/calendar"),
        filter: filters::face(&house, &ground, &p, &filter, "/calendar").await?,
        month: p.format.month(first.year(), first.month()),
        before: beside(-1),
        next: beside(1),
        weekdays: weeks
            .first()
            .map(|_| (0..7).map(|n| p.format.weekday(monday_plus(first, n))).collect())
            .unwrap_or_default(),
        weeks,
        throughout,
        left_out: rows.len() >= usize::try_from(MOST).unwrap_or(usize::MAX),
        p,
    })
}

/// A day of the week, from Monday.
fn monday_plus(day: Day, n: i64) -> Day {
    let back = i64::from(day.weekday().to_monday_zero_offset());
    day.checked_add(jiff::Span::new().days(n - back)).unwrap_or(day)
}

type Placed = (Vec<Entry>, std::collections::BTreeMap<Day, Vec<Entry>>);

/// Where each line stands in a month: on its first and its last day, or over the whole of it.
fn placed(ground: &Ground, rows: &[LineRow], (first, last): (Day, Day)) -> Placed {
    let mut throughout = Vec::new();
    let mut at: std::collections::BTreeMap<Day, Vec<Entry>> = std::collections::BTreeMap::new();
    for row in rows {
        let content = row.content();
        let (begins, ends) = content.span(ground.row.period());
        let entry = |mark: &'static str| Entry {
            href: ground.at(&format!("/lines/{}", row.id)),
            name: content.title.clone(),
            unit: ground.unit(row.lead),
            mark,
        };
        if begins <= first && ends >= last {
            throughout.push(entry(""));
        } else if begins == ends {
            at.entry(begins).or_default().push(entry(""));
        } else {
            if begins >= first {
                at.entry(begins).or_default().push(entry("from"));
            }
            if ends <= last {
                at.entry(ends).or_default().push(entry("due"));
            }
        }
    }
    (throughout, at)
}

struct Column {
    name: String,
    count: String,
    more: String,
    rows: Vec<LineFace>,
}

#[derive(Template)]
#[template(path = "plan_board.html")]
struct BoardPage {
    p: Page,
    crumbs: Vec<Crumb>,
    h: Head,
    filter: FilterFace,
    columns: Vec<Column>,
}

/// Lines of a column of the board.
const COLUMN: u32 = 30;

/// The board.
pub(crate) async fn board(
    State(house): State<House>,
    asker: Asker,
    Path(plan): Path<String>,
    Query(filter): Query<Filter>,
) -> Result<Response, Error> {
    let ground = Ground::of(&house, &asker, &plan).await?;
    let p = asker.desk_page(ground.row.title.clone()).await?;
    let today = house.app.zone.day(ground.look.now());
    let db = ground.look.db();
    let mut columns = Vec::new();
    for state in filters::STATES {
        let narrowed = Filter { state: state.to_owned(), sort: "day".to_owned(), ..filter.clone() };
        let asked = narrowed.asked(&ground, today);
        let sum = lines::sum(db, ground.id(), &ground.sight, ground.whole, &asked).await?;
        let page = (PageNumber::FIRST, COLUMN);
        let rows = lines::list(db, ground.id(), &ground.sight, ground.whole, &asked, page).await?;
        let more = sum.lines > u64::from(COLUMN);
        columns.push(Column {
            name: p.t(&format!("plan-when-{state}")),
            count: p.format.number(i64::try_from(sum.lines).unwrap_or(i64::MAX)),
            more: if more { format!("{}?{}", ground.at(""), narrowed.query()) } else { String::new() },
            rows: faces(&house, &ground, &p, &rows, today).await?,
        });
    }
    html(&BoardPage {
        crumbs: ground.crumbs(&p, false),
        h: ground.head(&p, "/board"),
        filter: filters::face(&house, &ground, &p, &filter, "/board").await?,
        columns,
        p,
    })
}

struct TimeRow {
    href: String,
    name: String,
    unit: String,
    when: String,
    state: String,
}

#[derive(Template)]
#[template(path = "plan_timeline.html")]
struct TimelinePage {
    p: Page,
    crumbs: Vec<Crumb>,
    h: Head,
    filter: FilterFace,
    chart: String,
    rows: Vec<TimeRow>,
    many: String,
    pager: Option<Pager>,
}

/// Bars over time.
pub(crate) async fn timeline(
    State(house): State<House>,
    asker: Asker,
    Path(plan): Path<String>,
    Query(filter): Query<Filter>,
) -> Result<Response, Error> {
    let ground = Ground::of(&house, &asker, &plan).await?;
    let number = filter.number()?;
    let p = asker.desk_page(ground.row.title.clone()).await?;
    let today = house.app.zone.day(ground.look.now());
    let asked = filter.asked(&ground, today);
    let db = ground.look.db();
    let sum = lines::sum(db, ground.id(), &ground.sight, ground.whole, &asked).await?;
    let rows = lines::list(db, ground.id(), &ground.sight, ground.whole, &asked, (number, SIZE)).await?;
    let found = kernel::Page { items: rows, number: number.get(), size: SIZE, total: sum.lines };
    if !found.exists() {
        return Err(Failure::NotFound.into());
    }
    let query = filter.query();
    let pager = Pager::of(&found, |n| format!("{}?{query}&page={n}", ground.at("/timeline")));
    let faces = faces(&house, &ground, &p, &found.items, today).await?;
    let mut bars = Vec::new();
    let mut named = Vec::new();
    for (row, face) in found.items.iter().zip(faces) {
        let content = row.content();
        let (begins, ends) = content.span(ground.row.period());
        bars.push(Bar {
            label: content.title.clone(),
            words: format!("{}: {}", content.title, days_words(&p, &content)),
            href: face.href.clone(),
            from: begins,
            to: ends,
            due: content.due,
            shade: face.chip,
        });
        named.push(TimeRow {
            href: face.href,
            name: content.title,
            unit: face.lead,
            when: face.when,
            state: face.state,
        });
    }
    let span = asked.days.unwrap_or_else(|| ground.row.period());
    let months = |day: Day| p.format.month(day.year(), day.month());
    let chart =
        Timeline { title: p.t("plan-view-timeline"), today, today_word: p.t("plan-today"), span, bars };
    html(&TimelinePage {
        crumbs: ground.crumbs(&p, false),
        h: ground.head(&p, "/timeline"),
        filter: filters::face(&house, &ground, &p, &filter, "/timeline").await?,
        chart: chart.svg(&months),
        rows: named,
        many: p.f("plan-lines-many", "count", sum.lines),
        pager,
        p,
    })
}
