//! The words of a report being written: the numbers stand in braces and cannot be typed over.

use super::said::title_of;
use super::show::PARTS;
use crate::House;
use crate::measure::Group;
use crate::report::State as Standing;
use crate::store::reports::{ReportRow, Texts, editions};
use crate::verbs::{self, Written, numbers_of, period_of};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Action, Failure, PeriodReportId, Refusal, Thing};
use web::{
    Asker, Crumb, Error, Fields, Page, Refused, html, id_of, reasons, refusals, said, wish, with_status,
};

struct TextField {
    name: &'static str,
    words: String,
    text: String,
    hint: String,
    rows: usize,
    error: String,
}

struct Token {
    group: String,
    token: &'static str,
    words: String,
    now: String,
}

struct Edition {
    edition: i64,
    who: String,
    iso: String,
    when: String,
    length: usize,
}

#[derive(Template)]
#[template(path = "report_edit.html")]
struct EditPage {
    p: Page,
    crumbs: Vec<Crumb>,
    report: String,
    edition: i64,
    fields: Vec<TextField>,
    authority: String,
    signer_post: String,
    signer_name: String,
    recipients: String,
    tokens: Vec<Token>,
    editions: Vec<Edition>,
    refused: Vec<Refused>,
}

pub(super) async fn show(
    State(house): State<House>,
    asker: Asker,
    Path(report): Path<String>,
) -> Result<Response, Error> {
    page(&house, &asker, id_of(&report)?, None, Vec::new()).await
}

async fn page(
    house: &House,
    asker: &Asker,
    id: PeriodReportId,
    typed: Option<Written>,
    refused: Vec<Refusal>,
) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::WriteReports, Thing::House)?;
    let row = ReportRow::of(look.db(), id).await?.ok_or(Failure::NotFound)?;
    if row.state() != Standing::Drafting {
        return super::show::page(
            house,
            asker,
            id,
            None,
            if refused.is_empty() { vec![Refusal::new("refused-report-state")] } else { refused },
        )
        .await;
    }
    let p = asker.desk_page(asker.locale().t("report-edit")).await?;
    let numbers = numbers_of(&row)?;
    let written = typed.unwrap_or_else(|| Written {
        texts: row.texts(),
        authority: row.authority.clone(),
        signer_post: row.signer_post.clone(),
        signer_name: row.signer_name.clone(),
        recipients: row.recipients.clone(),
    });
    let shown = refusals(asker.locale(), &refused);
    let fields = written.texts.named().into_iter().zip(PARTS).map(|((name, text), key)| TextField {
        name,
        words: p.t(key),
        text: text.to_owned(),
        hint: if name == "results" { p.t("report-edit-hint") } else { String::new() },
        rows: (text.lines().count() + 3).clamp(5, 26),
        error: shown.iter().find(|one| one.field == name).map(|one| one.message.clone()).unwrap_or_default(),
    });
    let fields: Vec<TextField> = fields.collect();
    let mut tokens = Vec::new();
    for group in Group::ALL {
        let mut heading = p.t(&format!("measure-group-{}", group.name()));
        for measure in crate::measure::MEASURES.iter().filter(|one| one.group == group) {
            let count = numbers.count(measure.key, None);
            tokens.push(Token {
                group: std::mem::take(&mut heading),
                token: measure.token,
                words: p.t(&format!("measure-{}", measure.key)),
                now: p.format.number(i64::try_from(count).unwrap_or(i64::MAX)),
            });
        }
    }
    let names = house.office.names().await?;
    let kept = editions(look.db(), id).await?.into_iter().filter(|one| one.edition != row.edition);
    let kept = kept.map(|one| Edition {
        edition: one.edition,
        who: names.person(one.written_by),
        iso: p.format.iso(one.written_at),
        when: p.format.stamp(one.written_at),
        length: one.texts().named().iter().map(|(_, text)| text.split_whitespace().count()).sum(),
    });
    let made = html(&EditPage {
        crumbs: vec![
            Crumb { href: "/desk/reports".into(), label: p.t("reports-title") },
            Crumb {
                href: format!("/desk/reports/{id}"),
                label: title_of(p.format.lang(), period_of(&row)?, &row.subject),
            },
        ],
        report: id.to_string(),
        edition: row.edition,
        fields,
        authority: written.authority,
        signer_post: written.signer_post,
        signer_name: written.signer_name,
        recipients: written.recipients,
        tokens,
        editions: kept.collect(),
        refused: shown,
        p,
    })?;
    Ok(with_status(made, &refused))
}

fn typed(fields: &Fields) -> Written {
    Written {
        texts: texts_of(fields),
        authority: fields.raw("authority").to_owned(),
        signer_post: fields.text("signer_post").to_owned(),
        signer_name: fields.text("signer_name").to_owned(),
        recipients: fields.raw("recipients").to_owned(),
    }
}

/// The four texts of a form.
pub(super) fn texts_of(fields: &Fields) -> Texts {
    let text = |name: &str| fields.raw(name).replace("\r\n", "\n").trim().to_owned();
    Texts {
        results: text("results"),
        difficulties: text("difficulties"),
        proposals: text("proposals"),
        next: text("next"),
    }
}

/// Keeps what was typed.
pub(super) async fn write(
    State(house): State<House>,
    asker: Asker,
    Path(report): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let id: PeriodReportId = id_of(&report)?;
    let edition = fields.parsed("edition").unwrap_or(-1);
    let written = typed(&fields);
    match wish!(asker, |cx| verbs::write(&mut cx, &house, id, edition, &written).await) {
        Ok(()) => Ok(said(&format!("/desk/reports/{id}"), "said-report-written")),
        Err(failure) => page(&house, &asker, id, Some(written), reasons(failure)?).await,
    }
}

/// Drafts it again.
pub(super) async fn draft(
    State(house): State<House>,
    asker: Asker,
    Path(report): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let id: PeriodReportId = id_of(&report)?;
    let edition = fields.parsed("edition").unwrap_or(-1);
    match wish!(asker, |cx| verbs::draft_again(&mut cx, &house, id, edition).await) {
        Ok(()) => Ok(said(&format!("/desk/reports/{id}/edit"), "said-report-drafted")),
        Err(failure) => page(&house, &asker, id, None, reasons(failure)?).await,
    }
}

/// Lets an earlier text stand again.
pub(super) async fn restore(
    State(house): State<House>,
    asker: Asker,
    Path(report): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let id: PeriodReportId = id_of(&report)?;
    let edition = fields.parsed("edition").unwrap_or(-1);
    let wanted = fields.parsed("wanted").unwrap_or(-1);
    match wish!(asker, |cx| verbs::restore(&mut cx, &house, id, edition, wanted).await) {
        Ok(()) => Ok(said(&format!("/desk/reports/{id}/edit"), "said-report-restored")),
        Err(failure) => page(&house, &asker, id, None, reasons(failure)?).await,
    }
}
