//! What became of it: the asker comes back with the code. It is typed into a form and never stands in an address.

use crate::House;
use crate::code::Code;
use crate::pages::{reasons, with_status};
use crate::private::without_given;
use crate::question::State as Stand;
use crate::store::asker::{self, AskerRow};
use crate::store::questions::{self, QuestionRow};
use crate::store::requests::{self, RequestRow};
use crate::store::{fields, public};
use crate::verbs::{self, AskerWish, question_thing};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use deadlines::ClockFace;
use gate::Kind;
use http::StatusCode;
use kernel::{Failure, QuestionId, Refusal};
use typed::paragraphs;
use web::{Error, Fields, Page, Refused, Visitor, html, refusals};

#[derive(Template)]
#[template(path = "answers_track.html")]
struct CodePage {
    p: Page,
    typed: String,
    refused: Vec<Refused>,
}

struct Said {
    mine: bool,
    words: Vec<Vec<String>>,
    iso: String,
    when: String,
}

struct WishLine {
    what: String,
    when: String,
    outcome: String,
}

#[derive(Template)]
#[template(path = "answers_state.html")]
struct StatePage {
    p: Page,
    code: String,
    title: String,
    body: Vec<Vec<String>>,
    files: Vec<String>,
    field: String,
    unit: String,
    received: String,
    state: &'static str,
    state_word: String,
    state_why: String,
    clocks: Vec<ClockFace>,
    said: Vec<Said>,
    asked_more: bool,
    can_tell: bool,
    reply: Vec<Vec<String>>,
    refusal: String,
    refusal_words: Vec<Vec<String>>,
    public_href: String,
    gone_reason: String,
    consent: bool,
    who: AskerRow,
    erased: String,
    wishes: Vec<WishLine>,
    wish_open: bool,
    more: String,
    wish: String,
    refused: Vec<Refused>,
}

#[derive(Template)]
#[template(path = "answers_request_state.html")]
struct RequestPage {
    p: Page,
    code: String,
    number: String,
    wanted: Vec<Vec<String>>,
    received: String,
    state_word: String,
    clocks: Vec<ClockFace>,
    notice: Vec<Vec<String>>,
    refusal: String,
    words: Vec<Vec<String>>,
    paper: String,
}

/// What a code leads to.
enum Found {
    Question(Box<QuestionRow>),
    Request(Box<RequestRow>),
}

/// The form for the code.
pub(crate) async fn show(visitor: Visitor) -> Result<Response, Error> {
    let p = visitor.page("ask-track-title").await?;
    html(&CodePage { typed: String::new(), refused: Vec::new(), p })
}

async fn not_found(visitor: &Visitor, typed: &str, refusal: Refusal) -> Result<Response, Error> {
    let p = visitor.page("ask-track-title").await?;
    let slow = refusal.key == "refused-slow-down";
    let refused = refusals(p.locale(), &[refusal]);
    let mut response = html(&CodePage { typed: typed.chars().take(40).collect(), refused, p })?;
    *response.status_mut() = if slow { StatusCode::TOO_MANY_REQUESTS } else { StatusCode::NOT_FOUND };
    Ok(response)
}

/// Looks a code up; a wrong one is counted against the address it came from.
async fn look_up(house: &House, visitor: &Visitor, typed: &str) -> Result<Result<Found, Refusal>, Failure> {
    let look = visitor.look();
    match house.gate.not_too_often(visitor, Kind::WrongCode) {
        Err(Failure::Refused(reasons)) => {
            return Ok(Err(reasons.into_iter().next().unwrap_or_else(|| Refusal::new("refused-slow-down"))));
        }
        other => other?,
    }
    if let Some(code) = Code::read(typed) {
        let kept = code.kept(house.secret().await?);
        if let Some(row) = questions::with_code(look.db(), &kept).await? {
            return Ok(Ok(Found::Question(Box::new(row))));
        }
        if let Some(row) = requests::with_code(look.db(), &kept).await? {
            return Ok(Ok(Found::Request(Box::new(row))));
        }
    }
    house.gate.count(visitor, Kind::WrongCode)?;
    Ok(Err(Refusal::field("code", "refused-code")))
}

/// Shows what the code leads to.
pub(crate) async fn find(
    State(house): State<House>,
    visitor: Visitor,
    fields: Fields,
) -> Result<Response, Error> {
    shown(&house, &visitor, &fields, Vec::new()).await
}

