//! Enter a project, or change what it is.

use super::ground::Ground;
use super::{Choice, day, reasons, with_status};
use crate::House;
use crate::project::{KINDS, SOURCES};
use crate::sight::Sight;
use crate::store::projects::{self, ProjectRow};
use crate::verbs::{self, ProjectWish};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Action, Failure, ProjectId, Refusal, Thing};
use typed::amount;
use web::{Asker, Crumb, Error, Fields, Page, Refused, html, refusals, said, wish};

/// What is typed.
#[derive(Debug, Clone, Default)]
struct Typed {
    called: String,
    code: String,
    decision: String,
    decided_on: String,
    unit: String,
    kind: String,
    money: String,
    from_year: String,
    to_year: String,
    total: String,
    about: String,
    manager: String,
    bookkeeper: String,
    edition: String,
}

#[derive(Template)]
#[template(path = "project_edit.html")]
struct EditPage {
    p: Page,
    crumbs: Vec<Crumb>,
    action: String,
    is_new: bool,
    f: Typed,
    kinds: Vec<Choice>,
    units: Vec<Choice>,
    sources: Vec<String>,
    managers: Vec<Choice>,
    bookkeepers: Vec<Choice>,
    refused: Vec<Refused>,
}

impl Typed {
    fn of(fields: &Fields) -> Self {
        let text = |name: &str| fields.text(name).to_owned();
        Self {
            called: text("name"),
            code: text("code"),
            decision: text("decision"),
            decided_on: text("decided_on"),
            unit: text("unit"),
            kind: text("kind"),
            money: text("money"),
            from_year: text("from_year"),
            to_year: text("to_year"),
            total: text("total"),
            about: fields.raw("about").to_owned(),
            manager: text("manager"),
            bookkeeper: text("bookkeeper"),
            edition: text("edition"),
        }
    }

    fn stored(row: &ProjectRow) -> Self {
        let id = |person: Option<kernel::PersonId>| person.map(|one| one.to_string()).unwrap_or_default();
        Self {
            called: row.name.clone(),
            code: row.code.clone(),
            decision: row.decision.clone(),
            decided_on: row.decided_on.clone(),
            unit: row.unit.to_string(),
            kind: row.kind.clone(),
            money: row.money.clone(),
            from_year: row.from_year.to_string(),
            to_year: row.to_year.to_string(),
            total: amount::dong(row.total),
            about: row.about.clone(),
            manager: id(row.manager),
            bookkeeper: id(row.bookkeeper),
            edition: row.edition.to_string(),
        }
    }

    fn wish(&self) -> ProjectWish {
        ProjectWish {
            name: self.called.clone(),
            code: self.code.clone(),
            decision: self.decision.clone(),
            decided_on: day(&self.decided_on),
            unit: self.unit.parse().ok(),
            kind: self.kind.clone(),
            money: self.money.clone(),
            from_year: self.from_year.parse().ok(),
            to_year: self.to_year.parse().ok(),
            total: amount::money(&self.total),
            about: self.about.clone(),
            manager: self.manager.parse().ok(),
            bookkeeper: self.bookkeeper.parse().ok(),
        }
    }
}

/// Units and people that are none of ours are refused.
async fn known(house: &House, typed: &Typed) -> Result<(), Failure> {
    let mut against = Vec::new();
    let units = house.office.units().await?;
    if !typed.unit.is_empty() && !units.iter().any(|(unit, _)| unit.to_string() == typed.unit) {
        against.push(Refusal::field("unit", "refused-unit"));
    }
    let people = house.office.colleagues().await?;
    for (field, person) in [("manager", &typed.manager), ("bookkeeper", &typed.bookkeeper)] {
        if !person.is_empty() && !people.iter().any(|(one, _)| one.to_string() == *person) {
            against.push(Refusal::field(field, "refused-project-person"));
        }
    }
    Failure::unless(against)
}

/// The form for a new one.
pub(crate) async fn new(State(house): State<House>, asker: Asker) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::RunProjects, Thing::House)?;
    let year = house.app.zone.day(look.now()).year().to_string();
    let typed = Typed { from_year: year.clone(), to_year: year, ..Typed::default() };
    form(&house, &asker, None, typed, &[]).await
}

