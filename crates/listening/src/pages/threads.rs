//! All threads, narrowed by topic, days and wording.

use super::{Choice, ThreadLine, press_only, thread_line};
use crate::store::{self, threads::Narrow};
use askama::Template;
use axum::extract::Query;
use axum::response::Response;
use kernel::{Failure, PageNumber, TopicId};
use serde::Deserialize;
use std::time::Duration;
use web::{Asker, Error, Page, Pager, html};

/// What the list is narrowed by, as the address says it.
#[derive(Debug, Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    topic: String,
    days: String,
    contrary: String,
    order: String,
    page: Option<String>,
}

#[derive(Template)]
#[template(path = "listening_threads.html")]
struct ThreadsPage {
    p: Page,
    threads: Vec<ThreadLine>,
    topics: Vec<Choice>,
    days: Vec<Choice>,
    contrary: bool,
    newest: bool,
    pager: Option<Pager>,
    total: String,
}

const SIZE: u32 = 50;
/// How many days a list can look back.
const SPANS: [u64; 4] = [1, 7, 30, 365];

impl Asked {
    fn days(&self) -> u64 {
        self.days.parse::<u64>().ok().filter(|days| SPANS.contains(days)).unwrap_or(7)
    }

    fn address(&self, page: u32) -> String {
        let pairs = [
            ("topic", self.topic.clone()),
            ("days", self.days().to_string()),
            ("contrary", self.contrary.clone()),
            ("order", self.order.clone()),
            ("page", page.to_string()),
        ];
        let said: Vec<_> = pairs.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        format!("/desk/listening/threads?{}", serde_urlencoded::to_string(said).unwrap_or_default())
    }
}

/// The page.
pub(crate) async fn show(asker: Asker, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let look = asker.look();
    press_only(&look)?;
    let page = PageNumber::parse(asked.page.as_deref()).ok_or(Failure::NotFound)?;
    let p = asker.desk_page(asker.locale().t("threads-title")).await?;
    let topic = asked.topic.parse::<TopicId>().ok();
    let narrow = Narrow {
        since: Some(look.now().minus(Duration::from_secs(asked.days() * 86_400))),
        topic,
        fewest: 1,
        contrary: !asked.contrary.is_empty(),
    };
    let newest = asked.order == "newest";
    let found = store::threads::list(look.db(), &narrow, newest, page, SIZE).await?;
    if !found.exists() {
        return Err(Failure::NotFound.into());
    }
    let mut threads = Vec::new();
    for row in &found.items {
        let spot = store::spots::open_of(look.db(), row.id).await?;
        threads.push(thread_line(&p, row, spot.as_ref()));
    }
    let topics = store::topics::topics(look.db()).await?.into_iter().map(|row| Choice {
        selected: Some(row.id) == topic,
        value: row.id.to_string(),
        label: row.name,
    });
    let days = SPANS.map(|many| Choice {
        value: many.to_string(),
        label: p.f("threads-days", "days", many),
        selected: many == asked.days(),
    });
    html(&ThreadsPage {
        topics: topics.collect(),
        days: days.into(),
        contrary: narrow.contrary,
        newest,
        pager: Pager::of(&found, |page| asked.address(page)),
        total: p.format.number(i64::try_from(found.total).unwrap_or(i64::MAX)),
        threads,
        p,
    })
}
