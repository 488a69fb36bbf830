//! Reads the compiled-in files into a [`World`].
//!
//! A file of stories holds one story after the other, each as `+++`, TOML front matter, `+++`, body.

use jiff::Timestamp;
use serde::{Deserialize, de::DeserializeOwned};

use crate::{
    area::Area,
    org::{Agency, Language, Person, Post, Succession, Unit},
    scene::Scene,
    site::Site,
    story::{Genre, Picture, Place, Source, State, Story},
    texts,
    world::World,
};

/// What is wrong with a demo file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}, {place}: {why}")]
pub struct Flaw {
    /// The file.
    pub file: String,
    /// The place in it.
    pub place: String,
    /// What is wrong.
    pub why: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WorldFile {
    password: String,
    #[serde(deserialize_with = "crate::when::moment")]
    today: Timestamp,
    credit: String,
    agency: Agency,
    languages: Vec<Language>,
    sites: Vec<Site>,
    posts: Vec<Post>,
    people: Vec<Person>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UnitsFile {
    successions: Vec<Succession>,
    units: Vec<Unit>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AreasFile {
    successions: Vec<Succession>,
    areas: Vec<Area>,
}

/// Front matter as written: short, with defaults.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    key: String,
    title: String,
    summary: String,
    #[serde(default = "news")]
    genre: Genre,
    /// `site/section`, the main one first.
    sections: Vec<String>,
    author: String,
    /// The author's unit where left out.
    #[serde(default)]
    unit: Option<String>,
    /// One of the two editors, never the author, where left out.
    #[serde(default)]
    editor: Option<String>,
    #[serde(default = "chief_editor")]
    approver: String,
    #[serde(default)]
    byline: Option<String>,
    #[serde(default)]
    source: Option<Source>,
    #[serde(default, deserialize_with = "crate::when::maybe_moment")]
    published: Option<Timestamp>,
    #[serde(default)]
    tags: Vec<String>,
    #[serde(default)]
    areas: Vec<String>,
    #[serde(default)]
    pictures: Vec<PictureHead>,
    #[serde(default)]
    state: State,
}

#[derive(Deserialize)]
struct PictureHead {
    #[serde(flatten)]
    scene: Scene,
    alt: String,
    caption: String,
    #[serde(default)]
    credit: Option<String>,
}

fn news() -> Genre {
    Genre::News
}

fn other_editor(author: &str) -> String {
    if author == "hien" { "loc" } else { "hien" }.to_owned()
}

fn chief_editor() -> String {
    "quan".to_owned()
}

pub(crate) fn world() -> Result<World, Flaw> {
    let file: WorldFile = toml("world.toml", "whole file", texts::WORLD)?;
    let units: UnitsFile = toml("units.toml", "whole file", texts::UNITS)?;
    let areas: AreasFile = toml("areas.toml", "whole file", texts::AREAS)?;
    let mut world = World {
        today: file.today,
        password: file.password,
        agency: file.agency,
        languages: file.languages,
        units: units.units,
        unit_successions: units.successions,
        areas: areas.areas,
        area_successions: areas.successions,
        posts: file.posts,
        people: file.people,
        sites: file.sites,
        stories: Vec::new(),
    };
    let mut stories = Vec::new();
    for (name, text) in texts::STORIES {
        for piece in pieces(name, text)? {
            stories.push(story(name, piece, &file.credit, &world)?);
        }
    }
    stories.sort_by(|one, other| (one.touched, &one.key).cmp(&(other.touched, &other.key)));
    world.stories = stories;
    Ok(world)
}

pub(crate) fn toml<T: DeserializeOwned>(file: &str, place: &str, text: &str) -> Result<T, Flaw> {
    ::toml::from_str(text).map_err(|why| flaw(file, place, why))
}

pub(crate) fn flaw(file: &str, place: &str, why: impl ToString) -> Flaw {
    Flaw { file: file.to_owned(), place: place.to_owned(), why: why.to_string() }
}

/// Front matter and body of each story in a file.
pub(crate) fn pieces<'a>(file: &str, text: &'a str) -> Result<Vec<(&'a str, &'a str)>, Flaw> {
    let mut parts = text.split("+++\n");
    let before = parts.next().unwrap_or_default();
    if !before.trim().is_empty() {
        return Err(flaw(file, "start", "text before the first `+++`"));
    }
    let mut found = Vec::new();
    while let Some(head) = parts.next() {
        let body =
            parts.next().ok_or_else(|| flaw(file, head, "front matter that is not closed by `+++`"))?;
        found.push((head, body));
    }
    Ok(found)
}

fn story(file: &str, (head, body): (&str, &str), credit: &str, world: &World) -> Result<Story, Flaw> {
    let place = head.lines().next().unwrap_or("start");
    let head: Head = toml(file, place, head)?;
    let wrong = |why: &str| flaw(file, &head.key, why);
    let unit = match &head.unit {
        Some(unit) => unit.clone(),
        None => home_unit(world, &head.author).ok_or_else(|| wrong("its author has no unit"))?,
    };
    let places = head
        .sections
        .iter()
        .map(|text| {
            text.split_once('/').map(|(site, section)| Place { site: site.into(), section: section.into() })
        })
        .collect::<Option<Vec<_>>>()
        .ok_or_else(|| wrong("a section is written `site/section`"))?;
    let touched = head.state.at().or(head.published).ok_or_else(|| wrong("no time at all"))?;
    let touched = head.published.filter(|_| head.state.was_published()).unwrap_or(touched);
    let pictures = head
        .pictures
        .into_iter()
        .map(|one| Picture {
            scene: one.scene,
            alt: one.alt,
            caption: one.caption,
            credit: one.credit.unwrap_or_else(|| credit.to_owned()),
        })
        .collect();
    Ok(Story {
        key: head.key,
        title: head.title,
        summary: head.summary,
        genre: head.genre,
        places,
        editor: head.editor.unwrap_or_else(|| other_editor(&head.author)),
        author: head.author,
        unit,
        approver: head.approver,
        byline: head.byline,
        source: head.source,
        published: head.published,
        touched,
        tags: head.tags,
        areas: head.areas,
        pictures,
        state: head.state,
        body: body.trim().to_owned(),
    })
}

/// The unit of the author's first role.
fn home_unit(world: &World, author: &str) -> Option<String> {
    world.person(author)?.roles.first().map(|role| role.unit.clone())
}
