//! A correction demand on paper, in the official layout (PN-18).

use super::shared::{desk_only, id};
use crate::House;
use crate::letters;
use crate::store::demands::DemandRow;
use axum::extract::{Path, State};
use axum::response::Response;
use handout::{Form, Particulars};
use kernel::{DemandId, Failure};
use paper::{Closing, Heading, Paper, Paragraph, Part, Reference, Title};
use web::{Asker, Error};

async fn hand_out(house: &House, asker: &Asker, demand: &str, form: Form) -> Result<Response, Error> {
    desk_only(asker)?;
    let of: DemandId = id(demand)?;
    let look = asker.look();
    let row = DemandRow::of(look.db(), of).await?.ok_or(Failure::NotFound)?;
    let head = house.office.agency().await?;
    let mut parts: Vec<Part> = Vec::new();
    for line in letters::demand_lines(&row) {
        let text = if line == row.item_link {
            Paragraph::link(line.clone(), line)
        } else {
            Paragraph::from(line.as_str())
        };
        parts.push(Part::Text(text));
    }
    let day = house.app.zone.day(row.sent_at.unwrap_or(look.now()));
    let paper = Paper {
        heading: Heading {
            national: true,
            superior: (!head.over.is_empty()).then_some(head.over),
            issuer: Some(head.name),
            reference: Some(Reference { number: None, symbol: head.symbol }),
            about: Some(letters::demand_subject(&row)),
            place: (!head.place.is_empty()).then_some(head.place),
            date: Some(day),
        },
        title: Title::default(),
        addressees: vec![row.outlet.clone()],
        parts,
        closing: Closing { end_mark: true, ..Closing::default() },
        ..Paper::default()
    };
    let name = format!("yeu-cau-cai-chinh-{}-{}", row.no, row.year);
    Ok(handout::paper(paper, Particulars::default(), form, &name).await?)
}

/// For Word.
pub(crate) async fn docx(
    State(house): State<House>,
    asker: Asker,
    Path(demand): Path<String>,
) -> Result<Response, Error> {
    hand_out(&house, &asker, &demand, Form::Docx).await
}

/// As PDF.
pub(crate) async fn pdf(
    State(house): State<House>,
    asker: Asker,
    Path(demand): Path<String>,
) -> Result<Response, Error> {
    hand_out(&house, &asker, &demand, Form::Pdf).await
}
