//! Add a source; switch one on or off.

use crate::store::sources::{self, SourceRow};
use db::Cx;
use kernel::{Action, Failure, ListeningEvent, NewId, OutletId, Refusal, SourceId, Thing};
use url::Url;

/// What stands at the address of a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceKind {
    /// RSS, Atom or JSON Feed.
    Feed,
    /// A page that lists articles.
    Page,
}

impl SourceKind {
    /// The name in tables and locale keys.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Feed => "feed",
            Self::Page => "page",
        }
    }

    /// The one of that name.
    #[must_use]
    pub fn named(name: &str) -> Self {
        if name == "page" { Self::Page } else { Self::Feed }
    }
}

/// A source as somebody wants it.
#[derive(Debug, Clone)]
pub struct SourceWish {
    /// Whose it is.
    pub outlet: OutletId,
    /// Which part of the outlet.
    pub title: String,
    /// Its address.
    pub url: String,
    /// What stands there.
    pub kind: SourceKind,
    /// Whether each article is read on its own page, too.
    pub reads_pages: bool,
    /// Whether it is asked from now on.
    pub on: bool,
}

/// Seconds between two questions to a new source.
const FIRST_INTERVAL: i64 = 600;

/// Adds a source. Only public pages: an address with a name or password in it is refused (L2).
///
/// # Errors
/// Refused when the address is none, known, or holds a log-in.
pub async fn add_source(cx: &mut Cx, wish: &SourceWish) -> Result<SourceId, Failure> {
    cx.may(Action::TendSources, Thing::House)?;
    let outlet = sources::outlet(cx.tx(), wish.outlet).await?.ok_or(Failure::NotFound)?;
    let typed = wish.url.trim();
    let url = Url::parse(typed).ok().filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
    let mut against = Vec::new();
    match &url {
        None => against.push(Refusal::field("url", "refused-source-address")),
        Some(url) if !url.username().is_empty() || url.password().is_some() => {
            against.push(Refusal::field("url", "refused-source-login"));
        }
        Some(_) if typed.len() > 1000 => {
            against.push(Refusal::field("url", "refused-too-long").with("most", 1000));
        }
        Some(url) if sources::source_at(cx.tx(), url.as_str()).await?.is_some() => {
            against.push(Refusal::field("url", "refused-source-known"));
        }
        Some(_) => {}
    }
    if wish.title.chars().count() > 200 {
        against.push(Refusal::field("title", "refused-too-long").with("most", 200));
    }
    Failure::unless(against)?;
    let url = url.map(String::from).unwrap_or_default();
    let title = if wish.title.trim().is_empty() { outlet.name } else { wish.title.trim().to_owned() };
    let row = SourceRow {
        id: SourceId::fresh(),
        outlet: wish.outlet,
        title,
        url,
        kind: wish.kind.name().to_owned(),
        active: wish.on,
        reads_pages: wish.reads_pages,
        made_at: cx.now(),
        etag: None,
        last_modified: None,
        next_at: cx.now(),
        interval_s: FIRST_INTERVAL,
        answered_at: None,
        new_at: None,
        failures: 0,
        failure: String::new(),
        moved_from: String::new(),
    };
    sources::add_source(cx.tx(), &row, cx.now()).await?;
    cx.record(ListeningEvent::SourceAdded { source: row.id, outlet: wish.outlet });
    Ok(row.id)
}

/// Switches a source on or off.
///
/// # Errors
/// Not found when there is none.
pub async fn switch_source(cx: &mut Cx, source: SourceId, on: bool) -> Result<(), Failure> {
    cx.may(Action::TendSources, Thing::House)?;
    match sources::switch(cx.tx(), source, on, cx.now()).await? {
        0 => Err(Failure::NotFound),
        _ => {
            cx.record(ListeningEvent::SourceSwitched { source, on });
            Ok(())
        }
    }
}
