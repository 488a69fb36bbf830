//! Write: the rich editor with autosave, the plain form without scripts, and the lock both hold.

use crate::House;
use crate::content::Content;
use crate::pages::form::{self, Choice, SiteChoice};
use crate::pages::{InAddress, address};
use crate::sheet::Sheet;
use crate::store;
use crate::verbs::{self, Pen};
use crate::workflow::{Facts, Step, take};
use askama::Template;
use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode};
use kernel::{Action, Failure, PersonId, Refusal, Role, StoryId};
use prose::Body;
use serde::Deserialize;
use std::collections::BTreeMap;
use web::{Asker, Crumb, Error, Fields, Page, Refused, html, refusals, said, see_other};

#[derive(Template)]
#[template(path = "write.html")]
struct WritePage {
    p: Page,
    crumbs: Vec<Crumb>,
    story: StoryId,
    me: PersonId,
    pen: String,
    version: i64,
    content: Content,
    notation: String,
    body_json: String,
    lost: Vec<String>,
    genres: Vec<Choice>,
    sites: Vec<SiteChoice>,
    saved: String,
    warning: String,
    refused: Vec<Refused>,
    state: &'static str,
    state_label: String,
}

#[derive(Template)]
#[template(path = "locked.html")]
struct LockedPage {
    p: Page,
    crumbs: Vec<Crumb>,
    story: StoryId,
    since: String,
    may_seize: bool,
}

fn crumbs(p: &Page) -> Vec<Crumb> {
    vec![
        Crumb { href: "/desk".into(), label: p.t("work-title") },
        Crumb { href: "/desk/newsroom/stories".into(), label: p.t("list-title") },
    ]
}

/// The editor, if the pen can be had; else who has it. A link or a picture of another site takes no pen in
/// anybody's name: it leads to the story, where one says oneself that one wants to write.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    InAddress(story): InAddress,
    headers: HeaderMap,
) -> Result<Response, Error> {
    crate::pages::insider(&asker)?;
    if web::from_elsewhere(&headers) {
        return Ok(see_other(&address(story)));
    }
    open(&house, &asker, story, false).await
}

/// Takes the pen from whoever holds it.
pub(crate) async fn seize(
    State(house): State<House>,
    asker: Asker,
    InAddress(story): InAddress,
) -> Result<Response, Error> {
    open(&house, &asker, story, true).await
}

async fn open(house: &House, asker: &Asker, story: StoryId, seize: bool) -> Result<Response, Error> {
    let sheet = Sheet::read(asker.db().reader(), story, &asker.actor, Action::WriteStory).await?;
    take(sheet.standing, Step::Write, &Facts::default()).map_err(Failure::Refused)?;
    let mut cx = asker.wish().await?;
    match verbs::take_pen(&mut cx, story, seize).await {
        Ok(pen) => {
            cx.finish().await?;
            editor(house, asker, &sheet, &pen, None, Vec::new()).await
        }
        Err(Failure::Stale(_)) => locked(house, asker, &sheet).await,
        Err(other) => Err(other.into()),
    }
}

async fn locked(house: &House, asker: &Asker, sheet: &Sheet) -> Result<Response, Error> {
    let lock = store::lock(asker.db().reader(), sheet.row.id).await?.ok_or(Failure::NotFound)?;
    let p =
        asker.desk_page(asker.locale().f("locked-title", "name", name_of(house, lock.person).await?)).await?;
    let may_seize = asker.actor.person().is_some_and(|me| me.is_one_of(&[Role::ChiefEditor], sheet.row.unit));
    let since = p.f("locked-since", "time", asker.format().date_time(lock.taken_at));
    let mut page = html(&LockedPage { crumbs: crumbs(&p), story: sheet.row.id, since, may_seize, p })?;
    *page.status_mut() = StatusCode::CONFLICT;
    Ok(page)
}

async fn name_of(house: &House, person: PersonId) -> Result<String, Failure> {
    Ok(house.directory.names().await?.1.remove(&person).unwrap_or_default())
}

