//! Take over the lines of a file: what was understood of each column, which rows could not be read and why, and then all at once.

use super::ground::{Ground, days_words, money_words};
use super::{Choice, reasons, with_status};
use crate::House;
use crate::import::{self, Read, understand};
use crate::line::Content;
use crate::plan::State as PlanState;
use crate::verbs;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Failure, Refusal, UnitId};
use typed::Sent;
use web::{Asker, Crumb, Error, Fields, Page, Refused, html, refusals, said};

/// The largest form with a file in it, in bytes.
pub(crate) const FORM: usize = import::MOST_BYTES + 64 * 1024;
/// The largest form with what was understood.
pub(crate) const TAKEN: usize = 16 * 1024 * 1024;

struct Line {
    number: usize,
    name: String,
    lead: String,
    when: String,
    money: String,
    open: Vec<String>,
}

struct Seen {
    columns: Vec<(String, String)>,
    lines: Vec<Line>,
    unread: Vec<(usize, String, String)>,
    many: usize,
    json: String,
}

#[derive(Template)]
#[template(path = "plan_import.html")]
struct ImportPage {
    p: Page,
    crumbs: Vec<Crumb>,
    at: String,
    units: Vec<Choice>,
    unit: String,
    seen: Option<Seen>,
    refused: Vec<Refused>,
}

fn drafted(ground: &Ground) -> Result<(), Failure> {
    if ground.row.state() != PlanState::Drafting {
        return Err(Failure::refused(Refusal::new("closed-plan-frozen")));
    }
    if ground.writes() { Ok(()) } else { Err(Failure::Forbidden(Refusal::new("denied-unit"))) }
}

/// The form.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Path(plan): Path<String>,
) -> Result<Response, Error> {
    let ground = Ground::of(&house, &asker, &plan).await?;
    drafted(&ground)?;
    page(&house, &asker, &ground, "", None, &[]).await
}

async fn page(
    house: &House,
    asker: &Asker,
    ground: &Ground,
    unit: &str,
    read: Option<Read>,
    refused: &[Refusal],
) -> Result<Response, Error> {
    let p = asker.desk_page(asker.locale().t("plan-import")).await?;
    let own = ground.own_units(house.office.units().await?);
    let home = asker.actor.person().and_then(|me| me.unit).map(|unit| unit.to_string()).unwrap_or_default();
    let chosen = if unit.is_empty() { home } else { unit.to_owned() };
    let response = html(&ImportPage {
        crumbs: ground.crumbs(&p, true),
        at: ground.at("/import"),
        units: Choice::of(own.into_iter().map(|(unit, name)| (unit.to_string(), name)), &chosen),
        unit: unit.to_owned(),
        seen: read.map(|read| seen(ground, &p, read)),
        refused: refusals(asker.locale(), refused),
        p,
    })?;
    Ok(with_status(response, refused))
}

fn seen(ground: &Ground, p: &Page, read: Read) -> Seen {
    let contents: Vec<&Content> = read.lines.iter().map(|(_, content, _)| content).collect();
    Seen {
        json: serde_json::to_string(&contents).unwrap_or_default(),
        many: contents.len(),
        columns: read
            .columns
            .iter()
            .filter(|(heading, _)| !heading.is_empty())
            .map(|(heading, column)| {
                (
                    heading.clone(),
                    column.map_or_else(|| p.t("plan-import-unknown"), |column| p.t(column.key())),
                )
            })
            .collect(),
        lines: read
            .lines
            .iter()
            .map(|(number, content, open)| Line {
                number: *number,
                name: content.title.clone(),
                lead: ground.unit(content.lead),
                when: days_words(p, content),
                money: money_words(content),
                open: open.iter().map(|key| p.t(key)).collect(),
            })
            .collect(),
        unread: read.unread.into_iter().map(|(number, words, why)| (number, words, p.t(why))).collect(),
    }
}

