//! What every page needs: who asks, in which language, with which form fields; failures as pages; assets;
//! the frames and parts of the design system (`templates/`).

mod app;
mod asker;
mod assets;
mod chart;
mod deeds;
mod door;
mod encode;
mod fail;
mod fields;
mod format;
mod frame;
mod headers;
mod kept;
mod language;
mod locale;
mod marked;
mod off_thread;
mod progress;
mod said;
mod steps;
mod visitor;

pub use app::App;
pub use asker::{Asker, ORIGIN_HEADER, cookie};
pub use assets::{asset, asset_version, serve_asset};
pub use chart::{Bar, Bars};
pub use deeds::{Deed, deeds};
pub use door::{Door, router};
pub use encode::{Encoded, accepts_brotli, accepts_gzip};
pub use fail::{Error, Refused, failures_as_pages, refusals, refused_status, visitors_sign_in};
pub use fields::Fields;
pub use format::{Format, Numeral};
pub use frame::{
    Called, ChainLine, Crumb, Frame, LangLink, NavGroup, NavItem, Page, Pager, PersonFace, SiteFace, Tab,
};
pub use headers::{from_elsewhere, guard_against_forgery, security_headers};
pub use kept::{Kept, KeptView};
pub use language::choose_language;
pub use locale::{Lang, Locale, keys, lookup};
pub use marked::{Piece, pieces};
pub use off_thread::off_thread;
pub use progress::Progress;
pub use said::{Flash, forget_said, is_own_path, said, see_other};
pub use steps::{Choice, id_of, reasons, shown_moment, typed_moment, with_status};
pub use visitor::Visitor;

/// A page as HTML.
///
/// # Errors
/// When the template cannot be rendered, which is our fault.
pub fn html(template: &impl askama::Template) -> Result<axum::response::Response, Error> {
    use axum::response::IntoResponse;
    let body = template.render().map_err(|e| kernel::Failure::Broken(Box::new(e)))?;
    Ok(axum::response::Html(body).into_response())
}
