//! Put a card: what can be found of a thing is now this. Called by reactions; who may change the thing was asked
//! before.

use crate::Card;
use crate::store;
use db::Cx;
use kernel::Failure;

/// Writes the card, unless it says the same already.
///
/// # Errors
/// When the database does not answer.
pub async fn put_card(cx: &Cx, card: &Card) -> Result<(), Failure> {
    let text = serde_json::to_string(card).map_err(|error| Failure::broken(error.to_string()))?;
    if store::card_text(cx.tx(), &card.key).await?.as_deref() != Some(&text) {
        store::put(cx.tx(), &card.key, Some(&text)).await?;
    }
    Ok(())
}

/// Takes a thing's card out: it can no longer be found.
///
/// # Errors
/// When the database does not answer.
pub async fn take_card_out(cx: &Cx, key: &str) -> Result<(), Failure> {
    if store::card_text(cx.tx(), key).await?.is_some() {
        store::put(cx.tx(), key, None).await?;
    }
    Ok(())
}
