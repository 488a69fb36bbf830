//! Letters to the press address that nobody understood: a person reads them and says what they are.

use super::shared::{desk_only, id, may, reasons, with_status};
use crate::House;
use crate::verbs;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use kernel::{Action, Failure, LetterId, PageNumber, Refusal};
use serde::Deserialize;
use web::{Asker, Crumb, Error, Fields, Page, Pager, Refused, html, refusals, said};

struct LetterLine {
    id: String,
    from: String,
    outlet: String,
    subject: String,
    why: String,
    text: String,
    questions: String,
    files: Vec<(usize, String)>,
    iso: String,
    when: String,
}

#[derive(Debug, Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    page: Option<String>,
}

#[derive(Template)]
#[template(path = "press_letters.html")]
struct LettersPage {
    p: Page,
    crumbs: Vec<Crumb>,
    lines: Vec<LetterLine>,
    pager: Option<Pager>,
    answers: bool,
    refused: Vec<Refused>,
}

const SIZE: u32 = 20;

/// The list.
pub(crate) async fn show(asker: Asker, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let number = PageNumber::parse(asked.page.as_deref()).ok_or(Failure::NotFound)?;
    page(&asker, number, Vec::new(), None).await
}

async fn page(
    asker: &Asker,
    number: PageNumber,
    refused: Vec<Refusal>,
    typed: Option<(LetterId, &Fields)>,
) -> Result<Response, Error> {
    desk_only(asker)?;
    let look = asker.look();
    let p = asker.desk_page(asker.locale().t("letters-title")).await?;
    let total = u64::try_from(post::count_unclear(look.db()).await?).unwrap_or(0);
    let skip = u64::try_from(number.offset(SIZE)).unwrap_or(0);
    let items = post::unclear(look.db(), skip, u64::from(SIZE)).await?;
    let found = kernel::Page { items, number: number.get(), size: SIZE, total };
    if !found.exists() {
        return Err(Failure::NotFound.into());
    }
    let pager = Pager::of(&found, |page| format!("/desk/press/letters?page={page}"));
    let typed = |of: LetterId, name: &str| {
        typed.filter(|(known, _)| *known == of).map(|(_, fields)| fields.raw(name).to_owned())
    };
    let line = |letter: post::Came| LetterLine {
        id: letter.id.to_string(),
        outlet: typed(letter.id, "outlet").unwrap_or_else(|| domain(&letter.from_address)),
        questions: typed(letter.id, "questions").unwrap_or_else(|| questions(&letter)),
        from: [letter.from_name.as_str(), letter.from_address.as_str()]
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(" · "),
        why: p.t(&format!("fate-{}", letter.fate)),
        text: crate::faces::short(&letter.text, 1_500),
        files: letter.files.iter().map(|file| file.name.clone()).enumerate().collect(),
        iso: p.format.iso(letter.at),
        when: p.format.stamp(letter.at),
        subject: letter.subject,
    };
    let page = html(&LettersPage {
        crumbs: vec![Crumb { href: "/desk/press/inquiries".into(), label: p.t("inquiries-title") }],
        lines: found.items.into_iter().map(line).collect(),
        pager,
        answers: may(asker, Action::AnswerPress),
        refused: refusals(asker.locale(), &refused),
        p,
    })?;
    Ok(with_status(page, &refused))
}

fn domain(address: &str) -> String {
    address.rsplit_once('@').map_or(address, |(_, domain)| domain).chars().take(200).collect()
}

/// What would be asked: the letter's text, or what it is about where it has none.
fn questions(letter: &post::Came) -> String {
    let text = if letter.text.trim().is_empty() { &letter.subject } else { &letter.text };
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(2_000).collect()
}

/// A file that came with one: to be saved, never shown.
pub(crate) async fn file(
    State(house): State<House>,
    asker: Asker,
    Path((letter, number)): Path<(String, String)>,
) -> Result<Response, Error> {
    desk_only(&asker)?;
    let of: LetterId = id(&letter)?;
    let number: usize = id(&number)?;
    let letter = post::one_unclear(asker.look().db(), of).await?.ok_or(Failure::NotFound)?;
    let file = letter.files.get(number).ok_or(Failure::NotFound)?;
    let bytes = house.files.original(&file.sha256).await?;
    Ok(handout::file("application/octet-stream", &file.name, bytes))
}

/// Makes an inquiry of one.
pub(crate) async fn take(
    State(house): State<House>,
    asker: Asker,
    Path(letter): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let of: LetterId = id(&letter)?;
    let (outlet, questions) = (fields.text("outlet"), fields.raw("questions"));
    let outcome =
        web::wish!(asker, |cx| { verbs::take_letter(&mut cx, &house.app.zone, of, outlet, questions).await });
    match outcome {
        Ok(inquiry) => Ok(said(&format!("/desk/press/inquiries/{inquiry}"), "said-inquiry-logged")),
        Err(failure) => page(&asker, PageNumber::FIRST, reasons(failure)?, Some((of, &fields))).await,
    }
}

/// Sets one aside.
pub(crate) async fn leave(asker: Asker, Path(letter): Path<String>) -> Result<Response, Error> {
    let of: LetterId = id(&letter)?;
    web::wish!(asker, |cx| verbs::leave_letter(&mut cx, of).await)?;
    Ok(said("/desk/press/letters", "said-letter-left"))
}
