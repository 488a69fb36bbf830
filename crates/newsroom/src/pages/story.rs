//! One story: its text as readers will see it, what can be done now and what not yet and why, its history.

use crate::House;
use crate::assets::{Asset, AssetPictures, assets};
use crate::content::Content;
use crate::history::{Happening, history};
use crate::pages::form::Choice;
use crate::pages::{InAddress, insider};
use crate::sheet::Sheet;
use crate::store;
use crate::workflow::{Facts, Public, Step, Work, take};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use kernel::{Access, Action, Actor, AssetId, Failure, Role, StoryId, Thing, can};
use prose::HtmlOptions;
use serde::Deserialize;
use std::collections::HashMap;
use web::{Asker, Crumb, Error, Fields, Page, Refused, html, refusals};

/// What was typed into one of the page's forms, to be shown again when it was refused.
#[derive(Debug, Clone, Default)]
pub(crate) struct Typed {
    reason: String,
    note: String,
    at: String,
    by: String,
}

impl Typed {
    pub(crate) fn of(fields: &Fields) -> Self {
        Self {
            reason: fields.text("reason").to_owned(),
            note: fields.text("note").to_owned(),
            at: fields.text("at").to_owned(),
            by: fields.text("by").to_owned(),
        }
    }
}

/// Which actions are open to the one who asks.
#[derive(Debug, Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "one for each act of the page")]
struct Open {
    write: bool,
    submit: bool,
    take_back: bool,
    give_back: bool,
    approve: bool,
    schedule: bool,
    unschedule: bool,
    publish: bool,
    urgently: bool,
    afterwards: bool,
    withdraw: bool,
    reinstate: bool,
    replace: bool,
    remove: bool,
    readers: bool,
}

impl Open {
    fn nothing(&self) -> bool {
        let acts = [
            self.write,
            self.submit,
            self.take_back,
            self.give_back,
            self.approve,
            self.schedule,
            self.unschedule,
            self.publish,
            self.urgently,
            self.afterwards,
            self.withdraw,
            self.reinstate,
            self.replace,
            self.remove,
        ];
        !acts.contains(&true)
    }

    /// The one act that stands out: what the story waits for. A story with its time set waits for nobody.
    fn main(&self, work: Work) -> &'static str {
        let first = [
            (self.approve, "approve"),
            (self.afterwards, "afterwards"),
            (work == Work::Scheduled, ""),
            (self.publish, "publish"),
            (self.write && work == Work::Returned, "write"),
            (self.submit, "submit"),
            (self.write, "write"),
        ];
        first.into_iter().find(|(open, _)| *open).map_or("", |(_, act)| act)
    }
}

/// An action one might expect here, and why it is not open.
struct Shut {
    label: String,
    reasons: Vec<String>,
}

impl StoryPage {
    fn class(&self, act: &str) -> &'static str {
        if self.main == act { "btn btn-main" } else { "btn" }
    }
}

/// A line of the facts; a name said once may have several values.
struct Fact {
    name: String,
    values: Vec<String>,
    /// A date or a number, which no line break cuts.
    whole: bool,
}

/// A reason somebody gave, above the story.
struct Told {
    kind: &'static str,
    title: String,
    reason: String,
}

struct Finding {
    bad: bool,
    text: String,
}

#[derive(Template)]
#[template(path = "story.html")]
struct StoryPage {
    p: Page,
    crumbs: Vec<Crumb>,
    story: StoryId,
    title: String,
    summary: String,
    body: String,
    state: &'static str,
    state_label: String,
    number: i32,
    latest: i32,
    hash: String,
    short_hash: String,
    facts: Vec<Fact>,
    /// The last word on it, where somebody gave one: why it was returned, withdrawn, replaced, removed, or hurried.
    told: Option<Told>,
    /// Only a notice of it is public: its text is out of everyone's sight, and nothing is left to check.
    notice_only: bool,
    /// The earliest time it may be set for, and the time proposed.
    soonest: String,
    proposed: String,
    source_url: String,
    public_href: String,
    open: Open,
    shut: Vec<Shut>,
    /// Why there is nothing to do, where there is nothing.
    idle: String,
    /// The one act that stands out, by its verb.
    main: &'static str,
    corrects: bool,
    findings: Vec<Finding>,
    chain: Vec<web::ChainLine>,
    offers: Vec<Offer>,
    draft: String,
    writing: String,
    failure: String,
    history: Vec<Happening>,
    refused: Vec<Refused>,
    typed: Typed,
    limited: bool,
    colleagues: Vec<Choice>,
}

