//! Post: put a story on the sites it was made for.

use crate::store::{self, PostingRow};
use db::Cx;
use kernel::{Failure, Moment, NewId, PostingId, SectionId, SiteId, StoryId, Zone};

/// What the public is to read. The texts are safe HTML, made by the structured text's own renderer.
#[derive(Debug, Clone)]
pub struct PostingWish {
    /// Which story.
    pub story: StoryId,
    /// On which sites, in which section.
    pub places: Vec<(SiteId, SectionId)>,
    /// Title.
    pub title: String,
    /// Sapo.
    pub summary: String,
    /// The text with pictures.
    pub html: String,
    /// The text for light sites: words only.
    pub light_html: String,
    /// Address of the first picture in a small size, or nothing.
    pub lead_src: String,
    /// Hashes of the pictures shown.
    pub pictures: Vec<String>,
    /// Genre's name.
    pub genre: String,
    /// Byline.
    pub byline: String,
    /// Name of the unit.
    pub unit: String,
    /// Whom it was taken from.
    pub source_name: String,
    /// Where from.
    pub source_url: String,
    /// When the public may say it was published.
    pub published_at: Moment,
    /// When it came to this site, if it first appeared elsewhere or before.
    pub taken_over_at: Option<Moment>,
}

impl PostingWish {
    pub(super) fn slug(&self) -> String {
        let slug = viet::fold::slug(&self.title);
        let mut short = String::new();
        for word in slug.split('-') {
            if short.len() + word.len() > 80 {
                break;
            }
            if !short.is_empty() {
                short.push('-');
            }
            short.push_str(word);
        }
        if short.is_empty() { "tin".into() } else { short }
    }

    /// The text as it reads on a site.
    pub(super) fn on(&self, light: bool) -> (String, String) {
        if light {
            (self.light_html.clone(), String::new())
        } else {
            (self.html.clone(), self.lead_src.clone())
        }
    }
}

/// Puts the story on its sites. Where it stands already, nothing happens: a wish may come twice.
///
/// # Errors
/// When the database does not answer.
pub async fn post(cx: &mut Cx, zone: &Zone, wish: &PostingWish) -> Result<(), Failure> {
    let there = store::postings_of(cx.tx(), wish.story).await?;
    for place in &wish.places {
        if !there.iter().any(|row| row.site == place.0) {
            insert(cx, zone, wish, *place).await?;
        }
    }
    Ok(())
}

pub(super) async fn insert(
    cx: &Cx,
    zone: &Zone,
    wish: &PostingWish,
    (site, section): (SiteId, SectionId),
) -> Result<(), Failure> {
    let light = store::sites(cx.tx()).await?.into_iter().any(|row| row.id == site && row.light);
    let (body, lead_src) = wish.on(light);
    let row = PostingRow {
        id: PostingId::fresh(),
        story: wish.story,
        site,
        section,
        number: store::next_number(cx.tx(), site).await?,
        slug: wish.slug(),
        title: wish.title.clone(),
        summary: wish.summary.clone(),
        body,
        lead_src,
        genre: wish.genre.clone(),
        byline: wish.byline.clone(),
        unit: wish.unit.clone(),
        source_name: wish.source_name.clone(),
        source_url: wish.source_url.clone(),
        state: "live".into(),
        state_at: cx.now(),
        state_reason: String::new(),
        replaced_by: None,
        published_at: wish.published_at,
        day: zone.day(wish.published_at).to_string(),
        taken_over_at: wish.taken_over_at,
        updated_at: None,
    };
    store::insert_posting(cx.tx(), &row).await?;
    store::set_pictures(cx.tx(), row.id, if light { &[] } else { &wish.pictures }).await?;
    Ok(store::add_live(cx.tx(), section, 1).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_words_without_marks_and_not_too_long() {
        let wish = |title: &str| PostingWish {
            story: StoryId::fresh(),
            places: vec![],
            title: title.into(),
            summary: String::new(),
            html: String::new(),
            light_html: String::new(),
            lead_src: String::new(),
            pictures: vec![],
            genre: "news".into(),
            byline: String::new(),
            unit: String::new(),
            source_name: String::new(),
            source_url: String::new(),
            published_at: Moment(0),
            taken_over_at: None,
        };
        assert_eq!(wish("Thông xe đường lên Nậm Ưởng").slug(), "thong-xe-duong-len-nam-uong");
        assert_eq!(wish("…").slug(), "tin");
        assert!(wish(&"rất dài ".repeat(60)).slug().len() <= 80);
    }
}
