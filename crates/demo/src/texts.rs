//! The demo files themselves, compiled in.

pub(crate) const WORLD: &str = include_str!("../../../demo/world.toml");
pub(crate) const UNITS: &str = include_str!("../../../demo/units.toml");
pub(crate) const AREAS: &str = include_str!("../../../demo/areas.toml");

macro_rules! stories {
    ($($name:literal),+ $(,)?) => {
        /// File name and text of every file of stories.
        pub(crate) const STORIES: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../../../demo/stories/", $name)))),+];
    };
}

stories![
    "2025-11.md",
    "2025-12.md",
    "2026-01.md",
    "2026-02.md",
    "2026-03.md",
    "2026-04.md",
    "2026-05.md",
    "2026-06.md",
    "2026-07.md",
    "2026-08.md",
    "2026-09.md",
    "2026-10.md",
    "2026-11.md",
    "desk.md",
];

pub(crate) const OUTLETS: &str = include_str!("../../../demo/press/outlets.toml");
pub(crate) const TOPICS: &str = include_str!("../../../demo/press/topics.toml");
pub(crate) const ANSWER: &str = include_str!("../../../demo/press/answer.md");

macro_rules! press {
    ($($name:literal),+ $(,)?) => {
        /// File name and text of every file of newspaper items; an original stands before its reprints.
        pub(crate) const PRESS: &[(&str, &str)] =
            &[$((concat!("press/", $name), include_str!(concat!("../../../demo/press/", $name)))),+];
    };
}

press!["week-1.md", "week-2.md", "weekend.md", "live.md", "after.md"];