/// Enters it.
pub(crate) async fn begin(
    State(house): State<House>,
    asker: Asker,
    fields: Fields,
) -> Result<Response, Error> {
    asker.look().may(Action::RunProjects, Thing::House)?;
    let typed = Typed::of(&fields);
    let outcome = match known(&house, &typed).await {
        Ok(()) => wish!(asker, |cx| verbs::begin_project(&mut cx, &house.app.zone, &typed.wish()).await),
        Err(failure) => Err(failure),
    };
    match outcome {
        Ok(id) => Ok(said(&format!("/desk/projects/{id}"), "said-project-begun")),
        Err(failure) => form(&house, &asker, None, typed, &reasons(failure)?).await,
    }
}

/// The form for one that is there.
pub(crate) async fn edit(
    State(house): State<House>,
    asker: Asker,
    Path(project): Path<String>,
) -> Result<Response, Error> {
    let ground = Ground::of(&house, &asker, &project).await?;
    if !ground.runs {
        return Err(Failure::Forbidden(Refusal::new("denied-unit")).into());
    }
    form(&house, &asker, Some(ground.id()), Typed::stored(&ground.row), &[]).await
}

/// Changes it.
pub(crate) async fn change(
    State(house): State<House>,
    asker: Asker,
    Path(project): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let ground = Ground::of(&house, &asker, &project).await?;
    let (project, typed) = (ground.id(), Typed::of(&fields));
    let seen = typed.edition.parse().unwrap_or(0);
    let asked = match typed.unit == ground.row.unit.to_string() {
        true => known(&house, &Typed { unit: String::new(), ..typed.clone() }).await,
        false => known(&house, &typed).await,
    };
    let zone = &house.app.zone;
    let outcome = match asked {
        Ok(()) => {
            wish!(asker, |cx| verbs::change_project(&mut cx, zone, project, seen, &typed.wish()).await)
        }
        Err(failure) => Err(failure),
    };
    match outcome {
        Ok(()) => Ok(said(&ground.at(""), "said-project-changed")),
        Err(failure) => form(&house, &asker, Some(project), typed, &reasons(failure)?).await,
    }
}

async fn form(
    house: &House,
    asker: &Asker,
    which: Option<ProjectId>,
    typed: Typed,
    refused: &[Refusal],
) -> Result<Response, Error> {
    let look = asker.look();
    let words = if which.is_some() { "project-edit" } else { "project-new" };
    let p = asker.desk_page(asker.locale().t(words)).await?;
    let all = house.office.units().await?;
    let own = all.into_iter().filter(|(unit, _)| look.may(Action::RunProjects, Thing::Unit(*unit)).is_ok());
    let people = house.office.colleagues().await?;
    let people = || people.iter().map(|(person, name)| (person.to_string(), name.clone()));
    let mut sources: Vec<String> = SOURCES.map(ToOwned::to_owned).to_vec();
    let known = projects::sources(look.db(), &Sight::of(look.actor())).await?;
    sources.extend(known.into_iter().filter(|one| !SOURCES.contains(&one.as_str())));
    let response = html(&EditPage {
        crumbs: vec![Crumb { href: "/desk/projects".into(), label: p.t("projects-title") }],
        action: match which {
            Some(id) => format!("/desk/projects/{id}/edit"),
            None => "/desk/projects".into(),
        },
        is_new: which.is_none(),
        kinds: Choice::of(
            KINDS.map(|kind| (kind.to_owned(), p.t(&format!("project-kind-{kind}")))),
            &typed.kind,
        ),
        units: Choice::of(own.map(|(unit, name)| (unit.to_string(), name)), &typed.unit),
        sources,
        managers: Choice::of(people(), &typed.manager),
        bookkeepers: Choice::of(people(), &typed.bookkeeper),
        refused: refusals(asker.locale(), refused),
        f: typed,
        p,
    })?;
    Ok(with_status(response, refused))
}
