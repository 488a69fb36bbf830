//! One display: its words and who approved them, its place and days, the steps that are open, its photographs, what became of it.

use super::display_face::{PhotoFace, days_words, late_words, photo_face, pieces_words, place_words};
use super::ground::Ground;
use super::{
    Choice, campaign, display_form, display_list, display_out, display_photos, display_steps, id, with_status,
};
use crate::House;
use crate::display::{PROVES, Step, take};
use crate::plan::State as PlanState;
use crate::relative;
use crate::store::displays::{self, DisplayRow};
use crate::store::{campaigns, display_photos as photos};
use crate::verbs::{display_facts, does, keeps, members, writes};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Action, Failure, Refusal};
use uuid::Uuid;
use web::{Asker, Crumb, Door, Error, Page, Refused, html, refusals};

/// The doors of what hangs.
pub(super) fn doors() -> Vec<Door<House>> {
    vec![
        Door::get("/desk/plans/{plan}/displays", display_list::show),
        Door::post("/desk/plans/{plan}/displays", display_form::write),
        Door::get("/desk/plans/{plan}/displays/new", display_form::new),
        Door::get("/desk/plans/{plan}/displays/print", display_out::sheet),
        Door::get("/desk/plans/{plan}/displays/xlsx", display_out::xlsx),
        Door::get("/desk/plans/{plan}/displays/docx", display_out::docx),
        Door::get("/desk/plans/{plan}/displays/pdf", display_out::pdf),
        Door::get("/desk/plans/{plan}/displays/{display}", show),
        Door::get("/desk/plans/{plan}/displays/{display}/edit", display_form::edit),
        Door::post("/desk/plans/{plan}/displays/{display}/edit", display_form::rewrite),
        Door::post("/desk/plans/{plan}/displays/{display}/approve", display_steps::approve),
        Door::post("/desk/plans/{plan}/displays/{display}/step", display_steps::step),
        Door::post("/desk/plans/{plan}/displays/{display}/photos", display_photos::add)
            .up_to(display_photos::FORM),
        Door::get("/desk/plans/{plan}/displays/{display}/photos/{photo}/{size}", display_photos::show),
        Door::post("/desk/plans/{plan}/displays/{display}/photos/{photo}/remove", display_photos::remove),
    ]
}

/// A step as the page offers it, or why it is not open.
struct StepFace {
    name: &'static str,
    words: String,
    open: bool,
    shut: Vec<String>,
}

struct WordingFace {
    words: Vec<String>,
    who: String,
    when: String,
    yes: String,
}

struct MarkFace {
    state: String,
    who: String,
    what: String,
    iso: String,
    when: String,
    note: String,
}

#[derive(Template)]
#[template(path = "display_one.html")]
struct OnePage {
    p: Page,
    crumbs: Vec<Crumb>,
    at: String,
    name: String,
    kind: String,
    chip: &'static str,
    word: String,
    late: String,
    quantity: i32,
    measure: String,
    facts: Vec<(String, String)>,
    map: String,
    words: WordingFace,
    hash: String,
    yes_open: bool,
    yes_shut: Vec<String>,
    past_words: Vec<WordingFace>,
    steps: Vec<StepFace>,
    photos: Vec<PhotoFace>,
    gone: Vec<PhotoFace>,
    proves: Vec<Choice>,
    adds: bool,
    edits: bool,
    marks: Vec<MarkFace>,
    note: Vec<String>,
    refused: Vec<Refused>,
}

/// The page.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Path((plan, display)): Path<(String, String)>,
) -> Result<Response, Error> {
    let ground = campaign::ground(&house, &asker, &plan).await?;
    let row = display_of(&ground, &display).await?;
    page(&house, &asker, &ground, &row, &[]).await
}

/// One of this campaign.
pub(super) async fn display_of(ground: &Ground, display: &str) -> Result<DisplayRow, Failure> {
    displays::display(ground.look.db(), ground.id(), id(display)?).await?.ok_or(Failure::NotFound)
}