/// Shows what was understood. Nothing is kept yet.
pub(crate) async fn look(
    State(house): State<House>,
    asker: Asker,
    Path(plan): Path<String>,
    mut sent: Sent,
) -> Result<Response, Error> {
    let ground = Ground::of(&house, &asker, &plan).await?;
    drafted(&ground)?;
    let file = match sent.file("refused-import-missing") {
        Ok(file) => file,
        Err(failure) => {
            return page(&house, &asker, &ground, sent.fields.text("unit"), None, &reasons(failure)?).await;
        }
    };
    let own = ground.own_units(house.office.units().await?);
    let Some(unit) =
        sent.fields.parsed("unit").filter(|unit: &UnitId| own.iter().any(|(one, _)| one == unit))
    else {
        return page(&house, &asker, &ground, "", None, &[Refusal::field("unit", "refused-unit")]).await;
    };
    let units = house.office.unit_words().await?;
    let period = ground.row.period();
    let read = web::off_thread(move || {
        let tables = import::tables(&file.bytes)?;
        let ground = import::Ground { period, unit, units: &units };
        understand(&tables, &ground).ok_or_else(|| Refusal::field("file", "refused-import-headings"))
    });
    // A file that makes the reader stumble is one that cannot be read.
    let read = read.await.unwrap_or_else(|_| Err(Refusal::field("file", "refused-import-unreadable")));
    match read {
        Ok(mut read) => {
            // Lines of other units in a unit's file are shown as what they are: not theirs to write.
            let mine = |content: &Content| ground.may_for(kernel::Action::WritePlan, content.lead);
            let (lines, others): (Vec<_>, Vec<_>) =
                std::mem::take(&mut read.lines).into_iter().partition(|(_, content, _)| mine(content));
            read.lines = lines;
            read.unread.extend(
                others
                    .into_iter()
                    .map(|(number, content, _)| (number, content.title, "plan-import-not-yours")),
            );
            page(&house, &asker, &ground, &unit.to_string(), Some(read), &[]).await
        }
        Err(refusal) => page(&house, &asker, &ground, &unit.to_string(), None, &[refusal]).await,
    }
}

/// Takes them.
pub(crate) async fn take(
    State(house): State<House>,
    asker: Asker,
    Path(plan): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let ground = Ground::of(&house, &asker, &plan).await?;
    let read: Option<Vec<Content>> = serde_json::from_str(fields.raw("lines")).ok();
    let contents = read.map(|contents| contents.into_iter().map(of_a_file).collect::<Vec<_>>());
    let outcome: Result<(), Failure> = async {
        let unit =
            fields.parsed("unit").ok_or_else(|| Failure::refused(Refusal::field("unit", "refused-unit")))?;
        let contents = contents
            .clone()
            .ok_or_else(|| Failure::refused(Refusal::field("file", "refused-import-none")))?;
        Failure::unless(contents.iter().find_map(|content| ground.strangers(content)).into_iter().collect())?;
        let mut cx = asker.wish().await?;
        verbs::import_lines(&mut cx, ground.id(), unit, contents).await?;
        cx.finish().await
    }
    .await;
    match outcome {
        Ok(()) => Ok(said(&ground.at(""), "said-lines-imported")),
        Err(failure) => {
            // What was understood is shown again, to be taken once what stands against it is gone.
            let lines = contents.unwrap_or_default().into_iter().zip(1..);
            let lines: Vec<_> = lines.map(|(content, number)| (number, content, Vec::new())).collect();
            let again = Read { columns: Vec::new(), lines, unread: Vec::new() };
            let again = Some(again).filter(|again| !again.lines.is_empty());
            page(&house, &asker, &ground, fields.text("unit"), again, &reasons(failure)?).await
        }
    }
}

/// What a file can say of a line: it knows no events of campaigns, and the page sends it back from the browser.
fn of_a_file(content: Content) -> Content {
    Content { event: None, offsets: [None, None, None], phase: String::new(), ..content }
}
