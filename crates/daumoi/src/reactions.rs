//! What follows from what: every event of the house on one page. A new event does not compile until somebody has
//! decided here what follows from it.

mod answers;
mod assignments;
mod clock;
mod coordination;
mod hot_spot;
mod planning;
mod press;
mod release;
mod reports;

use crate::finding::Finding;
use crate::post_office;
use crate::publishing::posting_wish;
use async_trait::async_trait;
use db::{Cx, Reactions};
use kernel::{AssetId, Event, Failure, PersonId, StoryId, Zone};
use portal::verbs::{self as sites, PostingWish, Retirement};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The one implementation.
pub(crate) struct HouseReactions {
    pub(crate) zone: Zone,
    pub(crate) finding: Arc<Finding>,
    pub(crate) listening: listening::House,
    pub(crate) rules: deadlines::Rules,
}

#[async_trait]
impl Reactions for HouseReactions {
    async fn react(&self, cx: &mut Cx, event: &Event) -> Result<(), Failure> {
        self.publish(cx, event).await?;
        self.answer(cx, event).await?;
        self.run_clocks_of_spots(cx, event).await?;
        self.count_for_work(cx, event).await?;
        match event {
            Event::Clock(event) => self.on_clock(cx, event).await,
            Event::Press(event) => self.on_press(cx, event).await,
            Event::Release(event) => self.on_release(cx, event).await,
            Event::Answers(event) => self.on_answers(cx, event).await,
            Event::Planning(event) => self.on_planning(cx, event).await,
            Event::Assignments(event) => self.on_assignments(cx, event).await,
            Event::Coordination(event) => self.on_coordination(cx, event).await,
            Event::Reports(event) => self.on_reports(cx, event).await,
            _ => Ok(()),
        }
    }

    async fn conclude(&self, cx: &Cx, events: &[Event]) -> Result<(), Failure> {
        let (mut stories, mut people, mut pictures) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        for anew in events.iter().filter_map(found_anew) {
            match anew {
                Anew::Story(id) => stories.insert(id),
                Anew::Person(id) => people.insert(id),
                Anew::Asset(id) => pictures.insert(id),
            };
        }
        self.finding.card(cx, &stories, events.iter().any(renames)).await?;
        self.finding.card_people(cx, &self.zone, &people).await?;
        self.finding.card_assets(cx, &pictures).await
    }
}

impl HouseReactions {
    /// What the sites show.
    async fn publish(&self, cx: &mut Cx, event: &Event) -> Result<(), Failure> {
        use Event as E;
        match event {
            E::StoryPublished { story, .. } | E::StoryPublishedUrgently { story, .. } => {
                let wish = self.wish(cx, *story).await?;
                sites::post(cx, &self.zone, &wish).await
            }
            E::StoryCorrected { story, note, .. } => {
                let wish = self.wish(cx, *story).await?;
                sites::correct(cx, &self.zone, &wish, note).await
            }
            E::StoryWithdrawn { story, reason } => {
                sites::retire(cx, *story, Retirement::Withdrawn, reason).await
            }
            E::StoryReinstated { story, reason } => {
                sites::retire(cx, *story, Retirement::Reinstated, reason).await
            }
            E::StoryReplaced { story, by, reason } => {
                sites::retire(cx, *story, Retirement::ReplacedBy(*by), reason).await
            }
            E::StoryRemoved { story, reason } => sites::retire(cx, *story, Retirement::Removed, reason).await,
            // The sites show nothing else.
            E::AgencyDescribed { .. }
            | E::UnitFounded { .. }
            | E::UnitEnded { .. }
            | E::AreaFounded { .. }
            | E::PersonAdded { .. }
            | E::PersonLeft { .. }
            | E::PostGiven { .. }
            | E::RoleGiven { .. }
            | E::RoleWithdrawn { .. }
            | E::PasswordSet { .. }
            | E::SignedIn { .. }
            | E::SignedOut { .. }
            | E::SiteOpened { .. }
            | E::SectionAdded { .. }
            | E::AssetAdded { .. }
            | E::AssetOffered { .. }
            | E::AssetDescribed { .. }
            | E::AssetWithdrawn { .. }
            | E::StoryBegun { .. }
            | E::StoryImported { .. }
            | E::ReadersSet { .. }
            | E::EditTakenOver { .. }
            | E::RevisionSaved { .. }
            | E::StorySubmitted { .. }
            | E::SubmissionTakenBack { .. }
            | E::StoryReturned { .. }
            | E::StoryApproved { .. }
            | E::ApprovalVoided { .. }
            | E::StoryScheduled { .. }
            | E::ScheduleCancelled { .. }
            | E::ScheduleFailed { .. }
            | E::UrgentApproved { .. }
            | E::OutletDescribed { .. }
            | E::SourceAdded { .. }
            | E::SourceSwitched { .. }
            | E::TopicSet { .. }
            | E::TopicEnded { .. }
            | E::ThreadsJoined { .. }
            | E::HotSpotDetected { .. }
            | E::HotSpotRaised { .. }
            | E::HotSpotWorsened { .. }
            | E::HotSpotAcknowledged { .. }
            | E::HotSpotDetermined { .. }
            | E::HotSpotAssigned { .. }
            | E::HotSpotAnswerBegun { .. }
            | E::HotSpotAnswered { .. }
            | E::HotSpotMuted { .. }
            | E::HotSpotUnmuted { .. }
            | E::HotSpotClosed { .. }
            | E::HotSpotReopened { .. }
            | E::HotSpotMerged { .. }
            | E::DigestDrafted { .. }
            | E::DigestApproved { .. }
            | E::DigestReopened { .. }
            | E::DigestSent { .. }
            | E::DutySet { .. }
            | E::KeepingSet { .. }
            // Each has a page of its own below.
            | E::Clock(_)
            | E::Press(_)
            | E::Release(_)
            | E::Answers(_)
            | E::Planning(_)
            | E::Assignments(_)
            | E::Coordination(_)
            | E::Reports(_) => Ok(()),
        }
    }

