//! Releases as they can be found: by everybody on every site once they are public, by the press desk with their state.

use db::Cx;
use kernel::{Failure, ReleaseId};
use press::PublicState;
use search::verbs::{put_card, take_card_out};
use search::{Card, audience};
use seek::{Facet, Freshness};

/// Writes the cards of a release. One that was withdrawn is found on the desk alone: its page stays, its text does not.
pub(super) async fn write(cx: &Cx, release: ReleaseId) -> Result<(), Failure> {
    let Some(found) = press::findable_release(cx.tx(), release).await? else { return Ok(()) };
    let card = |key: String, token: String, href: String| {
        let card = Card {
            key,
            audience: vec![token],
            title: found.title.clone(),
            summary: found.lead.clone(),
            body: found.text.clone(),
            symbols: vec![found.number.clone()],
            at: Some(found.issued_at),
            href,
            freshness: Freshness::News,
            ..Card::default()
        };
        card.with(Facet::Kind, "release")
    };
    let desk = format!("/desk/press/releases/{release}");
    put_card(cx, &card(format!("release:{release}"), audience::PRESS.to_owned(), desk)).await?;
    for site in portal::sites(cx.tx()).await? {
        let key = format!("release:{release}:{}", site.id);
        if found.state == PublicState::Withdrawn {
            take_card_out(cx, &key).await?;
            continue;
        }
        let public = card(key, audience::public(site.id), found.href.clone());
        put_card(cx, &public.with(Facet::Site, site.slug)).await?;
    }
    Ok(())
}
