//! The public's numbers: how many questions came, were answered, in time, and refused for which reason, month by month (L5).

use crate::House;
use crate::question::State as Stand;
use crate::store::lists::{self, Counted};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use kernel::Moment;
use std::collections::BTreeMap;
use web::{Crumb, Error, Page, Visitor, html};

#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Month {
    pub(super) received: i64,
    pub(super) answered: i64,
    pub(super) on_time: i64,
    pub(super) late: i64,
    pub(super) refused: i64,
    pub(super) aside: i64,
    pub(super) open: i64,
}

struct Line {
    label: String,
    month: Month,
}

struct Reason {
    label: String,
    many: i64,
}

#[derive(Template)]
#[template(path = "answers_numbers.html")]
struct NumbersPage {
    p: Page,
    crumbs: Vec<Crumb>,
    lines: Vec<Line>,
    all: Month,
    reasons: Vec<Reason>,
    as_of: String,
}

/// Counts by month of arrival; whether a question was refused, set aside or answered is its standing now.
fn count(rows: &[Counted], month_of: impl Fn(Moment) -> (i16, i8)) -> BTreeMap<(i16, i8), Month> {
    let mut months: BTreeMap<(i16, i8), Month> = BTreeMap::new();
    for row in rows {
        let month = months.entry(month_of(row.received_at)).or_default();
        add(month, row);
    }
    months
}

fn add(month: &mut Month, row: &Counted) {
    let state = Stand::named(&row.state);
    // What the machine took for a flood is counted apart: it is no question until somebody takes it back.
    if state == Stand::Aside {
        month.aside += 1;
        return;
    }
    month.received += 1;
    match (state, row.on_time) {
        (Stand::Refused, _) => month.refused += 1,
        (Stand::Answered | Stand::Merged, Some(in_time)) => {
            month.answered += 1;
            if in_time {
                month.on_time += 1;
            } else {
                month.late += 1;
            }
        }
        (Stand::Answered, None) => month.answered += 1,
        _ => month.open += 1,
    }
}

/// The page.
pub(crate) async fn show(State(_house): State<House>, visitor: Visitor) -> Result<Response, Error> {
    let p = visitor.page("qa-numbers-title").await?;
    let look = visitor.look();
    let zone = p.format.zone().clone();
    let this = zone.day(look.now());
    let first = this
        .first_of_month()
        .checked_sub(jiff::Span::new().months(11))
        .ok()
        .and_then(|day| zone.start_of(day))
        .unwrap_or(Moment(0));
    let rows = lists::counted_since(look.db(), first).await?;
    let mut all = Month::default();
    let mut reasons: BTreeMap<&str, i64> = BTreeMap::new();
    for row in &rows {
        add(&mut all, row);
        if Stand::named(&row.state) == Stand::Refused {
            *reasons.entry(row.refusal.as_str()).or_default() += 1;
        }
    }
    let months = count(&rows, |at| {
        let day = zone.day(at);
        (day.year(), day.month())
    });
    let reasons = reasons
        .into_iter()
        .map(|(code, many)| Reason { label: p.t(&format!("ask-refusal-{code}")), many })
        .collect();
    html(&NumbersPage {
        crumbs: vec![
            Crumb { href: p.site.home.clone(), label: p.t("web-home") },
            Crumb { href: "/hoi-dap".into(), label: p.t("qa-title") },
        ],
        lines: months
            .into_iter()
            .rev()
            .map(|((year, month), counted)| Line { label: p.format.month(year, month), month: counted })
            .collect(),
        all,
        reasons,
        as_of: p.format.date_time(look.now()),
        p,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn l5_every_question_is_counted_once() {
        let row = |state: &str, refusal: &str, on_time| Counted {
            received_at: Moment(0),
            state: state.into(),
            refusal: refusal.into(),
            on_time,
        };
        let rows = [
            row("received", "", None),
            row("answered", "", Some(true)),
            row("answered", "", Some(false)),
            row("merged", "", None),
            row("merged", "", Some(true)),
            row("refused", "not-ours", Some(true)),
            row("aside", "", None),
        ];
        let month = count(&rows, |_| (2026, 11)).remove(&(2026, 11)).unwrap();
        assert_eq!(month.received, month.answered + month.refused + month.open);
        assert_eq!(month.answered, month.on_time + month.late);
        assert_eq!((month.received, month.aside, month.refused), (6, 1, 1));
    }
}
