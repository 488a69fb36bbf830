//! Nothing here: said politely, with ways on.

use super::Visit;
use super::frame;
use crate::cache::Ready;
use askama::Template;
use web::{Error, Page};

#[derive(Template)]
#[template(path = "nothing.html")]
struct NothingPage {
    p: Page,
}

pub(crate) async fn page(visit: &Visit) -> Result<Ready, Error> {
    let p = frame::page(visit, frame::visit_word(visit, "portal-nothing"), None);
    Ok(Ready::html(404, NothingPage { p }.render().map_err(super::broken)?))
}
