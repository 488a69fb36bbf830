//! One thread: what it says, who said it first, what each outlet adds, how it went, and what we answered.

use super::{counts, id, press_only, reasons};
use crate::hot_spot::State as SpotState;
use crate::quotation::quotation;
use crate::store::mentions::MentionRow;
use crate::store::{self, sources::OutletRow, spots::SpotRow, threads::ThreadRow};
use crate::verbs::{join_threads, raise_by_hand};
use crate::{House, hearing, saying};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use http::StatusCode;
use kernel::{Action, Failure, MentionId, Moment, Refusal, Thing, ThreadId};
use std::collections::HashMap;
use web::{Asker, Bar, Bars, Crumb, Error, Fields, Page, Refused, html, refusals, said, see_other};

pub(crate) struct MentionLine {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) outlet: String,
    pub(crate) central: bool,
    pub(crate) link: String,
    pub(crate) iso: String,
    pub(crate) when: String,
    /// The outlet it was taken from.
    pub(crate) copy_of: String,
    pub(crate) contrary: bool,
    pub(crate) edited: bool,
    /// What it says that none before it said.
    pub(crate) adds: String,
}

struct SaidLine {
    outlet: String,
    sentence: String,
}

struct ChangeLine {
    what: String,
    when: String,
    href: String,
    title: String,
}

struct SpotLink {
    id: String,
    chip: &'static str,
    state: String,
    when: String,
}

#[derive(Template)]
#[template(path = "listening_thread.html")]
struct ThreadPage {
    p: Page,
    crumbs: Vec<Crumb>,
    thread: String,
    counts: String,
    first: String,
    first_outlet: String,
    said: Vec<SaidLine>,
    mentions: Vec<MentionLine>,
    more: i64,
    topics: Vec<(String, String)>,
    changes: Vec<ChangeLine>,
    spots: Vec<SpotLink>,
    can_raise: bool,
    can_join: bool,
    chart: Bars,
    after: Option<String>,
    refused: Vec<Refused>,
    typed: String,
}

/// Mentions shown of one thread.
const SHOWN: u32 = 200;
/// Texts looked at for what each adds.
const COMPARED: u32 = 24;

/// Words that something added has at least: a bare date adds nothing.
const FEWEST: usize = 5;

/// The page.
pub(crate) async fn show(
    State(_house): State<House>,
    asker: Asker,
    Path(thread): Path<String>,
) -> Result<Response, Error> {
    let id: ThreadId = id(&thread)?;
    let row = read(&asker, id).await?;
    // Who comes with an old name is led to the thread that goes on.
    if let Some(into) = row.into_thread {
        return Ok(see_other(&format!("/desk/listening/threads/{into}")));
    }
    page(&asker, row, Vec::new(), String::new()).await
}

async fn read(asker: &Asker, id: ThreadId) -> Result<ThreadRow, Failure> {
    let look = asker.look();
    press_only(&look)?;
    store::threads::thread(look.db(), id).await?.ok_or(Failure::NotFound)
}

