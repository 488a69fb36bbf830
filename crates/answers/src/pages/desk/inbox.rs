//! The inbox: what waits for a unit, for an answer, for approval; and the floods that the machine set aside.

use super::kin;
use crate::House;
use crate::pages::{Choice, id};
use crate::private::redacted;
use crate::question::State as Stand;
use crate::sight::{Sight, routes, sight, units};
use crate::store::fields;
use crate::store::flocks;
use crate::store::lists::{self, Asked as Listed, Which};
use crate::store::questions::{QuestionRow, question};
use crate::verbs;
use crate::words;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use deadlines::ClockFace;
use kernel::{Action, Failure, PageNumber, Thing, ThingKind};
use serde::Deserialize;
use std::collections::HashMap;
use uuid::Uuid;
use web::{Asker, Error, Page, Pager, Tab, html, said};

const SIZE: u32 = 40;

struct Line {
    id: String,
    title: String,
    field: String,
    unit: String,
    form: String,
    chip: &'static str,
    state: String,
    note: String,
    iso: String,
    when: String,
    clock: Option<ClockFace>,
}

struct FloodLine {
    flock: String,
    title: String,
    many: String,
    span: String,
}

#[derive(Template)]
#[template(path = "answers_inbox.html")]
struct InboxPage {
    p: Page,
    kin: Vec<Tab>,
    tabs: Vec<Tab>,
    which: &'static str,
    lines: Vec<Line>,
    floods: Vec<FloodLine>,
    fields: Vec<Choice>,
    words: String,
    flock: String,
    narrowed: bool,
    pager: Option<Pager>,
}

/// Which list, as the address says it.
#[derive(Debug, Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    which: String,
    field: String,
    q: String,
    flock: String,
    page: Option<String>,
}

/// The page.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let look = asker.look();
    let router = routes(&asker.actor);
    if !router {
        look.may(Action::ReadQuestions, Thing::House)?;
    }
    let page = PageNumber::parse(asked.page.as_deref()).ok_or(Failure::NotFound)?;
    let p = asker.desk_page(asker.locale().t("answers-title")).await?;
    let db = look.db();
    let mine = units(&asker.actor);
    let which = if asked.which.is_empty() && !router { Which::Routed } else { Which::named(&asked.which) };
    let sought: String = asked.q.chars().take(200).collect();
    let listed = Listed {
        which,
        units: mine.clone(),
        field: asked.field.clone(),
        words: words::of(&sought),
        flock: asked.flock.parse().ok(),
    };
    let found = lists::list(db, &listed, page, SIZE).await?;
    if !found.exists() {
        return Err(Failure::NotFound.into());
    }
    let all = fields::all_of(db).await?;
    let names = house.office.names().await?;
    let mut lines = Vec::new();
    let ids: Vec<_> = found.items.iter().map(|row| row.id.0).collect();
    let mut clocks = deadlines::faces_of(&house.rules, db, &p, look.now(), ThingKind::Question, &ids).await?;
    for row in &found.items {
        let clock = clocks.remove(&row.id.0).and_then(|faces| faces.into_iter().next());
        let field = all.iter().find(|field| field.slug == row.field).map(|field| field.name.clone());
        lines.push(line(&asker, &p, row, field.unwrap_or_default(), names.unit(row.unit), clock));
    }
    let address = |which: &str, n: u32| {
        let pairs = [
            ("which", which.to_owned()),
            ("field", asked.field.clone()),
            ("q", sought.clone()),
            ("flock", asked.flock.clone()),
            ("page", n.to_string()),
        ];
        let said: Vec<_> = pairs.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        format!("/desk/answers?{}", serde_urlencoded::to_string(said).unwrap_or_default())
    };
    let pager = Pager::of(&found, |n| address(which.name(), n));
    html(&InboxPage {
        kin: kin(&look, &p, "/desk/answers"),
        tabs: tabs(db, &p, which, mine.as_deref(), router).await?,
        which: which.name(),
        lines,
        floods: if router { floods(db, &p).await? } else { Vec::new() },
        fields: Choice::of(all.iter().map(|field| (field.slug.clone(), field.name.clone())), &asked.field),
        narrowed: !sought.is_empty() || !asked.field.is_empty() || !asked.flock.is_empty(),
        words: sought.clone(),
        flock: asked.flock.clone(),
        pager,
        p,
    })
}

