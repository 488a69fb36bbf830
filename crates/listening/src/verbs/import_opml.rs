//! Import a list of feeds: outlets are its innermost folders, or the titles of the feeds. Everything stays off.

use super::describe_outlet::{OutletWish, outlet_for};
use super::tend_source::{SourceKind, SourceWish, add_source};
use crate::outlet::{Level, OutletKind};
use crate::store::sources;
use db::Cx;
use kernel::{Action, Failure, Thing};
use wire::feed::opml::Entry;

/// Feeds taken of one list at most.
const MOST: usize = 2_000;

/// Takes the feeds of a list that are not known yet. Answers how many.
///
/// # Errors
/// When the actor may not tend sources. An entry that cannot be taken does not spoil the rest.
pub async fn import_opml(cx: &mut Cx, entries: &[Entry]) -> Result<usize, Failure> {
    cx.may(Action::TendSources, Thing::House)?;
    let mut new = 0;
    for entry in entries.iter().take(MOST) {
        if sources::source_at(cx.tx(), &entry.feed).await?.is_some() {
            continue;
        }
        match take(cx, entry).await {
            Ok(()) => new += 1,
            Err(Failure::Refused(_)) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(new)
}

async fn take(cx: &mut Cx, entry: &Entry) -> Result<(), Failure> {
    let page = entry.page.as_deref().unwrap_or(&entry.feed);
    let domain =
        url::Url::parse(page).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default();
    let wish = OutletWish {
        name: entry.folders.last().unwrap_or(&entry.title).clone(),
        domain,
        level: Level::Province,
        kind: OutletKind::Paper,
        locality: String::new(),
        licensed: false,
    };
    let outlet = outlet_for(cx, &wish).await?;
    let wish = SourceWish {
        outlet,
        title: entry.title.clone(),
        url: entry.feed.clone(),
        kind: SourceKind::Feed,
        reads_pages: true,
        on: false,
    };
    add_source(cx, &wish).await.map(drop)
}