async fn page(
    asker: &Asker,
    row: ThreadRow,
    refused: Vec<Refusal>,
    typed: String,
) -> Result<Response, Error> {
    let look = asker.look();
    let db = look.db();
    let p = asker.desk_page(row.title.clone()).await?;
    let outlets = hearing::outlet_names(db).await?;
    let mentions = store::mentions::of_thread(db, row.id, SHOWN).await?;
    let spots = store::spots::all_of(db, row.id).await?;
    let adds = adds(db, row.id).await?;
    let handles = look.may(Action::HandleHotSpot, Thing::House).is_ok();
    let open = spots.iter().any(|spot| SpotState::named(&spot.state) != SpotState::Closed);
    let answered = spots.iter().find_map(|spot| spot.answered_at);
    let first = mentions.first();
    let mut response = html(&ThreadPage {
        crumbs: vec![
            Crumb { href: "/desk/listening".into(), label: p.t("listening-title") },
            Crumb { href: "/desk/listening/threads".into(), label: p.t("threads-title") },
        ],
        thread: row.id.to_string(),
        counts: counts(&p, row.mentions, row.outlets),
        first: first.map(|first| p.format.stamp(first.published_at)).unwrap_or_default(),
        first_outlet: first.map(|first| outlet(&outlets, first)).unwrap_or_default(),
        said: said_lines(saying::sentences(db, &row).await?, &outlets),
        more: row.mentions - i64::from(SHOWN).min(row.mentions),
        topics: store::topics::of_thread(db, row.id)
            .await?
            .into_iter()
            .map(|topic| (topic.id.to_string(), topic.name))
            .collect(),
        changes: changes(&p, db, row.id).await?,
        chart: chart(&p, &mentions, answered),
        after: answered.map(|at| after(&p, &mentions, at)),
        mentions: lines(&p, &mentions, &outlets, &adds),
        spots: spots.iter().map(|spot| spot_link(&p, spot)).collect(),
        can_raise: handles && !open,
        can_join: handles,
        refused: refusals(asker.locale(), &refused),
        typed,
        p,
    })?;
    if !refused.is_empty() {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

fn spot_link(p: &Page, spot: &SpotRow) -> SpotLink {
    let state = SpotState::named(&spot.state);
    SpotLink {
        id: spot.id.to_string(),
        chip: state.chip(),
        state: p.t(&format!("spot-{}", state.name())),
        when: p.format.stamp(spot.raised_at),
    }
}

fn outlet(outlets: &HashMap<kernel::OutletId, OutletRow>, mention: &MentionRow) -> String {
    outlets.get(&mention.outlet).map(|outlet| outlet.name.clone()).unwrap_or_default()
}

fn said_lines(said: Vec<(String, String)>, outlets: &HashMap<kernel::OutletId, OutletRow>) -> Vec<SaidLine> {
    said.into_iter()
        .map(|(outlet, sentence)| SaidLine {
            outlet: outlet
                .parse()
                .ok()
                .and_then(|id: kernel::OutletId| outlets.get(&id))
                .map(|outlet| outlet.name.clone())
                .unwrap_or_default(),
            sentence,
        })
        .collect()
}

/// What each of the first mentions says that none before it said: the beginning of it (L14).
async fn adds(
    db: &impl db::ConnectionTrait,
    thread: ThreadId,
) -> Result<HashMap<MentionId, String>, Failure> {
    let texts = store::mentions::texts_of_thread(db, thread, COMPARED).await?;
    let compared = tokio::task::spawn_blocking(move || {
        let read: Vec<&str> = texts.iter().map(|text| text.text.as_str()).collect();
        let adds = pulse::summary::what_each_adds(&read);
        let first = |ranges: &[std::ops::Range<usize>], text: &str| {
            let mut said = ranges.iter().filter_map(|range| text.get(range.clone()));
            said.find(|words| words.split_whitespace().count() >= FEWEST).map(|words| quotation(words, 40))
        };
        texts
            .iter()
            .zip(adds)
            .skip(1)
            .filter_map(|(text, ranges)| Some((text.id, first(&ranges, &text.text)?)))
            .collect()
    });
    compared.await.map_err(|error| Failure::broken(format!("what each adds is not known: {error}")))
}

pub(crate) fn lines(
    p: &Page,
    mentions: &[MentionRow],
    outlets: &HashMap<kernel::OutletId, OutletRow>,
    adds: &HashMap<MentionId, String>,
) -> Vec<MentionLine> {
    let by_id: HashMap<MentionId, &MentionRow> = mentions.iter().map(|row| (row.id, row)).collect();
    mentions
        .iter()
        .map(|row| MentionLine {
            id: row.id.to_string(),
            title: row.title.clone(),
            outlet: outlet(outlets, row),
            central: outlets.get(&row.outlet).is_some_and(|outlet| outlet.level == "central"),
            link: row.link.clone(),
            iso: p.format.iso(row.published_at),
            when: p.format.stamp(row.published_at),
            copy_of: row
                .copy_of
                .map(|of| by_id.get(&of).map_or_else(|| p.t("thread-other-outlet"), |of| outlet(outlets, of)))
                .unwrap_or_default(),
            contrary: row.contrary,
            edited: row.edited_at.is_some(),
            adds: adds.get(&row.id).cloned().unwrap_or_default(),
        })
        .collect()
}

async fn changes(p: &Page, db: &impl db::ConnectionTrait, id: ThreadId) -> Result<Vec<ChangeLine>, Failure> {
    let mut lines = Vec::new();
    for change in store::threads::changes(db, id).await? {
        let other = match change.other {
            Some(other) => store::threads::thread(db, other).await?,
            None => None,
        };
        lines.push(ChangeLine {
            what: p.t(&format!("thread-{}", change.kind)),
            when: p.format.stamp(change.at),
            href: other
                .as_ref()
                .filter(|other| other.into_thread.is_none())
                .map(|other| format!("/desk/listening/threads/{}", other.id))
                .unwrap_or_default(),
            title: other.map(|other| other.title).unwrap_or_default(),
        });
    }
    Ok(lines)
}

/// Mentions by ten minutes while the matter is young, then by hour, by day when it is long, with the mark of our answer.
fn chart(p: &Page, mentions: &[MentionRow], answered: Option<Moment>) -> Bars {
    let (Some(first), Some(last)) = (
        mentions.iter().map(|row| row.published_at).min(),
        mentions.iter().map(|row| row.published_at).max().max(answered),
    ) else {
        return Bars::default();
    };
    let hour = 3_600_000_000;
    let span = match last.0 - first.0 {
        short if short <= 6 * hour => hour / 6,
        day if day <= 48 * hour => hour,
        _ => 24 * hour,
    };
    // Days begin at midnight here, hours and their parts everywhere at once.
    let zone_shift = if span <= hour { 0 } else { shift_of(p, first) };
    let place = |at: Moment| (at.0 + zone_shift).div_euclid(span);
    let (from, to) = (place(first), place(last).min(place(first) + 120));
    let bars: Vec<Bar> = (from..=to)
        .map(|at| {
            let here = || mentions.iter().filter(move |row| place(row.published_at) == at);
            let moment = Moment(at * span - zone_shift);
            let label = if span <= hour { p.format.time(moment) } else { p.format.date(moment) };
            Bar {
                label,
                value: u32::try_from(here().count()).unwrap_or(0),
                shaded: u32::try_from(here().filter(|row| row.contrary).count()).unwrap_or(0),
                href: String::new(),
            }
        })
        .collect();
    Bars {
        title: p.t("thread-chart"),
        unit: p.t("listening-mentions"),
        shade: p.t("listening-contrary-short"),
        mark: answered
            .and_then(|at| usize::try_from(place(at) - from + 1).ok())
            .map(|at| (at.min(bars.len()), p.t("thread-answer-mark"))),
        bars,
    }
}

/// How far the zone is ahead of UTC, in microseconds.
fn shift_of(p: &Page, at: Moment) -> i64 {
    let wall = p.format.zone().local(at).to_zoned(jiff::tz::TimeZone::UTC);
    wall.map_or(0, |wall| wall.timestamp().as_microsecond() - at.0)
}

/// How many mentions before and after our answer, in one sentence.
fn after(p: &Page, mentions: &[MentionRow], at: Moment) -> String {
    let before = mentions.iter().filter(|row| row.published_at < at).count();
    web::lookup(
        p.locale().0,
        "thread-after",
        &[
            ("before", before.to_string()),
            ("after", (mentions.len() - before).to_string()),
            ("when", p.format.stamp(at)),
        ],
    )
}

/// Raises it by hand.
pub(crate) async fn raise(
    asker: Asker,
    Path(thread): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let id: ThreadId = id(&thread)?;
    let outcome = async {
        let mut cx = asker.wish().await?;
        let spot = raise_by_hand(&mut cx, id, fields.text("reason")).await?;
        cx.finish().await?;
        Ok(spot)
    }
    .await;
    match outcome {
        Ok(spot) => Ok(said(&format!("/desk/listening/hot-spots/{spot}"), "said-spot-raised")),
        Err(failure) => {
            let reasons = reasons(failure)?;
            page(&asker, read(&asker, id).await?, reasons, fields.text("reason").to_owned()).await
        }
    }
}

/// Joins it with another one, named by its address.
pub(crate) async fn join(
    State(house): State<House>,
    asker: Asker,
    Path(thread): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let one: ThreadId = id(&thread)?;
    let typed = fields.text("other");
    let other = typed.trim_end_matches('/').rsplit('/').next().unwrap_or_default().parse::<ThreadId>();
    let outcome = match other {
        Ok(other) => match asker.wish().await {
            Ok(cx) => join_threads(&house, cx, one, other).await,
            Err(failure) => Err(failure),
        },
        Err(_) => {
            asker.look().may(Action::HandleHotSpot, Thing::House)?;
            Err(Failure::refused(Refusal::field("other", "refused-thread-address")))
        }
    };
    match outcome {
        Ok(kept) => Ok(said(&format!("/desk/listening/threads/{kept}"), "said-threads-joined")),
        Err(failure) => {
            let reasons = reasons(failure)?;
            page(&asker, read(&asker, one).await?, reasons, typed.to_owned()).await
        }
    }
}
