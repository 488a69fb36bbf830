//! Releases as the press desk finds them once they have been public. The search of a site shows stories alone.

use db::Cx;
use kernel::{Failure, ReleaseId};
use search::verbs::put_card;
use search::{Card, audience};
use seek::{Facet, Freshness};

/// Writes the card of a release. Of one that was withdrawn, title and number are left.
pub(super) async fn write(cx: &Cx, release: ReleaseId) -> Result<(), Failure> {
    let Some(found) = press::findable_release(cx.tx(), release).await? else { return Ok(()) };
    let card = Card {
        key: format!("release:{release}"),
        audience: vec![audience::PRESS.to_owned()],
        title: found.title,
        summary: found.lead,
        body: found.text,
        symbols: vec![found.number],
        at: Some(found.issued_at),
        href: format!("/desk/press/releases/{release}"),
        freshness: Freshness::News,
        ..Card::default()
    };
    put_card(cx, &card.with(Facet::Kind, "release")).await
}
