//! The form of a line: while a plan is drafted it saves the line, afterwards it proposes a change of it. Who saves over a newer
//! text sees both and loses nothing typed.

use super::ground::{Ground, days_words, money_words};
use super::{Choice, day, id, reasons, with_status};
use crate::House;
use crate::line::{AUDIENCES, CHANNELS, Content, LANGUAGES, PHASES, Target};
use crate::plan::State as PlanState;
use crate::relative;
use crate::store::campaigns::{self, EventRow};
use crate::store::{day as stored_day, lines};
use crate::verbs::{self, Change};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use kernel::{Action, ActivityId, Failure, NewId, Refusal, UnitId};
use serde::Deserialize;
use typed::amount;
use web::{Asker, Crumb, Error, Fields, Page, Refused, html, refusals, said};

/// What is typed.
#[derive(Debug, Clone, Default)]
pub(crate) struct Typed {
    pub(crate) name: String,
    pub(crate) about: String,
    pub(crate) scope: String,
    pub(crate) novelty: String,
    pub(crate) lead: String,
    pub(crate) part: String,
    pub(crate) supports: Vec<String>,
    pub(crate) channels: Vec<String>,
    pub(crate) audiences: Vec<String>,
    pub(crate) languages: Vec<String>,
    pub(crate) areas: String,
    pub(crate) budget: String,
    pub(crate) money: String,
    pub(crate) targets: Vec<[String; 3]>,
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) due: String,
    pub(crate) product: String,
    pub(crate) confidential: bool,
    pub(crate) phase: String,
    pub(crate) event: String,
    pub(crate) offsets: [String; 3],
    pub(crate) reason: String,
}

impl Typed {
    fn of(fields: &Fields) -> Self {
        let text = |name: &str| fields.text(name).to_owned();
        let all = |name: &'static str| {
            fields.all(name).filter(|one| !one.is_empty()).map(ToOwned::to_owned).collect()
        };
        let column = |name: &'static str| fields.all(name).map(ToOwned::to_owned).collect::<Vec<String>>();
        let (amounts, measures) = (column("target_amount"), column("target_measure"));
        let at = |list: &[String], n: usize| list.get(n).cloned().unwrap_or_default();
        let targets = column("target_name").into_iter().take(20).enumerate();
        Self {
            name: text("title"),
            about: fields.raw("about").to_owned(),
            scope: text("scope"),
            novelty: text("novelty"),
            lead: text("lead"),
            part: text("part"),
            supports: all("support"),
            channels: all("channel"),
            audiences: all("audience"),
            languages: all("language"),
            areas: text("areas"),
            budget: text("budget"),
            money: text("money"),
            targets: targets.map(|(n, name)| [name, at(&amounts, n), at(&measures, n)]).collect(),
            from: text("from"),
            to: text("to"),
            due: text("due"),
            product: text("product"),
            confidential: fields.ticked("confidential"),
            phase: text("phase"),
            event: text("event"),
            offsets: ["offset_from", "offset_to", "offset_due"].map(text),
            reason: fields.raw("reason").to_owned(),
        }
    }

    /// What stands in a line.
    pub(crate) fn stored(content: &Content) -> Self {
        let day = |day: Option<kernel::Day>| day.map(|day| day.to_string()).unwrap_or_default();
        let targets = content.targets.iter();
        Self {
            name: content.title.clone(),
            about: content.about.clone(),
            scope: content.scope.clone(),
            novelty: content.novelty.clone(),
            lead: content.lead.to_string(),
            part: content.part.clone(),
            supports: content.supports.iter().map(ToString::to_string).collect(),
            channels: content.channels.clone(),
            audiences: content.audiences.clone(),
            languages: content.languages.clone(),
            areas: content.areas.clone(),
            budget: if content.budget == 0 { String::new() } else { amount::dong(content.budget) },
            money: content.money.clone(),
            targets: targets
                .map(|t| [t.name.clone(), amount::written(t.amount), t.measure.clone()])
                .collect(),
            from: day(content.from),
            to: day(content.to),
            due: day(content.due),
            product: content.product.clone(),
            confidential: content.confidential,
            phase: content.phase.clone(),
            event: content.event.map(|event| event.to_string()).unwrap_or_default(),
            offsets: content.offsets.map(|offset| offset.map(relative::written).unwrap_or_default()),
            reason: String::new(),
        }
    }

    /// As a line, with what cannot be read. Days that hang on an event follow from it.
    fn content(&self, events: &[EventRow]) -> (Content, Vec<Refusal>) {
        let mut against = Vec::new();
        let lead: Option<UnitId> = self.lead.parse().ok();
        if lead.is_none() {
            against.push(Refusal::field("lead", "refused-unit"));
        }
        let lead = lead.unwrap_or_else(UnitId::fresh);
        let mut read = |field: &'static str, text: &str| {
            let read = day(text);
            if read.is_none() && !text.is_empty() {
                against.push(Refusal::field(field, "refused-day"));
            }
            read
        };
        let (from, to, due) = (read("from", &self.from), read("to", &self.to), read("due", &self.due));
        let budget = amount::money(&self.budget);
        if budget.is_none() {
            against.push(Refusal::field("budget", "refused-line-money"));
        }
        let mut targets = Vec::new();
        for [name, amount, measure] in &self.targets {
            if name.is_empty() {
                continue;
            }
            let amount = if amount.is_empty() { Some(0) } else { amount::thousandths(amount) };
            match amount {
                Some(amount) => targets.push(Target { name: name.clone(), amount, measure: measure.clone() }),
                None => against.push(Refusal::field("target_name", "refused-line-target")),
            }
        }
        let mut content = Content {
            title: self.name.clone(),
            about: self.about.clone(),
            scope: self.scope.clone(),
            novelty: self.novelty.clone(),
            part: self.part.clone(),
            supports: self.supports.iter().filter_map(|unit| unit.parse().ok()).collect(),
            channels: self.channels.clone(),
            audiences: self.audiences.clone(),
            languages: self.languages.clone(),
            areas: self.areas.clone(),
            budget: budget.unwrap_or(0),
            money: self.money.clone(),
            targets,
            from,
            to,
            due,
            product: self.product.clone(),
            confidential: self.confidential,
            phase: self.phase.clone(),
            ..Content::of(lead)
        };
        let Some(event) = events.iter().find(|event| event.id.to_string() == self.event) else {
            return (content, against);
        };
        for text in &self.offsets {
            if !text.is_empty() && relative::offset(text).is_none() {
                against.push(Refusal::field("event", "refused-line-offset"));
            }
        }
        content.event = Some(event.id);
        content.offsets = self.offsets.each_ref().map(|text| relative::offset(text));
        (relative::placed(content, stored_day(&event.day)), against)
    }
}