#[derive(Deserialize)]
pub(crate) struct Asked {
    revision: Option<String>,
}

/// The page, of the newest revision or of `?revision=`.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    InAddress(story): InAddress,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let number = match asked.revision.as_deref() {
        None | Some("") => None,
        Some(text) => Some(text.parse().map_err(|_| Failure::NotFound)?),
    };
    page(&house, &asker, story, number, Vec::new(), Typed::default()).await
}

pub(crate) async fn page(
    house: &House,
    asker: &Asker,
    story: StoryId,
    number: Option<i32>,
    refused: Vec<Refused>,
    typed: Typed,
) -> Result<Response, Error> {
    let db = asker.db().reader();
    insider(asker)?;
    let sheet = Sheet::read(db, story, &asker.actor, Action::ReadStory).await?;
    let shown = match number {
        None => sheet.head.clone(),
        Some(number) => Some(store::revision_numbered(db, story, number).await?.ok_or(Failure::NotFound)?),
    };
    let draft = store::draft(db, story).await?;
    let content = match (&shown, &draft) {
        (Some(revision), _) => Content::from_json(&revision.content)?,
        (None, Some(draft)) => Content::from_json(&draft.content)?,
        (None, None) => Content::empty(),
    };
    let (units, people) = house.directory.names().await?;
    let (locale, format) = (asker.locale(), asker.format());
    let title = if content.title.is_empty() { locale.t("story-untitled") } else { content.title.clone() };
    let p = asker.desk_page(title.clone()).await?;
    let pictures = assets(db, content.assets()).await?;
    let (content, body) = web::off_thread(move || {
        let body = as_read(&content, &pictures);
        (content, body)
    })
    .await?;
    let numbers: HashMap<_, _> = store::revisions(db, story)
        .await?
        .into_iter()
        .map(|revision| (revision.id, revision.number))
        .collect();
    let acts = Acts::of(&sheet, house, asker).await?;
    let findings = sheet.findings(db, house).await?;
    let lock = store::lock(db, story).await?.filter(|lock| lock.expires_at > asker.db().now());
    let name = |id: &kernel::PersonId| people.get(id).cloned().unwrap_or_default();
    let happened = history(db, story, &numbers, &people, locale, &format).await?;
    let wall = |at: kernel::Moment| format.zone().local(at).strftime("%Y-%m-%dT%H:%M").to_string();
    let public_href = if sheet.was_public() {
        house.directory.public_address(story).await?.unwrap_or_default()
    } else {
        String::new()
    };
    let thing = kernel::ThingRef { kind: kernel::ThingKind::Story, id: story.0 };
    let chain = house.app.frame.chain(&asker.look(), &p, thing).await?;
    let offers = offers(db, asker, &sheet).await?;
    let page = StoryPage {
        chain,
        offers,
        crumbs: vec![
            Crumb { href: "/desk".into(), label: p.t("work-title") },
            Crumb { href: "/desk/newsroom/stories".into(), label: p.t("list-title") },
        ],
        story,
        title,
        summary: content.summary.clone(),
        body,
        state: sheet.standing.word(),
        state_label: state_label(&sheet, &p),
        number: shown.as_ref().map_or(0, |revision| revision.number),
        latest: sheet.head.as_ref().map_or(0, |head| head.number),
        hash: sheet.head.as_ref().map(|head| head.hash.clone()).unwrap_or_default(),
        short_hash: shown.as_ref().map(|r| r.hash.chars().take(12).collect()).unwrap_or_default(),
        facts: facts(&sheet, &content, &units, &people, &p, house).await?,
        source_url: content.source.url.clone(),
        public_href,
        told: told(&happened, sheet.standing.word()),
        notice_only: matches!(sheet.standing.public, Public::Withdrawn | Public::Replaced | Public::Gone),
        soonest: wall(asker.db().now()),
        proposed: if typed.at.is_empty() {
            sheet.row.scheduled_at.map(wall).unwrap_or_default()
        } else {
            typed.at.clone()
        },
        corrects: sheet.was_public(),
        findings: refusals(locale, &findings.flaws)
            .into_iter()
            .map(|r| Finding { bad: true, text: r.message })
            .chain(
                refusals(locale, &findings.advice)
                    .into_iter()
                    .map(|r| Finding { bad: false, text: r.message }),
            )
            .collect(),
        draft: draft
            .filter(|_| shown.is_some())
            .map(|d| format!("{}, {}", name(&d.saved_by), format.date_time(d.saved_at)))
            .unwrap_or_default(),
        writing: lock.map(|lock| p.f("locked-title", "name", name(&lock.person))).unwrap_or_default(),
        failure: sheet
            .row
            .schedule_failure
            .as_deref()
            .map(|keys| keys.split(' ').map(|key| p.t(key)).collect::<Vec<_>>().join(" "))
            .unwrap_or_default(),
        history: happened,
        idle: acts.idle(&sheet, &p),
        main: acts.open.main(sheet.standing.work),
        open: acts.open,
        shut: acts.shut,
        limited: sheet.row.access() == Access::Limited,
        colleagues: {
            let mut list: Vec<Choice> = people
                .iter()
                .map(|(id, name)| Choice {
                    value: id.to_string(),
                    label: name.clone(),
                    selected: sheet.facts.readers.contains(id),
                })
                .collect();
            list.sort_by(|a, b| a.label.cmp(&b.label));
            list
        },
        refused,
        typed,
        p,
    };
    html(&page)
}

