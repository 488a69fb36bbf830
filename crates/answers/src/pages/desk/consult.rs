//! One consultation of the desk: its fixed text, the opinions to be looked at and replied to, and its conclusion.

use super::consults::chip;
use crate::House;
use crate::pages::open::who;
use crate::pages::{Choice, id, reasons, with_status};
use crate::private::{findings, redacted};
use crate::store::consultations;
use crate::store::opinions;
use crate::verbs::{self, HIDDEN};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use kernel::{Action, ConsultationId, Failure, OpinionId, PageNumber, Refusal, Thing, ThingKind, ThingRef};
use serde::Deserialize;
use typed::paragraphs;
use web::{Asker, ChainLine, Crumb, Error, Fields, Page, Pager, Refused, html, refusals, said};

const SIZE: u32 = 30;

struct Version {
    number: i32,
    hash: String,
    who: String,
    when: String,
}

struct Opinion {
    id: String,
    who: String,
    place: String,
    words: Vec<Vec<String>>,
    public_words: String,
    found: String,
    state: String,
    chip: &'static str,
    state_word: String,
    reply: String,
    when: String,
}

#[derive(Template)]
#[template(path = "answers_consult_one.html")]
struct ConsultPage {
    p: Page,
    crumbs: Vec<Crumb>,
    id: String,
    chip: &'static str,
    state: String,
    state_word: String,
    about: Vec<Vec<String>>,
    draft: Vec<Vec<String>>,
    file: String,
    hash: String,
    unit: String,
    opens: String,
    closes: String,
    public_href: String,
    all: i64,
    waiting: i64,
    unanswered: i64,
    opinions: Vec<Opinion>,
    codes: Vec<Choice>,
    versions: Vec<Version>,
    chain: Vec<ChainLine>,
    conclusion: Vec<Vec<String>>,
    typed: String,
    pager: Option<Pager>,
    refused: Vec<Refused>,
}

/// Which page of it.
#[derive(Debug, Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    page: Option<String>,
}

/// The page.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Path(consultation): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let number = PageNumber::parse(asked.page.as_deref()).ok_or(Failure::NotFound)?;
    page(&house, &asker, id(&consultation)?, number, None, Vec::new()).await
}

async fn page(
    house: &House,
    asker: &Asker,
    id: ConsultationId,
    number: PageNumber,
    fields: Option<&Fields>,
    refused: Vec<Refusal>,
) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::Consult, Thing::House)?;
    let row = consultations::consultation(look.db(), id).await?.ok_or(Failure::NotFound)?;
    let p = asker.desk_page(row.title.clone()).await?;
    let names = house.office.names().await?;
    let tally = opinions::tally(look.db(), id).await?;
    let found = opinions::list(look.db(), id, false, number, SIZE).await?;
    if !found.exists() {
        return Err(Failure::NotFound.into());
    }
    let pager = Pager::of(&found, |n| format!("/desk/answers/consultations/{id}?page={n}"));
    let versions = consultations::versions(look.db(), id).await?;
    let on = ThingRef { kind: ThingKind::Consultation, id: id.0 };
    let response = html(&ConsultPage {
        crumbs: vec![Crumb { href: "/desk/answers/consultations".into(), label: p.t("consult-title") }],
        id: id.to_string(),
        chip: chip(&row.state),
        state_word: p.t(&format!("consult-state-{}", row.state)),
        about: paragraphs(&row.about),
        draft: paragraphs(&row.draft),
        file: row.file_name.clone(),
        hash: row.hash.clone(),
        unit: names.unit(Some(row.unit)),
        opens: p.format.stamp(row.opened_at.unwrap_or(row.opens_at)),
        closes: p.format.stamp(row.closes_at),
        public_href: if row.state == "draft" { String::new() } else { format!("/lay-y-kien/{}", row.slug) },
        all: tally.iter().map(|one| one.many).sum(),
        waiting: tally.iter().filter(|one| one.state == "waiting").map(|one| one.many).sum(),
        unanswered: opinions::unanswered(look.db(), id).await?,
        opinions: found.items.into_iter().map(|one| opinion(&p, one)).collect(),
        codes: Choice::of(HIDDEN.map(|code| (code.to_owned(), p.t(&format!("consult-hidden-{code}")))), ""),
        versions: versions
            .into_iter()
            .rev()
            .map(|one| Version {
                number: one.number,
                hash: one.hash.chars().take(12).collect(),
                who: names.person(one.by_person),
                when: p.format.stamp(one.at),
            })
            .collect(),
        chain: house.app.frame.chain(&look, &p, on).await?,
        conclusion: paragraphs(&row.conclusion),
        typed: fields.map(|fields| fields.text("conclusion").to_owned()).unwrap_or_default(),
        state: row.state,
        pager,
        refused: refusals(asker.locale(), &refused),
        p,
    })?;
    Ok(with_status(response, &refused))
}

