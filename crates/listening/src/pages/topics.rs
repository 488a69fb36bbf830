//! Topics: what the agency wants to hear about, with a preview while the query is typed.

use super::{id, press_only, reasons};
use crate::House;
use crate::store::{self, topics::TopicRow};
use crate::topic::{PREVIEW_DAYS, preview as try_out};
use crate::verbs::{self, TopicWish};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use http::StatusCode;
use kernel::{Action, Failure, Refusal, Thing, TopicId};
use serde::Deserialize;
use std::collections::HashMap;
use std::time::Duration;
use web::{Asker, Crumb, Error, Fields, Page, Refused, html, refusals, said};

struct TopicLine {
    id: String,
    name: String,
    query: String,
    importance: i64,
    week: i64,
    active: bool,
}

#[derive(Template)]
#[template(path = "listening_topics.html")]
struct TopicsPage {
    p: Page,
    topics: Vec<TopicLine>,
    tends: bool,
}

#[derive(Template)]
#[template(path = "listening_topic.html")]
struct TopicPage {
    p: Page,
    crumbs: Vec<Crumb>,
    action: String,
    end: String,
    called: String,
    query: String,
    importance: i64,
    preview: PreviewPart,
    refused: Vec<Refused>,
}

struct FoundLine {
    id: String,
    title: String,
    outlet: String,
    when: String,
}

/// What a query would have found: a part of the page, and what the script puts in its place.
#[derive(Template, Default)]
#[template(path = "listening_preview.html")]
struct PreviewPart {
    words: String,
    wrong: bool,
    found: Vec<FoundLine>,
}

/// The list.
pub(crate) async fn show(State(_house): State<House>, asker: Asker) -> Result<Response, Error> {
    let look = asker.look();
    press_only(&look)?;
    let p = asker.desk_page(asker.locale().t("topics-title")).await?;
    let now = look.now();
    let since = now.minus(Duration::from_secs(7 * 86_400));
    let week: HashMap<TopicId, i64> =
        store::topics::counts(look.db(), since, now.plus(Duration::from_secs(86_400)))
            .await?
            .into_iter()
            .map(|row| (row.topic, row.count))
            .collect();
    let topics = store::topics::topics(look.db()).await?.into_iter().map(|row| TopicLine {
        week: week.get(&row.id).copied().unwrap_or(0),
        id: row.id.to_string(),
        name: row.name,
        query: row.query,
        importance: row.importance,
        active: row.active,
    });
    let tends = look.may(Action::TendTopics, Thing::House).is_ok();
    html(&TopicsPage { topics: topics.collect(), tends, p })
}

/// An empty form.
pub(crate) async fn new(State(house): State<House>, asker: Asker) -> Result<Response, Error> {
    form(&house, &asker, None, TopicWish { name: String::new(), query: String::new(), importance: 2 }, vec![])
        .await
}

/// The form of one.
pub(crate) async fn edit(
    State(house): State<House>,
    asker: Asker,
    Path(topic): Path<String>,
) -> Result<Response, Error> {
    asker.look().may(Action::TendTopics, Thing::House)?;
    let row = read(&asker, &topic).await?;
    let wish = TopicWish { name: row.name.clone(), query: row.query.clone(), importance: row.importance };
    form(&house, &asker, Some(row.id), wish, Vec::new()).await
}

async fn read(asker: &Asker, topic: &str) -> Result<TopicRow, Failure> {
    store::topics::topic(asker.look().db(), id(topic)?).await?.ok_or(Failure::NotFound)
}

