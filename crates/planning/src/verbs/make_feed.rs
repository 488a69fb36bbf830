//! The secret address of one's calendar.

use crate::line::sha256;
use crate::store::feeds;
use db::Cx;
use kernel::Failure;
use std::fmt::Write;

/// Makes a new secret address for who asks; the one before opens nothing any more. Only its hash is kept.
///
/// # Errors
/// [`Failure::SignIn`] when no person asks.
pub async fn make_feed(cx: &Cx) -> Result<String, Failure> {
    let person = cx.person()?;
    let mut bytes = [0_u8; 24];
    getrandom::fill(&mut bytes).map_err(|error| Failure::broken(error.to_string()))?;
    let token = bytes.iter().fold(String::new(), |mut text, byte| {
        let _infallible = write!(text, "{byte:02x}");
        text
    });
    feeds::set_feed(cx.tx(), person, &feed_hash(&token), cx.now()).await?;
    Ok(token)
}

pub(crate) fn feed_hash(token: &str) -> String {
    sha256(token.as_bytes())
}
