//! The library: every picture the agency may use, found by its words, with whose it is and until when; one of them; what the
//! editor's chooser asks for (S67).

use crate::House;
use crate::assets::{Asset, assets};
use crate::library::{LibraryWords, Right, SOON, sought};
use crate::pages::{insider, names};
use crate::publication::publication;
use crate::sheet::Sheet;
use crate::store::{self, ItemRow, Wanted};
use crate::verbs::may_keep;
use crate::workflow::Public;
use askama::Template;
use axum::Json;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use kernel::{Action, AssetId, Day, Failure, PageNumber, Refusal, StoryId, Thing, Zone};
use serde::Deserialize;
use std::collections::HashMap;
use web::{Asker, Choice, Crumb, Error, Page, Pager, Refused, html, id_of, refusals, with_status};

/// Pictures of a page.
const SIZE: u32 = 48;
/// Pictures of the chooser.
const CHOICES: u32 = 24;

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    q: String,
    unit: String,
    year: String,
    state: String,
    page: String,
}

impl Asked {
    fn wanted(&self, zone: &Zone, today: Day) -> Wanted {
        let start = |year: i16| zone.start_of(Day::new(year, 1, 1).ok()?);
        Wanted {
            words: sought(&self.q),
            unit: self.unit.parse().ok(),
            within: self.year.parse().ok().and_then(|year: i16| start(year).zip(start(year.checked_add(1)?))),
            state: self.state.clone(),
            today: today.to_string(),
            soon: later(today).to_string(),
        }
    }

    fn narrows(&self) -> bool {
        [&self.q, &self.unit, &self.year, &self.state].iter().any(|text| !text.is_empty())
    }

    fn query(&self) -> String {
        let all = [("q", &self.q), ("unit", &self.unit), ("year", &self.year), ("state", &self.state)];
        let said: Vec<_> = all.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        serde_urlencoded::to_string(said).unwrap_or_default()
    }
}

fn later(today: Day) -> Day {
    let mut day = today;
    for _ in 0..SOON {
        day = day.tomorrow().unwrap_or(day);
    }
    day
}

/// One in the grid.
struct Face {
    href: String,
    src: String,
    width: u32,
    height: u32,
    alt: String,
    caption: String,
    credit: String,
    unit: String,
    mark: &'static str,
    mark_words: String,
}

fn small(asset: Option<&Asset>) -> (String, u32, u32) {
    let size = asset.and_then(|asset| Some((asset, asset.sizes.first()?)));
    size.map_or((String::new(), 0, 0), |(asset, size)| {
        (format!("/desk/newsroom/pictures/{}/{}", asset.sha256, size.name), size.width, size.height)
    })
}

fn mark(p: &Page, row: &ItemRow, said: &LibraryWords, today: Day) -> (&'static str, String) {
    let until = said.until.parse::<Day>().map(|day| p.format.day(day)).unwrap_or_default();
    match said.right(today) {
        _ if row.withdrawn_at.is_some() => ("withdrawn", p.t("library-withdrawn")),
        Right::Ended => ("late", p.f("library-ended", "day", until)),
        Right::Ends => ("soon", p.f("library-ends", "day", until)),
        Right::Open => ("", String::new()),
    }
}

#[derive(Template)]
#[template(path = "library.html")]
struct LibraryPage {
    p: Page,
    q: String,
    narrows: bool,
    units: Vec<Choice>,
    years: Vec<Choice>,
    states: Vec<Choice>,
    total: String,
    faces: Vec<Face>,
    own_units: Vec<Choice>,
    f: LibraryWords,
    refused: Vec<Refused>,
    pager: Option<Pager>,
}

/// What was typed into the form that puts pictures in.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) unit: String,
    pub(super) words: LibraryWords,
}

/// The grid.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    grid(&house, &asker, asked, Typed::default(), &[]).await
}

