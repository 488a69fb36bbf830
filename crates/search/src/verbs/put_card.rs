//! Put a card: what can be found of a thing is now this. Called by reactions; who may change the thing was asked
//! before.

use crate::Card;
use crate::store;
use db::Cx;
use kernel::Failure;
use std::collections::BTreeMap;

/// Writes the card, unless it says the same already. Cards the one before named and this one does not are taken out.
///
/// # Errors
/// When the database does not answer.
pub async fn put_card(cx: &Cx, card: &Card) -> Result<(), Failure> {
    let text = serde_json::to_string(card).map_err(|error| Failure::broken(error.to_string()))?;
    let before = store::card_text(cx.tx(), &card.key).await?;
    if before.as_deref() != Some(&text) {
        store::put(cx.tx(), &card.key, Some(&text)).await?;
        for key in named(before.as_deref()).iter().filter(|key| !card.with.contains(key)) {
            take_out(cx, key).await?;
        }
    }
    Ok(())
}

/// Writes many cards which no others go with, as few statements as there can be. Of two with one key the last stands.
///
/// # Errors
/// When the database does not answer.
pub async fn put_cards(cx: &Cx, cards: &[Card]) -> Result<(), Failure> {
    let mut texts = BTreeMap::new();
    for card in cards {
        let text = serde_json::to_string(card).map_err(|error| Failure::broken(error.to_string()))?;
        texts.insert(card.key.as_str(), text);
    }
    let texts: Vec<(&str, String)> = texts.into_iter().collect();
    for some in texts.chunks(AT_ONCE) {
        let keys: Vec<&str> = some.iter().map(|(key, _)| *key).collect();
        let same: BTreeMap<String, String> =
            store::cards(cx.tx(), &keys).await?.into_iter().map(|row| (row.key, row.card)).collect();
        let new: Vec<(&str, &str)> = some
            .iter()
            .filter(|(key, text)| same.get(*key) != Some(text))
            .map(|(key, text)| (*key, text.as_str()))
            .collect();
        store::put_all(cx.tx(), &new).await?;
    }
    Ok(())
}

/// Cards written by one statement.
const AT_ONCE: usize = 100;

/// The cards that go with a card.
fn named(card: Option<&str>) -> Vec<String> {
    card.and_then(|card| serde_json::from_str::<Card>(card).ok()).map(|card| card.with).unwrap_or_default()
}

/// Takes a thing's card out, with those that go with it: it can no longer be found.
///
/// # Errors
/// When the database does not answer.
pub async fn take_card_out(cx: &Cx, key: &str) -> Result<(), Failure> {
    for with in named(store::card_text(cx.tx(), key).await?.as_deref()) {
        take_out(cx, &with).await?;
    }
    take_out(cx, key).await
}

async fn take_out(cx: &Cx, key: &str) -> Result<(), Failure> {
    if store::card_text(cx.tx(), key).await?.is_some() {
        store::put(cx.tx(), key, None).await?;
    }
    Ok(())
}
