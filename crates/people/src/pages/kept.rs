//! Filters of one's own, kept and forgotten from the list they are of.

use crate::verbs;
use axum::extract::Path;
use axum::response::Response;
use kernel::Failure;
use uuid::Uuid;
use web::{Asker, Error, Fields, id_of, said};

/// Keeps the filters one looks through.
pub(crate) async fn keep(asker: Asker, fields: Fields) -> Result<Response, Error> {
    let (list, query) = (fields.text("list"), fields.text("query"));
    let mut cx = asker.wish().await?;
    verbs::keep_view(&mut cx, list, query, fields.text("name")).await?;
    cx.finish().await?;
    Ok(said(&format!("{list}?{query}"), "said-filter-kept"))
}

/// Forgets one of one's own.
pub(crate) async fn forget(asker: Asker, Path(view): Path<String>) -> Result<Response, Error> {
    let mut cx = asker.wish().await?;
    cx.person()?;
    let view: Uuid = id_of(&view).map_err(|_| Failure::NotFound)?;
    let list = verbs::forget_view(&mut cx, view).await?;
    cx.finish().await?;
    Ok(said(&list, "said-filter-forgotten"))
}
