//! A file that was handed in, to be saved.

use super::{download, id};
use crate::House;
use crate::store::evidence::{self, FileRow};
use crate::store::inputs;
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Action, AssignmentId, Failure, InputRequestId, Thing};
use uuid::Uuid;
use web::{Asker, Error};

/// Of a piece of work.
pub(crate) async fn of_work(
    State(house): State<House>,
    asker: Asker,
    Path((assignment, file)): Path<(String, String)>,
) -> Result<Response, Error> {
    let look = asker.look();
    let work: AssignmentId = id(&assignment)?;
    super::one::seen(&look, work).await?;
    let file: Uuid = id(&file)?;
    let rows = evidence::files(look.db(), work.0).await?;
    send(&house, rows.into_iter().find(|row| row.id == file).ok_or(Failure::NotFound)?).await
}

/// Of a request for input, or of what a unit gave.
pub(crate) async fn of_input(
    State(house): State<House>,
    asker: Asker,
    Path((request, file)): Path<(String, String)>,
) -> Result<Response, Error> {
    let look = asker.look();
    let request: InputRequestId = id(&request)?;
    let seen = super::input_one::seen(&look, request).await?;
    let file: Uuid = id(&file)?;
    let mut rows = evidence::files(look.db(), request.0).await?;
    for reply in inputs::replies(look.db(), request).await? {
        let own = look.may(Action::GiveReport, Thing::Unit(reply.unit)).is_ok();
        if seen.all || own {
            rows.extend(evidence::files(look.db(), reply.id.0).await?);
        }
    }
    send(&house, rows.into_iter().find(|row| row.id == file).ok_or(Failure::NotFound)?).await
}

async fn send(house: &House, row: FileRow) -> Result<Response, Error> {
    let bytes = house.files.rendition(&row.sha256, &crate::FILES.place(row.id)).await?;
    Ok(download(&row.kind, &row.name, bytes))
}
