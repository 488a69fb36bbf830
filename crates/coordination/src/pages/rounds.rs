//! Regular meetings: which there are, how many of them were held (S154), and beginning and ending one.

use super::shared::{crumb, day, may, own_units, people_choices, unit_choices};
use crate::House;
use crate::office::Names;
use crate::round::Rhythm;
use crate::store::meetings;
use crate::store::rounds::{self, RoundRow};
use crate::verbs::{self, RoundWish};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Action, Failure, MeetingId, PersonId, Refusal, Thing, UnitId};
use web::{
    Asker, Choice, Crumb, Error, Fields, Page, Refused, html, id_of, reasons, refusals, said, wish,
    with_status,
};

struct Past {
    href: String,
    chip: &'static str,
    standing: String,
    when: String,
    note: String,
}

struct Line {
    id: String,
    title: String,
    unit: String,
    rhythm: String,
    chair: String,
    place: String,
    held: i64,
    planned: i64,
    keeps: bool,
    past: Vec<Past>,
}

/// What stands in the form.
#[derive(Default)]
pub(crate) struct Typed {
    title: String,
    rhythm: String,
    day: String,
    at: String,
    minutes: String,
    place: String,
    agenda: String,
    others: String,
    from: String,
    unit: Option<UnitId>,
    chair: Option<PersonId>,
    units: Vec<UnitId>,
    people: Vec<PersonId>,
}

#[derive(Template)]
#[template(path = "meeting_rounds.html")]
struct RoundsPage {
    p: Page,
    crumbs: Vec<Crumb>,
    lines: Vec<Line>,
    keeps: bool,
    rhythms: Vec<Choice>,
    own: Vec<Choice>,
    chairs: Vec<Choice>,
    units: Vec<Choice>,
    people: Vec<Choice>,
    refused: Vec<Refused>,
    typed: Typed,
}

/// The page.
pub(crate) async fn show(State(house): State<House>, asker: Asker) -> Result<Response, Error> {
    page(&house, &asker, Typed { minutes: "90".into(), ..Typed::default() }, Vec::new()).await
}

async fn page(house: &House, asker: &Asker, typed: Typed, refused: Vec<Refusal>) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::ReadWork, Thing::House)?;
    let p = asker.desk_page(asker.locale().t("rounds-title")).await?;
    let names = Names::of(house.office.as_ref()).await?;
    let keeps = may(&look, Action::KeepMeetings);
    let mut lines = Vec::new();
    for row in rounds::going(look.db()).await? {
        if look.may(Action::ReadWork, Thing::Unit(row.unit)).is_ok() {
            lines.push(line(&p, &look, &names, row).await?);
        }
    }
    let own = own_units(house, &look, Action::KeepMeetings).await?;
    let chosen: Vec<UnitId> = typed.unit.or(own.first().map(|(id, _)| *id)).into_iter().collect();
    let chair: Vec<PersonId> = typed.chair.into_iter().collect();
    let all = house.office.units().await?;
    let response = html(&RoundsPage {
        crumbs: vec![crumb("/desk/meetings", p.t("meetings-title"))],
        lines,
        keeps,
        rhythms: Choice::named(&p, "round-rhythm-", &Rhythm::ALL.map(Rhythm::name), &typed.rhythm),
        own: unit_choices(&own, &chosen),
        chairs: people_choices(house, &chair).await?,
        units: unit_choices(&all, &typed.units),
        people: people_choices(house, &typed.people).await?,
        refused: refusals(asker.locale(), &refused),
        typed,
        p,
    })?;
    Ok(with_status(response, &refused))
}

async fn line(p: &Page, look: &db::Look, names: &Names, row: RoundRow) -> Result<Line, Failure> {
    let (held, planned) = meetings::kept_of(look.db(), row.id, look.now()).await?;
    let past = meetings::of_round(look.db(), row.id).await?;
    let past = past.iter().filter(|one| one.starts_at < look.now()).take(16).map(|one| {
        let line = super::meetings::line(p, names, one, 0, look.now());
        Past {
            href: format!("/desk/meetings/{}", one.id),
            chip: line.chip(),
            standing: line.standing().to_owned(),
            when: p.format.date(one.starts_at),
            note: one.reason.clone(),
        }
    });
    let time = format!("{:02}:{:02}", row.at / 60, row.at % 60);
    let day = match Rhythm::named(&row.rhythm) {
        Some(Rhythm::Monthly) => p.f("round-each-month", "day", row.day),
        _ => p.t(&format!("round-each-week-{}", row.day)),
    };
    Ok(Line {
        past: past.collect(),
        id: row.id.to_string(),
        unit: names.unit(row.unit),
        rhythm: format!("{day}, {time}"),
        chair: names.person(Some(row.chair)),
        place: row.place,
        held,
        planned,
        keeps: look.may(Action::KeepMeetings, Thing::Unit(row.unit)).is_ok(),
        title: row.title,
    })
}

/// Begins one.
pub(crate) async fn begin(
    State(house): State<House>,
    asker: Asker,
    fields: Fields,
) -> Result<Response, Error> {
    let text = |name: &str| fields.raw(name).to_owned();
    let typed = Typed {
        title: text("title"),
        rhythm: text("rhythm"),
        day: text("day"),
        at: text("at"),
        minutes: text("minutes"),
        place: text("place"),
        agenda: text("agenda"),
        others: text("others"),
        from: text("from"),
        unit: fields.parsed("unit"),
        chair: fields.parsed("chair"),
        units: fields.all("units").filter_map(|one| one.parse().ok()).collect(),
        people: fields.all("people").filter_map(|one| one.parse().ok()).collect(),
    };
    let wanted = RoundWish {
        unit: typed.unit,
        title: typed.title.clone(),
        chair: typed.chair,
        rhythm: typed.rhythm.clone(),
        day: fields.parsed("day").unwrap_or(0),
        at: minutes_of(fields.text("at")),
        minutes: fields.parsed("minutes").unwrap_or(0),
        place: typed.place.clone(),
        agenda: typed.agenda.clone(),
        others: typed.others.clone(),
        units: typed.units.clone(),
        people: typed.people.clone(),
        from: day(fields.text("from")),
    };
    match wish!(asker, |cx| verbs::begin_round(&mut cx, &house, &wanted).await) {
        Ok(_) => Ok(said("/desk/meetings/rounds", "said-round-begun")),
        Err(failure) => page(&house, &asker, typed, reasons(failure)?).await,
    }
}

fn minutes_of(text: &str) -> Option<i64> {
    let time: jiff::civil::Time = text.parse().ok()?;
    Some(i64::from(time.hour()) * 60 + i64::from(time.minute()))
}

/// Ends one.
pub(crate) async fn end(
    State(house): State<House>,
    asker: Asker,
    Path(round): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let id: MeetingId = id_of(&round)?;
    match wish!(asker, |cx| verbs::end_round(&mut cx, id, fields.raw("reason")).await) {
        Ok(()) => Ok(said("/desk/meetings/rounds", "said-round-ended")),
        Err(failure) => page(&house, &asker, Typed::default(), reasons(failure)?).await,
    }
}
