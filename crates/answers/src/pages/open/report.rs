//! Report an error on a page: from the foot of every page, in one short form.

use super::{person, sent, test, test_again};
use crate::House;
use crate::pages::{reasons, with_status};
use crate::verbs;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use gate::Test;
use kernel::{Failure, Refusal};
use serde::Deserialize;
use web::{Error, Fields, Page, Refused, Visitor, html, refusals};

#[derive(Template)]
#[template(path = "answers_report.html")]
struct ReportPage {
    p: Page,
    page: String,
    words: String,
    email: String,
    done: bool,
    test: Test,
    refused: Vec<Refused>,
}

/// Which page.
#[derive(Debug, Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    #[serde(rename = "trang")]
    page: String,
}

/// The form.
pub(crate) async fn show(
    State(house): State<House>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let page = if web::is_own_path(&asked.page) { asked.page } else { String::new() };
    let p = visitor.page("report-title").await?;
    let test = test(&house, &visitor, p.locale()).await?;
    html(&ReportPage {
        page,
        words: String::new(),
        email: String::new(),
        done: false,
        test,
        refused: Vec::new(),
        p,
    })
}

/// Takes it.
pub(crate) async fn send(
    State(house): State<House>,
    visitor: Visitor,
    fields: Fields,
) -> Result<Response, Error> {
    let refused = match take(&house, &visitor, &fields).await {
        Ok(()) => Vec::new(),
        Err(failure) => reasons(failure)?,
    };
    let p = visitor.page("report-title").await?;
    let done = refused.is_empty();
    let test = if done { Test::default() } else { test_again(&house, &visitor, p.locale(), &fields).await? };
    let response = html(&ReportPage {
        page: fields.text("page").to_owned(),
        words: fields.text("words").to_owned(),
        email: fields.text("email").to_owned(),
        done,
        test,
        refused: refusals(p.locale(), &refused),
        p,
    })?;
    Ok(with_status(response, &refused))
}

async fn take(house: &House, visitor: &Visitor, fields: &Fields) -> Result<(), Failure> {
    let passed = person(house, visitor, fields).await?;
    let page = verbs::ask_path(fields.text("page"));
    if page.chars().count() > 500 {
        return Err(Failure::refused(Refusal::field("page", "refused-too-long").with("most", 500)));
    }
    let story = house.office.story_at(&page).await?;
    let mut cx = visitor.wish().await?;
    verbs::report_error(&mut cx, &page, fields.text("words"), fields.text("email"), story, &passed.nonce)
        .await?;
    cx.finish().await?;
    sent(house, visitor)
}
