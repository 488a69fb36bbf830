//! How a plan is presented, appraised, approved and changed: what was said, by whom, on which day, and what is open now.

use super::ground::{Ground, Head, days_words, money_words};
use super::{Choice, with_status};
use crate::House;
use crate::line::Content;
use crate::plan::{self, Facts, Step};
use crate::store::amendments::{self, AmendmentRow};
use crate::store::appraisals::{self, AppraisalRow};
use crate::store::{day, versions};
use crate::verbs::{ASPECTS, OPINIONS, facts};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Action, Failure, Refusal, UnitId};
use serde::Deserialize;
use web::{Asker, Crumb, Deed, Error, Fields, Page, Refused, html, refusals};

struct AppraisalFace {
    id: String,
    unit: String,
    aspect: String,
    chip: &'static str,
    opinion: String,
    words: Vec<String>,
    given: String,
    who: String,
    due: String,
    late: bool,
    old: String,
    may_give: bool,
}

struct VersionFace {
    number: i32,
    meeting: String,
    on: String,
    lines: String,
    budget: String,
    hash: String,
    who: String,
}

struct ChangeFace {
    number: i32,
    what: String,
    href: String,
    name: String,
    rows: Vec<(String, String, String)>,
    reason: String,
    who: String,
    when: String,
    chip: &'static str,
    state: String,
    decided: String,
    words: String,
    may_decide: bool,
    own: bool,
}

/// What is open to who looks.
#[derive(Debug, Default, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "each opens a form of its own")]
struct Open {
    present: bool,
    ask: bool,
    give_back: bool,
    approve: bool,
    enforce: bool,
    close: bool,
}

/// What was typed into the forms.
#[derive(Default)]
struct Typed {
    meeting: String,
    on: String,
    reason: String,
    words: String,
    given: String,
    due: String,
}

#[derive(Template)]
#[template(path = "plan_approval.html")]
struct ApprovalPage {
    p: Page,
    crumbs: Vec<Crumb>,
    h: Head,
    open: Open,
    shut_approve: Vec<String>,
    hash: String,
    typed: Typed,
    aspects: Vec<Choice>,
    opinions: Vec<Choice>,
    units: Vec<Choice>,
    appraisals: Vec<AppraisalFace>,
    versions: Vec<VersionFace>,
    changes: Vec<ChangeFace>,
    history: Vec<Deed>,
    approved: String,
    waits_for: String,
    refused: Vec<Refused>,
}

/// The page.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Path(plan): Path<String>,
) -> Result<Response, Error> {
    let ground = Ground::of(&house, &asker, &plan).await?;
    page(&house, &asker, &ground, None, &[]).await
}

