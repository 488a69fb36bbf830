//! The names of things of every house, for those who may see them: what a chain, a list of deadlines and a report show.

mod assignments;
mod coordination;
mod planning;
mod reports;

use db::Look;
use kernel::{
    Action, ConsultationId, DemandId, ErrorReportId, FactId, Failure, HotSpotId, InformationRequestId,
    InquiryId, PetitionId, PressEventId, QuestionId, ReleaseId, SpokespersonId, StoryId, Thing, ThingKind,
    ThingRef, ThreadId, YearlyReportId,
};
use std::collections::HashMap;
use web::{Called, ChainLine, Page};

/// The names of those that are there and that who looks may see.
pub(crate) async fn called(look: &Look, things: &[ThingRef]) -> Result<HashMap<ThingRef, Called>, Failure> {
    let mut names = HashMap::new();
    for thing in things {
        if names.contains_key(thing) {
            continue;
        }
        if let Some(called) = one(look, *thing).await? {
            names.insert(*thing, called);
        }
    }
    Ok(names)
}

async fn one(look: &Look, thing: ThingRef) -> Result<Option<Called>, Failure> {
    let db = look.db();
    let press = || look.may(Action::ReadPress, Thing::House).is_ok();
    let press_desk = || look.may(Action::ReadPressDesk, Thing::House).is_ok();
    let named = |title: Option<String>, href: String| title.map(|title| Called { title, href });
    Ok(match thing.kind {
        ThingKind::Story => {
            let id = StoryId(thing.id);
            let Some((title, facts)) = newsroom::named(db, id).await? else { return Ok(None) };
            if look.may(Action::ReadStory, Thing::Story(&facts)).is_err() {
                return Ok(None);
            }
            named(Some(title), format!("/desk/newsroom/stories/{id}"))
        }
        ThingKind::HotSpot if press() => {
            let id = HotSpotId(thing.id);
            named(listening::spot_title(db, id).await?, format!("/desk/listening/hot-spots/{id}"))
        }
        ThingKind::Thread if press() => {
            let id = ThreadId(thing.id);
            named(listening::thread_title(db, id).await?, format!("/desk/listening/threads/{id}"))
        }
        ThingKind::HotSpot
        | ThingKind::Thread
        | ThingKind::Agency
        | ThingKind::Unit
        | ThingKind::Person
        | ThingKind::Area
        | ThingKind::Site
        | ThingKind::Section
        | ThingKind::Asset
        | ThingKind::Outlet
        | ThingKind::Source
        | ThingKind::Topic
        | ThingKind::Digest
        | ThingKind::Clock
        | ThingKind::Letter
        | ThingKind::Rule => None,
        // Each house names its own things here when it has pages for them.
        ThingKind::Spokesperson
        | ThingKind::Inquiry
        | ThingKind::Fact
        | ThingKind::Demand
        | ThingKind::Petition
        | ThingKind::YearlyReport => return asked(look, thing).await,
        ThingKind::Release if press_desk() => {
            let id = ReleaseId(thing.id);
            named(press::release_title(db, id).await?, format!("/desk/press/releases/{id}"))
        }
        ThingKind::PressEvent if press_desk() => {
            let id = PressEventId(thing.id);
            named(press::event_title(db, id).await?, format!("/desk/press/events/{id}"))
        }
        ThingKind::Release | ThingKind::Contact | ThingKind::PressEvent => None,
        ThingKind::Question => {
            let id = QuestionId(thing.id);
            named(answers::called_question(look, id).await?, format!("/desk/answers/questions/{id}"))
        }
        ThingKind::Consultation => {
            let id = ConsultationId(thing.id);
            let title = answers::called_consultation(look, id).await?;
            named(title, format!("/desk/answers/consultations/{id}"))
        }
        ThingKind::ErrorReport => {
            let title = answers::called_report(look, ErrorReportId(thing.id)).await?;
            named(title, "/desk/answers/reports".to_owned())
        }
        ThingKind::InformationRequest => {
            let id = InformationRequestId(thing.id);
            named(answers::called_request(look, id).await?, format!("/desk/answers/requests/{id}"))
        }
        ThingKind::Plan | ThingKind::Activity | ThingKind::Display | ThingKind::Project => {
            return planning::one(look, thing).await;
        }
        ThingKind::Assignment | ThingKind::Obstacle | ThingKind::InputRequest => {
            return assignments::one(look, thing).await;
        }
        ThingKind::Meeting
        | ThingKind::Conclusion
        | ThingKind::Facility
        | ThingKind::Booking
        | ThingKind::Agreement
        | ThingKind::Presenter
        | ThingKind::Training
        | ThingKind::Observance => return coordination::one(look, thing).await,
        ThingKind::PeriodReport | ThingKind::Briefing | ThingKind::Decision => {
            return reports::one(look, thing).await;
        }
    })
}

/// The things of the answering half of the press desk.
async fn asked(look: &Look, thing: ThingRef) -> Result<Option<Called>, Failure> {
    let db = look.db();
    let desk = look.may(Action::ReadPressDesk, Thing::House).is_ok();
    let (title, href) = match thing.kind {
        // A unit sees what it was asked, and nothing of the inquiry behind it.
        ThingKind::Fact => {
            let id = FactId(thing.id);
            let Some((unit, question)) = press::fact_name(db, id).await? else { return Ok(None) };
            let sees = desk || look.may(Action::GiveFacts, Thing::Unit(unit)).is_ok();
            (sees.then_some(question), format!("/desk/press/asked/{id}"))
        }
        _ if !desk => (None, String::new()),
        ThingKind::Inquiry => {
            let id = InquiryId(thing.id);
            (press::inquiry_name(db, id).await?, format!("/desk/press/inquiries/{id}"))
        }
        ThingKind::Demand => {
            let id = DemandId(thing.id);
            (press::demand_name(db, id).await?, format!("/desk/press/demands/{id}"))
        }
        ThingKind::Petition => {
            let id = PetitionId(thing.id);
            (press::petition_name(db, id).await?, format!("/desk/press/petitions/{id}"))
        }
        ThingKind::Spokesperson => {
            let name = press::spokesperson_name(db, SpokespersonId(thing.id)).await?;
            (name, "/desk/press/spokespersons".to_owned())
        }
        ThingKind::YearlyReport => {
            let year = press::yearly_name(db, YearlyReportId(thing.id)).await?;
            let href = year.map(|year| format!("/desk/press/yearly/{year}")).unwrap_or_default();
            (year.map(|year| format!("PN-21 · {year}")), href)
        }
        _ => (None, String::new()),
    };
    Ok(title.map(|title| Called { title, href }))
}

/// What hangs on a thing, in both directions.
pub(crate) async fn chain(look: &Look, p: &Page, thing: ThingRef) -> Result<Vec<ChainLine>, Failure> {
    let links = links::of(look.db(), thing).await?;
    let others: Vec<ThingRef> = links.iter().map(|link| link.other).collect();
    let names = called(look, &others).await?;
    let lines = links.into_iter().filter_map(|link| {
        let back = if link.outward { "" } else { "-back" };
        Some(ChainLine {
            rel: p.t(&format!("link-{}{back}", link.rel.name())),
            kind: p.t(&format!("thing-{}", link.other.kind.name())),
            called: names.get(&link.other)?.clone(),
            iso: p.format.iso(link.at),
            when: p.format.stamp(link.at),
        })
    });
    Ok(lines.collect())
}
