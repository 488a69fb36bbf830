//! One project: what it is, how much of this year's money is disbursed, what holds it up, what it pays for, its steps.

use super::ground::{Ground, Head, dong, percent, year_word};
use super::list::counts;
use super::{Choice, id, reasons, with_status};
use crate::House;
use crate::PlanLine;
use crate::project::{Facts, Step, take};
use crate::store::{money, projects};
use crate::sums::{YearSum, share};
use crate::verbs::{self, project_facts};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{ActivityId, Day, Failure, PersonId, ProjectId, Refusal, ThingKind, ThingRef};
use serde::Deserialize;
use web::{Asker, ChainLine, Crumb, Error, Fields, Page, Refused, html, refusals, said};

/// The figures of a year, as pairs of words and an amount.
pub(crate) struct Sums {
    pub(crate) year: String,
    pub(crate) facts: Vec<(String, String)>,
    pub(crate) behind: String,
    pub(crate) counts: String,
    pub(crate) bar: (i64, i64),
}

/// The figures of a year.
pub(crate) fn sums(p: &Page, sum: &YearSum, year: i32, due: usize, awaited: bool) -> Sums {
    let behind = if awaited { sum.behind(due) } else { 0 };
    let planned = sum.planned_to(due);
    let part = |amount| share(amount, sum.assigned).unwrap_or(0).clamp(0, 1000);
    let behind_words = || {
        let args = [("amount", dong(p, behind)), ("points", percent(p, share(behind, sum.assigned)))];
        web::lookup(p.format.lang(), "project-behind", &args)
    };
    Sums {
        year: year_word(year),
        facts: vec![
            (p.t("project-assigned"), dong(p, sum.assigned)),
            (p.f("project-planned-to", "month", due), dong(p, planned)),
            (p.t("project-paid"), dong(p, sum.paid())),
            (p.t("project-share"), percent(p, share(sum.paid(), sum.assigned))),
            (p.t("project-left"), dong(p, sum.left())),
        ],
        behind: if behind > 0 { behind_words() } else { String::new() },
        counts: counts(p, due, year),
        bar: (part(sum.paid()), part(planned)),
    }
}

struct StepFace {
    step: &'static str,
    words: String,
    asks: bool,
}

struct Hindrance {
    id: String,
    words: Vec<String>,
    proposal: String,
    who: String,
    when: String,
    over: String,
    over_words: String,
}

struct PaidLine {
    id: String,
    href: String,
    called: String,
    lead: String,
    chip: &'static str,
    word: String,
    progress_href: String,
}

struct Deed {
    state: &'static str,
    who: String,
    what: String,
    iso: String,
    when: String,
    note: String,
}

#[derive(Template)]
#[template(path = "project_show.html")]
struct ShowPage {
    p: Page,
    crumbs: Vec<Crumb>,
    h: Head,
    facts: Vec<(String, String)>,
    about: Vec<String>,
    sums: Sums,
    steps: Vec<StepFace>,
    shut: Vec<(String, Vec<String>)>,
    hindrances: Vec<Hindrance>,
    lines: Vec<PaidLine>,
    choices: Vec<Choice>,
    may_change: bool,
    may_hinder: bool,
    history: Vec<Deed>,
    chain: Vec<ChainLine>,
    typed: Fields,
    refused: Vec<Refused>,
}

/// The page.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Path(project): Path<String>,
) -> Result<Response, Error> {
    let ground = Ground::of(&house, &asker, &project).await?;
    page(&house, &asker, &ground, Fields::default(), &[]).await
}

