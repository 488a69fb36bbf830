//! What follows from what the press says: who hears of a hot spot, its clocks and links (PN-15 from the moment the agency takes
//! it up, PN-16 from the moment a named person determined that opinion is affected; met by the first public answer), and to
//! whom the press review goes.

use super::HouseReactions;
use crate::post_office;
use db::Cx;
use deadlines::verbs::{self as clocks, Start};
use kernel::{Failure, HotSpotId, ListeningEvent, Moment, ThingKind, ThingRef};
use links::Rel;

fn spot(id: HotSpotId) -> ThingRef {
    ThingRef { kind: ThingKind::HotSpot, id: id.0 }
}

impl HouseReactions {
    pub(super) async fn on_listening(&self, cx: &mut Cx, event: &ListeningEvent) -> Result<(), Failure> {
        use ListeningEvent as E;
        match event {
            E::HotSpotRaised { hot_spot, thread, .. } | E::HotSpotDetected { hot_spot, thread, .. } => {
                self.alert(cx, *hot_spot).await?;
                let thread = ThingRef { kind: ThingKind::Thread, id: thread.0 };
                links::tie(cx, spot(*hot_spot), Rel::RaisedBy, thread).await
            }
            E::HotSpotWorsened { hot_spot, .. } => self.alert(cx, *hot_spot).await,
            E::HotSpotAcknowledged { hot_spot } => self.start_clock(cx, *hot_spot, "PN-15", cx.now()).await,
            E::HotSpotDetermined { hot_spot, at } => {
                // Whoever acts first has taken notice.
                self.start_clock(cx, *hot_spot, "PN-15", *at).await?;
                self.start_clock(cx, *hot_spot, "PN-16", *at).await
            }
            E::HotSpotAssigned { hot_spot, unit, .. } => {
                self.start_clock(cx, *hot_spot, "PN-15", cx.now()).await?;
                clocks::hand(cx, spot(*hot_spot), Some(*unit), None).await
            }
            E::HotSpotAnswerBegun { hot_spot, story } => {
                let story = ThingRef { kind: ThingKind::Story, id: story.0 };
                links::tie(cx, story, Rel::Answers, spot(*hot_spot)).await
            }
            E::HotSpotAnswered { hot_spot, .. } => {
                clocks::meet(cx, &self.rules, spot(*hot_spot), "").await.map(drop)
            }
            E::HotSpotClosed { hot_spot, reason } => clocks::stop(cx, spot(*hot_spot), "", reason).await,
            E::HotSpotMerged { hot_spot, .. } => clocks::stop(cx, spot(*hot_spot), "", "merged").await,
            E::DigestSent { digest, .. } => {
                let readers = listening::digest::readers(&self.listening, cx, *digest).await?;
                post_office::post_review(cx, *digest, &readers).await
            }
            E::OutletDescribed { .. }
            | E::SourceAdded { .. }
            | E::SourceSwitched { .. }
            | E::TopicSet { .. }
            | E::TopicEnded { .. }
            | E::ThreadsJoined { .. }
            | E::HotSpotMuted { .. }
            | E::HotSpotUnmuted { .. }
            | E::HotSpotReopened { .. }
            | E::DigestDrafted { .. }
            | E::DigestApproved { .. }
            | E::DigestReopened { .. }
            | E::DutySet { .. } => Ok(()),
        }
    }

    /// Tells who must hear of it.
    async fn alert(&self, cx: &mut Cx, hot_spot: HotSpotId) -> Result<(), Failure> {
        let told = listening::alert(&self.listening, cx, hot_spot).await?;
        post_office::tell(cx, hot_spot, &told).await
    }

    /// Runs a clock of it. Who took it up must see to it until a unit is asked.
    async fn start_clock(
        &self,
        cx: &mut Cx,
        hot_spot: HotSpotId,
        rule: &'static str,
        start: Moment,
    ) -> Result<(), Failure> {
        let person = cx.actor().id();
        let start = Start { rule, on: spot(hot_spot), start, unit: None, person };
        clocks::start(cx, &self.rules, start).await.map(drop)
    }
}
