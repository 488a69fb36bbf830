//! Addresses of a public site: read from a path, written into links. Vietnamese words without marks, as readers of
//! such sites know them.

use kernel::Day;

/// What a path within a site asks for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Wanted {
    /// `/`
    Home,
    /// `/muc/{slug}`
    Section(String),
    /// `/tin/{number}/{slug}`
    Story(i64, String),
    /// `/luu-tru`, `/luu-tru/2026/11`, `/luu-tru/2026/11/22`
    Archive(Option<Month>, Option<Day>),
    /// `/dinh-chinh`
    Corrections,
    /// `/tim-kiem`, `/tim-kiem.json`, `/tim-kiem.atom`
    Search(Shape),
    /// `/tim-kiem/goi-y`
    Suggest,
    /// `/tim-kiem.xml`: the OpenSearch description
    SearchDescription,
    /// `/tin.atom`
    Feed,
    /// `/muc/{slug}/tin.atom`
    SectionFeed(String),
    /// `/anh/{sha256}/{name}`
    Picture(String, String),
}

impl Wanted {
    /// The words of a query this page depends on; all others are nothing to it and make no page of their own.
    pub(crate) fn words(&self) -> &'static [&'static str] {
        match self {
            Self::Section(_) | Self::Corrections => &["page"],
            Self::Archive(..) => &["ngay"],
            Self::Search(_) => &["q", "muc", "tu", "den", "xep", "sau"],
            Self::Suggest => &["q"],
            Self::Home
            | Self::Story(..)
            | Self::SearchDescription
            | Self::Feed
            | Self::SectionFeed(_)
            | Self::Picture(..) => &[],
        }
    }
}

/// How what was found is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Shape {
    /// As a page.
    Page,
    /// As JSON, for programs.
    Json,
    /// As a feed, to hear of what is new.
    Atom,
}

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Month {
    pub(crate) year: i16,
    pub(crate) month: i8,
}

impl Month {
    pub(crate) fn of(day: Day) -> Self {
        Self { year: day.year(), month: day.month() }
    }

    pub(crate) fn first(self) -> Option<Day> {
        // The archive begins with the first public sites of the country and ends within sight.
        (1990..=2200).contains(&self.year).then(|| Day::new(self.year, self.month, 1).ok()).flatten()
    }
}

/// Reads the path within a site, without its prefix. `None` is no address of a site.
pub(crate) fn read(path: &str) -> Option<Wanted> {
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    Some(match parts.as_slice() {
        [] => Wanted::Home,
        ["muc", slug] => Wanted::Section((*slug).to_owned()),
        ["muc", slug, "tin.atom"] => Wanted::SectionFeed((*slug).to_owned()),
        ["tin", number] => Wanted::Story(story_number(number)?, String::new()),
        ["tin", number, slug] => Wanted::Story(story_number(number)?, (*slug).to_owned()),
        ["luu-tru"] => Wanted::Archive(None, None),
        ["luu-tru", year, month] => Wanted::Archive(Some(month_of(year, month)?), None),
        ["luu-tru", year, month, day] => {
            let month = month_of(year, month)?;
            Wanted::Archive(Some(month), Some(Day::new(month.year, month.month, number(day, 2)?).ok()?))
        }
        ["dinh-chinh"] => Wanted::Corrections,
        ["tim-kiem"] => Wanted::Search(Shape::Page),
        ["tim-kiem.json"] => Wanted::Search(Shape::Json),
        ["tim-kiem.atom"] => Wanted::Search(Shape::Atom),
        ["tim-kiem", "goi-y"] => Wanted::Suggest,
        ["tim-kiem.xml"] => Wanted::SearchDescription,
        ["tin.atom"] => Wanted::Feed,
        ["anh", sha, name] => Wanted::Picture((*sha).to_owned(), (*name).to_owned()),
        _ => return None,
    })
}

fn story_number(text: &str) -> Option<i64> {
    number::<i64>(text, 15).filter(|n| *n > 0)
}

fn month_of(year: &str, month: &str) -> Option<Month> {
    let month = Month { year: number(year, 4)?, month: number(month, 2)? };
    month.first().map(|_| month)
}

fn number<N: std::str::FromStr>(text: &str, most: usize) -> Option<N> {
    (text.len() <= most && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

/// The address of a story.
pub(crate) fn story(home: &str, number: i64, slug: &str) -> String {
    format!("{home}tin/{number}/{slug}")
}

/// The address of a story that says nothing about it.
pub(crate) fn bare_story(home: &str, number: i64) -> String {
    format!("{home}tin/{number}")
}

/// The address of a section.
pub(crate) fn section(home: &str, slug: &str) -> String {
    format!("{home}muc/{slug}")
}

/// The address of a day of the archive.
pub(crate) fn day(home: &str, day: Day) -> String {
    format!("{home}luu-tru/{}/{:02}/{:02}", day.year(), day.month(), day.day())
}

/// The address of a month of the archive.
pub(crate) fn month(home: &str, month: Month) -> String {
    format!("{home}luu-tru/{}/{:02}", month.year, month.month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let on = Day::new(2026, 11, 22).unwrap();
        assert_eq!(read(&story("/", 12, "mua-lu")), Some(Wanted::Story(12, "mua-lu".into())));
        assert_eq!(read(&bare_story("/", 12)), Some(Wanted::Story(12, String::new())));
        assert_eq!(read(&section("/", "kinh-te")), Some(Wanted::Section("kinh-te".into())));
        assert_eq!(read(&day("/", on)), Some(Wanted::Archive(Some(Month::of(on)), Some(on))));
        assert_eq!(read(&month("/", Month::of(on))), Some(Wanted::Archive(Some(Month::of(on)), None)));
    }

    #[test]
    fn s143_dates_that_do_not_exist_are_no_addresses() {
        for path in [
            "/luu-tru/2026/02/30",
            "/luu-tru/2026/13",
            "/luu-tru/0000/01",
            "/luu-tru/99999/01",
            "/luu-tru/2026/1x/01",
            "/luu-tru/2026",
            "/tin/0/x",
            "/tin/-1/x",
            "/tin/99999999999999999999/x",
            "/khong-co",
            "/anh/a/b/c",
        ] {
            assert_eq!(read(path), None, "{path}");
        }
    }
}