/// The same after a step was refused, with what was typed.
pub(crate) async fn page(
    house: &House,
    asker: &Asker,
    ground: &Ground,
    fields: Option<&Fields>,
    refused: &[Refusal],
) -> Result<Response, Error> {
    let p = asker.desk_page(ground.row.title.clone()).await?;
    let (db, row) = (ground.look.db(), &ground.row);
    let known = facts(db, row, ground.look.actor().id()).await?;
    let text = |name: &str| fields.map(|fields| fields.raw(name).to_owned()).unwrap_or_default();
    let (open, shut_approve) = open(ground, &p, &known);
    let appraised = appraisals::of_plan(db, ground.id()).await?;
    let today = house.app.zone.day(ground.look.now()).to_string();
    let units = house.office.units().await?.into_iter().map(|(unit, name)| (unit.to_string(), name));
    let changes = amendments::of_plan(db, ground.id()).await?;
    let approved = match (row.approved_at, row.state().is_agreed()) {
        (Some(at), true) => format!("{} · {}", ground.person(row.approved_by), p.format.stamp(at)),
        _ => String::new(),
    };
    let waits_for = if known.open > 0 && row.state == "appraisal" {
        p.f("plan-waits-appraisals", "count", known.open)
    } else {
        String::new()
    };
    let response = html(&ApprovalPage {
        crumbs: ground.crumbs(&p, false),
        h: ground.head(&p, "/approval"),
        open,
        shut_approve,
        hash: row.hash.clone(),
        typed: Typed {
            meeting: text("meeting"),
            on: fields.map_or_else(|| today.clone(), |fields| fields.text("on").to_owned()),
            reason: text("reason"),
            words: text("words"),
            given: fields.map_or_else(|| today.clone(), |fields| fields.text("given").to_owned()),
            due: text("due"),
        },
        aspects: Choice::of(
            ASPECTS.map(|aspect| (aspect.to_owned(), p.t(&format!("plan-aspect-{aspect}")))),
            &text("aspect"),
        ),
        opinions: Choice::of(
            OPINIONS.map(|opinion| (opinion.to_owned(), p.t(&format!("plan-opinion-{opinion}")))),
            &text("opinion"),
        ),
        units: Choice::of(units, &text("unit")),
        appraisals: appraised.into_iter().map(|one| appraisal(ground, &p, one, &today)).collect(),
        versions: versions::versions(db, ground.id())
            .await?
            .into_iter()
            .map(|one| VersionFace {
                number: one.number,
                meeting: one.meeting,
                on: p.format.day(day(&one.presented_on)),
                lines: p.format.number(i64::from(one.lines)),
                budget: p.format.number(one.budget),
                hash: one.hash.chars().take(12).collect(),
                who: ground.person(one.by_person),
            })
            .collect(),
        // A unit sees the changes of its own lines; who sees the whole plan sees all.
        changes: changes
            .into_iter()
            .filter(|one| ground.whole || ground.sight.units.iter().flatten().any(|unit| *unit == one.lead))
            .map(|one| change(ground, &p, one))
            .collect(),
        history: history(ground, &p).await?,
        approved,
        waits_for,
        refused: refusals(asker.locale(), refused),
        p,
    })?;
    Ok(with_status(response, refused))
}

fn open(ground: &Ground, p: &Page, known: &Facts) -> (Open, Vec<String>) {
    let (keeps, decides) = (ground.may(Action::KeepPlans), ground.may(Action::ApprovePlan));
    let state = ground.row.state();
    let can = |step, facts: &Facts| plan::take(state, step, facts);
    let sure = Facts { meeting_said: true, reason_given: true, has_lines: true, ..*known };
    let approves = can(Step::Approve, known);
    let open = Open {
        present: keeps && can(Step::Present, &sure).is_ok(),
        ask: keeps && can(Step::AskAppraisal, known).is_ok(),
        give_back: (keeps || decides) && can(Step::Return, &sure).is_ok(),
        approve: decides && approves.is_ok(),
        enforce: keeps && can(Step::Enforce, known).is_ok(),
        close: keeps && can(Step::Close, known).is_ok(),
    };
    let presented = matches!(state, plan::State::Presented | plan::State::Appraisal);
    let shut = match approves {
        Err(against) if presented && (decides || keeps) => {
            against.iter().map(|reason| p.locale().refusal(reason)).collect()
        }
        _ => Vec::new(),
    };
    (open, shut)
}

fn appraisal(ground: &Ground, p: &Page, row: AppraisalRow, today: &str) -> AppraisalFace {
    let current = row.version == ground.row.version;
    let open = current && ground.row.state == "appraisal";
    let (chip, opinion) = match row.opinion.as_str() {
        "" if current => ("submitted", p.t("plan-opinion-open")),
        "" => ("gone", p.t("plan-opinion-none")),
        "agree" => ("approved", p.t("plan-opinion-agree")),
        "changes" => ("returned", p.t("plan-opinion-changes")),
        _ => ("withdrawn", p.t("plan-opinion-disagree")),
    };
    AppraisalFace {
        id: row.id.to_string(),
        unit: ground.unit(row.unit),
        aspect: p.t(&format!("plan-aspect-{}", row.aspect)),
        chip,
        opinion,
        words: row.words.lines().map(ToOwned::to_owned).collect(),
        given: if row.given_on.is_empty() { String::new() } else { p.format.day(day(&row.given_on)) },
        who: ground.person(row.given_by),
        late: open && row.opinion.is_empty() && !row.due_day.is_empty() && row.due_day.as_str() < today,
        due: if row.due_day.is_empty() { String::new() } else { p.format.day(day(&row.due_day)) },
        old: if current { String::new() } else { p.f("plan-version-number", "number", row.version) },
        may_give: open && ground.may_for(Action::Appraise, row.unit),
    }
}

