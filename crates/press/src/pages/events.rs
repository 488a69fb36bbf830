//! Press events to come and past, and planning one. A unit that was asked to contribute sees what it was asked, and no more.

use super::told::{Choice, choices, crumb, desk_only, id, reasons, writes};
use crate::House;
use crate::event::{Kind, State as EventState};
use crate::store::events::{self, EventRow};
use crate::told::{local_text, local_time};
use crate::verbs::{self, EventWish};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use http::StatusCode;
use kernel::{Action, Failure, PageNumber, PressEventId, Refusal, Thing};
use web::{Asker, Crumb, Error, Fields, Page, Pager, Refused, Tab, html, refusals, said};

pub(crate) struct Line {
    id: String,
    title: String,
    kind: String,
    chip: &'static str,
    standing: String,
    place: String,
    iso: String,
    when: String,
}

struct Asked {
    event: String,
    title: String,
    id: String,
    ask: String,
    due: String,
}

/// What stands in the form of an event.
#[derive(Default)]
pub(crate) struct Typed {
    kind: String,
    title: String,
    starts_at: String,
    ends_at: String,
    place: String,
    chair: String,
    content: String,
    host: String,
}

#[derive(Template)]
#[template(path = "event_list.html")]
struct EventsPage {
    p: Page,
    tabs: Vec<Tab>,
    lines: Vec<Line>,
    pager: Option<Pager>,
    asked: Vec<Asked>,
    reads: bool,
    writes: bool,
    kinds: Vec<Choice>,
    refused: Vec<Refused>,
    typed: Typed,
}

#[derive(Template)]
#[template(path = "event_edit.html")]
struct EditPage {
    p: Page,
    crumbs: Vec<Crumb>,
    event: String,
    edition: i64,
    announced: bool,
    refused: Vec<Refused>,
    typed: Typed,
}

const SIZE: u32 = 50;

/// The page.
pub(crate) async fn show(
    State(_house): State<House>,
    asker: Asker,
    Query(wanted): Query<super::told::Asked>,
) -> Result<Response, Error> {
    page(&asker, &wanted, Typed::default(), Vec::new()).await
}

async fn page(
    asker: &Asker,
    wanted: &super::told::Asked,
    typed: Typed,
    refused: Vec<Refusal>,
) -> Result<Response, Error> {
    let look = asker.look();
    let reads = desk_only(&look).is_ok();
    if !reads {
        look.may(Action::GiveFacts, Thing::House)?;
    }
    let number = PageNumber::parse(wanted.page.as_deref()).ok_or(Failure::NotFound)?;
    let over = match wanted.state.as_str() {
        "" => false,
        "over" => true,
        _ => return Err(Failure::NotFound.into()),
    };
    let p = asker.desk_page(asker.locale().t("pevent-title")).await?;
    let found = match reads {
        true => events::list(look.db(), over, number, SIZE).await?,
        false => kernel::Page { items: Vec::new(), number: 1, size: SIZE, total: 0 },
    };
    if !found.exists() {
        return Err(Failure::NotFound.into());
    }
    let tab = |state: &str, words: &str, current| Tab {
        href: format!("/desk/press/events?state={state}"),
        label: p.t(words),
        count: if current { found.total } else { 0 },
        current,
    };
    let mut asked = Vec::new();
    for row in events::asked_of(look.db()).await? {
        if look.may(Action::GiveFacts, Thing::Unit(row.unit)).is_ok()
            && let Some(event) = events::event(look.db(), row.press_event).await?
        {
            asked.push(Asked {
                event: row.press_event.to_string(),
                title: event.title,
                id: row.id.to_string(),
                ask: row.ask,
                due: row.due_at.map(|at| p.format.stamp(at)).unwrap_or_default(),
            });
        }
    }
    let mut response = html(&EventsPage {
        tabs: vec![tab("", "pevent-to-come", !over), tab("over", "pevent-over", over)],
        pager: Pager::of(&found, |n| format!("/desk/press/events?state={}&page={n}", wanted.state)),
        lines: found.items.iter().map(|row| line(&p, row)).collect(),
        asked,
        reads,
        writes: writes(&look),
        kinds: choices(&p, "pevent-kind", &Kind::ALL.map(Kind::name), &typed.kind),
        refused: refusals(asker.locale(), &refused),
        typed,
        p,
    })?;
    if !refused.is_empty() {
        *response.status_mut() = web::refused_status(&refused);
    }
    Ok(response)
}