async fn page(
    house: &House,
    asker: &Asker,
    ground: &Ground,
    typed: Fields,
    refused: &[Refusal],
) -> Result<Response, Error> {
    let p = asker.desk_page(ground.row.name.clone()).await?;
    let db = ground.look.db();
    let years = ground.years().await?;
    let year = ground.year(&years, "")?;
    let sum = money::year(db, ground.id(), year).await?;
    let state = ground.row.state();
    let known = project_facts(db, ground.id()).await?;
    let (mut steps, mut shut) = (Vec::new(), Vec::new());
    for step in Step::MOVES.into_iter().filter(|_| ground.runs) {
        let words = p.t(&format!("project-step-{}", step.name()));
        match take(state, step, &Facts { reason_given: true, ..known }) {
            Ok(_) => steps.push(StepFace { step: step.name(), words, asks: step.asks_reason() }),
            // A step that another state has is not offered; one that only something stands in the way of is.
            Err(_) if take(state, step, &Facts::default()).is_err() => {}
            Err(against) => shut.push((words, against.iter().map(|one| p.locale().refusal(one)).collect())),
        }
    }
    let open = |step| ground.runs && take(state, step, &Facts::default()).is_ok();
    let on = ThingRef { kind: ThingKind::Project, id: ground.id().0 };
    let (lines, choices) = lines(house, ground, &p, open(Step::Change)).await?;
    let response = html(&ShowPage {
        crumbs: ground.crumbs(&p, false),
        h: ground.head(&p, ""),
        facts: facts(ground, &p),
        about: ground.row.about.lines().map(ToOwned::to_owned).collect(),
        sums: sums(&p, &sum, year, ground.due(year), state.is_awaited()),
        steps,
        shut,
        hindrances: hindrances(ground, &p).await?,
        lines,
        choices,
        may_change: open(Step::Change),
        may_hinder: open(Step::Hinder),
        history: history(ground, &p).await?,
        chain: house.app.frame.chain(&ground.look, &p, on).await?,
        typed,
        refused: refusals(asker.locale(), refused),
        p,
    })?;
    Ok(with_status(response, refused))
}

fn facts(ground: &Ground, p: &Page) -> Vec<(String, String)> {
    let row = &ground.row;
    let mut unit = ground.names.unit(&ground.lineage, row.unit);
    let formerly = ground.names.formerly(&ground.lineage, row.unit);
    if !formerly.is_empty() {
        unit = format!("{unit} ({})", p.f("plan-formerly", "name", formerly));
    }
    let decided = [("number", row.decision.clone()), ("day", p.format.day(row.decided()))];
    let (from, to) = (year_word(row.from_year), year_word(row.to_year));
    [
        ("project-code", row.code.clone()),
        ("project-decision", web::lookup(p.format.lang(), "project-decided", &decided)),
        ("plan-lead-unit", unit),
        ("project-kind", p.t(&format!("project-kind-{}", row.kind))),
        ("plan-money", row.money.clone()),
        ("project-years", if from == to { from } else { format!("{from} – {to}") }),
        ("project-total", dong(p, row.total)),
        ("project-manager", ground.names.person(row.manager)),
        ("project-bookkeeper", ground.names.person(row.bookkeeper)),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
    .map(|(key, value)| (p.t(key), value))
    .collect()
}

async fn hindrances(ground: &Ground, p: &Page) -> Result<Vec<Hindrance>, Failure> {
    let rows = projects::hindrances(ground.look.db(), ground.id()).await?;
    let over = |at, by| format!("{} · {}", ground.names.person(by), p.format.stamp(at));
    let faces = rows.into_iter().map(|row| Hindrance {
        id: row.id.to_string(),
        words: row.words.lines().map(ToOwned::to_owned).collect(),
        proposal: row.proposal,
        who: ground.names.person(row.by_person),
        when: p.format.stamp(row.at),
        over: row.over_at.map(|at| over(at, row.over_by)).unwrap_or_default(),
        over_words: row.over_words,
    });
    Ok(faces.collect())
}

/// More lines to choose from than this are no choice.
const MOST_CHOICES: u32 = 300;

/// The lines it pays for, those that who looks may see; and those it might.
async fn lines(
    house: &House,
    ground: &Ground,
    p: &Page,
    may: bool,
) -> Result<(Vec<PaidLine>, Vec<Choice>), Failure> {
    let db = ground.look.db();
    let paid = projects::lines(db, ground.id()).await?;
    let things: Vec<ThingRef> =
        paid.iter().map(|id| ThingRef { kind: ThingKind::Activity, id: id.0 }).collect();
    let progress = house.office.progress(&things).await?;
    let mut faces = Vec::new();
    for (activity, thing) in paid.iter().zip(things) {
        let Some(line) = house.office.line(ground.look.actor(), *activity).await? else { continue };
        let far = progress.get(&thing);
        faces.push(PaidLine {
            id: activity.to_string(),
            href: format!("/desk/plans/{}/lines/{activity}", line.plan),
            lead: ground.names.unit(&ground.lineage, line.lead),
            chip: far.map_or("scheduled", |far| if far.late { "late" } else { far.chip }),
            word: far.map(|far| format!("{} · {}%", p.t(&far.word), far.percent)).unwrap_or_default(),
            progress_href: far.map(|far| far.href.clone()).unwrap_or_default(),
            called: line.title,
        });
    }
    let choices = if may { choices(house, ground, &paid).await? } else { Vec::new() };
    Ok((faces, choices))
}

/// The agreed lines of the project's years that who looks may see, those of its unit first.
async fn choices(house: &House, ground: &Ground, paid: &[ActivityId]) -> Result<Vec<Choice>, Failure> {
    let year = |year: i32, month, day| {
        i16::try_from(year).ok().and_then(|year| Day::new(year, month, day).ok()).unwrap_or(Day::MIN)
    };
    let span = (year(ground.row.from_year, 1, 1), year(ground.row.to_year, 12, 31));
    let units = ground.lineage.with_past(&ground.lineage.today(ground.row.unit));
    let mut lines = house.office.lines(ground.look.actor(), span, MOST_CHOICES).await?;
    lines.retain(|line| !paid.contains(&line.id));
    lines.sort_by_key(|line| !units.contains(&line.lead));
    let words = |line: PlanLine| {
        let lead = ground.names.unit(&ground.lineage, line.lead);
        (line.id.to_string(), format!("{} ({lead})", line.title))
    };
    Ok(Choice::of(lines.into_iter().map(words), ""))
}

/// What the history needs of an entry.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Detail {
    reason: String,
    state: String,
    amount: Option<i64>,
    year: Option<i32>,
}

