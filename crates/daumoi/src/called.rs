//! The names of things of every house, for those who may see them: what a chain, a list of deadlines and a report show.

use db::Look;
use kernel::{
    Action, ConsultationId, ErrorReportId, Failure, HotSpotId, InformationRequestId, QuestionId, StoryId,
    Thing, ThingKind, ThingRef, ThreadId,
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
        | ThingKind::Rule => None,
        // Each house names its own things here when it has pages for them.
        ThingKind::Spokesperson
        | ThingKind::Inquiry
        | ThingKind::Fact
        | ThingKind::Demand
        | ThingKind::Petition => None,
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
    })
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