pub(super) async fn page(
    house: &House,
    asker: &Asker,
    ground: &Ground,
    row: &DisplayRow,
    refused: &[Refusal],
) -> Result<Response, Error> {
    let p = asker.desk_page(row.title.clone()).await?;
    let (db, today) = (ground.look.db(), house.app.zone.day(ground.look.now()));
    let (actor, campaign) = (ground.look.actor(), ground.row.unit);
    let goes_on = ground.row.state() != PlanState::Closed;
    let kept = goes_on && keeps(actor, campaign).is_ok();
    let people = members(db, ground.id(), row.body).await?;
    let works = goes_on && does(actor, campaign, (row.unit, people)).is_ok();
    let faces = photos::of(db, row.id).await?;
    let (gone, standing): (Vec<_>, Vec<_>) = faces.iter().partition(|one| one.removed_at.is_some());
    let (words, hash, yes, past_words) = wordings(ground, &p, row).await?;
    let approves = goes_on && (ground.may(Action::ApprovePlan) || kept);
    let is_over = matches!(row.state(), crate::display::State::Down | crate::display::State::Dropped);
    let marks = displays::marks(db, row.id).await?;
    let response = html(&OnePage {
        crumbs: crumbs(ground, &p),
        at: ground.at(&format!("/displays/{}", row.id)),
        name: row.title.clone(),
        kind: p.t(&format!("display-kind-{}", row.kind)),
        chip: row.state().chip(),
        word: p.t(&format!("display-state-{}", row.state().name())),
        late: late_words(&p, row, today),
        quantity: row.quantity,
        measure: row.measure.clone(),
        facts: facts(ground, &p, row).await?,
        map: row.spot().map(crate::display::Spot::written).unwrap_or_default().replace(' ', ""),
        words,
        hash,
        yes_open: approves && yes.is_empty(),
        yes_shut: if approves {
            refusals(asker.locale(), &yes).into_iter().map(|one| one.message).collect()
        } else {
            Vec::new()
        },
        past_words,
        steps: steps(asker, ground, &p, row, works, kept).await?,
        photos: standing.iter().map(|one| photo_face(ground, &p, one, kept)).collect(),
        gone: gone.iter().map(|one| photo_face(ground, &p, one, kept)).collect(),
        proves: Choice::of(
            PROVES.map(|one| (one.to_owned(), p.t(&format!("display-proves-{one}")))),
            if row.state() == crate::display::State::Down { "down" } else { "up" },
        ),
        adds: works,
        edits: goes_on && !is_over && writes(actor, campaign, row.unit).is_ok(),
        marks: marks
            .into_iter()
            .map(|one| MarkFace {
                state: mark_chip(&one.what).to_owned(),
                who: ground.person(one.by_person),
                what: p.t(&format!("display-did-{}", one.what)),
                iso: p.format.iso(one.at),
                when: p.format.stamp(one.at),
                note: one.words,
            })
            .collect(),
        note: row.note.lines().map(Into::into).collect(),
        refused: refusals(asker.locale(), refused),
        p,
    })?;
    Ok(with_status(response, refused))
}

/// The trail to one item's pages.
pub(super) fn crumbs(ground: &Ground, p: &Page) -> Vec<Crumb> {
    let mut crumbs = ground.crumbs(p, true);
    crumbs.push(Crumb { href: ground.at("/displays"), label: p.t("display-title") });
    crumbs
}

fn mark_chip(what: &str) -> &'static str {
    match what {
        "words-approved" | "check" => "approved",
        "put-up" => "published",
        "take-down" => "done",
        "drop" => "gone",
        "back" | "photo-out" => "returned",
        "photo" => "comment",
        _ => "edited",
    }
}

