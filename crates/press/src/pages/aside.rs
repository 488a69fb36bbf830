//! What came in by itself and was set aside: looked through by a person, who takes up what is real.

use super::shared::{desk_only, id, may, reasons, with_status};
use crate::House;
use crate::store::intake;
use crate::verbs;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use kernel::{Action, Failure, PageNumber, Refusal};
use serde::Deserialize;
use uuid::Uuid;
use web::{Asker, Crumb, Error, Fields, Page, Pager, Refused, html, refusals, said};

struct AsideLine {
    id: String,
    outlet: String,
    who: String,
    why: String,
    questions: String,
    times: i64,
    iso: String,
    when: String,
}

#[derive(Debug, Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    words: String,
    page: Option<String>,
}

#[derive(Template)]
#[template(path = "press_aside.html")]
struct AsidePage {
    p: Page,
    crumbs: Vec<Crumb>,
    words: String,
    total: String,
    lines: Vec<AsideLine>,
    pager: Option<Pager>,
    answers: bool,
    refused: Vec<Refused>,
}

const SIZE: u32 = 50;

/// The list.
pub(crate) async fn show(asker: Asker, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let number = PageNumber::parse(asked.page.as_deref()).ok_or(Failure::NotFound)?;
    page(&asker, &asked.words, number, Vec::new()).await
}

async fn page(
    asker: &Asker,
    words: &str,
    number: PageNumber,
    refused: Vec<Refusal>,
) -> Result<Response, Error> {
    desk_only(asker)?;
    let look = asker.look();
    let p = asker.desk_page(asker.locale().t("aside-title")).await?;
    let folded: Vec<String> =
        viet::fold::fold_lower(words).split_whitespace().take(12).map(ToOwned::to_owned).collect();
    let found = intake::list(look.db(), &folded, number, SIZE).await?;
    if !found.exists() {
        return Err(Failure::NotFound.into());
    }
    let mut lines = Vec::new();
    for row in &found.items {
        lines.push(AsideLine {
            id: row.id.to_string(),
            outlet: row.outlet.clone(),
            who: [row.journalist.as_str(), row.contact.as_str()]
                .into_iter()
                .filter(|text| !text.is_empty())
                .collect::<Vec<_>>()
                .join(" · "),
            why: p.t(&format!("aside-why-{}", row.why)),
            questions: crate::faces::short(&row.questions, 400),
            times: row.times,
            iso: p.format.iso(row.at),
            when: p.format.stamp(row.at),
        });
    }
    let page = html(&AsidePage {
        crumbs: vec![Crumb { href: "/desk/press/inquiries".into(), label: p.t("inquiries-title") }],
        pager: Pager::of(&found, |page| {
            let sought = serde_urlencoded::to_string([("words", words)]).unwrap_or_default();
            format!("/desk/press/set-aside?{sought}&page={page}")
        }),
        total: p.f("aside-total", "count", found.total),
        words: words.to_owned(),
        lines,
        answers: may(asker, Action::AnswerPress),
        refused: refusals(asker.locale(), &refused),
        p,
    })?;
    Ok(with_status(page, &refused))
}

/// Takes one up: it is an inquiry from when it came.
pub(crate) async fn take_up(
    State(house): State<House>,
    asker: Asker,
    Path(aside): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let of: Uuid = id(&aside)?;
    intake::SetAsideRow::of(asker.look().db(), of).await?.ok_or(Failure::NotFound)?;
    let outlet = fields.text("outlet");
    let outcome = web::wish!(asker, |cx| verbs::take_up(&mut cx, &house.app.zone, of, outlet).await);
    match outcome {
        Ok(inquiry) => Ok(said(&format!("/desk/press/inquiries/{inquiry}"), "said-inquiry-logged")),
        Err(failure) => page(&asker, "", PageNumber::FIRST, reasons(failure)?).await,
    }
}
