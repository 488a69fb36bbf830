//! Questions with their answers as the readers of the sites find them: what was published, never what was asked.

use super::readers;
use db::Cx;
use kernel::{Failure, QuestionId};
use search::Card;
use search::verbs::{put_card, take_card_out};
use seek::{Facet, Freshness};

/// Writes the card of a question, or takes it out when it is public no longer.
pub(super) async fn write(cx: &Cx, question: QuestionId) -> Result<(), Failure> {
    let key = format!("question:{question}");
    let Some(found) = answers::findable_question(cx.tx(), question).await? else {
        return take_card_out(cx, &key).await;
    };
    let unit = people::unit_names(cx.tx()).await?.remove(&found.unit).unwrap_or_default();
    let card = Card {
        key,
        audience: readers(cx).await?,
        title: found.title,
        summary: found.question,
        body: found.answer,
        at: Some(found.published_at),
        href: found.href,
        freshness: Freshness::Slow,
        ..Card::default()
    };
    put_card(cx, &card.with(Facet::Kind, "question").with(Facet::Unit, unit)).await
}
