//! Who speaks: the register on the desk, what is missing in it, and the list that the public reads (PN-02, PN-03).

use super::shared::{Choice, choices, desk_only, id, may, moment, reasons, with_status};
use crate::spokesperson::{Kind, is_complete};
use crate::store::spokespersons::{self, SpokespersonRow};
use crate::verbs::{self, SpokespersonWish};
use crate::{House, sweep};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use deadlines::ClockFace;
use kernel::{Action, Day, Failure, Refusal, SpokespersonId, ThingKind, UnitId};
use std::collections::HashSet;
use web::{Asker, Error, Fields, Page, Refused, Visitor, html, refusals, said};

/// One who speaks, as a list shows them.
pub(crate) struct Speaker {
    id: String,
    kind_label: String,
    body: String,
    name: String,
    post: String,
    phone: String,
    dial: String,
    email: String,
    document: String,
    matter: String,
    term: String,
    missing: bool,
    chip: &'static str,
    clocks: Vec<ClockFace>,
    head: bool,
}

struct Past {
    name: String,
    post: String,
    kind: String,
    ended: String,
    reason: String,
}

#[derive(Default)]
struct Typed {
    kind: String,
    unit: String,
    name: String,
    post: String,
    phone: String,
    email: String,
    document: String,
    decided_at: String,
    matter: String,
    from_day: String,
    to_day: String,
    authoriser: String,
}

impl Typed {
    fn of(fields: &Fields) -> Self {
        let text = |name: &str| fields.text(name).to_owned();
        Self {
            kind: text("kind"),
            unit: text("unit"),
            name: text("name"),
            post: text("post"),
            phone: text("phone"),
            email: text("email"),
            document: text("document"),
            decided_at: text("decided_at"),
            matter: text("matter"),
            from_day: text("from_day"),
            to_day: text("to_day"),
            authoriser: text("authoriser"),
        }
    }

    fn wish(&self) -> SpokespersonWish {
        SpokespersonWish {
            kind: self.kind.clone(),
            unit: self.unit.parse().ok(),
            name: self.name.clone(),
            post: self.post.clone(),
            phone: self.phone.clone(),
            email: self.email.clone(),
            document: self.document.clone(),
            decided_at: None,
            matter: self.matter.clone(),
            from_day: self.from_day.clone(),
            to_day: self.to_day.clone(),
            authoriser: self.authoriser.parse().ok(),
        }
    }
}

#[derive(Template)]
#[template(path = "press_spokespersons.html")]
struct SpokespersonsPage {
    p: Page,
    speakers: Vec<Speaker>,
    missing: Vec<String>,
    no_head: bool,
    past: Vec<Past>,
    kinds: Vec<Choice>,
    units: Vec<Choice>,
    heads: Vec<Choice>,
    names_them: bool,
    keep_days: u64,
    refused: Vec<Refused>,
    typed: Typed,
}

/// The register.
pub(crate) async fn show(State(house): State<House>, asker: Asker) -> Result<Response, Error> {
    page(&house, &asker, Vec::new(), Typed::default()).await
}

