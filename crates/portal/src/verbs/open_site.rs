//! Open a public site, and give it sections.

use crate::store::{self, SectionRow, SiteRow};
use db::Cx;
use kernel::{Action, Failure, NewId, Refusal, SectionId, SiteEvent, SiteId, Thing};

/// A site to be opened.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "each is what its name says")]
pub struct SiteWish {
    pub slug: String,
    pub name: String,
    pub over: String,
    pub motto: String,
    /// The host it answers to; empty for every host no other site has.
    pub host: String,
    /// The first part of its paths; empty for the host's own root.
    pub prefix: String,
    pub theme: String,
    /// For weak networks: no pictures, larger letters.
    pub light: bool,
    pub language: String,
    pub parent: Option<SiteId>,
    pub place: String,
    pub address: String,
    pub phone: String,
    pub email: String,
    pub in_charge: String,
}

/// A section to be added.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "each is what its name says")]
pub struct SectionWish {
    pub slug: String,
    pub name: String,
    pub about: String,
    pub cadence_days: i32,
}

/// Words that paths already mean something else by.
const TAKEN: [&str; 13] = [
    "desk",
    "assets",
    "demo",
    "healthz",
    "metrics",
    "muc",
    "tin",
    "luu-tru",
    "anh",
    "dinh-chinh",
    "tim-kiem",
    "ngon-ngu",
    "tin.atom",
];

/// Opens the site.
///
/// # Errors
/// Refused without a name, with a slug that is no address, or when host and prefix are taken.
pub async fn open_site(cx: &mut Cx, wish: SiteWish) -> Result<SiteId, Failure> {
    cx.may(Action::Administer, Thing::House)?;
    let sites = store::sites(cx.tx()).await?;
    let mut reasons = Vec::new();
    if wish.name.trim().is_empty() {
        reasons.push(Refusal::field("name", "refused-name-missing"));
    }
    if !is_slug(&wish.slug) || sites.iter().any(|site| site.slug == wish.slug) {
        reasons.push(Refusal::field("slug", "refused-slug"));
    }
    if !wish.prefix.is_empty() && (!is_slug(&wish.prefix) || TAKEN.contains(&wish.prefix.as_str())) {
        reasons.push(Refusal::field("prefix", "refused-slug"));
    }
    if sites.iter().any(|site| site.host == wish.host && site.prefix == wish.prefix) {
        reasons.push(Refusal::field("host", "refused-host-taken"));
    }
    Failure::unless(reasons)?;
    let id = SiteId::fresh();
    let row = SiteRow {
        id,
        slug: wish.slug,
        name: wish.name,
        over: wish.over,
        motto: wish.motto,
        host: wish.host.to_lowercase(),
        prefix: wish.prefix,
        theme: if wish.theme.is_empty() { "theme-son".into() } else { wish.theme },
        light: wish.light,
        language: if wish.language.is_empty() { "vi".into() } else { wish.language },
        parent: wish.parent,
        place: wish.place,
        address: wish.address,
        phone: wish.phone,
        email: wish.email,
        in_charge: wish.in_charge,
        position: i32::try_from(sites.len()).unwrap_or(i32::MAX),
    };
    store::insert_site(cx.tx(), row).await?;
    cx.record(SiteEvent::SiteOpened { site: id });
    Ok(id)
}

/// Adds a section at the end.
///
/// # Errors
/// Refused without a name or with a slug that is no address or is taken.
pub async fn add_section(cx: &mut Cx, site: SiteId, wish: SectionWish) -> Result<SectionId, Failure> {
    cx.may(Action::Administer, Thing::House)?;
    let of_site: Vec<SectionRow> =
        store::sections(cx.tx()).await?.into_iter().filter(|row| row.site == site).collect();
    let mut reasons = Vec::new();
    if wish.name.trim().is_empty() {
        reasons.push(Refusal::field("name", "refused-name-missing"));
    }
    if !is_slug(&wish.slug) || of_site.iter().any(|row| row.slug == wish.slug) {
        reasons.push(Refusal::field("slug", "refused-slug"));
    }
    Failure::unless(reasons)?;
    let id = SectionId::fresh();
    let row = SectionRow {
        id,
        site,
        slug: wish.slug,
        name: wish.name,
        about: wish.about,
        position: i32::try_from(of_site.len()).unwrap_or(i32::MAX),
        cadence_days: wish.cadence_days,
        live: 0,
    };
    store::insert_section(cx.tx(), row).await?;
    cx.record(SiteEvent::SectionAdded { section: id, site });
    Ok(id)
}

fn is_slug(text: &str) -> bool {
    (1..=80).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
}