async fn shown(
    house: &House,
    visitor: &Visitor,
    fields: &Fields,
    refused: Vec<Refusal>,
) -> Result<Response, Error> {
    let typed = fields.text("code");
    match look_up(house, visitor, typed).await? {
        Ok(Found::Question(row)) => question(house, visitor, fields, *row, refused).await,
        Ok(Found::Request(row)) => request(house, visitor, typed, *row).await,
        Err(refusal) => not_found(visitor, typed, refusal).await,
    }
}

async fn question(
    house: &House,
    visitor: &Visitor,
    fields: &Fields,
    row: QuestionRow,
    refused: Vec<Refusal>,
) -> Result<Response, Error> {
    let p = visitor.page("ask-state-title").await?;
    let look = visitor.look();
    let db = look.db();
    let state = Stand::named(&row.state);
    let field = fields::one_of(db, &row.field).await?.map(|field| field.name).unwrap_or_default();
    let names = house.office.names().await?;
    let wishes = asker::wishes(db, row.id).await?;
    let messages = asker::messages(db, row.id).await?;
    let waits_for_me =
        row.more_asked_at.is_some_and(|asked| row.more_told_at.is_none_or(|told| told < asked));
    let shown = public::of(db, row.id).await?;
    let answered = matches!(state, Stand::Answered | Stand::Merged);
    let reply = if answered { reply_to(db, &row).await? } else { String::new() };
    let merged_answered = state == Stand::Merged && !reply.is_empty();
    let told = if merged_answered { "answered" } else { state.name() };
    let response = html(&StatePage {
        code: Code::read(fields.text("code")).map(|code| code.shown()).unwrap_or_default(),
        title: row.title.clone(),
        body: paragraphs(&row.body),
        files: asker::files(db, row.id).await?.into_iter().map(|file| file.name).collect(),
        field,
        unit: names.unit(row.unit),
        received: p.format.date_time(row.received_at),
        state: told,
        state_word: p.t(&format!("ask-state-{told}")),
        state_why: p.t(&format!("ask-state-{told}-why")),
        clocks: deadlines::faces(&house.rules, db, &p, look.now(), question_thing(row.id)).await?,
        said: messages
            .into_iter()
            .map(|message| Said {
                mine: message.from_asker,
                words: paragraphs(&message.words),
                iso: p.format.iso(message.at),
                when: p.format.date_time(message.at),
            })
            .collect(),
        asked_more: waits_for_me && !state.has_ended(),
        can_tell: !state.has_ended(),
        reply: paragraphs(&reply),
        refusal: if row.refusal.is_empty() {
            String::new()
        } else {
            p.t(&format!("ask-refusal-{}", row.refusal))
        },
        refusal_words: paragraphs(&row.refusal_words),
        public_href: shown
            .as_ref()
            .filter(|shown| shown.state == "live")
            .map(|shown| format!("/hoi-dap/{}", shown.slug))
            .unwrap_or_default(),
        gone_reason: shown
            .filter(|shown| shown.state == "gone")
            .map(|shown| shown.reason)
            .unwrap_or_default(),
        consent: row.consent,
        who: asker::asker(db, row.id).await?.unwrap_or_default(),
        erased: row.erased_at.map(|at| p.format.date(at)).unwrap_or_default(),
        wish_open: wishes.iter().any(|wish| wish.done_at.is_none()),
        wishes: wishes
            .into_iter()
            .map(|wish| WishLine {
                what: p.t(&format!("ask-wish-{}", wish.kind)),
                when: p.format.date_time(wish.at),
                outcome: if wish.done_at.is_some() { wish.outcome } else { p.t("ask-wish-waits") },
            })
            .collect(),
        more: if refused.is_empty() { String::new() } else { fields.text("more").to_owned() },
        wish: if refused.is_empty() { String::new() } else { fields.text("wish").to_owned() },
        refused: refusals(p.locale(), &refused),
        p,
    })?;
    Ok(with_status(response, &refused))
}

/// The answer: its own, or that of the question it was merged into, without what names the other asker.
async fn reply_to(db: &impl db::ConnectionTrait, row: &QuestionRow) -> Result<String, Failure> {
    let Some(into) = row.merged_into.filter(|_| row.state == "merged") else { return Ok(row.reply.clone()) };
    let Some(other) = questions::question(db, into).await?.filter(|other| other.state == "answered") else {
        return Ok(String::new());
    };
    let who = asker::asker(db, into).await?.unwrap_or_default();
    Ok(without_given(&other.reply, &[&who.name, &who.email, &who.phone]))
}