/// The editor's page. `typed` is what the person typed, where it could not be saved: nothing of it is lost.
async fn editor(
    house: &House,
    asker: &Asker,
    sheet: &Sheet,
    pen: &Pen,
    typed: Option<(Content, String)>,
    refused: Vec<Refused>,
) -> Result<Response, Error> {
    let db = asker.db().reader();
    let draft = store::draft(db, sheet.row.id).await?;
    let kept = match &draft {
        Some(draft) => Content::from_json(&draft.content)?,
        None => sheet.content()?.unwrap_or_else(|| first_content(asker)),
    };
    let (content, notation) = typed.unwrap_or_else(|| {
        let notation = kept.body.to_notation();
        (kept, notation)
    });
    let p = asker.desk_page(asker.locale().t("write-title")).await?;
    let format = asker.format();
    let warning = if sheet.was_public() {
        p.t("write-public")
    } else if matches!(sheet.standing.work, crate::Work::Approved | crate::Work::Scheduled) {
        p.t("write-approved")
    } else {
        String::new()
    };
    let page = WritePage {
        crumbs: crumbs(&p),
        story: sheet.row.id,
        me: crate::pages::insider(asker)?.id,
        pen: pen.token.clone(),
        version: draft.as_ref().map_or(0, |draft| draft.version),
        body_json: content.body.to_json(),
        lost: content
            .body
            .lost_in_notation()
            .into_iter()
            .map(|(block, lost)| format!("{} {block}: {}", p.t("write-block"), p.t(lost.key())))
            .collect(),
        genres: form::genres(p.locale(), &content),
        sites: form::sites(house, &content).await?,
        saved: draft.map(|d| p.f("write-saved", "time", format.time(d.saved_at))).unwrap_or_default(),
        warning,
        refused,
        state: sheet.standing.word(),
        state_label: p.t(&format!("state-{}", sheet.standing.word())),
        content,
        notation,
        p,
    };
    html(&page)
}

/// A new story carries its writer's name.
fn first_content(asker: &Asker) -> Content {
    let byline = asker.actor.person().map(|me| me.name.clone()).unwrap_or_default();
    Content { byline, ..Content::empty() }
}

/// The plain form: saves, and with `then=submit` asks for review.
pub(crate) async fn save(
    State(house): State<House>,
    asker: Asker,
    InAddress(story): InAddress,
    fields: Fields,
) -> Result<Response, Error> {
    match save_fields(&house, &asker, story, &fields).await {
        Ok(key) => Ok(said(&address(story), key)),
        Err(Failure::Refused(reasons)) => again(&house, &asker, story, &fields, &reasons).await,
        Err(Failure::Stale(reason)) => again(&house, &asker, story, &fields, &[reason]).await,
        Err(other) => Err(other.into()),
    }
}

async fn save_fields(
    house: &House,
    asker: &Asker,
    story: StoryId,
    fields: &Fields,
) -> Result<&'static str, Failure> {
    let given = fields.clone();
    let content = web::off_thread(move || form::read(&given)).await??;
    let token = fields.text("lock");
    let mut cx = asker.wish().await?;
    verbs::save_draft(&mut cx, story, token, fields.parsed("version").unwrap_or(0), content).await?;
    verbs::save_revision(&mut cx, story).await?;
    verbs::lay_down_pen(&cx, story, token).await?;
    cx.finish().await?;
    if fields.text("then") != "submit" {
        return Ok("said-saved");
    }
    // What was written is safe by now; whether it is complete is the next question.
    let mut cx = asker.wish().await?;
    match verbs::submit(&mut cx, house, story).await {
        Ok(()) => cx.finish().await.map(|()| "said-submitted"),
        Err(Failure::Refused(_)) => Ok("said-saved-incomplete-warn"),
        Err(other) => Err(other),
    }
}

/// The form again, with everything that was typed and why it was not saved.
async fn again(
    house: &House,
    asker: &Asker,
    story: StoryId,
    fields: &Fields,
    reasons: &[Refusal],
) -> Result<Response, Error> {
    let sheet = Sheet::read(asker.db().reader(), story, &asker.actor, Action::WriteStory).await?;
    let body = if fields.text("body_format") == "json" {
        Body::parse(fields.raw("body_json")).unwrap_or_default()
    } else {
        Body::from_notation(fields.raw("body_notation")).unwrap_or_default()
    };
    let notation = if fields.text("body_format") == "json" && !body.is_empty() {
        body.to_notation()
    } else {
        fields.raw("body_notation").to_owned()
    };
    let content = form::content(fields, body).unwrap_or_else(|_| Content::empty());
    let mut reasons = refusals(asker.locale(), reasons);
    // Where the pen is held by another, say by whom.
    if let Some(lock) = store::lock(asker.db().reader(), story).await?
        && lock.token != fields.text("lock")
    {
        let name = name_of(house, lock.person).await?;
        reasons.push(Refused { field: "", message: asker.locale().f("locked-title", "name", name) });
    }
    let pen = Pen {
        person: PersonId(uuid::Uuid::nil()),
        token: fields.text("lock").to_owned(),
        taken_at: asker.db().now(),
        expires_at: asker.db().now(),
    };
    let mut page = editor(house, asker, &sheet, &pen, Some((content, notation)), reasons).await?;
    *page.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(page)
}