pub(super) async fn grid(
    house: &House,
    asker: &Asker,
    asked: Asked,
    typed: Typed,
    refused: &[Refusal],
) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::ReadPeople, Thing::House)?;
    let number = PageNumber::parse(Some(asked.page.as_str())).ok_or(Failure::NotFound)?;
    let p = asker.desk_page(asker.locale().t("library-title")).await?;
    let today = house.app.zone.day(look.now());
    let wanted = asked.wanted(&house.app.zone, today);
    let rows = store::items(look.db(), &wanted, (number.get(), SIZE)).await?;
    let total = store::count_items(look.db(), &wanted).await?;
    let found = kernel::Page { items: rows, number: number.get(), size: SIZE, total };
    if !found.exists() {
        return Err(Failure::NotFound.into());
    }
    let query = asked.query();
    let pager = Pager::of(&found, |n| format!("/desk/newsroom/library?{query}&page={n}"));
    let (names, pictures) =
        (names(house).await?, assets(look.db(), found.items.iter().map(|row| row.asset)).await?);
    let faces = found.items.iter().map(|row| {
        let (src, width, height) = small(pictures.get(&row.asset));
        let said = LibraryWords::of(row);
        let (mark, mark_words) = mark(&p, row, &said, today);
        Face {
            href: format!("/desk/newsroom/library/{}", row.asset),
            unit: names.units.get(&row.unit).cloned().unwrap_or_default(),
            src,
            width,
            height,
            alt: said.alt,
            caption: said.caption,
            credit: said.credit,
            mark,
            mark_words,
        }
    });
    let faces = faces.collect();
    let units = house.directory.units().await?;
    let own: Vec<_> =
        units.iter().filter(|(unit, _)| may_keep(look.actor(), *unit).is_ok()).cloned().collect();
    let home = insider(asker)?.unit.map(|unit| unit.to_string()).unwrap_or_default();
    let chosen = if typed.unit.is_empty() { home } else { typed.unit };
    let ends = store::added_between(look.db()).await?;
    let year = |at| house.app.zone.day(at).year();
    let years: Vec<i16> = ends.map_or_else(Vec::new, |(first, last)| (year(first)..=year(last)).collect());
    let response = html(&LibraryPage {
        narrows: asked.narrows(),
        units: Choice::units(units, &asked.unit),
        years: Choice::of(
            years.into_iter().rev().map(|year| (year.to_string(), year.to_string())),
            &asked.year,
        ),
        states: Choice::named(
            &p,
            "library-state-",
            &["open", "press", "ends", "ended", "withdrawn"],
            &asked.state,
        ),
        total: p.f("library-total", "total", p.format.number(i64::try_from(total).unwrap_or(0))),
        faces,
        own_units: Choice::units(own, &chosen),
        f: typed.words,
        refused: refusals(asker.locale(), refused),
        pager,
        q: asked.q,
        p,
    })?;
    Ok(with_status(response, refused))
}

struct UseFace {
    href: String,
    name: String,
}

struct PastFace {
    who: String,
    iso: String,
    when: String,
    note: String,
}

#[derive(Template)]
#[template(path = "library_one.html")]
struct OnePage {
    p: Page,
    crumbs: Vec<Crumb>,
    at: String,
    src: String,
    width: u32,
    height: u32,
    f: LibraryWords,
    version: i32,
    unit: String,
    mark: &'static str,
    mark_words: String,
    reason: String,
    added: String,
    size: String,
    uses: Vec<UseFace>,
    past: Vec<PastFace>,
    keeps: bool,
    press: Option<bool>,
    for_press: String,
    withdrawn: bool,
    why: String,
    refused: Vec<Refused>,
}

/// One of them.
pub(crate) async fn one(
    State(house): State<House>,
    asker: Asker,
    Path(asset): Path<String>,
) -> Result<Response, Error> {
    page(&house, &asker, id_of(&asset)?, None, "", &[]).await
}

