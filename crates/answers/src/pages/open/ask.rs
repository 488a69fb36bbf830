//! Ask: first what it is about, in a line, with what was answered before; then the form; then the code.

use super::{person, sent, test, test_again};
use crate::FILES;
use crate::House;
use crate::pages::{Choice, reasons, with_status};
use crate::store::{fields, public, words as word_store};
use crate::verbs::{self, AskWish};
use crate::words;
use askama::Template;
use axum::Json;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use db::ConnectionTrait;
use gate::Test;
use kernel::{Failure, Refusal};
use serde::Deserialize;
use typed::Sent;
use web::{Error, Fields, Page, Refused, Visitor, html, refusals};

/// A question that was answered before.
pub(crate) struct Similar {
    pub(crate) href: String,
    pub(crate) title: String,
}

#[derive(Template)]
#[template(path = "answers_ask.html")]
struct AskPage {
    p: Page,
    /// Nothing yet: only what it is about is asked.
    first: bool,
    similar: Vec<Similar>,
    fields: Vec<Choice>,
    areas: Vec<Choice>,
    forms: Vec<Choice>,
    typed: AskWish,
    files_lost: bool,
    keep_days: u32,
    test: Test,
    refused: Vec<Refused>,
}

#[derive(Template)]
#[template(path = "answers_sent.html")]
struct SentPage {
    p: Page,
    code: String,
    mailed: bool,
    due: String,
}

/// What the first step hands over.
#[derive(Debug, Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    #[serde(rename = "tieu-de")]
    title: String,
    #[serde(rename = "linh-vuc")]
    field: String,
    #[serde(rename = "trang")]
    page: String,
}

/// The form, or its first step.
pub(crate) async fn show(
    State(house): State<House>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let petition = !asked.page.is_empty();
    let typed = AskWish {
        form: if petition { "petition".into() } else { String::new() },
        title: asked.title,
        field: asked.field,
        page: asked.page,
        ..AskWish::default()
    }
    .tidy();
    page(&house, &visitor, typed, None, Vec::new()).await
}

async fn page(
    house: &House,
    visitor: &Visitor,
    typed: AskWish,
    sent: Option<&Sent>,
    refused: Vec<Refusal>,
) -> Result<Response, Error> {
    let p = visitor.page("ask-title").await?;
    let look = visitor.look();
    let test = match sent {
        Some(sent) => test_again(house, visitor, p.locale(), &sent.fields).await?,
        None => test(house, visitor, p.locale()).await?,
    };
    let all = fields::all_of(look.db()).await?;
    let area = typed.area.map(|area| area.to_string()).unwrap_or_default();
    let areas = house.office.areas().await?.into_iter().map(|(id, name)| (id.to_string(), name));
    let forms = ["question", "petition"].map(|form| (form.to_owned(), p.t(&format!("ask-form-{form}"))));
    let response = html(&AskPage {
        first: sent.is_none() && typed.title.is_empty() && typed.page.is_empty(),
        similar: if sent.is_none() { similar(look.db(), &typed.title).await? } else { Vec::new() },
        fields: Choice::of(
            all.into_iter().filter(|field| field.active).map(|field| (field.slug, field.name)),
            &typed.field,
        ),
        areas: Choice::of(areas, &area),
        forms: Choice::of(forms, &typed.form),
        files_lost: sent.is_some_and(|sent| !sent.files.is_empty()),
        keep_days: verbs::keep_days(look.db()).await?,
        test,
        refused: refusals(p.locale(), &refused),
        typed,
        p,
    })?;
    Ok(with_status(response, &refused))
}

/// Questions answered before that share most words with a title, the nearest first.
pub(crate) async fn similar(db: &impl ConnectionTrait, title: &str) -> Result<Vec<Similar>, Failure> {
    let wanted = words::of(title);
    let enough = i64::try_from(wanted.len().div_ceil(2).max(1)).unwrap_or(1);
    let mut found = Vec::new();
    for one in word_store::similar(db, &wanted).await? {
        if one.many < enough || found.len() == 5 {
            break;
        }
        if let Some(row) = public::of(db, one.question).await?.filter(|row| row.state == "live") {
            found.push(Similar { href: format!("/hoi-dap/{}", row.slug), title: row.title });
        }
    }
    Ok(found)
}

