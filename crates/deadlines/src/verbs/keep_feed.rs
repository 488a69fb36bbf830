//! Keep a feed: the secret address under which a calendar program reads one's own deadlines.

use crate::store;
use db::Cx;
use kernel::Failure;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// Makes a new secret for who asks; the one before opens nothing any more. Only its hash is kept.
///
/// # Errors
/// [`Failure::SignIn`] when no person asks.
pub async fn make_feed(cx: &Cx) -> Result<String, Failure> {
    let person = cx.person()?;
    let mut bytes = [0_u8; 24];
    getrandom::fill(&mut bytes).map_err(|error| Failure::broken(error.to_string()))?;
    let token = hex(&bytes);
    store::set_feed(cx.tx(), person, &hash(&token), cx.now()).await?;
    Ok(token)
}

/// Ends the feed of who asks.
///
/// # Errors
/// [`Failure::SignIn`] when no person asks.
pub async fn end_feed(cx: &Cx) -> Result<(), Failure> {
    store::end_feed(cx.tx(), cx.person()?).await?;
    Ok(())
}

pub(crate) fn hash(token: &str) -> String {
    hex(&Sha256::digest(token.as_bytes()))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _infallible = write!(text, "{byte:02x}");
        text
    })
}