async fn page(house: &House, asker: &Asker, refused: Vec<Refusal>, typed: Typed) -> Result<Response, Error> {
    desk_only(asker)?;
    let look = asker.look();
    let p = asker.desk_page(asker.locale().t("speakers-title")).await?;
    let rows = spokespersons::standing(look.db()).await?;
    let names = house.office.names().await?;
    let agency = house.office.body(None).await?;
    let mut speakers = Vec::new();
    let ids: Vec<_> = rows.iter().map(|row| row.id.0).collect();
    let mut clocks =
        deadlines::faces_of(&house.rules, look.db(), &p, look.now(), ThingKind::Spokesperson, &ids).await?;
    for row in &rows {
        let clocks = clocks.remove(&row.id.0).unwrap_or_default();
        let body = row.unit.map_or_else(|| agency.clone(), |unit| names.unit(Some(unit)));
        speakers.push(speaker(&p, row, body, clocks));
    }
    let past = spokespersons::ended(look.db(), 50).await?.into_iter().map(|row| Past {
        kind: p.t(&format!("speaker-{}", row.kind)),
        ended: row.ended_at.map(|at| p.format.date(at)).unwrap_or_default(),
        name: row.name,
        post: row.post,
        reason: row.end_reason,
    });
    let kinds: Vec<&str> = Kind::ALL.iter().map(|kind| kind.name()).collect();
    let head = |row: &&SpokespersonRow| row.kind == Kind::Head.name();
    let page = html(&SpokespersonsPage {
        missing: missing(house, &rows).await?,
        no_head: !rows.iter().any(|row| row.kind == Kind::Head.name() && row.unit.is_none()),
        past: past.collect(),
        kinds: choices(&p, &kinds, "speaker-", if typed.kind.is_empty() { "regular" } else { &typed.kind }),
        units: web::Choice::units(house.office.bodies().await?, &typed.unit),
        heads: rows
            .iter()
            .filter(head)
            .map(|row| Choice {
                value: row.id.to_string(),
                label: format!("{}, {}", row.name, row.post),
                selected: row.id.to_string() == typed.authoriser,
            })
            .collect(),
        names_them: may(asker, Action::NameSpokespersons),
        keep_days: sweep::keep_days(look.db()).await?,
        refused: refusals(asker.locale(), &refused),
        speakers,
        typed,
        p,
    })?;
    Ok(with_status(page, &refused))
}

/// Bodies without a regular spokesperson whom the public page shows in full (PN-03).
async fn missing(house: &House, rows: &[SpokespersonRow]) -> Result<Vec<String>, Failure> {
    let shown: HashSet<UnitId> = rows
        .iter()
        .filter(|row| row.kind == Kind::Regular.name() && row.shown_at.is_some())
        .filter_map(|row| row.unit)
        .collect();
    let bodies = house.office.bodies().await?;
    Ok(bodies.into_iter().filter(|(unit, _)| !shown.contains(unit)).map(|(_, name)| name).collect())
}

fn speaker(p: &Page, row: &SpokespersonRow, body: String, clocks: Vec<ClockFace>) -> Speaker {
    let kind = Kind::named(&row.kind).unwrap_or(Kind::Case);
    let missing = kind == Kind::Regular && !is_complete(&verbs::spokesperson_facts(row, kind));
    let day = |text: &str| text.parse::<Day>().map(|day| p.format.day(day)).unwrap_or_default();
    Speaker {
        id: row.id.to_string(),
        kind_label: p.t(&format!("speaker-{}", row.kind)),
        body,
        name: row.name.clone(),
        post: row.post.clone(),
        dial: row.phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect(),
        phone: row.phone.clone(),
        email: row.email.clone(),
        document: row.document.clone(),
        matter: row.matter.clone(),
        term: row.to_day.as_ref().map(|to| format!("{}–{}", day(&row.from_day), day(to))).unwrap_or_default(),
        missing,
        chip: if missing { "soon" } else { "published" },
        clocks,
        head: kind == Kind::Head,
    }
}

/// Enters one.
pub(crate) async fn name(
    State(house): State<House>,
    asker: Asker,
    fields: Fields,
) -> Result<Response, Error> {
    let typed = Typed::of(&fields);
    let outcome = web::wish!(asker, |cx| {
        let decided_at = moment(&fields, "decided_at", &house.app.zone)?;
        let wish = SpokespersonWish { decided_at, ..typed.wish() };
        known(&house, &typed.unit).await?;
        verbs::name_spokesperson(&mut cx, &house.app.zone, &wish).await
    });
    match outcome {
        Ok(_) => Ok(said("/desk/press/spokespersons", "said-speaker-named")),
        Err(failure) => page(&house, &asker, reasons(failure)?, typed).await,
    }
}

/// Nothing chosen is the agency itself; anything else must be one of its bodies.
async fn known(house: &House, unit: &str) -> Result<(), Failure> {
    let bodies = house.office.bodies().await?;
    if unit.is_empty() || bodies.iter().any(|(known, _)| known.to_string() == unit) {
        return Ok(());
    }
    Err(Failure::refused(Refusal::field("unit", "refused-unit")))
}