/// The words of today, their hash, why nobody says yes to them now, and the words of before.
async fn wordings(
    ground: &Ground,
    p: &Page,
    row: &DisplayRow,
) -> Result<(WordingFace, String, Vec<Refusal>, Vec<WordingFace>), Failure> {
    let all = displays::wordings(ground.look.db(), row.id).await?;
    let mut yes = Vec::new();
    let mut hash = String::new();
    if let Some(last) = all.first() {
        hash.clone_from(&last.hash);
        if last.approved_at.is_some() {
            yes.push(Refusal::new("closed-display-approved"));
        } else if last.by_person.is_some() && last.by_person == ground.look.actor().id() {
            yes.push(Refusal::new("closed-display-own-words"));
        }
    }
    if row.state() == crate::display::State::Dropped {
        yes.push(Refusal::new("closed-display-state"));
    }
    let mut faces = all.into_iter().map(|one| WordingFace {
        words: one.words.lines().map(Into::into).collect(),
        who: ground.person(one.by_person),
        when: p.format.stamp(one.at),
        yes: one
            .approved_at
            .map(|at| format!("{} · {}", ground.person(one.approved_by), p.format.stamp(at)))
            .unwrap_or_default(),
    });
    let empty =
        || WordingFace { words: Vec::new(), who: String::new(), when: String::new(), yes: String::new() };
    let words = faces.next().unwrap_or_else(empty);
    Ok((words, hash, yes, faces.collect()))
}

async fn facts(ground: &Ground, p: &Page, row: &DisplayRow) -> Result<Vec<(String, String)>, Failure> {
    let db = ground.look.db();
    let event = match row.event {
        Some(event) => campaigns::event(db, ground.id(), event).await?.map(|event| event.name),
        None => None,
    };
    let body = match row.body {
        Some(body) => campaigns::bodies(db, ground.id()).await?.into_iter().find(|one| one.id == body),
        None => None,
    };
    let offsets: Vec<String> =
        row.wish(String::new()).offsets.iter().flatten().map(|days| relative::written(*days)).collect();
    let licence = match (row.licence.as_str(), row.licence_number.as_str()) {
        ("none", "") => String::new(),
        (licence, "") => p.t(&format!("display-licence-{licence}")),
        (licence, number) => format!("{} · {number}", p.t(&format!("display-licence-{licence}"))),
    };
    let put = row.put_at.map(|at| format!("{} · {}", ground.person(row.put_by), p.format.stamp(at)));
    let all = [
        ("display-place", place_words(row)),
        ("display-spot", row.spot().map(crate::display::Spot::written).unwrap_or_default()),
        ("display-pieces", pieces_words(row)),
        ("display-size", row.size.clone()),
        ("display-days", days_words(p, row.days())),
        ("plan-event", event.map(|name| format!("{name} ({})", offsets.join(" – "))).unwrap_or_default()),
        ("display-unit", ground.unit(row.unit)),
        ("display-formerly", ground.formerly(row.unit)),
        ("display-body", body.map(|one: campaigns::BodyRow| one.name).unwrap_or_default()),
        ("display-licence", licence),
        ("display-put", put.unwrap_or_default()),
    ];
    Ok(all.into_iter().filter(|(_, words)| !words.is_empty()).map(|(key, words)| (p.t(key), words)).collect())
}

/// The steps that make sense now: open, or shut with the reasons.
async fn steps(
    asker: &Asker,
    ground: &Ground,
    p: &Page,
    row: &DisplayRow,
    works: bool,
    kept: bool,
) -> Result<Vec<StepFace>, Failure> {
    let facts = display_facts(ground.look.db(), row, ground.look.actor().id()).await?;
    let all = Step::ALL.into_iter().filter(|step| if *step == Step::Drop { kept } else { works });
    Ok(all
        .filter_map(|step| {
            let shut = take(row.state(), step, &facts).err().unwrap_or_default();
            // A step of another state is no news.
            let odd = shut.iter().any(|reason| reason.key == "closed-display-state");
            let again = step == Step::PutUp && row.state().is_up();
            (!odd).then(|| StepFace {
                name: step.name(),
                words: p.t(&format!("display-step-{}", if again { "put-up-again" } else { step.name() })),
                open: shut.is_empty(),
                shut: refusals(asker.locale(), &shut).into_iter().map(|one| one.message).collect(),
            })
        })
        .collect())
}

/// An id in an address of this house.
pub(super) fn uuid(text: &str) -> Result<Uuid, Failure> {
    id(text)
}
