//! The form a story is written in: from fields to content and back.

use crate::House;
use crate::content::{Content, Genre, Place, Source};
use kernel::{Failure, Refusal};
use prose::Body;
use web::{Fields, Locale};

/// A choice of a list.
#[derive(Debug, Clone)]
pub(crate) struct Choice {
    pub(crate) value: String,
    pub(crate) label: String,
    pub(crate) selected: bool,
}

/// A site with the sections one can tick; at most one section a site.
#[derive(Debug, Clone)]
pub(crate) struct SiteChoice {
    pub(crate) field: String,
    pub(crate) name: String,
    pub(crate) sections: Vec<Choice>,
}

/// Reads the form. The text comes as JSON from the editor or in plain notation without it.
pub(crate) fn read(fields: &Fields) -> Result<Content, Failure> {
    let body = if fields.text("body_format") == "json" {
        Body::parse(fields.raw("body_json"))
    } else {
        Body::from_notation(fields.raw("body_notation"))
    };
    content(fields, body.map_err(unreadable)?)
}

/// Reads the fields around a body that came by itself.
pub(crate) fn content(fields: &Fields, body: Body) -> Result<Content, Failure> {
    Ok(Content {
        title: fields.text("title").to_owned(),
        summary: fields.text("summary").to_owned(),
        body,
        genre: Genre::parse(fields.text("genre")),
        places: fields.all("place").filter(|value| !value.is_empty()).map(place).collect::<Result<_, _>>()?,
        byline: fields.text("byline").to_owned(),
        source: Source {
            name: fields.text("source_name").to_owned(),
            url: fields.text("source_url").to_owned(),
        },
        first_appeared: String::new(),
    })
}

pub(crate) fn unreadable(error: prose::BodyError) -> Failure {
    tracing::debug!(%error, "a body was refused");
    Failure::refused(Refusal::field("body_notation", "refused-body").with("why", error))
}

/// `site/section`, as the form writes it.
fn place(value: &str) -> Result<Place, Failure> {
    let refused = || Failure::refused(Refusal::field("places", "check-place-gone"));
    let (site, section) = value.split_once('/').ok_or_else(refused)?;
    Ok(Place { site: site.parse().map_err(|_| refused())?, section: section.parse().map_err(|_| refused())? })
}

/// The choices of places, with those of `content` ticked.
pub(crate) async fn sites(house: &House, content: &Content) -> Result<Vec<SiteChoice>, Failure> {
    let mut sites: Vec<SiteChoice> = Vec::new();
    for option in house.directory.places().await? {
        let choice = Choice {
            value: format!("{}/{}", option.place.site, option.place.section),
            selected: content.places.contains(&option.place),
            label: option.section,
        };
        match sites.iter_mut().find(|site| site.name == option.site) {
            Some(site) => site.sections.push(choice),
            None => sites.push(SiteChoice {
                field: format!("place-{}", sites.len()),
                name: option.site,
                sections: vec![choice],
            }),
        }
    }
    Ok(sites)
}

/// The choices of genre.
pub(crate) fn genres(locale: Locale, content: &Content) -> Vec<Choice> {
    Genre::ALL
        .into_iter()
        .map(|genre| Choice {
            value: genre.name().to_owned(),
            label: locale.t(&format!("genre-{}", genre.name())),
            selected: genre == content.genre,
        })
        .collect()
}