async fn request(house: &House, visitor: &Visitor, typed: &str, row: RequestRow) -> Result<Response, Error> {
    let p = visitor.page("inforeq-state-title").await?;
    let look = visitor.look();
    let on = kernel::ThingRef { kind: kernel::ThingKind::InformationRequest, id: row.id.0 };
    html(&RequestPage {
        code: Code::read(typed).map(|code| code.shown()).unwrap_or_default(),
        number: format!("{}/{}", row.number, row.year),
        wanted: paragraphs(&row.wanted),
        received: p.format.date_time(row.received_at),
        state_word: p.t(&format!("inforeq-state-{}", row.state)),
        clocks: deadlines::faces(&house.rules, look.db(), &p, look.now(), on).await?,
        notice: paragraphs(&row.notice),
        refusal: if row.code_refused.is_empty() {
            String::new()
        } else {
            p.t(&format!("inforeq-refusal-{}", row.code_refused))
        },
        words: paragraphs(&row.words),
        paper: row.paper,
        p,
    })
}

/// The question of the code in a form, or the page that says that there is none.
async fn mine(
    house: &House,
    visitor: &Visitor,
    fields: &Fields,
) -> Result<Result<QuestionRow, Response>, Error> {
    let typed = fields.text("code");
    Ok(match look_up(house, visitor, typed).await? {
        Ok(Found::Question(row)) => Ok(*row),
        Ok(Found::Request(_)) => {
            Err(not_found(visitor, typed, Refusal::field("code", "refused-code")).await?)
        }
        Err(refusal) => Err(not_found(visitor, typed, refusal).await?),
    })
}

macro_rules! deed {
    ($(#[$doc:meta])* $name:ident, |$cx:ident, $house:ident, $id:ident, $fields:ident| $does:expr) => {
        $(#[$doc])*
        pub(crate) async fn $name(
            State(house): State<House>,
            visitor: Visitor,
            fields: Fields,
        ) -> Result<Response, Error> {
            let $id: QuestionId = match mine(&house, &visitor, &fields).await? {
                Ok(row) => row.id,
                Err(page) => return Ok(page),
            };
            let outcome: Result<(), Failure> = async {
                let mut $cx = visitor.wish().await?;
                let ($house, $fields) = (&house, &fields);
                let _ = $house;
                $does?;
                $cx.finish().await
            }
            .await;
            let refused = match outcome {
                Ok(()) => Vec::new(),
                Err(failure) => reasons(failure)?,
            };
            shown(&house, &visitor, &fields, refused).await
        }
    };
}

deed!(
    /// Tells more.
    tell_more, |cx, house, id, fields| verbs::tell_more(&mut cx, id, fields.text("more")).await
);
deed!(
    /// No longer agrees that it is public.
    withdraw, |cx, house, id, fields| {
        let _none = fields;
        verbs::withdraw_consent(&mut cx, id).await
    }
);
deed!(
    /// Corrects who they are.
    correct, |cx, house, id, fields| {
        let wish = AskerWish {
            name: fields.text("name").to_owned(),
            email: fields.text("email").to_owned(),
            phone: fields.text("phone").to_owned(),
        };
        verbs::correct_asker(&mut cx, id, &wish).await
    }
);
deed!(
    /// Erases who they are.
    erase, |cx, house, id, fields| {
        if fields.ticked("sure") {
            verbs::erase_asker(&mut cx, &house.files, id).await
        } else {
            Err(Failure::refused(Refusal::field("sure", "refused-erase-sure")))
        }
    }
);
deed!(
    /// Wishes something that a person must look at.
    wish, |cx, house, id, fields| verbs::other_wish(&mut cx, id, fields.text("wish")).await
);

/// Everything that is kept of them, as a file.
pub(crate) async fn export(
    State(house): State<House>,
    visitor: Visitor,
    fields: Fields,
) -> Result<Response, Error> {
    let row = match mine(&house, &visitor, &fields).await? {
        Ok(row) => row,
        Err(page) => return Ok(page),
    };
    let all = verbs::exported(visitor.look().db(), &row).await?;
    let text = serde_json::to_string_pretty(&all).map_err(|error| Failure::Broken(Box::new(error)))?;
    Ok(handout::file("application/json; charset=utf-8", "du-lieu-cua-toi.json", text))
}
