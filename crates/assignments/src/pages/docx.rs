//! What units contributed, put together as one text for Word.

use super::id;
use super::line::Names;
use crate::House;
use axum::extract::{Path, State};
use axum::response::Response;
use handout::{Form, Particulars};
use kernel::{Failure, InputRequestId};
use paper::{Heading, Level, Paper, Paragraph, Part, Title};
use web::{Asker, Error};

/// For who sees what every unit gave.
pub(crate) async fn input(
    State(house): State<House>,
    asker: Asker,
    Path(request): Path<String>,
) -> Result<Response, Error> {
    let look = asker.look();
    let seen = super::input_one::seen(&look, id::<InputRequestId>(&request)?).await?;
    if !seen.all {
        return Err(Failure::NotFound.into());
    }
    let p = asker.desk_page(seen.request.title.clone()).await?;
    let names = Names::of(&house).await?;
    let today = house.app.zone.day(look.now());
    let mut parts = Vec::new();
    let (mut nothing, mut missing) = (Vec::new(), Vec::new());
    for reply in &seen.replies {
        let unit = names.unit(reply.unit);
        match reply.state.as_str() {
            "received" => {
                parts.push(Part::Heading(Level::Roman, unit.as_str().into()));
                for text in reply.text.split('\n').filter(|text| !text.trim().is_empty()) {
                    parts.push(Part::Text(text.into()));
                }
                for file in crate::store::evidence::files(look.db(), reply.id.0).await? {
                    let words = p.f("input-with-file", "name", file.name);
                    parts.push(Part::Text(Paragraph::default().with_italic(words)));
                }
            }
            "nothing" => nothing.push(unit),
            _ => missing.push(unit),
        }
    }
    for (key, units) in [("input-docx-nothing", nothing), ("input-docx-missing", missing)] {
        if !units.is_empty() {
            let words = p.f(key, "units", units.join("; "));
            parts.push(Part::Text(Paragraph::default().with_italic(words)));
        }
    }
    let paper = Paper {
        heading: Heading {
            national: true,
            issuer: Some(p.site.name.clone()),
            place: (!p.site.place.is_empty()).then(|| p.site.place.clone()),
            date: Some(today),
            ..Heading::default()
        },
        title: Title { kind: Some(p.t("input-docx-kind")), subject: seen.request.title.clone() },
        parts,
        ..Paper::default()
    };
    Ok(handout::paper(paper, Particulars::default(), Form::Docx, &format!("tong-hop-{today}")).await?)
}