/// The text as readers will see it.
/// A picture of the newest revision that is not in the library, which who looks may put there.
struct Offer {
    asset: String,
    words: String,
}

async fn offers(db: &impl db::ConnectionTrait, asker: &Asker, sheet: &Sheet) -> Result<Vec<Offer>, Failure> {
    if kernel::can(&asker.actor, Action::WriteStory, kernel::Thing::Story(&sheet.facts)).is_err() {
        return Ok(Vec::new());
    }
    let Some(content) = sheet.content()? else { return Ok(Vec::new()) };
    let figures = crate::verbs::figures(&content);
    let ids: Vec<AssetId> = figures.iter().map(|(asset, _)| *asset).collect();
    let known = store::in_library(db, &ids).await?;
    let open = figures.into_iter().filter(|(asset, said)| !known.contains(asset) && !said.alt.is_empty());
    Ok(open.map(|(asset, said)| Offer { asset: asset.to_string(), words: said.caption }).collect())
}

fn as_read(content: &Content, pictures: &HashMap<AssetId, Asset>) -> String {
    let pictures = AssetPictures { assets: pictures, base: "/desk/newsroom/pictures/" };
    content.body.to_html(&HtmlOptions { pictures: &pictures, ..HtmlOptions::default() })
}

fn state_label(sheet: &Sheet, p: &Page) -> String {
    match (sheet.standing.work, sheet.row.scheduled_at) {
        (Work::Scheduled, Some(at)) => p.f("state-scheduled-at", "at", p.format.date_time(at)),
        _ => {
            let label = p.t(&format!("state-{}", sheet.standing.word()));
            if sheet.standing.public == Public::Live && sheet.standing.work != Work::Settled {
                p.f("state-being-corrected", "state", label)
            } else {
                label
            }
        }
    }
}

/// The newest entry that brought the story where it stands, if it says why.
fn told(history: &[Happening], state: &'static str) -> Option<Told> {
    let kind = match state {
        "returned" | "emergency" => "warn",
        "withdrawn" | "replaced" | "gone" => "bad",
        _ => return None,
    };
    let last = history.iter().find(|happening| happening.state == state && !happening.note.is_empty())?;
    Some(Told { kind, title: format!("{} {}:", last.who, last.what), reason: last.note.clone() })
}

async fn facts(
    sheet: &Sheet,
    content: &Content,
    units: &HashMap<kernel::UnitId, String>,
    people: &HashMap<kernel::PersonId, String>,
    p: &Page,
    house: &House,
) -> Result<Vec<Fact>, Failure> {
    let places = house.directory.places().await?;
    let appears = content
        .places
        .iter()
        .filter_map(|place| places.iter().find(|option| option.place == *place))
        .map(|option| format!("{} › {}", option.site, option.section))
        .collect();
    let writers: Vec<String> = sheet
        .facts
        .writers
        .iter()
        .filter_map(|id| people.get(id).cloned())
        .collect::<std::collections::BTreeSet<_>>()
        .into_iter()
        .collect();
    let text = |key: &str, values: Vec<String>| Fact { name: p.t(key), values, whole: false };
    let whole = |key: &str, value: String| Fact { name: p.t(key), values: vec![value], whole: true };
    let mut rows = vec![
        text("story-unit", vec![units.get(&sheet.row.unit).cloned().unwrap_or_default()]),
        text("write-genre", vec![p.t(&format!("genre-{}", content.genre.name()))]),
        text("story-place", appears),
        text("write-byline", vec![content.byline.clone()]),
        text("write-source", vec![content.source.name.clone()]),
        whole("story-words", p.format.number(i64::try_from(content.body.word_count()).unwrap_or(0))),
        text("story-writers", writers),
        whole("story-begun", p.format.date_time(sheet.row.begun_at)),
    ];
    rows.extend(sheet.row.first_published_at.map(|at| whole("web-published", p.format.date_time(at))));
    rows.retain(|row| row.values.iter().any(|value| !value.is_empty()));
    Ok(rows)
}

