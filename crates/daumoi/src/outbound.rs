//! What the house reaches outside with: one fetcher that behaves, in the agency's name.

use anyhow::Context;
use fetch::{Fetcher, Place, Policy};

/// What the administrator allows beyond public addresses: `host`, `10.20.0.0/16`, `host:8080`.
pub(crate) fn fetcher(email: &str, allow: &[String]) -> anyhow::Result<Fetcher> {
    let contact = Some(email.trim())
        .filter(|text| !text.is_empty() && text.is_ascii())
        .unwrap_or("postmaster@localhost");
    let domain = contact.rsplit('@').next().unwrap_or("localhost");
    let mut policy = Policy::new(&format!("https://{domain}/"), contact);
    for place in allow.iter().map(|place| place.trim()).filter(|place| !place.is_empty()) {
        let (name, port) = match place.rsplit_once(':') {
            Some((name, port)) if !name.contains(':') => (name, port.parse::<u16>().ok()),
            _ => (place, None),
        };
        policy.allow.push(name.parse::<Place>().with_context(|| format!("--fetch-allow {place}"))?);
        policy.ports.extend(port);
    }
    Ok(Fetcher::new(policy)?)
}