#[derive(Deserialize)]
pub(crate) struct Typed {
    #[serde(default)]
    lock: String,
    #[serde(default)]
    version: i64,
    body: Option<serde_json::Value>,
    notation: Option<String>,
    #[serde(default)]
    fields: BTreeMap<String, OneOrMany>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

impl Typed {
    fn content(self) -> Result<Content, Failure> {
        let pairs = self
            .fields
            .into_iter()
            .flat_map(|(name, value)| match value {
                OneOrMany::One(value) => vec![(name, value)],
                OneOrMany::Many(values) => values.into_iter().map(|value| (name.clone(), value)).collect(),
            })
            .collect();
        let body = match (self.body, self.notation) {
            (Some(json), _) => Body::from_value(&json),
            (None, Some(notation)) => Body::from_notation(&notation),
            (None, None) => return Err(Failure::refused(Refusal::new("refused-unreadable"))),
        };
        form::content(&Fields::from_pairs(pairs), body.map_err(form::unreadable)?)
    }
}

/// What scripts send every few seconds.
pub(crate) async fn autosave(
    State(house): State<House>,
    asker: Asker,
    InAddress(story): InAddress,
    typed: Result<Json<Typed>, axum::extract::rejection::JsonRejection>,
) -> Result<Response, Error> {
    Sheet::read(asker.db().reader(), story, &asker.actor, Action::WriteStory).await?;
    let Json(typed) = typed.map_err(|rejection| {
        let large = rejection.status() == StatusCode::PAYLOAD_TOO_LARGE;
        Failure::refused(Refusal::new(if large { "refused-too-large" } else { "refused-unreadable" }))
    })?;
    let (token, version) = (typed.lock.clone(), typed.version);
    // Read before the wish begins: nobody else's change waits for a long text.
    let content = web::off_thread(move || typed.content()).await??;
    let mut cx = asker.wish().await?;
    match verbs::save_draft(&mut cx, story, &token, version, content).await {
        Ok(saved) => {
            cx.finish().await?;
            let at = asker.format().time(saved.at);
            Ok(Json(serde_json::json!({ "version": saved.version, "saved_at": at })).into_response())
        }
        Err(Failure::Stale(reason)) => lost(&house, &asker, &reason).await,
        Err(other) => Err(other.into()),
    }
}

#[derive(Deserialize)]
pub(crate) struct Sign {
    #[serde(default)]
    lock: String,
}

/// A sign of life of the one who writes.
pub(crate) async fn keep_lock(
    State(house): State<House>,
    asker: Asker,
    InAddress(story): InAddress,
    sign: Result<Json<Sign>, axum::extract::rejection::JsonRejection>,
) -> Result<Response, Error> {
    Sheet::read(asker.db().reader(), story, &asker.actor, Action::WriteStory).await?;
    let Json(sign) = sign.map_err(|_| Failure::refused(Refusal::new("refused-unreadable")))?;
    let mut cx = asker.wish().await?;
    match verbs::keep_pen(&mut cx, story, &sign.lock).await {
        Ok(()) => {
            cx.finish().await?;
            Ok(Json(serde_json::json!({ "kept": true })).into_response())
        }
        Err(Failure::Stale(reason)) => lost(&house, &asker, &reason).await,
        Err(other) => Err(other.into()),
    }
}

async fn lost(house: &House, asker: &Asker, reason: &Refusal) -> Result<Response, Error> {
    let holder = reason.args.iter().find(|(name, _)| *name == "person").and_then(|(_, id)| id.parse().ok());
    let holder = match holder {
        Some(person) => name_of(house, person).await?,
        None => String::new(),
    };
    let message = if holder.is_empty() {
        asker.locale().t(reason.key)
    } else {
        asker.locale().f("locked-title", "name", &holder)
    };
    let said = serde_json::json!({ "reason": reason.key, "holder": holder, "message": message });
    Ok((StatusCode::CONFLICT, Json(said)).into_response())
}
