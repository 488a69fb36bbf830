//! Releases as they are found once they have been public: on the press desk for good, on the sites while their text stands.

use super::readers;
use db::Cx;
use kernel::{Failure, ReleaseId};
use search::verbs::{put_card, take_card_out};
use search::{Card, audience};
use seek::{Facet, Freshness};

/// Writes the card of a release. Of one that was withdrawn, title and number are left.
pub(super) async fn write(cx: &Cx, release: ReleaseId) -> Result<(), Failure> {
    let Some(found) = press::findable_release(cx.tx(), release).await? else { return Ok(()) };
    let key = format!("room:{release}");
    match &found.public_href {
        Some(href) => {
            let card = Card {
                key,
                audience: readers(cx).await?,
                title: found.title.clone(),
                summary: found.lead.clone(),
                body: found.text.clone(),
                symbols: vec![found.number.clone()],
                at: Some(found.issued_at),
                href: href.clone(),
                freshness: Freshness::News,
                ..Card::default()
            };
            put_card(cx, &card.with(Facet::Kind, "release")).await?;
        }
        None => take_card_out(cx, &key).await?,
    }
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