fn line(p: &Page, row: &EventRow) -> Line {
    let state = EventState::named(&row.state);
    Line {
        id: row.id.to_string(),
        title: row.title.clone(),
        kind: p.t(&format!("pevent-kind-{}", row.kind)),
        chip: state.chip(),
        standing: p.t(&format!("pevent-state-{}", state.name())),
        place: row.place.clone(),
        iso: p.format.iso(row.starts_at),
        when: p.format.stamp(row.starts_at),
    }
}

fn typed_of(fields: &Fields) -> Typed {
    let text = |name: &str| fields.text(name).to_owned();
    Typed {
        kind: text("kind"),
        title: text("title"),
        starts_at: text("starts_at"),
        ends_at: text("ends_at"),
        place: text("place"),
        chair: text("chair"),
        content: text("content"),
        host: text("host"),
    }
}

fn wish_of(house: &House, typed: &Typed) -> EventWish {
    EventWish {
        kind: typed.kind.clone(),
        title: typed.title.clone(),
        starts_at: local_time(&typed.starts_at, &house.app.zone),
        ends_at: local_time(&typed.ends_at, &house.app.zone),
        place: typed.place.clone(),
        chair: typed.chair.clone(),
        content: typed.content.clone(),
        host: typed.host.clone(),
    }
}

/// Plans one.
pub(crate) async fn plan(
    State(house): State<House>,
    asker: Asker,
    fields: Fields,
) -> Result<Response, Error> {
    let typed = typed_of(&fields);
    let outcome = async {
        let mut cx = asker.wish().await?;
        let id = verbs::plan_event(&mut cx, &wish_of(&house, &typed)).await?;
        cx.finish().await?;
        Ok(id)
    }
    .await;
    match outcome {
        Ok(id) => Ok(said(&format!("/desk/press/events/{id}"), "said-pevent-planned")),
        Err(failure) => page(&asker, &super::told::Asked::default(), typed, reasons(failure)?).await,
    }
}

/// The form of one that is there.
pub(crate) async fn edit(
    State(house): State<House>,
    asker: Asker,
    Path(event): Path<String>,
) -> Result<Response, Error> {
    form(&house, &asker, id(&event)?, None, Vec::new()).await
}

async fn form(
    house: &House,
    asker: &Asker,
    id: PressEventId,
    typed: Option<(i64, Typed)>,
    refused: Vec<Refusal>,
) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::WriteReleases, Thing::House)?;
    let row = events::event(look.db(), id).await?.ok_or(Failure::NotFound)?;
    let p = asker.desk_page(asker.locale().t("pevent-edit")).await?;
    let zone = &house.app.zone;
    let announced = row.announced_at.is_some();
    let crumbs = vec![
        crumb("/desk/press/events", p.t("pevent-title")),
        crumb(&format!("/desk/press/events/{id}"), row.title.clone()),
    ];
    let (edition, typed) = typed.unwrap_or_else(|| {
        let typed = Typed {
            kind: row.kind,
            title: row.title,
            starts_at: local_text(row.starts_at, zone),
            ends_at: row.ends_at.map(|at| local_text(at, zone)).unwrap_or_default(),
            place: row.place,
            chair: row.chair,
            content: row.content,
            host: row.host,
        };
        (row.edition, typed)
    });
    let mut response = html(&EditPage {
        crumbs,
        event: id.to_string(),
        edition,
        announced,
        refused: refusals(asker.locale(), &refused),
        typed,
        p,
    })?;
    if !refused.is_empty() {
        *response.status_mut() = web::refused_status(&refused);
    }
    Ok(response)
}

/// Changes it.
pub(crate) async fn change(
    State(house): State<House>,
    asker: Asker,
    Path(event): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let id: PressEventId = id(&event)?;
    let typed = typed_of(&fields);
    let edition = fields.parsed("edition").unwrap_or(0);
    let outcome = async {
        let mut cx = asker.wish().await?;
        verbs::change_event(&mut cx, &house, id, edition, &wish_of(&house, &typed)).await?;
        cx.finish().await
    }
    .await;
    match outcome {
        Ok(()) => Ok(said(&format!("/desk/press/events/{id}"), "said-pevent-changed")),
        Err(failure) => {
            let stale = matches!(failure, Failure::Stale(_));
            let mut page = form(&house, &asker, id, Some((edition, typed)), reasons(failure)?).await?;
            if stale {
                *page.status_mut() = StatusCode::CONFLICT;
            }
            Ok(page)
        }
    }
}
