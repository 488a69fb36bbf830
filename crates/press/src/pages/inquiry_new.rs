//! Log an inquiry: one short form, half a minute with the telephone in the other hand. The same form changes its particulars.

use super::shared::{Choice, choices, id, moment, reasons, typed_moment, with_status};
use crate::House;
use crate::inquiry::{Content, WAYS};
use crate::store::inquiries::InquiryRow;
use crate::verbs::{self, InquiryWish};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Action, Failure, HotSpotId, InquiryId, Refusal, Thing};
use web::{Asker, Crumb, Error, Fields, Page, Refused, html, refusals, said};

#[derive(Default, Clone)]
struct Typed {
    outlet: String,
    journalist: String,
    contact: String,
    via: String,
    questions: String,
    urgent: bool,
    received_at: String,
    wanted_by: String,
    hot_spot: String,
}

#[derive(Template)]
#[template(path = "press_inquiry_new.html")]
struct NewPage {
    p: Page,
    crumbs: Vec<Crumb>,
    action: String,
    anew: bool,
    ways: Vec<Choice>,
    outlets: Vec<String>,
    spots: Vec<Choice>,
    due: String,
    refused: Vec<Refused>,
    typed: Typed,
}

/// An empty form.
pub(crate) async fn show(State(house): State<House>, asker: Asker) -> Result<Response, Error> {
    page(&house, &asker, None, Vec::new(), Typed::default()).await
}

/// The form of one that is there.
pub(crate) async fn edit(
    State(house): State<House>,
    asker: Asker,
    Path(inquiry): Path<String>,
) -> Result<Response, Error> {
    asker.look().may(Action::AnswerPress, Thing::House)?;
    let of: InquiryId = id(&inquiry)?;
    let row = InquiryRow::of(asker.look().db(), of).await?.ok_or(Failure::NotFound)?;
    let typed = Typed {
        outlet: row.outlet,
        journalist: row.journalist,
        contact: row.contact,
        via: row.via,
        questions: Content::read(&row.content).questions(),
        urgent: row.urgent,
        received_at: String::new(),
        wanted_by: typed_moment(&house.app.zone, row.wanted_by),
        hot_spot: row.hot_spot.map(|spot| spot.to_string()).unwrap_or_default(),
    };
    page(&house, &asker, Some(of), Vec::new(), typed).await
}

async fn page(
    house: &House,
    asker: &Asker,
    of: Option<InquiryId>,
    refused: Vec<Refusal>,
    typed: Typed,
) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::AnswerPress, Thing::House)?;
    let title = if of.is_some() { "inquiry-change" } else { "inquiry-log" };
    let p = asker.desk_page(asker.locale().t(title)).await?;
    let book = house.rules.book(look.db()).await?;
    let due = book.due("PN-17", look.now()).map(|(_, due)| p.format.stamp(due.last())).unwrap_or_default();
    let spots = house.office.open_hot_spots().await?.into_iter().map(|(spot, label)| Choice {
        selected: spot.to_string() == typed.hot_spot,
        value: spot.to_string(),
        label,
    });
    let mut crumbs = vec![Crumb { href: "/desk/press/inquiries".into(), label: p.t("inquiries-title") }];
    if let Some(of) = of {
        crumbs.push(Crumb { href: format!("/desk/press/inquiries/{of}"), label: p.t("inquiry-one") });
    }
    let hand: Vec<&str> = WAYS.into_iter().filter(|way| of.is_some() || *way != "form").collect();
    let page = html(&NewPage {
        crumbs,
        action: of.map_or("/desk/press/inquiries".into(), |of| format!("/desk/press/inquiries/{of}/change")),
        anew: of.is_none(),
        ways: choices(&p, &hand, "inquiry-via-", if typed.via.is_empty() { "phone" } else { &typed.via }),
        outlets: house.office.outlets().await?,
        spots: spots.collect(),
        due,
        refused: refusals(asker.locale(), &refused),
        typed,
        p,
    })?;
    Ok(with_status(page, &refused))
}

fn typed(fields: &Fields) -> Typed {
    let text = |name: &str| fields.text(name).to_owned();
    Typed {
        outlet: text("outlet"),
        journalist: text("journalist"),
        contact: text("contact"),
        via: text("via"),
        questions: fields.raw("questions").to_owned(),
        urgent: fields.ticked("urgent"),
        received_at: text("received_at"),
        wanted_by: text("wanted_by"),
        hot_spot: text("hot_spot"),
    }
}

async fn read(house: &House, fields: &Fields) -> Result<InquiryWish, Failure> {
    let typed = typed(fields);
    let mut against = Vec::new();
    let zone = &house.app.zone;
    let received_at = typed::noted(&mut against, moment(fields, "received_at", zone))?;
    let wanted_by = typed::noted(&mut against, moment(fields, "wanted_by", zone))?;
    let hot_spot: Option<HotSpotId> = typed.hot_spot.parse().ok();
    if let Some(spot) = hot_spot
        && !house.office.open_hot_spots().await?.iter().any(|(known, _)| *known == spot)
    {
        against.push(Refusal::field("hot_spot", "refused-inquiry-spot"));
    }
    Failure::unless(against)?;
    Ok(InquiryWish {
        outlet: typed.outlet,
        journalist: typed.journalist,
        contact: typed.contact,
        via: typed.via,
        questions: typed.questions,
        urgent: typed.urgent,
        received_at,
        wanted_by,
        hot_spot,
    })
}

/// Writes it down.
pub(crate) async fn log(State(house): State<House>, asker: Asker, fields: Fields) -> Result<Response, Error> {
    let outcome = web::wish!(asker, |cx| {
        let wish = read(&house, &fields).await?;
        verbs::log_inquiry(&mut cx, &house.app.zone, &wish).await
    });
    match outcome {
        Ok(inquiry) => Ok(said(&format!("/desk/press/inquiries/{inquiry}"), "said-inquiry-logged")),
        Err(failure) => page(&house, &asker, None, reasons(failure)?, typed(&fields)).await,
    }
}

/// Changes its particulars.
pub(crate) async fn change(
    State(house): State<House>,
    asker: Asker,
    Path(inquiry): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let of: InquiryId = id(&inquiry)?;
    asker.look().may(Action::AnswerPress, Thing::House)?;
    let outcome = web::wish!(asker, |cx| {
        let mut wish = read_changed(&house, &fields, of, &cx).await?;
        wish.received_at = None;
        verbs::change_inquiry(&mut cx, of, &wish).await
    });
    match outcome {
        Ok(()) => Ok(said(&format!("/desk/press/inquiries/{of}"), "said-inquiry-changed")),
        Err(failure) => page(&house, &asker, Some(of), reasons(failure)?, typed(&fields)).await,
    }
}

/// The same, where the hot spot it is tied to may be over by now.
async fn read_changed(
    house: &House,
    fields: &Fields,
    of: InquiryId,
    cx: &db::Cx,
) -> Result<InquiryWish, Failure> {
    let row = InquiryRow::of(cx.tx(), of).await?.ok_or(Failure::NotFound)?;
    let same = row.hot_spot.is_some_and(|spot| spot.to_string() == fields.text("hot_spot"));
    if !same {
        return read(house, fields).await;
    }
    let typed = typed(fields);
    Ok(InquiryWish {
        outlet: typed.outlet,
        journalist: typed.journalist,
        contact: typed.contact,
        via: typed.via,
        questions: typed.questions,
        urgent: typed.urgent,
        received_at: None,
        wanted_by: moment(fields, "wanted_by", &house.app.zone)?,
        hot_spot: row.hot_spot,
    })
}