    /// Hot spots that a public story answers, who hears of a new one, and to whom the press review goes.
    async fn answer(&self, cx: &mut Cx, event: &Event) -> Result<(), Failure> {
        if let Event::StoryPublished { story, .. } | Event::StoryPublishedUrgently { story, .. } = event {
            listening::verbs::answered(cx, &*self.listening.office, *story).await?;
        }
        if let Event::HotSpotDetected { hot_spot, .. }
        | Event::HotSpotRaised { hot_spot, .. }
        | Event::HotSpotWorsened { hot_spot, .. } = event
        {
            let told = listening::alert(&self.listening, cx, *hot_spot).await?;
            post_office::tell(cx, *hot_spot, &told).await?;
        }
        if let Event::DigestSent { digest, .. } = event {
            let readers = listening::digest::readers(&self.listening, cx, *digest).await?;
            post_office::post_review(cx, *digest, &readers).await?;
        }
        Ok(())
    }

    /// What the sites are to show of a story, as of this transaction.
    async fn wish(&self, cx: &Cx, story: StoryId) -> Result<PostingWish, Failure> {
        let publication = newsroom::publication(cx.tx(), story).await?;
        let unit = people::unit_names(cx.tx()).await?.remove(&publication.unit).unwrap_or_default();
        posting_wish(&publication, unit, &self.zone)
    }
}

/// What can be found as something else.
enum Anew {
    Story(StoryId),
    Person(PersonId),
    Asset(AssetId),
}

/// What can be found as something else since an event.
fn found_anew(event: &Event) -> Option<Anew> {
    use Event as E;
    match event {
        E::StoryBegun { story }
        | E::StoryImported { story, .. }
        | E::ReadersSet { story, .. }
        | E::EditTakenOver { story, .. }
        | E::RevisionSaved { story, .. }
        | E::StorySubmitted { story, .. }
        | E::SubmissionTakenBack { story }
        | E::StoryReturned { story, .. }
        | E::StoryApproved { story, .. }
        | E::ApprovalVoided { story, .. }
        | E::StoryScheduled { story, .. }
        | E::ScheduleCancelled { story }
        | E::ScheduleFailed { story, .. }
        | E::UrgentApproved { story, .. }
        | E::StoryPublished { story, .. }
        | E::StoryPublishedUrgently { story, .. }
        | E::StoryCorrected { story, .. }
        | E::StoryWithdrawn { story, .. }
        | E::StoryReinstated { story, .. }
        | E::StoryReplaced { story, .. }
        | E::StoryRemoved { story, .. } => Some(Anew::Story(*story)),
        E::PersonAdded { person } | E::PersonLeft { person } | E::PostGiven { person, .. } => {
            Some(Anew::Person(*person))
        }
        E::AssetOffered { asset, .. } | E::AssetDescribed { asset, .. } | E::AssetWithdrawn { asset, .. } => {
            Some(Anew::Asset(*asset))
        }
        // Names of units and areas are read when a story's card is written; `search rebuild` writes them all.
        E::AgencyDescribed { .. }
        | E::UnitFounded { .. }
        | E::UnitEnded { .. }
        | E::AreaFounded { .. }
        | E::RoleGiven { .. }
        | E::RoleWithdrawn { .. }
        | E::PasswordSet { .. }
        | E::SignedIn { .. }
        | E::SignedOut { .. }
        | E::SiteOpened { .. }
        | E::SectionAdded { .. }
        | E::AssetAdded { .. }
        | E::OutletDescribed { .. }
        | E::SourceAdded { .. }
        | E::SourceSwitched { .. }
        | E::TopicSet { .. }
        | E::TopicEnded { .. }
        | E::ThreadsJoined { .. }
        | E::HotSpotDetected { .. }
        | E::HotSpotRaised { .. }
        | E::HotSpotWorsened { .. }
        | E::HotSpotAcknowledged { .. }
        | E::HotSpotDetermined { .. }
        | E::HotSpotAssigned { .. }
        | E::HotSpotAnswerBegun { .. }
        | E::HotSpotAnswered { .. }
        | E::HotSpotMuted { .. }
        | E::HotSpotUnmuted { .. }
        | E::HotSpotClosed { .. }
        | E::HotSpotReopened { .. }
        | E::HotSpotMerged { .. }
        | E::DigestDrafted { .. }
        | E::DigestApproved { .. }
        | E::DigestReopened { .. }
        | E::DigestSent { .. }
        | E::DutySet { .. }
        | E::KeepingSet { .. }
        | E::Clock(_)
        | E::Press(_)
        | E::Release(_)
        | E::Answers(_)
        | E::Planning(_)
        | E::Assignments(_)
        | E::Coordination(_)
        | E::Reports(_) => None,
    }
}

/// Whether bodies, areas or sections have other names since an event.
fn renames(event: &Event) -> bool {
    matches!(
        event,
        Event::UnitFounded { .. }
            | Event::UnitEnded { .. }
            | Event::AreaFounded { .. }
            | Event::SiteOpened { .. }
            | Event::SectionAdded { .. }
    )
}
