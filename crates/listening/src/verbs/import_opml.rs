//! Import a list of feeds: outlets are its innermost folders, or the titles of the feeds. Everything stays off.

use super::describe_outlet::{OutletWish, outlet_for};
use super::tend_source::{SourceKind, SourceWish, add_source};
use crate::outlet::{Level, OutletKind};
use crate::store::sources;
use db::Cx;
use kernel::{Action, Failure, Thing};
use std::collections::HashSet;
use wire::feed::opml::Entry;

/// Feeds taken of one list at once: nobody else can write meanwhile.
const MOST: usize = 2_000;

/// What was taken of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    /// Feeds that were not known.
    pub new: usize,
    /// Whether there are more, which the same list gives when it is imported again.
    pub more: bool,
}

/// Takes the feeds of a list that are not known yet.
///
/// # Errors
/// When the actor may not tend sources. An entry that cannot be taken does not spoil the rest.
pub async fn import_opml(cx: &mut Cx, entries: &[Entry]) -> Result<Taken, Failure> {
    cx.may(Action::TendSources, Thing::House)?;
    let known: HashSet<String> = sources::sources(cx.tx()).await?.into_iter().map(|row| row.url).collect();
    let mut tried = entries.iter().filter(|entry| !known.contains(&entry.feed));
    let mut new = 0;
    for entry in tried.by_ref().take(MOST) {
        match take(cx, entry).await {
            Ok(()) => new += 1,
            Err(Failure::Refused(_)) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(Taken { new, more: tried.next().is_some() })
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