fn line(
    asker: &Asker,
    p: &Page,
    row: &QuestionRow,
    field: String,
    unit: String,
    clock: Option<ClockFace>,
) -> Line {
    let state = Stand::named(&row.state);
    let title = match sight(&asker.actor, row) {
        Sight::Asker => row.title.clone(),
        Sight::Question | Sight::Nothing => redacted(&row.title, &[]),
    };
    let told = row.more_told_at > row.more_asked_at;
    let note = match (row.more_asked_at, told) {
        _ if state.has_ended() => String::new(),
        (_, true) => p.t("answers-more-told"),
        (Some(_), false) => p.t("answers-more-asked"),
        (None, false) if !row.returned.is_empty() => p.t("answers-returned"),
        (None, false) => String::new(),
    };
    Line {
        id: row.id.to_string(),
        title: if title.is_empty() { p.t("answers-erased-title") } else { title },
        field,
        unit,
        form: if row.form == "petition" { p.t("ask-form-petition") } else { String::new() },
        chip: state.chip(),
        state: p.t(&format!("answers-state-{}", state.name())),
        note,
        iso: p.format.iso(row.received_at),
        when: p.format.stamp(row.received_at),
        clock: clock.filter(|clock| clock.open),
    }
}

async fn tabs(
    db: &impl db::ConnectionTrait,
    p: &Page,
    which: Which,
    mine: Option<&[kernel::UnitId]>,
    router: bool,
) -> Result<Vec<Tab>, Failure> {
    let counts: HashMap<String, u64> = lists::by_state(db, mine)
        .await?
        .into_iter()
        .map(|count| (count.state, u64::try_from(count.many).unwrap_or(0)))
        .collect();
    let of = |states: &[&str]| states.iter().filter_map(|state| counts.get(*state)).sum::<u64>();
    Ok(Which::ALL
        .into_iter()
        .filter(|one| router || mine.is_none() || *one != Which::New)
        .map(|one| Tab {
            href: format!("/desk/answers?which={}", one.name()),
            label: p.t(&format!("answers-tab-{}", one.name())),
            count: match one {
                Which::New => of(&["received"]),
                Which::Routed => of(&["routed"]),
                Which::Submitted => of(&["submitted"]),
                Which::Aside => of(&["aside", "merged"]),
                Which::Answered | Which::Refused | Which::All => 0,
            },
            current: one == which,
        })
        .collect())
}

async fn floods(db: &impl db::ConnectionTrait, p: &Page) -> Result<Vec<FloodLine>, Failure> {
    let mut lines = Vec::new();
    for flood in flocks::floods(db).await? {
        let head = question(db, kernel::QuestionId(flood.flock)).await?;
        lines.push(FloodLine {
            flock: flood.flock.to_string(),
            title: head.map(|head| head.title).unwrap_or_default(),
            many: p.format.number(flood.many),
            span: format!("{} – {}", p.format.date_time(flood.since), p.format.date_time(flood.last)),
        });
    }
    Ok(lines)
}

/// Takes back what was set aside of a flood, all of it.
pub(crate) async fn take_back(asker: Asker, Path(flock): Path<String>) -> Result<Response, Error> {
    let flock: Uuid = id(&flock)?;
    // Some hundred in one transaction; the ledger's lock is let go of in between.
    loop {
        let mut cx = asker.wish().await?;
        let many = verbs::take_back_flood(&mut cx, flock).await?;
        cx.finish().await?;
        if many == 0 {
            break;
        }
    }
    Ok(said("/desk/answers?which=new", "said-flood-taken-back"))
}