pub(super) async fn page(
    house: &House,
    asker: &Asker,
    id: AssetId,
    typed: Option<LibraryWords>,
    why: &str,
    refused: &[Refusal],
) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::ReadPeople, Thing::House)?;
    let row = store::item(look.db(), id).await?.ok_or(Failure::NotFound)?;
    let asset = assets(look.db(), [id]).await?.remove(&id).ok_or(Failure::NotFound)?;
    let said = LibraryWords::of(&row);
    let p = asker.desk_page(said.caption.clone()).await?;
    let today = house.app.zone.day(look.now());
    let (names, (mark, mark_words)) = (names(house).await?, mark(&p, &row, &said, today));
    let who = |person: Option<kernel::PersonId>| {
        person.and_then(|person| names.people.get(&person).cloned()).unwrap_or_default()
    };
    let middle = asset.middle().cloned();
    let widest = asset.sizes.last().map(|size| format!("{} × {} px", size.width, size.height));
    let mut past: Vec<PastFace> = Vec::new();
    let edits = store::edits(look.db(), id).await?;
    for (n, edit) in edits.iter().enumerate() {
        let before = edits.get(n + 1).and_then(|edit| serde_json::from_str(&edit.words).ok());
        let now: LibraryWords = serde_json::from_str(&edit.words).unwrap_or_default();
        past.push(PastFace {
            who: who(edit.person),
            iso: p.format.iso(edit.at),
            when: p.format.stamp(edit.at),
            note: changed(&p, before.as_ref(), &now),
        });
    }
    let response = html(&OnePage {
        crumbs: vec![Crumb { href: "/desk/newsroom/library".into(), label: p.t("library-title") }],
        at: format!("/desk/newsroom/library/{id}"),
        src: middle
            .as_ref()
            .map(|size| format!("/desk/newsroom/pictures/{}/{}", asset.sha256, size.name))
            .unwrap_or_default(),
        width: middle.as_ref().map_or(0, |size| size.width),
        height: middle.as_ref().map_or(0, |size| size.height),
        version: row.version,
        unit: names.units.get(&row.unit).cloned().unwrap_or_default(),
        mark,
        mark_words,
        reason: if row.withdrawn_at.is_some() {
            format!("{} · {}", who(row.withdrawn_by), row.reason)
        } else {
            String::new()
        },
        added: format!("{} · {}", who(row.added_by), p.format.stamp(row.added_at)),
        size: widest.unwrap_or_default(),
        uses: uses(&look, id, &p).await?,
        past,
        keeps: may_keep(look.actor(), row.unit).is_ok(),
        press: look.may(Action::AnswerPress, Thing::House).is_ok().then_some(row.for_press_at.is_some()),
        for_press: row.for_press_at.map(|at| p.format.date(at)).unwrap_or_default(),
        withdrawn: row.withdrawn_at.is_some(),
        why: why.to_owned(),
        refused: refusals(asker.locale(), refused),
        f: typed.unwrap_or(said),
        p,
    })?;
    Ok(with_status(response, refused))
}

/// Which words are others than before.
fn changed(p: &Page, before: Option<&LibraryWords>, now: &LibraryWords) -> String {
    let Some(before) = before else { return String::new() };
    let all = [
        ("library-caption", &before.caption, &now.caption),
        ("library-alt", &before.alt, &now.alt),
        ("library-credit", &before.credit, &now.credit),
        ("library-keywords", &before.keywords, &now.keywords),
        ("library-owner", &before.owner, &now.owner),
        ("library-terms", &before.terms, &now.terms),
        ("library-until", &before.until, &now.until),
    ];
    let said = all.into_iter().filter(|(_, before, now)| before != now);
    said.map(|(key, before, _)| format!("{}: {}", p.t(key), if before.is_empty() { "–" } else { before }))
        .collect::<Vec<_>>()
        .join(" · ")
}

/// The stories that show it, as far as who looks may read them on the desk or on the site: a draft of another unit is neither
/// named nor counted.
async fn uses(look: &db::Look, id: AssetId, p: &Page) -> Result<Vec<UseFace>, Failure> {
    let mut faces = Vec::new();
    for story in store::uses(look.db(), id).await? {
        match Sheet::read(look.db(), story, look.actor(), Action::ReadStory).await {
            Ok(sheet) => {
                let title = sheet.head.map(|head| head.title).filter(|title| !title.is_empty());
                faces.push(UseFace {
                    href: super::address(story),
                    name: title.unwrap_or_else(|| p.t("story-untitled")),
                });
            }
            Err(Failure::NotFound | Failure::Forbidden(_)) => {
                let name = public_title(look, story).await?;
                faces.extend(name.map(|name| UseFace { href: String::new(), name }));
            }
            Err(other) => return Err(other),
        }
    }
    Ok(faces)
}

/// What a story that everybody may read on the site is called.
async fn public_title(look: &db::Look, story: StoryId) -> Result<Option<String>, Failure> {
    match store::story(look.db(), story).await? {
        Some(row) if row.standing()?.public == Public::Live => {
            Ok(Some(publication(look.db(), story).await?.content.title))
        }
        _ => Ok(None),
    }
}

/// What the editor's chooser offers: what may be used today, the newest first.
pub(crate) async fn choices(
    State(house): State<House>,
    asker: Asker,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::WriteStory, Thing::House)?;
    let today = house.app.zone.day(look.now());
    let wanted = Wanted { state: "open".into(), ..asked.wanted(&house.app.zone, today) };
    let rows = store::items(look.db(), &wanted, (1, CHOICES)).await?;
    let pictures: HashMap<AssetId, Asset> = assets(look.db(), rows.iter().map(|row| row.asset)).await?;
    let found: Vec<_> = rows
        .iter()
        .map(|row| {
            let said = LibraryWords::of(row);
            let (src, ..) = small(pictures.get(&row.asset));
            serde_json::json!({ "id": row.asset, "src": src, "alt": said.alt, "caption": said.caption,
                                "credit": said.credit, "terms": said.terms })
        })
        .collect();
    Ok(Json(found).into_response())
}
