//! The roof: the one place that knows every house, and all that happens between them.

mod answer_desk;
mod called;
mod carrier;
pub mod commands;
pub mod config;
mod deadline_letters;
mod demo_run;
mod directory;
mod finding;
mod frame;
mod front;
mod house;
mod letters;
mod letters_in;
mod mail_room;
mod meeting_desk;
mod outbound;
mod pages;
mod plan_desk;
mod post_office;
mod press_desk;
mod press_office;
mod project_desk;
mod publishing;
mod reactions;
mod report_desk;
mod routes;
mod work_desk;
mod work_letters;

pub use front::Front;
pub use house::{Agency, IndexPlace, assemble, schema};
pub use post_office::Outward;
pub use routes::{doors, routes};