/// Changes how one is called and reached.
pub(crate) async fn change(
    State(house): State<House>,
    asker: Asker,
    Path(speaker): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let of: SpokespersonId = id(&speaker)?;
    let typed = Typed::of(&fields);
    let outcome = web::wish!(asker, |cx| verbs::change_spokesperson(&mut cx, of, &typed.wish()).await);
    match outcome {
        Ok(()) => Ok(said("/desk/press/spokespersons", "said-speaker-changed")),
        Err(failure) => page(&house, &asker, reasons(failure)?, Typed::default()).await,
    }
}

/// Ends it.
pub(crate) async fn end(
    State(house): State<House>,
    asker: Asker,
    Path(speaker): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let of: SpokespersonId = id(&speaker)?;
    let outcome = web::wish!(asker, |cx| verbs::end_spokesperson(&mut cx, of, fields.text("reason")).await);
    match outcome {
        Ok(()) => Ok(said("/desk/press/spokespersons", "said-speaker-ended")),
        Err(failure) => page(&house, &asker, reasons(failure)?, Typed::default()).await,
    }
}

/// Says how long contacts are kept (L13).
pub(crate) async fn keeping(
    State(house): State<House>,
    asker: Asker,
    fields: Fields,
) -> Result<Response, Error> {
    let days = fields.parsed("days").unwrap_or(0);
    let outcome = web::wish!(asker, |cx| verbs::set_keeping(&mut cx, days).await);
    match outcome {
        Ok(()) => Ok(said("/desk/press/spokespersons", "said-keep-days")),
        Err(failure) => page(&house, &asker, reasons(failure)?, Typed::default()).await,
    }
}

#[derive(Template)]
#[template(path = "press_public_spokespersons.html")]
struct PublicPage {
    p: Page,
    agency: String,
    own: Vec<Speaker>,
    bodies: Vec<(String, Vec<Speaker>)>,
    updated: String,
    updated_iso: String,
}

/// What the public reads: made from the register as it stands.
pub(crate) async fn public(State(house): State<House>, visitor: Visitor) -> Result<Response, Error> {
    let p = visitor.page("speakers-public-title").await?;
    let look = visitor.look();
    let today = house.app.zone.day(look.now()).to_string();
    let names = house.office.names().await?;
    let agency = house.office.body(None).await?;
    let (mut own, mut bodies): (Vec<Speaker>, Vec<(String, Vec<Speaker>)>) = (Vec::new(), Vec::new());
    let standing = spokespersons::standing(look.db()).await?;
    // A head who also speaks regularly stands there once.
    let twice = |row: &SpokespersonRow| {
        row.kind == Kind::Head.name()
            && standing.iter().any(|other| {
                other.kind == Kind::Regular.name()
                    && other.shown_at.is_some()
                    && (other.unit, &other.name) == (row.unit, &row.name)
            })
    };
    for row in &standing {
        let holds = row.from_day <= today && row.to_day.as_ref().is_none_or(|to| *to >= today);
        let regular = row.kind == Kind::Regular.name();
        if !holds || twice(row) || (regular && row.shown_at.is_none()) {
            continue;
        }
        let body = row.unit.map_or_else(|| agency.clone(), |unit| names.unit(Some(unit)));
        let face = speaker(&p, row, body.clone(), Vec::new());
        match (row.unit, bodies.iter_mut().find(|(name, _)| *name == body)) {
            (None, _) => own.push(face),
            (Some(_), Some((_, list))) => list.push(face),
            (Some(_), None) => bodies.push((body, vec![face])),
        }
    }
    bodies.sort_by_key(|(name, _)| viet::fold::fold_lower(name));
    let updated = spokespersons::last_changed(look.db()).await?;
    html(&PublicPage {
        agency,
        own,
        bodies,
        updated: updated.map(|at| p.format.date(at)).unwrap_or_default(),
        updated_iso: updated.map(|at| p.format.iso(at)).unwrap_or_default(),
        p,
    })
}