/// The text that somebody else saved meanwhile.
struct Theirs {
    who: String,
    when: String,
    rows: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "plan_line_form.html")]
struct FormPage {
    p: Page,
    crumbs: Vec<Crumb>,
    action: String,
    f: Typed,
    version: i32,
    amends: bool,
    scopes: Vec<Choice>,
    novelties: Vec<Choice>,
    leads: Vec<Choice>,
    supports: Vec<Choice>,
    channels: Vec<Choice>,
    audiences: Vec<Choice>,
    languages: Vec<Choice>,
    phases: Vec<Choice>,
    events: Vec<Choice>,
    areas: Vec<String>,
    theirs: Option<Theirs>,
    refused: Vec<Refused>,
}

/// For which unit the new line is.
#[derive(Debug, Deserialize, Default)]
#[serde(default)]
pub(crate) struct Wanted {
    unit: String,
}

/// The form for a new line.
pub(crate) async fn new(
    State(house): State<House>,
    asker: Asker,
    Path(plan): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Error> {
    let ground = Ground::of(&house, &asker, &plan).await?;
    let own = ground.own_units(house.office.units().await?);
    if own.is_empty() {
        return Err(Failure::Forbidden(Refusal::new("denied-unit")).into());
    }
    let home = asker.actor.person().and_then(|me| me.unit).map(|unit| unit.to_string()).unwrap_or_default();
    let known = |unit: &str| own.iter().any(|(one, _)| one.to_string() == unit);
    let lead = [wanted.unit, home].into_iter().find(|unit| known(unit));
    let lead = lead.or_else(|| own.first().map(|(unit, _)| unit.to_string())).unwrap_or_default();
    form(&house, &asker, ground, None, Typed { lead, scope: "own".into(), ..Typed::default() }, &[]).await
}

/// The form for one that stands.
pub(crate) async fn edit(
    State(house): State<House>,
    asker: Asker,
    Path((plan, activity)): Path<(String, String)>,
) -> Result<Response, Error> {
    let ground = Ground::of(&house, &asker, &plan).await?;
    let row = super::line::seen(&ground, id(&activity)?).await?;
    if !ground.may_for(Action::WritePlan, row.lead) {
        return Err(Failure::Forbidden(Refusal::new("denied-unit")).into());
    }
    let typed = Typed::stored(&row.content());
    form(&house, &asker, ground, Some((row.id, row.version)), typed, &[]).await
}

/// Writes a new line.
pub(crate) async fn write(
    State(house): State<House>,
    asker: Asker,
    Path(plan): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    save(&house, &asker, &plan, None, &fields).await
}

/// Writes the next text of one.
pub(crate) async fn rewrite(
    State(house): State<House>,
    asker: Asker,
    Path((plan, activity)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Error> {
    save(&house, &asker, &plan, Some(id(&activity)?), &fields).await
}

async fn save(
    house: &House,
    asker: &Asker,
    plan: &str,
    which: Option<ActivityId>,
    fields: &Fields,
) -> Result<Response, Error> {
    let ground = Ground::of(house, asker, plan).await?;
    let typed = Typed::of(fields);
    let seen: i32 = fields.parsed("version").unwrap_or(0);
    if let Some(which) = which {
        super::line::seen(&ground, which).await?;
    }
    let events = campaigns::events(ground.look.db(), ground.id()).await?;
    let (content, mut against) = typed.content(&events);
    against.extend(ground.strangers(&content));
    let drafting = ground.row.state() == PlanState::Drafting;
    let outcome: Result<&'static str, Failure> = async {
        let mut cx = asker.wish().await?;
        let plan = ground.id();
        // A form that cannot be read is refused with everything else that stands against it.
        let unreadable = Failure::unless(std::mem::take(&mut against));
        let done = match (drafting, which) {
            (true, _) => {
                verbs::write_line(&mut cx, plan, which.map(|id| (id, seen)), content).await.map(drop)
            }
            (false, None) => {
                verbs::propose(&mut cx, plan, Change::Add(content), &typed.reason).await.map(drop)
            }
            (false, Some(id)) => {
                let change = Change::Change(id, seen, content);
                verbs::propose(&mut cx, plan, change, &typed.reason).await.map(drop)
            }
        };
        match (unreadable, done) {
            (Err(Failure::Refused(mut both)), Err(Failure::Refused(more))) => {
                both.extend(more);
                return Err(Failure::Refused(both));
            }
            (Err(one), Ok(())) | (Ok(()), Err(one)) | (Err(_), Err(one)) => return Err(one),
            (Ok(()), Ok(())) => {}
        }
        cx.finish().await?;
        Ok(if drafting { "said-line-kept" } else { "said-change-proposed" })
    }
    .await;
    match outcome {
        Ok(words) => {
            let next = if fields.ticked("another") {
                "/lines/new"
            } else if drafting {
                ""
            } else {
                "/approval"
            };
            Ok(said(&ground.at(next), words))
        }
        Err(failure) => {
            let refused = reasons(failure)?;
            form(house, asker, ground, which.map(|which| (which, seen)), typed, &refused).await
        }
    }
}

async fn form(
    house: &House,
    asker: &Asker,
    ground: Ground,
    which: Option<(ActivityId, i32)>,
    mut typed: Typed,
    refused: &[Refusal],
) -> Result<Response, Error> {
    let amends = ground.row.state() != PlanState::Drafting;
    let key = match (amends, which) {
        (false, None) => "plan-line-new",
        (false, Some(_)) => "plan-line-edit",
        (true, None) => "plan-amend-add",
        (true, Some(_)) => "plan-amend-change",
    };
    let p = asker.desk_page(asker.locale().t(key)).await?;
    let events = campaigns::events(ground.look.db(), ground.id()).await?;
    let mut version = which.map_or(0, |(_, version)| version);
    let mut theirs = None;
    if let Some((id, _)) = which
        && refused.iter().any(|reason| reason.key == "stale-line")
        && let Some(row) = lines::line(ground.look.db(), id).await?
    {
        // The next save knows the text it stands beside.
        version = row.version;
        theirs = Some(Theirs {
            who: ground.person(row.edited_by),
            when: p.format.stamp(row.edited_at),
            rows: differing(&ground, &p, &row.content(), &typed, &events),
        });
    }
    while typed.targets.len() < 3
        || typed.targets.last().is_some_and(|last| last.iter().any(|one| !one.is_empty()))
    {
        typed.targets.push(Default::default());
    }
    let units = house.office.units().await?;
    let named = |list: Vec<(UnitId, String)>| list.into_iter().map(|(unit, name)| (unit.to_string(), name));
    let coded = |codes: &[&str], family: &str, chosen: &[String]| {
        let words = codes.iter().map(|code| ((*code).to_owned(), p.t(&format!("plan-{family}-{code}"))));
        Choice::several(words, chosen)
    };
    let is_campaign = ground.row.kind == "campaign";
    let response = html(&FormPage {
        crumbs: ground.crumbs(&p, true),
        action: match which {
            Some((id, _)) => ground.at(&format!("/lines/{id}/edit")),
            None => ground.at("/lines"),
        },
        version,
        amends,
        scopes: coded(&["own", "common"], "scope", std::slice::from_ref(&typed.scope)),
        novelties: coded(&["new", "continued"], "novelty", std::slice::from_ref(&typed.novelty)),
        leads: Choice::of(named(ground.own_units(units.clone())), &typed.lead),
        supports: Choice::several(named(units), &typed.supports),
        channels: coded(&CHANNELS, "channel", &typed.channels),
        audiences: coded(&AUDIENCES, "audience", &typed.audiences),
        languages: Choice::several(
            LANGUAGES.map(|(code, name)| (code.to_owned(), name.to_owned())),
            &typed.languages,
        ),
        phases: if is_campaign {
            coded(&PHASES, "phase", std::slice::from_ref(&typed.phase))
        } else {
            vec![]
        },
        events: Choice::of(
            events.iter().map(|event| {
                let day = p.format.day(stored_day(&event.day));
                (event.id.to_string(), format!("{} ({day})", event.name))
            }),
            &typed.event,
        ),
        areas: house.office.area_names().await?,
        theirs,
        refused: refusals(asker.locale(), refused),
        f: typed,
        p,
    })?;
    Ok(with_status(response, refused))
}

/// What stands in the saved text and not in what was typed.
fn differing(
    ground: &Ground,
    p: &Page,
    saved: &Content,
    typed: &Typed,
    events: &[EventRow],
) -> Vec<(String, String)> {
    let (mine, _) = typed.content(events);
    let mine = mine.clean();
    let targets = |content: &Content| {
        let words = content
            .targets
            .iter()
            .map(|t| format!("{}: {} {}", t.name, amount::written(t.amount), t.measure));
        words.collect::<Vec<_>>().join("; ")
    };
    let supports = |content: &Content| {
        content.supports.iter().map(|unit| ground.unit(*unit)).collect::<Vec<_>>().join(", ")
    };
    let both = |part: &dyn Fn(&Content) -> String| (part(saved), part(&mine));
    let all = [
        ("plan-line-title", both(&|c| c.title.clone())),
        ("plan-line-about", both(&|c| c.about.clone())),
        ("plan-lead-unit", both(&|c| ground.unit(c.lead))),
        ("plan-part", both(&|c| c.part.clone())),
        ("plan-supports", both(&supports)),
        ("plan-days", both(&|c| days_words(p, c))),
        ("plan-due", both(&|c| c.due.map(|day| p.format.day(day)).unwrap_or_default())),
        ("plan-areas", both(&|c| c.areas.clone())),
        ("plan-budget", both(&|c| money_words(c))),
        ("plan-money", both(&|c| c.money.clone())),
        ("plan-targets", both(&targets)),
        ("plan-product", both(&|c| c.product.clone())),
    ];
    all.into_iter()
        .filter(|(_, (saved, mine))| saved != mine)
        .map(|(key, (saved, _))| (p.t(key), if saved.is_empty() { "—".to_owned() } else { saved }))
        .collect()
}
