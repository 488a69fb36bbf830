//! Cards of the library: what all colleagues find of a picture that is offered.

use db::Cx;
use kernel::{AssetId, Failure};
use search::verbs::{put_card, take_card_out};
use search::{Card, audience};
use seek::{Facet, Freshness};

/// Writes the card of a picture of the library, or takes it out with the picture.
pub(super) async fn write(cx: &Cx, asset: AssetId) -> Result<(), Failure> {
    let key = format!("asset:{asset}");
    let Some(found) = newsroom::findable_asset(cx.tx(), asset).await? else {
        return take_card_out(cx, &key).await;
    };
    let card = Card {
        key,
        audience: vec![audience::COLLEAGUES.to_owned()],
        title: found.words.caption,
        summary: found.words.credit,
        body: [found.words.alt, found.words.keywords, found.words.owner].join("\n"),
        at: Some(found.added_at),
        href: format!("/desk/newsroom/library/{asset}"),
        freshness: Freshness::Slow,
        ..Card::default()
    };
    put_card(cx, &card.with(Facet::Kind, "asset")).await
}
