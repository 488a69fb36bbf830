//! Correct: the new text in the old place, and the note for everyone to read (L6).

use super::post::{PostingWish, insert};
use crate::store;
use db::Cx;
use kernel::{Failure, Zone};

/// Changes the public text on every site and writes the note under it. A site the story has left keeps the address
/// with the note as its reason; a site it came to gets it.
///
/// # Errors
/// When the database does not answer.
pub async fn correct(cx: &mut Cx, zone: &Zone, wish: &PostingWish, note: &str) -> Result<(), Failure> {
    let (now, sites) = (cx.now(), store::sites(cx.tx()).await?);
    let there = store::postings_of(cx.tx(), wish.story).await?;
    for mut row in there.clone() {
        if row.state == "live" {
            store::add_live(cx.tx(), row.section, -1).await?;
        }
        match wish.places.iter().find(|(site, _)| *site == row.site) {
            Some((_, section)) => {
                let light = sites.iter().any(|site| site.id == row.site && site.light);
                (row.body, row.lead_src) = wish.on(light);
                row.section = *section;
                if row.title != wish.title {
                    // The old words may be what was wrong; the number alone finds the story, and the address with
                    // the old words leads to the new one.
                    row.slug = wish.slug();
                }
                row.title.clone_from(&wish.title);
                row.summary.clone_from(&wish.summary);
                row.genre.clone_from(&wish.genre);
                row.byline.clone_from(&wish.byline);
                row.source_name.clone_from(&wish.source_name);
                row.source_url.clone_from(&wish.source_url);
                row.updated_at = Some(now);
                if row.state != "live" {
                    row.state = "live".into();
                    row.state_at = now;
                    row.state_reason = String::new();
                }
                store::save_posting(cx.tx(), &row).await?;
                store::set_pictures(cx.tx(), row.id, if light { &[] } else { &wish.pictures }).await?;
                store::add_live(cx.tx(), row.section, 1).await?;
                store::insert_correction(cx.tx(), &row, now, "corrected", note).await?;
            }
            None => {
                // Not “withdrawn”: letting a withdrawn story stand again must not bring back the text it left here.
                store::set_state(cx.tx(), row.id, "left", now, note, None).await?;
                store::insert_correction(cx.tx(), &row, now, "withdrawn", note).await?;
            }
        }
    }
    for place in wish.places.iter().filter(|(site, _)| !there.iter().any(|row| row.site == *site)) {
        insert(cx, zone, wish, *place).await?;
    }
    Ok(())
}
