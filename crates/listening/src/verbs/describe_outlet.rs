//! Describe an outlet, or take one over from the list that comes with the program.

use super::tend_source::{SourceKind, SourceWish, add_source};
use crate::outlet::{Level, Listed, OutletKind};
use crate::store::sources::{self, OutletRow};
use db::Cx;
use kernel::{Action, Failure, ListeningEvent, NewId, OutletId, Refusal, Thing};

/// An outlet as somebody wants it.
#[derive(Debug, Clone)]
pub struct OutletWish {
    /// Its name.
    pub name: String,
    /// Its web domain.
    pub domain: String,
    /// How far it is heard.
    pub level: Level,
    /// What kind it is.
    pub kind: OutletKind,
    /// Where it is made.
    pub locality: String,
    /// Whether the agency may show its texts in full to its own people (L14).
    pub licensed: bool,
}

/// Adds an outlet, or changes what is known of one.
///
/// # Errors
/// Refused without a name, with one that is taken, or too long.
pub async fn describe_outlet(
    cx: &mut Cx,
    id: Option<OutletId>,
    wish: &OutletWish,
) -> Result<OutletId, Failure> {
    cx.may(Action::TendSources, Thing::House)?;
    let name = wish.name.trim();
    let mut against = Vec::new();
    if name.is_empty() {
        against.push(Refusal::field("name", "refused-outlet-name"));
    }
    if name.chars().count() > 200 || wish.domain.chars().count() > 200 || wish.locality.chars().count() > 200
    {
        against.push(Refusal::field("name", "refused-too-long").with("most", 200));
    }
    let same = sources::outlet_named(cx.tx(), name).await?;
    if same.is_some_and(|same| Some(same.id) != id) {
        against.push(Refusal::field("name", "refused-outlet-known"));
    }
    Failure::unless(against)?;
    if let Some(id) = id {
        sources::outlet(cx.tx(), id).await?.ok_or(Failure::NotFound)?;
    }
    let row = OutletRow {
        id: id.unwrap_or_else(OutletId::fresh),
        name: name.to_owned(),
        domain: wish.domain.trim().to_lowercase(),
        level: wish.level.name().to_owned(),
        kind: wish.kind.name().to_owned(),
        locality: wish.locality.trim().to_owned(),
        licensed: wish.licensed,
    };
    sources::put_outlet(cx.tx(), &row, cx.now()).await?;
    cx.record(ListeningEvent::OutletDescribed { outlet: row.id });
    Ok(row.id)
}

/// The outlet of that name, described as wished where it is not known yet.
///
/// # Errors
/// As describing it would be.
pub async fn outlet_for(cx: &mut Cx, wish: &OutletWish) -> Result<OutletId, Failure> {
    match sources::outlet_named(cx.tx(), wish.name.trim()).await? {
        Some(known) => Ok(known.id),
        None => describe_outlet(cx, None, wish).await,
    }
}

/// Takes an outlet of the list over, its feeds switched off. Answers how many feeds are new.
///
/// # Errors
/// As adding it by hand would be.
pub async fn take_listed(cx: &mut Cx, listed: &Listed) -> Result<usize, Failure> {
    let wish = OutletWish {
        name: listed.name.clone(),
        domain: listed.domain.clone(),
        level: listed.level,
        kind: listed.kind,
        locality: listed.locality.clone(),
        licensed: false,
    };
    let outlet = outlet_for(cx, &wish).await?;
    let mut new = 0;
    for feed in &listed.feeds {
        if sources::source_at(cx.tx(), &feed.url).await?.is_none() {
            let wish = SourceWish {
                outlet,
                title: feed.title.clone(),
                url: feed.url.clone(),
                kind: SourceKind::Feed,
                reads_pages: true,
                on: false,
            };
            add_source(cx, &wish).await?;
            new += 1;
        }
    }
    Ok(new)
}
