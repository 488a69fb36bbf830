//! One believable province, all ours: its people, units, areas, stories and drawn pictures.
//!
//! The data lie in `/demo` as TOML and Markdown and are compiled in. [`world`] reads them into typed values, and
//! [`press()`] what newspapers that exist nowhere write about it; [`draw()`] paints the picture a story asks for.
//! Nothing here knows a database or a page.

mod area;
pub mod asked;
mod check;
pub mod displays;
pub mod draw;
pub mod library;
mod org;
pub mod people_ask;
pub mod plans;
pub mod press;
pub mod projects;
mod read;
mod scene;
mod site;
mod story;
pub mod telling;
mod texts;
pub mod together;
mod when;
pub mod work;
mod world;

pub use area::{Area, AreaKind};
pub use draw::{draw, draw_rgb};
pub use org::{Agency, Held, How, Language, Person, Post, Role, RoleHeld, Succession, Unit, UnitKind};
pub use press::{Press, press};
pub use read::Flaw;
pub use scene::{Light, Scene, SceneKind, Season};
pub use site::{Section, Site};
pub use story::{Genre, Picture, Place, Source, State, Story, Timeline};
pub use world::{World, world};
