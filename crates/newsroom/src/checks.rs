//! Checks before review: what must be mended, and what one should look at, with the place in the text.

use crate::assets::Asset;
use crate::content::Content;
use crate::directory::PlaceOption;
use kernel::{AssetId, Refusal};
use std::collections::{HashMap, HashSet};

/// What the checks found.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    /// Must be mended before anybody reviews it.
    pub flaws: Vec<Refusal>,
    /// Should be looked at.
    pub advice: Vec<Refusal>,
}

/// Looks `content` over. `places` are those that exist today, `assets` the pictures that exist.
#[must_use]
pub fn check(content: &Content, places: &[PlaceOption], assets: &HashMap<AssetId, Asset>) -> Findings {
    let mut found = Findings { flaws: content.reasons_not_to_save(), advice: Vec::new() };
    if content.title.is_empty() {
        found.flaws.push(Refusal::field("title", "check-title-missing"));
    }
    if content.body.is_empty() {
        found.flaws.push(Refusal::field("body", "check-body-missing"));
    }
    if content.places.is_empty() {
        found.flaws.push(Refusal::field("places", "check-place-missing"));
    }
    if content.places.iter().any(|place| !places.iter().any(|option| option.place == *place)) {
        found.flaws.push(Refusal::field("places", "check-place-gone"));
    }
    // Texts kept before places were tidied may name a site twice; it cannot show one story twice.
    let mut sites = HashSet::new();
    if !content.places.iter().all(|place| sites.insert(place.site)) {
        found.flaws.push(Refusal::field("places", "check-place-twice"));
    }
    // Alt text is required (S136, WCAG 1.1.1).
    for number in content.body.missing_alt() {
        found.flaws.push(Refusal::field("body", "check-alt-missing").with("number", number));
    }
    for (index, id) in content.assets().enumerate() {
        if !assets.contains_key(&id) {
            found.flaws.push(Refusal::field("body", "check-picture-gone").with("number", index + 1));
        }
    }
    advise(content, &mut found.advice);
    found
}

fn advise(content: &Content, advice: &mut Vec<Refusal>) {
    if content.summary.is_empty() {
        advice.push(Refusal::field("summary", "check-summary-missing"));
    }
    if content.byline.is_empty() && content.source.name.is_empty() {
        advice.push(Refusal::field("byline", "check-byline-missing"));
    }
    for number in content.body.missing_caption() {
        advice.push(Refusal::field("body", "check-caption-missing").with("number", number));
    }
    for number in content.body.missing_credit() {
        advice.push(Refusal::field("body", "check-credit-missing").with("number", number));
    }
    for number in content.body.tables_without_header() {
        advice.push(Refusal::field("body", "check-table-header").with("number", number));
    }
    if !content.body.skipped_levels().is_empty() {
        advice.push(Refusal::field("body", "check-heading-skipped"));
    }
    if content.title.chars().count() > 120 {
        advice.push(Refusal::field("title", "check-title-long"));
    }
    if content.title.ends_with('.') {
        advice.push(Refusal::field("title", "check-title-stop"));
    }
}
