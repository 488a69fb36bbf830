//! The keyboard shortcuts as a page, for those who have no scripts to show them.

use askama::Template;
use axum::response::Response;
use web::{Asker, Error, Page, html};

#[derive(Template)]
#[template(path = "keys.html")]
struct KeysPage {
    p: Page,
}

/// The page.
pub(crate) async fn show(asker: Asker) -> Result<Response, Error> {
    html(&KeysPage { p: asker.desk_page(asker.locale().t("web-keys")).await? })
}