/// What is being typed.
#[derive(Debug, Deserialize, Default)]
#[serde(default)]
pub(crate) struct Typing {
    q: String,
}

/// The same as a script asks for it while a title is typed.
pub(crate) async fn suggest(visitor: Visitor, Query(typing): Query<Typing>) -> Result<Response, Error> {
    let short: String = typing.q.chars().take(200).collect();
    let found = similar(visitor.look().db(), &short).await?;
    let list: Vec<_> =
        found.into_iter().map(|one| serde_json::json!({ "text": one.title, "href": one.href })).collect();
    Ok(Json(list).into_response())
}

pub(crate) fn wish(fields: &Fields) -> AskWish {
    AskWish {
        form: fields.text("form").to_owned(),
        field: fields.text("field").to_owned(),
        area: fields.parsed("area"),
        title: fields.text("title").to_owned(),
        body: fields.text("body").to_owned(),
        page: fields.text("page").to_owned(),
        name: fields.text("name").to_owned(),
        email: fields.text("email").to_owned(),
        phone: fields.text("phone").to_owned(),
        consent: fields.ticked("consent"),
        nonce: String::new(),
    }
    .tidy()
}

/// Takes the form.
pub(crate) async fn send(
    State(house): State<House>,
    visitor: Visitor,
    sent_form: Sent,
) -> Result<Response, Error> {
    let typed = wish(&sent_form.fields);
    match take(&house, &visitor, typed.clone(), &sent_form).await {
        Ok(done) => Ok(done),
        Err(failure) => page(&house, &visitor, typed, Some(&sent_form), reasons(failure)?).await,
    }
}

async fn take(
    house: &House,
    visitor: &Visitor,
    mut typed: AskWish,
    form: &Sent,
) -> Result<Response, Failure> {
    let mut against = form.against.clone();
    against.extend(typed.reasons_against());
    let passed = match person(house, visitor, &form.fields).await {
        Ok(passed) => Some(passed),
        Err(Failure::Refused(reasons)) => {
            against.extend(reasons);
            None
        }
        Err(other) => return Err(other),
    };
    // Files are looked at only for who is a person: decoding pictures for robots would be their gift.
    let fit = match (passed.is_some(), form.files.is_empty()) {
        (true, false) => FILES.look(form.files.clone()).await.unwrap_or_else(|reasons| {
            against.extend(reasons);
            Vec::new()
        }),
        _ => Vec::new(),
    };
    Failure::unless(against)?;
    typed.nonce = passed.map(|passed| passed.nonce).unwrap_or_default();
    let (mailed, rule) = (!typed.email.is_empty(), typed.form.clone());
    let kept = FILES.keep(&house.files, fit).await?;
    let secret = house.secret().await?;
    let mut cx = visitor.wish().await?;
    let (_, code) = verbs::ask(&mut cx, secret, typed, kept).await?;
    cx.finish().await?;
    sent(house, visitor)?;
    thanks(house, visitor, code.shown(), mailed, verbs::rule_of(&rule)).await.map_err(|error| error.0)
}

/// The page with the code. It stands in no address: neither in the browser's history nor in anybody's log.
pub(super) async fn thanks(
    house: &House,
    visitor: &Visitor,
    code: String,
    mailed: bool,
    rule: &str,
) -> Result<Response, Error> {
    let p = visitor.page("ask-sent-title").await?;
    let look = visitor.look();
    let book = house.rules.book(look.db()).await?;
    let due = book.due(rule, look.now()).map(|(_, due)| p.format.day(due.last_day)).unwrap_or_default();
    html(&SentPage { code, mailed, due, p })
}