/// What a part of a line says.
type Said<'a> = &'a dyn Fn(&Content) -> String;

fn change(ground: &Ground, p: &Page, row: AmendmentRow) -> ChangeFace {
    let (before, after) = (Content::stored(&row.before), Content::stored(&row.after));
    let name = after.as_ref().or(before.as_ref()).map(|one| one.title.clone()).unwrap_or_default();
    let parts: [(&str, Said<'_>); 9] = [
        ("plan-line-title", &|c| c.title.clone()),
        ("plan-lead-unit", &|c| ground.once(c.lead)),
        ("plan-part", &|c| c.part.clone()),
        ("plan-days", &|c| days_words(p, c)),
        ("plan-due", &|c| c.due.map(|day| p.format.day(day)).unwrap_or_default()),
        ("plan-budget", &|c| money_words(c)),
        ("plan-areas", &|c| c.areas.clone()),
        ("plan-product", &|c| c.product.clone()),
        ("plan-line-about", &|c| c.about.clone()),
    ];
    let rows = parts
        .into_iter()
        .map(|(key, part)| {
            let of = |one: &Option<Content>| one.as_ref().map(part).unwrap_or_default();
            (p.t(key), of(&before), of(&after))
        })
        .filter(|(_, before, after)| before != after)
        .collect();
    let waits = row.state == "proposed";
    let me = ground.look.actor().id();
    let decides = waits && ground.may(Action::ApprovePlan);
    let own = me.is_some() && row.proposed_by == me;
    ChangeFace {
        number: row.number,
        what: p.t(&format!("plan-change-{}", row.what)),
        href: if row.what == "add" && row.state != "approved" {
            String::new()
        } else {
            ground.at(&format!("/lines/{}", row.activity))
        },
        name,
        rows,
        reason: row.reason,
        who: ground.person(row.proposed_by),
        when: p.format.stamp(row.proposed_at),
        chip: match row.state.as_str() {
            "proposed" => "submitted",
            "approved" => "approved",
            _ => "returned",
        },
        state: p.t(&format!("plan-change-state-{}", row.state)),
        decided: row
            .decided_at
            .map(|at| format!("{} · {}", ground.person(row.decided_by), p.format.stamp(at)))
            .unwrap_or_default(),
        words: row.words,
        may_decide: decides && !own,
        own: decides && own,
    }
}

/// What the ledger keeps beside what happened.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Detail {
    reason: String,
    unit: Option<UnitId>,
}

/// The most that is shown of what happened.
const MOST_DEEDS: usize = 60;

async fn history(ground: &Ground, p: &Page) -> Result<Vec<Deed>, Failure> {
    let who = |id| ground.person(Some(id));
    let told = |entry: &db::Entry, detail: Detail, deed: Deed| {
        let unit = detail.unit.map(|unit| ground.once(unit)).unwrap_or_default();
        deed.shaped(shape(&entry.action)).with(&unit).noted([detail.reason])
    };
    let mut deeds = web::deeds(p, ground.look.db(), ground.id().0, who, told).await?;
    deeds.truncate(MOST_DEEDS);
    Ok(deeds)
}

fn shape(action: &str) -> &'static str {
    match action {
        "plan-presented" | "appraisal-asked" | "amendment-proposed" | "lines-sent" => "submitted",
        "plan-approved" | "amendment-approved" | "appraisal-given" => "approved",
        "plan-returned" | "amendment-refused" => "returned",
        "plan-in-force" => "published",
        "plan-closed" => "done",
        _ => "edited",
    }
}
