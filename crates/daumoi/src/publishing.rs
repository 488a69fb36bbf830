//! From a story of the newsroom to what the sites show.

use kernel::{Failure, Moment, Zone};
use newsroom::{AssetPictures, Publication};
use portal::verbs::PostingWish;
use prose::{HtmlOptions, NoPictures};

/// Addresses of public pictures begin with this.
const PICTURES: &str = "/anh/";

/// What the sites need of a publication. `unit` is the name of the unit it was written for.
pub(crate) fn posting_wish(
    publication: &Publication,
    unit: String,
    zone: &Zone,
) -> Result<PostingWish, Failure> {
    let content = &publication.content;
    let pictures = AssetPictures { assets: &publication.assets, base: PICTURES };
    let html = content.body.to_html(&HtmlOptions { pictures: &pictures, ..HtmlOptions::default() });
    let light_html = content.body.to_html(&HtmlOptions { pictures: &NoPictures, ..HtmlOptions::default() });
    let first = content.assets().next().and_then(|id| publication.assets.get(&id));
    let lead_src = first
        .and_then(|asset| asset.middle().map(|size| format!("{PICTURES}{}/{}", asset.sha256, size.name)))
        .unwrap_or_default();
    // What appeared elsewhere or earlier keeps its own date; the day it came here is said too (S72, S153).
    let appeared = own_date(&content.first_appeared, zone);
    Ok(PostingWish {
        story: publication.story,
        places: content.places.iter().map(|place| (place.site, place.section)).collect(),
        title: content.title.clone(),
        summary: content.summary.clone(),
        html,
        light_html,
        lead_src,
        pictures: publication.assets.values().map(|asset| asset.sha256.clone()).collect(),
        genre: content.genre.name().to_owned(),
        byline: content.byline.clone(),
        unit: if appeared.is_some() { String::new() } else { unit },
        source_name: content.source.name.clone(),
        source_url: content.source.url.clone(),
        published_at: appeared.unwrap_or(publication.first_published_at),
        taken_over_at: appeared.map(|_| publication.first_published_at),
    })
}

/// A day or an instant as imports write it.
fn own_date(text: &str, zone: &Zone) -> Option<Moment> {
    if text.is_empty() {
        return None;
    }
    Moment::parse(text).or_else(|| zone.start_of(text.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_its_first_instant_and_a_time_is_itself() {
        let zone = Zone::default();
        let at = |text: &str| own_date(text, &zone).map(|at| zone.rfc3339(at));
        assert_eq!(at("2020-10-23").as_deref(), Some("2020-10-23T00:00:00+07:00"));
        assert_eq!(at("2020-06-11T13:48:46+07:00").as_deref(), Some("2020-06-11T13:48:46+07:00"));
        assert_eq!(at(""), None);
        assert_eq!(at("hôm qua"), None);
    }
}
