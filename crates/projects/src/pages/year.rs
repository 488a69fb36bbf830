//! The money of a year over all projects that somebody sees: by project and month, cumulated against the plan, beside the same
//! day of the year before, and who is behind; on a page, in Excel and on paper (S42).

use super::ground::{Names, millions, percent, work_only, year_word};
use super::list::{Filter, FilterFace, Line, counts, kin, line};
use crate::House;
use crate::chart::Chart;
use crate::sight::Sight;
use crate::store::money;
use crate::store::projects::{self, Asked, ListedProject};
use crate::sums::{MONTHS, YearSum, share};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use kernel::{Day, Failure, PageNumber, ProjectId};
use std::collections::HashMap;
use web::{Asker, Error, Page, Tab, html};

/// A month of a year as tables show it.
pub(crate) struct MonthRow {
    pub(crate) month: String,
    pub(crate) planned: String,
    pub(crate) paid: String,
    pub(crate) planned_to: String,
    pub(crate) paid_to: String,
    pub(crate) share: String,
    pub(crate) behind: bool,
}

/// The months of a year that have begun; those ahead with their plan alone.
pub(crate) fn month_rows(p: &Page, sum: &YearSum, year: i32, today: Day) -> Vec<MonthRow> {
    let begun = begun(today, year);
    let after = sum.paid.last().copied().unwrap_or(0) != 0;
    let last = if after { MONTHS } else { 12 };
    let rows = (1..=last).map(|month| {
        let cell = |list: &[i64]| list.get(month - 1).copied().unwrap_or(0);
        let (planned, paid) = (cell(&sum.planned), cell(&sum.paid));
        let has = month <= begun;
        let only = |words: String| if has { words } else { String::new() };
        MonthRow {
            month: month_word(p, month, year),
            planned: if month > 12 { String::new() } else { millions(p, planned) },
            paid: only(millions(p, paid)),
            planned_to: if month > 12 { String::new() } else { millions(p, sum.planned_to(month)) },
            paid_to: only(millions(p, sum.paid_to(month))),
            share: only(percent(p, share(sum.paid_to(month), sum.assigned))),
            behind: has && sum.paid_to(month) < sum.planned_to(month),
        }
    });
    rows.collect()
}

fn month_word(p: &Page, month: usize, year: i32) -> String {
    match month {
        13 => p.f("project-month-after", "year", year_word(year + 1)),
        month => p.f("project-month", "month", month),
    }
}

/// The months of a budget year that have begun, 0 to 13.
fn begun(today: Day, year: i32) -> usize {
    let now = i32::from(today.year());
    let month = usize::try_from(today.month()).unwrap_or(1);
    match now - year {
        0 => month,
        behind if behind > 0 => MONTHS,
        _ => 0,
    }
}

/// The chart of a year; nothing when there is nothing to draw.
pub(crate) fn chart(p: &Page, sum: &YearSum, year: i32, today: Day) -> String {
    let amount = |amount: i64| millions(p, amount);
    let month = |month: usize| p.f("project-month", "month", month);
    let words = ["project-chart-paid", "project-chart-planned", "project-assigned"].map(|key| p.t(key));
    let args = [("year", year_word(year)), ("share", percent(p, share(sum.paid(), sum.assigned)))];
    let title = web::lookup(p.format.lang(), "project-chart", &args);
    Chart { title, sum, to: begun(today, year).min(12), amount: &amount, words, month: &month }.svg()
}

/// A project as the table of a year shows it.
struct Row {
    line: Line,
    months: Vec<String>,
    planned: String,
}

struct Compared {
    year: String,
    assigned: String,
    paid: String,
    share: String,
}

#[derive(Template)]
#[template(path = "project_year.html")]
struct YearPage {
    p: Page,
    kin: Vec<Tab>,
    filter: FilterFace,
    query: String,
    heads: Vec<String>,
    due_head: String,
    rows: Vec<Row>,
    sum: Row,
    chart: String,
    chart_words: String,
    months: Vec<MonthRow>,
    late: Vec<Line>,
    compared: Vec<Compared>,
    compared_to: String,
    counts: String,
    left_out: bool,
}

/// More projects than these are no table anybody reads.
const MOST: u32 = 500;

/// A year that was asked for, with its sums.
pub(crate) struct Told {
    pub(crate) p: Page,
    pub(crate) asked: Asked,
    pub(crate) names: Names,
    pub(crate) lineage: kernel::Lineage,
    pub(crate) rows: Vec<ListedProject>,
    pub(crate) sums: HashMap<ProjectId, YearSum>,
    pub(crate) whole: YearSum,
    pub(crate) today: Day,
    pub(crate) left_out: bool,
    sight: Sight,
}

impl Told {
    pub(crate) async fn of(house: &House, asker: &Asker, filter: &Filter) -> Result<Self, Error> {
        let look = asker.look();
        work_only(&look)?;
        let p = asker.desk_page(asker.locale().t("projects-which-year")).await?;
        let lineage = house.office.lineage().await?;
        let sight = Sight::of(look.actor());
        let today = house.app.zone.day(look.now());
        let asked = filter.asked(today, &lineage)?;
        let found = projects::list(look.db(), &sight, &asked, PageNumber::FIRST, MOST).await?;
        let left_out = found.total > u64::from(MOST);
        let sums = money::sheet(look.db(), &found.items, &asked).await?;
        let mut whole = YearSum::default();
        sums.values().for_each(|sum| whole.add(sum));
        let names = Names::of(house).await?;
        Ok(Self { p, asked, names, lineage, rows: found.items, sums, whole, today, left_out, sight })
    }

