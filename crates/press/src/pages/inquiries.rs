//! The log of inquiries: what is open, mine, late, answered, refused; by outlet, by words, in pages.

use super::shared::{desk_only, may};
use crate::House;
use crate::faces::short;
use crate::inquiry::{Content, State as Stand};
use crate::store::inquiries::{self, InquiryRow, Narrow, Which};
use crate::store::intake;
use crate::yearly::Window;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use deadlines::ClockFace;
use kernel::{Action, Failure, PageNumber, ThingKind};
use serde::Deserialize;
use web::{Asker, Error, Kept, Page, Pager, Tab, html};

struct InquiryLine {
    id: String,
    number: String,
    title: String,
    more: usize,
    outlet: String,
    chip: &'static str,
    state: String,
    urgent: bool,
    received_iso: String,
    received: String,
    who: String,
    clock: Option<ClockFace>,
}

/// What the list is narrowed by, as the address says it.
#[derive(Debug, Deserialize, Default, Clone)]
#[serde(default)]
pub(crate) struct Asked {
    which: String,
    words: String,
    outlet: String,
    year: String,
    page: Option<String>,
}

#[derive(Template)]
#[template(path = "press_inquiries.html")]
struct InquiriesPage {
    p: Page,
    tabs: Vec<Tab>,
    lines: Vec<InquiryLine>,
    pager: Option<Pager>,
    which: String,
    words: String,
    outlet: String,
    year: String,
    total: String,
    answers: bool,
    aside: i64,
    letters: i64,
    kept: Kept,
}

const SIZE: u32 = 50;
const TABS: [&str; 7] = ["", "mine", "late", "answered", "refused", "closed", "all"];

impl Asked {
    fn address(&self, which: &str, page: u32) -> String {
        let page = if page > 1 { page.to_string() } else { String::new() };
        let pairs = [
            ("which", which),
            ("words", self.words.trim()),
            ("outlet", self.outlet.trim()),
            ("year", self.year.trim()),
            ("page", &page),
        ];
        let said: Vec<_> = pairs.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        if said.is_empty() {
            return "/desk/press/inquiries".to_owned();
        }
        format!("/desk/press/inquiries?{}", serde_urlencoded::to_string(said).unwrap_or_default())
    }
}

/// The page.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    desk_only(&asker)?;
    let number = PageNumber::parse(asked.page.as_deref()).ok_or(Failure::NotFound)?;
    let look = asker.look();
    let (db, now) = (look.db(), look.now());
    let p = asker.desk_page(asker.locale().t("inquiries-title")).await?;
    let me = asker.actor.id().ok_or(Failure::SignIn)?;
    let late = deadlines::late_now(db, ThingKind::Inquiry, now).await?;
    let window = asked.year.parse::<i16>().ok().and_then(|year| Window::of(&house.app.zone, year));
    let base = Narrow {
        words: viet::fold::fold_lower(asked.words.trim()).split_whitespace().map(ToOwned::to_owned).collect(),
        outlet: viet::fold::fold_lower(asked.outlet.trim()),
        from: window.map(|window| window.from),
        to: window.map(|window| window.to),
        late,
        now: Some(now),
        which: Which::Open,
    };
    let which = |name: &str| match name {
        "mine" => Which::Mine(me),
        "late" => Which::Late,
        "answered" => Which::Answered,
        "refused" => Which::Refused,
        "closed" => Which::Closed,
        "all" => Which::All,
        _ => Which::Open,
    };
    let mut tabs = Vec::new();
    for name in TABS {
        let open = matches!(name, "" | "mine" | "late");
        let narrow = Narrow { which: which(name), ..base.clone() };
        tabs.push(Tab {
            href: asked.address(name, 1),
            label: p.t(&format!("inquiries-{}", if name.is_empty() { "open" } else { name })),
            count: if open { inquiries::count(db, &narrow).await? } else { 0 },
            current: asked.which == name,
        });
    }
    let narrow = Narrow { which: which(&asked.which), ..base };
    let found = inquiries::list(db, &narrow, number, SIZE).await?;
    if !found.exists() {
        return Err(Failure::NotFound.into());
    }
    let names = house.office.names().await?;
    let mut lines = Vec::new();
    let open = |row: &&InquiryRow| Stand::named(&row.state).is_open();
    let ids: Vec<_> = found.items.iter().filter(open).map(|row| row.id.0).collect();
    let mut clocks = deadlines::faces_of(&house.rules, db, &p, now, ThingKind::Inquiry, &ids).await?;
    for row in &found.items {
        let clock = clocks.remove(&row.id.0).and_then(|faces| faces.into_iter().next());
        lines.push(line(&p, row, names.person(row.taken_by), clock));
    }
    let list = "/desk/press/inquiries";
    let here = asked.address(&asked.which, 1);
    let query = here.strip_prefix(list).unwrap_or_default().trim_start_matches('?');
    html(&InquiriesPage {
        kept: asker.kept(list, list, query).await?,
        tabs,
        pager: Pager::of(&found, |page| asked.address(&asked.which, page)),
        total: p.format.number(i64::try_from(found.total).unwrap_or(i64::MAX)),
        lines,
        answers: may(&asker, Action::AnswerPress),
        aside: intake::count(db).await?,
        letters: post::count_unclear(db).await?,
        which: asked.which,
        words: asked.words,
        outlet: asked.outlet,
        year: asked.year,
        p,
    })
}

fn line(p: &Page, row: &InquiryRow, who: String, clock: Option<ClockFace>) -> InquiryLine {
    let state = Stand::named(&row.state);
    let content = Content::read(&row.content);
    InquiryLine {
        id: row.id.to_string(),
        number: format!("{}/{}", row.no, row.year),
        title: content.asked.first().map_or(String::new(), |asked| short(&asked.question, 160)),
        more: content.asked.len().saturating_sub(1),
        outlet: row.outlet.clone(),
        chip: state.chip(),
        state: p.t(&format!("inquiry-{}", state.name())),
        urgent: row.urgent && state.is_open(),
        received_iso: p.format.iso(row.received_at),
        received: p.format.stamp(row.received_at),
        who,
        clock,
    }
}