const MOST_DEEDS: usize = 60;

async fn history(ground: &Ground, p: &Page) -> Result<Vec<Deed>, Failure> {
    let entries = db::entries_of(ground.look.db(), ground.id().0).await?;
    let deeds = entries.into_iter().rev().take(MOST_DEEDS).map(|entry| {
        let detail: Detail = serde_json::from_str(&entry.detail).unwrap_or_default();
        let mut what = p.t(&format!("event-{}", entry.action));
        if !detail.state.is_empty() {
            what = format!("{what}: {}", p.t(&format!("project-state-{}", detail.state)));
        }
        if let Some(amount) = detail.amount {
            what = format!("{what}: {}", dong(p, amount));
        }
        if let Some(year) = detail.year {
            what = format!("{what} ({})", p.f("project-of-year", "year", year_word(year)));
        }
        Deed {
            state: match entry.action.as_str() {
                "project-stepped" => "published",
                "money-spent" | "contract-accepted" | "project-freed" => "approved",
                "money-cancelled" | "contract-voided" => "returned",
                "project-hindered" => "late",
                _ => "edited",
            },
            who: entry
                .actor
                .map_or_else(|| p.t("history-machine"), |who| ground.names.person(Some(PersonId(who)))),
            what,
            iso: p.format.iso(entry.at),
            when: p.format.stamp(entry.at),
            note: detail.reason,
        }
    });
    Ok(deeds.collect())
}

async fn followed(
    house: &House,
    asker: &Asker,
    project: ProjectId,
    outcome: Result<&'static str, Failure>,
    fields: &Fields,
) -> Result<Response, Error> {
    match outcome {
        Ok(words) => Ok(said(&format!("/desk/projects/{project}"), words)),
        Err(failure) => {
            let refused = reasons(failure)?;
            let ground = Ground::of(house, asker, &project.to_string()).await?;
            page(house, asker, &ground, fields.clone(), &refused).await
        }
    }
}

web::steps! {
    House, ProjectId, followed;

    /// Leads it from one state to the next.
    step, "said-project-stepped", |cx, house, of, fields| {
        let step = Step::moving(fields.text("step")).ok_or(Failure::NotFound)?;
        verbs::step_project(&mut cx, of, step, fields.raw("reason")).await
    };
    /// Says what holds it up.
    hinder, "said-project-hindered", |cx, house, of, fields| {
        let (what, proposal) = (fields.raw("hindrance"), fields.raw("proposal"));
        verbs::hinder(&mut cx, of, what, proposal).await
    };
    /// Says that this is over.
    free, "said-project-freed", |cx, house, of, fields| {
        let hindrance = id(fields.text("id"))?;
        verbs::free(&mut cx, of, hindrance, fields.raw("how")).await
    };
    /// Says that it pays for a line.
    pay_for, "said-project-pays", |cx, house, of, fields| {
        let activity = fields
            .parsed::<ActivityId>("activity")
            .ok_or_else(|| Failure::refused(Refusal::field("activity", "refused-project-line")))?;
        verbs::pay_for(&mut cx, &*house.office, of, activity).await
    };
    /// Says that it does not.
    pay_not_for, "said-project-pays-not", |cx, house, of, fields| {
        let activity: ActivityId = id(fields.text("activity"))?;
        verbs::pay_not_for(&mut cx, of, activity).await
    };
}
