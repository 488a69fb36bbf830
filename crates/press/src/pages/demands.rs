//! Demands for correction: the list, and the form in which one is written, from nothing or from a published item that was heard.

use super::shared::{Choice, choices, desk_only, id, may, reasons, with_status};
use crate::House;
use crate::demand::{ASKS, State as Stand};
use crate::store::demands::{self, DemandRow};
use crate::verbs::{self, DemandWish};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use deadlines::ClockFace;
use kernel::{Action, DemandId, Failure, MentionId, PageNumber, Refusal, Thing, ThingKind};
use serde::Deserialize;
use web::{Asker, Crumb, Error, Fields, Page, Pager, Refused, Tab, html, refusals, said};

struct DemandLine {
    id: String,
    number: String,
    outlet: String,
    title: String,
    chip: &'static str,
    state: String,
    outcome: String,
    iso: String,
    when: String,
    round: i64,
    clock: Option<ClockFace>,
}

#[derive(Debug, Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    done: String,
    page: Option<String>,
    mention: String,
}

#[derive(Template)]
#[template(path = "press_demands.html")]
struct DemandsPage {
    p: Page,
    tabs: Vec<Tab>,
    lines: Vec<DemandLine>,
    pager: Option<Pager>,
    answers: bool,
}

const SIZE: u32 = 50;

/// The list.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    desk_only(&asker)?;
    let number = PageNumber::parse(asked.page.as_deref()).ok_or(Failure::NotFound)?;
    let look = asker.look();
    let p = asker.desk_page(asker.locale().t("demands-title")).await?;
    let open = asked.done.is_empty();
    let found = demands::list(look.db(), open, number, SIZE).await?;
    if !found.exists() {
        return Err(Failure::NotFound.into());
    }
    let mut lines = Vec::new();
    let ids: Vec<_> = found.items.iter().map(|row| row.id.0).collect();
    let mut clocks =
        deadlines::faces_of(&house.rules, look.db(), &p, look.now(), ThingKind::Demand, &ids).await?;
    for row in &found.items {
        let clocks = clocks.remove(&row.id.0).unwrap_or_default();
        let state = Stand::named(&row.state);
        lines.push(DemandLine {
            id: row.id.to_string(),
            number: format!("{}/{}", row.no, row.year),
            outlet: row.outlet.clone(),
            title: row.item_title.clone(),
            chip: state.chip(),
            state: p.t(&format!("demand-{}", state.name())),
            outcome: if row.outcome.is_empty() {
                String::new()
            } else {
                p.t(&format!("demand-outcome-{}", row.outcome))
            },
            iso: p.format.iso(row.made_at),
            when: p.format.stamp(row.made_at),
            round: row.round,
            clock: clocks.into_iter().next_back().filter(|clock| clock.open),
        });
    }
    let tab = |done: &str, key: &str| Tab {
        href: if done.is_empty() {
            "/desk/press/demands".into()
        } else {
            "/desk/press/demands?done=1".into()
        },
        label: p.t(key),
        count: 0,
        current: asked.done == done,
    };
    html(&DemandsPage {
        tabs: vec![tab("", "demands-open"), tab("1", "demands-done")],
        pager: Pager::of(&found, |page| {
            let done = if open { "" } else { "done=1&" };
            format!("/desk/press/demands?{done}page={page}")
        }),
        lines,
        answers: may(&asker, Action::AnswerPress),
        p,
    })
}

#[derive(Template)]
#[template(path = "press_demand_new.html")]
struct WritePage {
    p: Page,
    crumbs: Vec<Crumb>,
    action: String,
    asks: Vec<Choice>,
    outlets: Vec<String>,
    edition: i64,
    mention: String,
    refused: Vec<Refused>,
    typed: DemandWish,
}

