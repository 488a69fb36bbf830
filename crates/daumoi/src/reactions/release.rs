//! What follows from releases, contacts and press events: clocks, links, letters, cards.

use super::HouseReactions;
use crate::post_office::{Note, post_note};
use crate::press_office::acting_for;
use db::Cx;
use deadlines::verbs::{self as clocks, Start};
use kernel::{Failure, Moment, PressEventId, ReleaseEvent, ReleaseId, ThingKind, ThingRef, UnitId};
use web::{Lang, lookup};

fn press_event(id: PressEventId) -> ThingRef {
    ThingRef { kind: ThingKind::PressEvent, id: id.0 }
}

impl HouseReactions {
    pub(super) async fn on_release(&self, cx: &mut Cx, event: &ReleaseEvent) -> Result<(), Failure> {
        use ReleaseEvent as E;
        match event {
            E::Issued { release, .. } | E::Corrected { release, .. } | E::Withdrawn { release, .. } => {
                self.finding.card_release(cx, *release).await
            }
            E::IssueFailed { release, reasons } => tell_editor(cx, *release, reasons).await,
            E::Planned { press_event, kind, starts_at } => {
                self.notice_before(cx, *press_event, kind, *starts_at).await
            }
            E::Changed { press_event: id, kind, starts_at, moved } if *moved => {
                clocks::stop(cx, press_event(*id), "BC-10", "moved").await?;
                self.notice_before(cx, *id, kind, *starts_at).await
            }
            E::Notified { press_event: id, .. } => {
                clocks::meet(cx, &self.rules, press_event(*id), "BC-10").await.map(drop)
            }
            E::Held { press_event, kind, held_at } => {
                self.next_conference(cx, *press_event, kind, *held_at).await
            }
            E::Cancelled { press_event: id, reason } => clocks::stop(cx, press_event(*id), "", reason).await,
            E::ContributionAsked { fact, unit, .. } => {
                // Runs where the agency has set a rule of its own under this name: the decree gives no number of hours.
                let on = ThingRef { kind: ThingKind::Fact, id: fact.0 };
                let start = Start { rule: "PN-07", on, start: cx.now(), unit: Some(*unit), person: None };
                clocks::start(cx, &self.rules, start).await?;
                self.tell_unit(cx, *unit, "letter-contribution").await
            }
            E::ContributionGiven { fact, .. } => {
                let on = ThingRef { kind: ThingKind::Fact, id: fact.0 };
                clocks::meet(cx, &self.rules, on, "").await.map(drop)
            }
            E::Begun { .. }
            | E::Saved { .. }
            | E::Submitted { .. }
            | E::Returned { .. }
            | E::Approved { .. }
            | E::Embargoed { .. }
            | E::Lifted { .. }
            | E::Discarded { .. }
            | E::Sent { .. }
            | E::ContactSet { .. }
            | E::ContactEnded { .. }
            | E::Changed { .. }
            | E::Noted { .. }
            | E::Announced { .. }
            | E::Invited { .. }
            | E::Registered { .. }
            | E::Accredited { .. }
            | E::AccreditationRefused { .. } => Ok(()),
        }
    }

    /// Writes to those who act for a unit that something is asked of it. What, stands on the desk alone: letters go far.
    pub(super) async fn tell_unit(&self, cx: &Cx, unit: UnitId, key: &str) -> Result<(), Failure> {
        let today = self.zone.day(cx.now()).to_string();
        let subject = lookup(Lang::Vi, &format!("{key}-subject"), &[]);
        let text = lookup(Lang::Vi, key, &[]);
        for person in acting_for(cx.tx(), &today, unit).await? {
            post_note(cx, Note { person, subject: subject.clone(), text: text.clone() }).await?;
        }
        Ok(())
    }

    /// BC-10: who must notify the body that manages the press has until 24 hours before a conference.
    async fn notice_before(
        &self,
        cx: &mut Cx,
        id: PressEventId,
        kind: &str,
        starts_at: Moment,
    ) -> Result<(), Failure> {
        if kind != "conference" {
            return Ok(());
        }
        let start = Start { rule: "BC-10", on: press_event(id), start: starts_at, unit: None, person: None };
        clocks::start(cx, &self.rules, start).await.map(drop)
    }

    /// PN-12: with each conference held the time until the next begins, and that of the one before ends.
    async fn next_conference(
        &self,
        cx: &mut Cx,
        id: PressEventId,
        kind: &str,
        held_at: Moment,
    ) -> Result<(), Failure> {
        if kind != "conference" {
            return Ok(());
        }
        if let Some(before) = press::last_conference(cx.tx(), held_at, id).await? {
            clocks::meet(cx, &self.rules, press_event(before), "PN-12").await?;
        }
        let start = Start { rule: "PN-12", on: press_event(id), start: held_at, unit: None, person: None };
        clocks::start(cx, &self.rules, start).await.map(drop)
    }
}

/// A set time came and nothing went out: who wrote on it last gets a letter.
async fn tell_editor(cx: &Cx, release: ReleaseId, reasons: &[String]) -> Result<(), Failure> {
    let Some((person, title)) = press::editor_of(cx.tx(), release).await? else { return Ok(()) };
    let why: Vec<String> = reasons.iter().map(|key| lookup(Lang::Vi, key, &[])).collect();
    let args = [("title", title), ("why", why.join(" "))];
    let subject = lookup(Lang::Vi, "release-failed-letter-subject", &args);
    let text = lookup(Lang::Vi, "release-failed-letter", &args);
    post_note(cx, Note { person, subject, text }).await
}
