//! Begin a plan, or change what it is called and when it runs.

use super::ground::Ground;
use super::{Choice, day, id, reasons, with_status};
use crate::House;
use crate::plan::{Kind, THEMES};
use crate::sight::Sight;
use crate::store::plans::{self, PlanRow};
use crate::verbs::{self, PlanWish};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Action, Failure, PlanId, Refusal, Thing};
use web::{Asker, Crumb, Error, Fields, Page, Refused, html, refusals, said};

/// What is typed.
#[derive(Debug, Clone, Default)]
struct Typed {
    kind: String,
    theme: String,
    name: String,
    about: String,
    unit: String,
    parent: String,
    from: String,
    to: String,
}

#[derive(Template)]
#[template(path = "plan_edit.html")]
struct EditPage {
    p: Page,
    crumbs: Vec<Crumb>,
    action: String,
    is_new: bool,
    f: Typed,
    kinds: Vec<Choice>,
    themes: Vec<Choice>,
    units: Vec<Choice>,
    parents: Vec<Choice>,
    refused: Vec<Refused>,
}

impl Typed {
    fn of(fields: &Fields) -> Self {
        let text = |name: &str| fields.text(name).to_owned();
        Self {
            kind: text("kind"),
            theme: text("theme"),
            name: text("title"),
            about: fields.raw("about").to_owned(),
            unit: text("unit"),
            parent: text("parent"),
            from: text("from"),
            to: text("to"),
        }
    }

    fn stored(row: &PlanRow) -> Self {
        Self {
            kind: row.kind.clone(),
            theme: row.theme.clone(),
            name: row.title.clone(),
            about: row.about.clone(),
            unit: row.unit.to_string(),
            parent: row.parent.map(|parent| parent.to_string()).unwrap_or_default(),
            from: row.from_day.clone(),
            to: row.to_day.clone(),
        }
    }

    fn wish(&self) -> PlanWish {
        PlanWish {
            kind: self.kind.clone(),
            theme: self.theme.clone(),
            title: self.name.clone(),
            about: self.about.clone(),
            unit: self.unit.parse().ok(),
            parent: self.parent.parse().ok(),
            from: day(&self.from),
            to: day(&self.to),
        }
    }
}

/// The form for a new one.
pub(crate) async fn new(State(house): State<House>, asker: Asker) -> Result<Response, Error> {
    asker.look().may(Action::KeepPlans, Thing::House)?;
    form(&house, &asker, None, Typed::default(), &[]).await
}

/// Begins it.
pub(crate) async fn begin(
    State(house): State<House>,
    asker: Asker,
    fields: Fields,
) -> Result<Response, Error> {
    asker.look().may(Action::KeepPlans, Thing::House)?;
    let typed = Typed::of(&fields);
    let outcome: Result<PlanId, Failure> = async {
        known_unit(&house, &typed).await?;
        let mut cx = asker.wish().await?;
        let id = verbs::begin_plan(&mut cx, &typed.wish()).await?;
        cx.finish().await?;
        Ok(id)
    }
    .await;
    match outcome {
        Ok(id) => Ok(said(&format!("/desk/plans/{id}"), "said-plan-begun")),
        Err(failure) => form(&house, &asker, None, typed, &reasons(failure)?).await,
    }
}

async fn known_unit(house: &House, typed: &Typed) -> Result<(), Failure> {
    let units = house.office.units().await?;
    if typed.unit.is_empty() || units.iter().any(|(unit, _)| unit.to_string() == typed.unit) {
        return Ok(());
    }
    Err(Failure::refused(Refusal::field("unit", "refused-unit")))
}

/// The form for one that is drafted.
pub(crate) async fn edit(
    State(house): State<House>,
    asker: Asker,
    Path(plan): Path<String>,
) -> Result<Response, Error> {
    let ground = Ground::of(&house, &asker, &plan).await?;
    if !ground.may(Action::KeepPlans) {
        return Err(Failure::Forbidden(Refusal::new("denied-unit")).into());
    }
    let typed = Typed::stored(&ground.row);
    form(&house, &asker, Some(ground.id()), typed, &[]).await
}

/// Changes it.
pub(crate) async fn change(
    State(house): State<House>,
    asker: Asker,
    Path(plan): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let plan: PlanId = id(&plan)?;
    let typed = Typed::of(&fields);
    let outcome: Result<(), Failure> = async {
        let mut cx = asker.wish().await?;
        verbs::change_plan(&mut cx, plan, &typed.wish()).await?;
        cx.finish().await
    }
    .await;
    match outcome {
        Ok(()) => Ok(said(&format!("/desk/plans/{plan}"), "said-plan-changed")),
        Err(failure) => form(&house, &asker, Some(plan), typed, &reasons(failure)?).await,
    }
}

async fn form(
    house: &House,
    asker: &Asker,
    which: Option<PlanId>,
    typed: Typed,
    refused: &[Refusal],
) -> Result<Response, Error> {
    let look = asker.look();
    let key = if which.is_some() { "plan-edit" } else { "plan-new" };
    let p = asker.desk_page(asker.locale().t(key)).await?;
    let sight = Sight::of(look.actor());
    let keeps = |unit: &kernel::UnitId| look.may(Action::KeepPlans, Thing::Unit(*unit)).is_ok();
    let units = house.office.units().await?.into_iter().filter(|(unit, _)| keeps(unit));
    let parents = plans::parents(look.db(), &sight).await?.into_iter().filter(|row| Some(row.id) != which);
    let words = |row: PlanRow| {
        let (from, to) = row.period();
        let label = format!("{} ({} – {})", row.title, p.format.day(from), p.format.day(to));
        (row.id.to_string(), label)
    };
    let response = html(&EditPage {
        crumbs: vec![Crumb { href: "/desk/plans".into(), label: p.t("plan-title") }],
        action: match which {
            Some(id) => format!("/desk/plans/{id}/edit"),
            None => "/desk/plans".into(),
        },
        is_new: which.is_none(),
        kinds: Choice::of(
            Kind::ALL.map(|kind| (kind.name().to_owned(), p.t(&format!("plan-kind-{}", kind.name())))),
            &typed.kind,
        ),
        themes: Choice::of(
            THEMES.map(|theme| (theme.to_owned(), p.t(&format!("plan-theme-{theme}")))),
            &typed.theme,
        ),
        units: Choice::of(units.map(|(unit, name)| (unit.to_string(), name)), &typed.unit),
        parents: Choice::of(parents.map(words), &typed.parent),
        refused: refusals(asker.locale(), refused),
        f: typed,
        p,
    })?;
    Ok(with_status(response, refused))
}