/// An empty form, or one that starts from a published item.
pub(crate) async fn new(
    State(house): State<House>,
    asker: Asker,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let mut typed = DemandWish { asks: "correction".into(), ..DemandWish::default() };
    if let Ok(mention) = asked.mention.parse::<MentionId>()
        && may(&asker, Action::ReadPress)
        && let Some(heard) = house.office.mention(mention).await?
    {
        typed.mention = Some(mention);
        (typed.outlet, typed.item_title) = (heard.outlet, heard.title);
        (typed.item_link, typed.item_day) = (heard.link, heard.day);
    }
    page(&house, &asker, None, 0, Vec::new(), typed).await
}

/// The form of one that is there.
pub(crate) async fn edit(
    State(house): State<House>,
    asker: Asker,
    Path(demand): Path<String>,
) -> Result<Response, Error> {
    asker.look().may(Action::AnswerPress, Thing::House)?;
    let of: DemandId = id(&demand)?;
    let row = DemandRow::of(asker.look().db(), of).await?.ok_or(Failure::NotFound)?;
    let typed = DemandWish {
        outlet: row.outlet,
        item_title: row.item_title,
        item_link: row.item_link,
        item_day: row.item_day,
        mention: row.mention,
        wrong: row.wrong,
        grounds: row.grounds,
        right_text: row.right_text,
        asks: row.asks,
    };
    page(&house, &asker, Some(of), row.edition, Vec::new(), typed).await
}

async fn page(
    house: &House,
    asker: &Asker,
    of: Option<DemandId>,
    edition: i64,
    refused: Vec<Refusal>,
    typed: DemandWish,
) -> Result<Response, Error> {
    asker.look().may(Action::AnswerPress, Thing::House)?;
    let p = asker.desk_page(asker.locale().t("demand-write")).await?;
    let mut crumbs = vec![Crumb { href: "/desk/press/demands".into(), label: p.t("demands-title") }];
    if let Some(of) = of {
        crumbs.push(Crumb { href: format!("/desk/press/demands/{of}"), label: p.t("demand-one") });
    }
    let page = html(&WritePage {
        crumbs,
        action: of.map_or("/desk/press/demands".into(), |of| format!("/desk/press/demands/{of}/write")),
        asks: choices(&p, &ASKS, "demand-asks-", &typed.asks),
        outlets: house.office.outlets().await?,
        edition,
        mention: typed.mention.map(|mention| mention.to_string()).unwrap_or_default(),
        refused: refusals(asker.locale(), &refused),
        typed,
        p,
    })?;
    Ok(with_status(page, &refused))
}

fn typed(fields: &Fields) -> DemandWish {
    let text = |name: &str| fields.text(name).to_owned();
    DemandWish {
        outlet: text("outlet"),
        item_title: text("item_title"),
        item_link: text("item_link"),
        item_day: text("item_day"),
        mention: fields.parsed("mention"),
        wrong: fields.raw("wrong").to_owned(),
        grounds: fields.raw("grounds").to_owned(),
        right_text: fields.raw("right_text").to_owned(),
        asks: text("asks"),
    }
}

/// Begins one.
pub(crate) async fn begin(
    State(house): State<House>,
    asker: Asker,
    fields: Fields,
) -> Result<Response, Error> {
    let wish = typed(&fields);
    let outcome = web::wish!(asker, |cx| verbs::begin_demand(&mut cx, &house.app.zone, &wish).await);
    match outcome {
        Ok(demand) => Ok(said(&format!("/desk/press/demands/{demand}"), "said-demand-begun")),
        Err(failure) => page(&house, &asker, None, 0, reasons(failure)?, wish).await,
    }
}

/// Keeps its text.
pub(crate) async fn write(
    State(house): State<House>,
    asker: Asker,
    Path(demand): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let of: DemandId = id(&demand)?;
    let wish = typed(&fields);
    let edition = fields.parsed("edition").unwrap_or(-1);
    let outcome = web::wish!(asker, |cx| verbs::write_demand(&mut cx, of, edition, &wish).await);
    match outcome {
        Ok(()) => Ok(said(&format!("/desk/press/demands/{of}"), "said-demand-written")),
        Err(failure) => page(&house, &asker, Some(of), edition, reasons(failure)?, wish).await,
    }
}