fn opinion(p: &Page, row: opinions::OpinionRow) -> Opinion {
    let found: Vec<String> = findings(&row.words, &[]).into_iter().map(|one| one.words).take(8).collect();
    Opinion {
        id: row.id.to_string(),
        who: who(&row.name, &row.organisation, p),
        place: row.place,
        words: paragraphs(&row.words),
        public_words: if row.public_words.is_empty() { redacted(&row.words, &[]) } else { row.public_words },
        found: found.join("; "),
        chip: match row.state.as_str() {
            "shown" => "published",
            "hidden" => "withdrawn",
            _ => "soon",
        },
        state_word: match row.state.as_str() {
            "hidden" => p.t(&format!("consult-hidden-{}", row.code)),
            other => p.t(&format!("consult-opinion-{other}")),
        },
        state: row.state,
        reply: row.reply,
        when: p.format.stamp(row.at),
    }
}

async fn answered(
    house: &House,
    asker: &Asker,
    id: ConsultationId,
    outcome: Result<&'static str, Failure>,
    fields: &Fields,
) -> Result<Response, Error> {
    match outcome {
        Ok(key) => Ok(said(&format!("/desk/answers/consultations/{id}"), key)),
        Err(failure) => page(house, asker, id, PageNumber::FIRST, Some(fields), reasons(failure)?).await,
    }
}

web::steps! {
    House, ConsultationId, answered;

    /// Opens exactly what was shown.
    open, "said-consult-opened", |cx, house, id, fields| {
        verbs::open_consultation(&mut cx, id, fields.text("seen")).await
    };

    /// Concludes it.
    conclude, "said-consult-concluded", |cx, house, id, fields| {
        verbs::conclude(&mut cx, id, fields.text("conclusion")).await
    };
}

/// Shows an opinion, or does not.
pub(crate) async fn settle(
    State(house): State<House>,
    asker: Asker,
    Path((consultation, opinion)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Error> {
    let of: ConsultationId = id(&consultation)?;
    let opinion: OpinionId = id(&opinion)?;
    let outcome = web::wish!(asker, |cx| {
        let hidden = Some(fields.text("code")).filter(|_| fields.ticked("hide"));
        let looked = fields.ticked("looked");
        let known = verbs::settle_opinion(&mut cx, opinion, fields.text("words"), hidden, looked).await?;
        if known == of { Ok("said-opinion-settled") } else { Err(Failure::NotFound) }
    });
    answered(&house, &asker, of, outcome, &fields).await
}

/// Replies to one.
pub(crate) async fn reply(
    State(house): State<House>,
    asker: Asker,
    Path((consultation, opinion)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Error> {
    let of: ConsultationId = id(&consultation)?;
    let opinion: OpinionId = id(&opinion)?;
    let outcome = web::wish!(asker, |cx| {
        let known = verbs::reply_to_opinion(&mut cx, opinion, fields.text("reply")).await?;
        if known == of { Ok("said-opinion-replied") } else { Err(Failure::NotFound) }
    });
    answered(&house, &asker, of, outcome, &fields).await
}
