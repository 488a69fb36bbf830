//! Keep a filter as an address one comes back to, and the secret address of one's calendar.

use crate::line::sha256;
use crate::sight::Sight;
use crate::store::filters::{self, FilterRow};
use crate::store::plans;
use db::Cx;
use kernel::{Failure, PlanId, Refusal};
use std::fmt::Write;
use typed::{line, too_long};
use uuid::Uuid;

/// Keeps the filter of an address under a name.
///
/// # Errors
/// Refused without a name; a plan one does not see is not there.
pub async fn keep_filter(cx: &mut Cx, plan: PlanId, name: &str, query: &str) -> Result<(), Failure> {
    let me = cx.person()?;
    if !plans::sees(cx.tx(), &Sight::of(cx.actor()), plan).await? {
        return Err(Failure::NotFound);
    }
    let name = line(name);
    let mut against = Vec::new();
    if name.is_empty() {
        against.push(Refusal::field("name", "refused-filter-name"));
    }
    too_long("name", &name, 80, &mut against);
    let plain = |c: char| c.is_ascii_alphanumeric() || "=&-_.%+~*".contains(c);
    if query.len() > 2000 || !query.chars().all(plain) {
        against.push(Refusal::new("refused-unreadable"));
    }
    Failure::unless(against)?;
    let row = FilterRow { id: Uuid::now_v7(), name, query: query.to_owned() };
    filters::keep(cx.tx(), plan, me, &row).await?;
    Ok(())
}

/// Forgets one of one's own.
///
/// # Errors
/// Not found when it is another's.
pub async fn forget_filter(cx: &mut Cx, id: Uuid) -> Result<(), Failure> {
    match filters::forget(cx.tx(), cx.person()?, id).await? {
        0 => Err(Failure::NotFound),
        _ => Ok(()),
    }
}

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
    filters::set_feed(cx.tx(), person, &feed_hash(&token), cx.now()).await?;
    Ok(token)
}

pub(crate) fn feed_hash(token: &str) -> String {
    sha256(token.as_bytes())
}
