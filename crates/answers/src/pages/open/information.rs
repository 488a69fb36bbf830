//! Request information under the law: the form with what the law lets an agency ask, and the code to come back with.

use super::{ask::thanks, person, sent, test, test_again};
use crate::House;
use crate::pages::{Choice, reasons, with_status};
use crate::verbs::{self, RequestWish, WAYS, request_rule};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use gate::Test;
use kernel::{Failure, Refusal};
use web::{Error, Fields, Page, Refused, Visitor, html, refusals};

#[derive(Template)]
#[template(path = "answers_request.html")]
struct RequestPage {
    p: Page,
    typed: RequestWish,
    ways: Vec<Choice>,
    test: Test,
    refused: Vec<Refused>,
}

/// The form.
pub(crate) async fn show(State(house): State<House>, visitor: Visitor) -> Result<Response, Error> {
    page(&house, &visitor, None, Vec::new()).await
}

async fn page(
    house: &House,
    visitor: &Visitor,
    fields: Option<&Fields>,
    refused: Vec<Refusal>,
) -> Result<Response, Error> {
    let p = visitor.page("inforeq-title").await?;
    let test = match fields {
        Some(fields) => test_again(house, visitor, p.locale(), fields).await?,
        None => test(house, visitor, p.locale()).await?,
    };
    let typed = fields.map(wish).unwrap_or_default();
    let ways = WAYS.map(|way| (way.to_owned(), p.t(&format!("inforeq-way-{way}"))));
    let response = html(&RequestPage {
        ways: Choice::of(ways, &typed.way),
        typed,
        test,
        refused: refusals(p.locale(), &refused),
        p,
    })?;
    Ok(with_status(response, &refused))
}

pub(crate) fn wish(fields: &Fields) -> RequestWish {
    RequestWish {
        form: "online".into(),
        complex: false,
        name: fields.text("name").to_owned(),
        address: fields.text("address").to_owned(),
        identity: fields.text("identity").to_owned(),
        email: fields.text("email").to_owned(),
        phone: fields.text("phone").to_owned(),
        wanted: fields.text("wanted").to_owned(),
        purpose: fields.text("purpose").to_owned(),
        way: fields.text("way").to_owned(),
        received_at: None,
        nonce: String::new(),
    }
}

/// Takes it.
pub(crate) async fn send(
    State(house): State<House>,
    visitor: Visitor,
    fields: Fields,
) -> Result<Response, Error> {
    match take(&house, &visitor, &fields).await {
        Ok(done) => Ok(done),
        Err(failure) => page(&house, &visitor, Some(&fields), reasons(failure)?).await,
    }
}

async fn take(house: &House, visitor: &Visitor, fields: &Fields) -> Result<Response, Failure> {
    let passed = person(house, visitor, fields).await?;
    let wish = RequestWish { nonce: passed.nonce, ..wish(fields) };
    let (mailed, rule) = (!wish.email.is_empty(), request_rule(&wish.way, false));
    let secret = house.secret().await?;
    let mut cx = visitor.wish().await?;
    let (_, code) = verbs::request_information(&mut cx, secret, &house.app.zone, wish).await?;
    cx.finish().await?;
    sent(house, visitor)?;
    thanks(house, visitor, code.shown(), mailed, rule).await.map_err(|error| error.0)
}
