//! This morning: what is hot, what is wide, what each topic says, and which sources are silent.

use super::{SpotLine, ThreadLine, press_only, spot_line, thread_line};
use crate::House;
use crate::store::{self, spots::Which, threads::Narrow};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use kernel::{Action, Failure, Moment, PageNumber, Thing};
use std::collections::HashMap;
use std::time::Duration;
use web::{Asker, Bar, Bars, Error, Page, html};

struct TopicLine {
    id: String,
    name: String,
    today: i64,
    usual: String,
    loud: bool,
}

#[derive(Template)]
#[template(path = "listening_morning.html")]
struct MorningPage {
    p: Page,
    today_iso: String,
    today: String,
    spots: Vec<SpotLine>,
    threads: Vec<ThreadLine>,
    topics: Vec<TopicLine>,
    heard: String,
    silent: i64,
    failing: i64,
    no_sources: bool,
    digest: Option<(&'static str, String)>,
    /// The hour of today's review is over and it was not sent.
    late: bool,
    chart: Bars,
    handles: bool,
}

const DAY: Duration = Duration::from_secs(86_400);
/// A source that has said nothing new for so long is silent.
const SILENT: Duration = Duration::from_secs(3 * 86_400);

/// The page.
pub(crate) async fn show(State(house): State<House>, asker: Asker) -> Result<Response, Error> {
    let look = asker.look();
    press_only(&look)?;
    let p = asker.desk_page(asker.locale().t("listening-title")).await?;
    let (db, now) = (look.db(), look.now());
    let since = now.minus(DAY);
    let names = house.office.names().await?;
    let mut spots = Vec::new();
    for row in store::spots::list(db, Which::Open, None, PageNumber::FIRST, 12).await?.items {
        let title =
            store::threads::thread(db, row.thread).await?.map(|thread| thread.title).unwrap_or_default();
        spots.push(spot_line(&p, &row, &title, &names, now));
    }
    let narrow = Narrow { since: Some(since), ..Narrow::default() };
    let mut threads = Vec::new();
    for row in store::threads::list(db, &narrow, false, PageNumber::FIRST, 12).await?.items {
        let spot = store::spots::open_of(db, row.id).await?;
        threads.push(thread_line(&p, &row, spot.as_ref()));
    }
    let health = store::sources::health(db, now.minus(SILENT)).await?;
    let day = house.app.zone.day(now);
    let digest = store::digests::of_day(db, &day.to_string()).await?;
    let page = MorningPage {
        today_iso: day.to_string(),
        today: asker.format().long_day(day),
        topics: topics(&p, db, now).await?,
        heard: p.format.number(store::mentions::count_since(db, since).await?),
        silent: health.silent,
        failing: health.failing,
        no_sources: health.active == 0,
        late: digest.as_ref().is_none_or(|row| row.sent_at.is_none())
            && super::digest::is_late(&house, &look, day).await?,
        digest: digest.map(|row| super::digests::state(&p, &row)),
        chart: chart(&p, db, now).await?,
        handles: look.may(Action::HandleHotSpot, Thing::House).is_ok(),
        spots,
        threads,
        p,
    };
    html(&page)
}

/// Whether a source answers and has had nothing new for days.
pub(crate) fn is_silent(source: &store::sources::SourceRow, now: Moment) -> bool {
    source.answered_at.is_some() && now.since(source.new_at.unwrap_or(source.made_at)) > SILENT
}

async fn topics(p: &Page, db: &impl db::ConnectionTrait, now: Moment) -> Result<Vec<TopicLine>, Failure> {
    let by = |rows: Vec<store::topics::CountRow>| -> HashMap<_, i64> {
        rows.into_iter().map(|row| (row.topic, row.count)).collect()
    };
    let today = by(store::topics::counts(db, now.minus(DAY), now.plus(DAY)).await?);
    let before = by(store::topics::counts(db, now.minus(DAY * 15), now.minus(DAY)).await?);
    let topics = store::topics::topics(db).await?;
    Ok(topics
        .into_iter()
        .filter(|topic| topic.active)
        .map(|topic| {
            let today = today.get(&topic.id).copied().unwrap_or(0);
            // Tenths of a mention a day over the two weeks before.
            let tenths = before.get(&topic.id).copied().unwrap_or(0) * 10 / 14;
            let comma = if p.lang == "vi" { "," } else { "." };
            TopicLine {
                id: topic.id.to_string(),
                name: topic.name,
                today,
                usual: format!("{}{comma}{}", tenths / 10, tenths % 10),
                loud: today >= 5 && today * 10 > tenths * 2,
            }
        })
        .collect())
}

/// Mentions an hour over the last day.
async fn chart(p: &Page, db: &impl db::ConnectionTrait, now: Moment) -> Result<Bars, Failure> {
    let hour = 3_600_000_000;
    let last = now.0.div_euclid(hour);
    let rows = store::mentions::hours(db, Moment((last - 23) * hour)).await?;
    let counted: HashMap<i64, (i64, i64)> =
        rows.into_iter().map(|row| (row.hour, (row.count, row.contrary))).collect();
    let bars = (last - 23..=last)
        .map(|at| {
            let (count, contrary) = counted.get(&at).copied().unwrap_or_default();
            Bar {
                label: p.format.time(Moment(at * hour)),
                value: u32::try_from(count).unwrap_or(0),
                shaded: u32::try_from(contrary).unwrap_or(0),
                href: String::new(),
            }
        })
        .collect();
    Ok(Bars {
        title: p.t("listening-chart"),
        unit: p.t("listening-mentions"),
        shade: p.t("listening-contrary-short"),
        bars,
        mark: None,
    })
}
