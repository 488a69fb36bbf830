//! A journalist puts a question by the public form, through the gate of all the public's forms.

use super::shared::{reasons, with_status};
use crate::House;
use crate::verbs::{self, Arrival, FormIn};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use gate::{Kind, Test};
use kernel::{Failure, Refusal};
use web::{Error, Fields, Page, Refused, Visitor, html, refusals};

#[derive(Default)]
struct Typed {
    outlet: String,
    journalist: String,
    contact: String,
    questions: String,
}

#[derive(Template)]
#[template(path = "press_ask.html")]
struct AskPage {
    p: Page,
    test: Test,
    refused: Vec<Refused>,
    typed: Typed,
}

#[derive(Template)]
#[template(path = "press_thanks.html")]
struct ThanksPage {
    p: Page,
    number: String,
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
    let p = visitor.page("pressask-title").await?;
    let page = html(&AskPage {
        // Who was too fast keeps the question, so that sending it again is enough.
        test: house.gate.test(visitor, p.locale(), fields).await?,
        refused: refusals(p.locale(), &refused),
        typed: fields.map(typed).unwrap_or_default(),
        p,
    })?;
    Ok(with_status(page, &refused))
}

fn typed(fields: &Fields) -> Typed {
    let text = |name: &str| fields.text(name).to_owned();
    Typed {
        outlet: text("outlet"),
        journalist: text("journalist"),
        contact: text("contact"),
        questions: fields.raw("questions").to_owned(),
    }
}

/// Takes the question.
pub(crate) async fn put(
    State(house): State<House>,
    visitor: Visitor,
    fields: Fields,
) -> Result<Response, Error> {
    match take(&house, &visitor, &fields).await {
        Ok(arrival) => html(&ThanksPage {
            p: visitor.page("ask-thanks").await?,
            number: match arrival {
                Arrival::Logged(_, number) => number,
                Arrival::SetAside => String::new(),
            },
        }),
        Err(failure) => page(&house, &visitor, Some(&fields), reasons(failure)?).await,
    }
}

async fn take(house: &House, visitor: &Visitor, fields: &Fields) -> Result<Arrival, Failure> {
    // What fills in the hidden field is no person; somebody looks at it all the same (a program may fill in forms for one
    // who cannot see them).
    let trapped = gate::is_trapped(fields);
    let nonce = if trapped {
        house.gate.not_too_often(visitor, Kind::Sent)?;
        None
    } else {
        Some(house.gate.person(visitor, fields).await?.nonce)
    };
    let Typed { outlet, journalist, contact, questions } = typed(fields);
    if contact.is_empty() {
        return Err(Failure::refused(Refusal::field("contact", "refused-ask-contact")));
    }
    let mut cx = visitor.wish().await?;
    if let Some(nonce) = nonce
        && !gate::spend(cx.tx(), &nonce, cx.now()).await?
    {
        return Err(Failure::refused(Refusal::new("refused-robot-spent")));
    }
    let form = FormIn { outlet, journalist, contact, questions, trapped };
    let arrival = verbs::receive_by_form(&mut cx, &house.app.zone, &form).await?;
    cx.finish().await?;
    house.gate.count(visitor, Kind::Sent)?;
    Ok(arrival)
}
