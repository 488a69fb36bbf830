//! The clocks and the links of hot spots: PN-15 from the moment the agency takes it up, PN-16 from the moment a named person
//! determined that opinion is affected; met by the first public answer.

use super::HouseReactions;
use db::Cx;
use deadlines::verbs::{self as clocks, Start};
use kernel::{Event, Failure, HotSpotId, ThingKind, ThingRef};
use links::Rel;

fn spot(id: HotSpotId) -> ThingRef {
    ThingRef { kind: ThingKind::HotSpot, id: id.0 }
}

impl HouseReactions {
    pub(super) async fn run_clocks_of_spots(&self, cx: &mut Cx, event: &Event) -> Result<(), Failure> {
        // Who took it up must see to it until a unit is asked.
        let person = cx.actor().id();
        let start = |rule, id, start| Start { rule, on: spot(id), start, unit: None, person };
        match event {
            Event::HotSpotRaised { hot_spot, thread, .. }
            | Event::HotSpotDetected { hot_spot, thread, .. } => {
                let thread = ThingRef { kind: ThingKind::Thread, id: thread.0 };
                links::tie(cx, spot(*hot_spot), Rel::RaisedBy, thread).await
            }
            Event::HotSpotAcknowledged { hot_spot } => {
                let now = cx.now();
                clocks::start(cx, &self.rules, start("PN-15", *hot_spot, now)).await.map(drop)
            }
            Event::HotSpotDetermined { hot_spot, at } => {
                // Whoever acts first has taken notice.
                clocks::start(cx, &self.rules, start("PN-15", *hot_spot, *at)).await?;
                clocks::start(cx, &self.rules, start("PN-16", *hot_spot, *at)).await.map(drop)
            }
            Event::HotSpotAssigned { hot_spot, unit, .. } => {
                let now = cx.now();
                clocks::start(cx, &self.rules, start("PN-15", *hot_spot, now)).await?;
                clocks::hand(cx, spot(*hot_spot), Some(*unit), None).await
            }
            Event::HotSpotAnswerBegun { hot_spot, story } => {
                let story = ThingRef { kind: ThingKind::Story, id: story.0 };
                links::tie(cx, story, Rel::Answers, spot(*hot_spot)).await
            }
            Event::HotSpotAnswered { hot_spot, .. } => {
                clocks::meet(cx, &self.rules, spot(*hot_spot), "").await.map(drop)
            }
            Event::HotSpotClosed { hot_spot, reason } => clocks::stop(cx, spot(*hot_spot), "", reason).await,
            Event::HotSpotMerged { hot_spot, .. } => clocks::stop(cx, spot(*hot_spot), "", "merged").await,
            _ => Ok(()),
        }
    }
}