/// What is open and what is shut, decided by the same machine that decides when the form arrives.
struct Acts {
    open: Open,
    shut: Vec<Shut>,
}

impl Acts {
    /// Why the box of acts is empty, so that nobody looks for what is not there.
    fn idle(&self, sheet: &Sheet, p: &Page) -> String {
        if !self.open.nothing() || !self.shut.is_empty() {
            return String::new();
        }
        p.t(match sheet.standing.public {
            Public::Gone => "closed-gone",
            Public::Replaced => "closed-replaced",
            _ => "closed-for-you",
        })
    }

    async fn of(sheet: &Sheet, house: &House, asker: &Asker) -> Result<Self, Failure> {
        let known = sheet.facts_for(asker.db().reader(), house, &asker.actor).await?;
        // Reasons, notes and times come with the forms: here one asks whether the form makes sense at all.
        let facts =
            Facts { reason_given: true, note_given: true, time_ahead: true, successor_live: true, ..known };
        let may = |action: Action| may(&asker.actor, action, sheet);
        let open = |step: Step, action: Action| may(action) && take(sheet.standing, step, &facts).is_ok();
        let wrote = asker.actor.id().is_some_and(|me| sheet.facts.writers.contains(&me));
        let chief = asker.actor.person().is_some_and(|me| me.is_one_of(&[Role::ChiefEditor], sheet.row.unit));
        let mut shut = Vec::new();
        let mut explain = |step: Step, action: Action, key: &str| {
            if !may(action) {
                return;
            }
            if let Err(reasons) = take(sheet.standing, step, &facts) {
                let reasons = refusals(asker.locale(), &reasons).into_iter().map(|r| r.message).collect();
                shut.push(Shut { label: asker.locale().t(key), reasons });
            }
        };
        match sheet.standing.work {
            Work::Draft | Work::Returned => explain(Step::Submit, Action::WriteStory, "act-submit"),
            Work::Submitted => {
                explain(Step::Approve, Action::ReviewStory, "act-approve");
                explain(Step::Publish, Action::PublishStory, "act-publish");
            }
            Work::Approved | Work::Scheduled => explain(Step::Publish, Action::PublishStory, "act-publish"),
            Work::Settled if sheet.standing.urgent_pending => {
                explain(Step::ApproveAfterwards, Action::ReviewStory, "act-afterwards");
            }
            Work::Settled => {}
        }
        Ok(Self {
            open: Open {
                write: open(Step::Write, Action::WriteStory),
                submit: open(Step::Submit, Action::WriteStory),
                // Reviewers return what is not theirs; only its writers and an editor-in-chief take it back.
                take_back: (wrote || chief) && open(Step::TakeBack, Action::WriteStory),
                give_back: open(Step::Return, Action::ReviewStory),
                approve: open(Step::Approve, Action::ReviewStory),
                schedule: open(Step::Schedule, Action::PublishStory),
                unschedule: open(Step::Unschedule, Action::PublishStory),
                publish: open(Step::Publish, Action::PublishStory),
                urgently: open(Step::PublishUrgently, Action::PublishUrgently),
                afterwards: open(Step::ApproveAfterwards, Action::ReviewStory),
                withdraw: open(Step::Withdraw, Action::RetireStory),
                reinstate: open(Step::Reinstate, Action::RetireStory),
                replace: open(Step::Replace, Action::RetireStory),
                remove: open(Step::Remove, Action::RemoveStory),
                readers: may(Action::WriteStory) && sheet.standing.public == Public::Never,
            },
            shut,
        })
    }
}

fn may(actor: &Actor, action: Action, sheet: &Sheet) -> bool {
    can(actor, action, Thing::Story(&sheet.facts)).is_ok()
}
