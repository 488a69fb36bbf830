//! The living page of the design system.

use askama::Template;
use axum::response::Response;
use web::{Asker, Error, Page, html};

#[derive(Template)]
#[template(path = "design.html")]
struct DesignPage {
    p: Page,
}

/// The page.
pub(crate) async fn show(asker: Asker) -> Result<Response, Error> {
    html(&DesignPage { p: asker.desk_page(asker.locale().t("web-design")).await? })
}