    pub(crate) fn sum(&self, row: &ListedProject) -> YearSum {
        self.sums.get(&row.id).copied().unwrap_or_default()
    }

    /// The columns of months: twelve, and January of the year after where something was paid in it.
    pub(crate) fn months(&self) -> usize {
        if self.whole.paid.last().copied().unwrap_or(0) == 0 { 12 } else { MONTHS }
    }

    /// How far all that is waited for is behind together: each project by itself, for one's haste is not another's.
    pub(crate) fn behind(&self) -> i64 {
        self.rows.iter().fold(0, |sum, row| sum.saturating_add(row.behind()))
    }

    /// What was paid in a month, in millions; what is ahead is empty.
    fn cells(&self, sum: &YearSum) -> Vec<String> {
        let begun = begun(self.today, self.asked.year);
        let cells = sum.paid.iter().take(self.months()).enumerate();
        cells
            .map(|(at, paid)| match paid {
                0 if at < begun => "–".to_owned(),
                0 => String::new(),
                paid => millions(&self.p, *paid),
            })
            .collect()
    }

    fn row(&self, line: Line, sum: &YearSum) -> Row {
        Row { months: self.cells(sum), planned: millions(&self.p, sum.planned_to(self.asked.due)), line }
    }

    fn sum_line(&self) -> Line {
        let (p, whole) = (&self.p, &self.whole);
        let part = |amount| share(amount, whole.assigned).unwrap_or(0).clamp(0, 1000);
        Line {
            href: String::new(),
            called: p.t("plan-sum"),
            small: String::new(),
            chip: "",
            state: String::new(),
            behind: match self.behind() {
                0 => String::new(),
                behind => p.f("project-behind-by", "amount", millions(p, behind)),
            },
            hindered: String::new(),
            assigned: millions(p, whole.assigned),
            paid: millions(p, whole.paid()),
            share: percent(p, share(whole.paid(), whole.assigned)),
            bar: (part(whole.paid()), part(whole.planned_to(self.asked.due))),
        }
    }

    /// The same projects' money up to the same day of the year before.
    async fn before(&self, house: &House) -> Result<Option<(YearSum, Day)>, Failure> {
        if i32::from(self.today.year()) != self.asked.year {
            return Ok(None);
        }
        let Ok(cut) = self.today.checked_sub(jiff::Span::new().years(1)) else { return Ok(None) };
        let asked = Asked { year: self.asked.year - 1, due: 12, ..self.asked.clone() };
        let asked = Asked { behind: false, state: String::new(), ..asked };
        let db = house.app.db.reader();
        let found = projects::list(db, &self.sight, &asked, PageNumber::FIRST, MOST).await?;
        let ids: Vec<ProjectId> = found.items.iter().map(|row| row.id).collect();
        let mut whole = YearSum::default();
        let sums = money::years(db, &ids, asked.year, Some(cut)).await?;
        sums.values().for_each(|sum| whole.add(sum));
        Ok(Some((whole, cut)))
    }
}

/// The page.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Query(filter): Query<Filter>,
) -> Result<Response, Error> {
    let told = Told::of(&house, &asker, &filter).await?;
    let (p, year) = (&told.p, told.asked.year);
    let lines = |row: &ListedProject| line(p, &told.names, &told.lineage, row);
    let compared = |of: i32, sum: &YearSum| Compared {
        year: year_word(of),
        assigned: millions(p, sum.assigned),
        paid: millions(p, sum.paid()),
        share: percent(p, share(sum.paid(), sum.assigned)),
    };
    let before = told.before(&house).await?;
    let compared_to = before.as_ref().map(|(_, cut)| {
        let days = [("day", p.format.day(told.today)), ("before", p.format.day(*cut))];
        web::lookup(p.format.lang(), "projects-compared-to", &days)
    });
    let before = before.filter(|(sum, _)| sum.assigned > 0 || sum.paid() > 0);
    let look = asker.look();
    html(&YearPage {
        kin: kin(p, "/desk/projects/disbursement"),
        filter: filter.face(&house, p, (&look, &told.sight), ("/desk/projects/disbursement", year)).await?,
        query: filter.query(),
        heads: (1..=told.months()).map(|month| short_month(p, month, year)).collect(),
        due_head: p.f("project-planned-to", "month", told.asked.due),
        rows: told.rows.iter().map(|row| told.row(lines(row), &told.sum(row))).collect(),
        sum: told.row(told.sum_line(), &told.whole),
        chart: chart(p, &told.whole, year, told.today),
        chart_words: {
            let args = [
                ("year", year_word(year)),
                ("share", percent(p, share(told.whole.paid(), told.whole.assigned))),
            ];
            web::lookup(p.format.lang(), "project-chart", &args)
        },
        months: month_rows(p, &told.whole, year, told.today),
        late: told.rows.iter().filter(|row| row.behind() > 0).map(lines).collect(),
        compared: match &before {
            Some((sum, _)) => vec![compared(year, &told.whole), compared(year - 1, sum)],
            None => Vec::new(),
        },
        compared_to: compared_to.filter(|_| before.is_some()).unwrap_or_default(),
        counts: counts(p, told.asked.due, year),
        left_out: told.left_out,
        p: told.p.clone(),
    })
}

/// “T3”, and for January of the year after “T1/2027”.
pub(crate) fn short_month(p: &Page, month: usize, year: i32) -> String {
    match month {
        13 => p.f("project-month-short", "month", format!("1/{}", year_word(year + 1))),
        month => p.f("project-month-short", "month", month),
    }
}