async fn form(
    house: &House,
    asker: &Asker,
    id: Option<TopicId>,
    wish: TopicWish,
    refused: Vec<Refusal>,
) -> Result<Response, Error> {
    asker.look().may(Action::TendTopics, Thing::House)?;
    let title = if id.is_some() { wish.name.clone() } else { asker.locale().t("topic-new") };
    let p = asker.desk_page(title).await?;
    let action = id.map_or("/desk/listening/topics".to_owned(), |id| format!("/desk/listening/topics/{id}"));
    let preview = if wish.query.is_empty() {
        PreviewPart { words: p.t("topic-preview-none"), ..PreviewPart::default() }
    } else {
        part(house, asker, &wish.query).await?
    };
    let mut response = html(&TopicPage {
        crumbs: vec![Crumb { href: "/desk/listening/topics".into(), label: p.t("topics-title") }],
        end: id.map(|id| format!("/desk/listening/topics/{id}/end")).unwrap_or_default(),
        action,
        called: wish.name,
        query: wish.query,
        importance: wish.importance,
        preview,
        refused: refusals(asker.locale(), &refused),
        p,
    })?;
    if !refused.is_empty() {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

async fn part(house: &House, asker: &Asker, query: &str) -> Result<PreviewPart, Failure> {
    let look = asker.look();
    let (locale, format) = (asker.locale(), asker.format());
    let aliases = house.office.aliases().await?;
    let outlets = crate::hearing::outlet_names(look.db()).await?;
    match try_out(look.db(), query, &aliases, look.now()).await? {
        Err(reason) => {
            Ok(PreviewPart { words: locale.refusal(&reason), wrong: true, ..PreviewPart::default() })
        }
        Ok(tried) => Ok(PreviewPart {
            words: web::lookup(
                locale.0,
                "topic-preview",
                &[
                    ("count", tried.count.to_string()),
                    ("read", tried.read.to_string()),
                    ("days", PREVIEW_DAYS.to_string()),
                ],
            ),
            wrong: false,
            found: tried
                .newest
                .into_iter()
                .map(|row| FoundLine {
                    id: row.id.to_string(),
                    title: row.title,
                    outlet: outlets.get(&row.outlet).map(|outlet| outlet.name.clone()).unwrap_or_default(),
                    when: format.stamp(row.published_at),
                })
                .collect(),
        }),
    }
}

/// A query that is being typed.
#[derive(Debug, Deserialize, Default)]
#[serde(default)]
pub(crate) struct Typed {
    query: String,
}

/// The preview alone, for the script.
pub(crate) async fn preview(
    State(house): State<House>,
    asker: Asker,
    Query(typed): Query<Typed>,
) -> Result<Response, Error> {
    asker.look().may(Action::TendTopics, Thing::House)?;
    html(&part(&house, &asker, &typed.query).await?)
}

fn wish(fields: &Fields) -> TopicWish {
    TopicWish {
        name: fields.text("name").to_owned(),
        query: fields.text("query").to_owned(),
        importance: fields.parsed("importance").unwrap_or(2),
    }
}

/// Sets a new one.
pub(crate) async fn set(State(house): State<House>, asker: Asker, fields: Fields) -> Result<Response, Error> {
    keep(&house, &asker, None, &fields).await
}

/// Changes one.
pub(crate) async fn change(
    State(house): State<House>,
    asker: Asker,
    Path(topic): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    keep(&house, &asker, Some(id(&topic)?), &fields).await
}

async fn keep(house: &House, asker: &Asker, id: Option<TopicId>, fields: &Fields) -> Result<Response, Error> {
    let outcome = match asker.wish().await {
        Ok(cx) => verbs::set_topic(house, cx, id, &wish(fields)).await,
        Err(failure) => Err(failure),
    };
    match outcome {
        Ok(_) => Ok(said("/desk/listening/topics", "said-topic-set")),
        Err(failure) => form(house, asker, id, wish(fields), reasons(failure)?).await,
    }
}

/// Follows one no longer.
pub(crate) async fn end(asker: Asker, Path(topic): Path<String>) -> Result<Response, Error> {
    let mut cx = asker.wish().await?;
    verbs::end_topic(&mut cx, id(&topic)?).await?;
    cx.finish().await?;
    Ok(said("/desk/listening/topics", "said-topic-ended"))
}
