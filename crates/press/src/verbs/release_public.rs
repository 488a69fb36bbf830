//! What is written where the public reads: the row, the text that is signed, the signature.

use super::Sheet;
use crate::House;
use crate::release::{Kind, number_and_symbol};
use crate::release_sign::{self, Signed};
use crate::store::release_public::{self, EditionRow, PublicRow};
use crate::store::releases::{self, KeyRow};
use db::Cx;
use kernel::Failure;
use web::{Format, Lang, lookup};

/// The key of the releases, made when it is first needed.
async fn key_of_releases(cx: &Cx) -> Result<KeyRow, Failure> {
    if let Some(key) = releases::key(cx.tx()).await? {
        return Ok(key);
    }
    let made = release_sign::make_key()?;
    releases::keep_key(cx.tx(), &KeyRow { secret: made.secret, public: made.public }, cx.now()).await?;
    releases::key(cx.tx()).await?.ok_or_else(|| Failure::broken("the key of the releases was not kept"))
}

/// Makes the text at hand public, for the first time with a number, or in the place of the one before. Answers the row.
pub(crate) async fn make_public(
    cx: &Cx,
    house: &House,
    sheet: &mut Sheet,
    note: &str,
) -> Result<PublicRow, Failure> {
    let agency = house.office.agency().await?;
    let text = sheet.text();
    let mut row = match sheet.public.take() {
        Some(row) => PublicRow { state: "corrected".to_owned(), changed_at: Some(cx.now()), ..row },
        None => first(cx, house, sheet, &agency.symbol).await?,
    };
    (row.title, row.lead, row.body) = (text.title.clone(), text.lead.clone(), text.body.clone());
    row.files = serde_json::to_string(&text.files).unwrap_or_default();
    row.hash = text.hash();
    row.speaker_name.clone_from(&sheet.row.speaker_name);
    row.speaker_post.clone_from(&sheet.row.speaker_post);
    let signed = signed_text(house, &agency.name, &row)?;
    let key = key_of_releases(cx).await?;
    let before = release_public::editions(cx.tx(), row.id).await?;
    let edition = EditionRow {
        release: row.id,
        no: before.first().map_or(1, |last| last.no + 1),
        hash: row.hash.clone(),
        signature: release_sign::sign(&key.secret, &signed)?,
        text: signed,
        note: note.to_owned(),
        at: cx.now(),
    };
    release_public::put(cx.tx(), &row).await?;
    release_public::add_edition(cx.tx(), &edition).await?;
    sheet.row.public_hash.clone_from(&row.hash);
    sheet.public = Some(row.clone());
    Ok(row)
}

async fn first(cx: &Cx, house: &House, sheet: &Sheet, symbol: &str) -> Result<PublicRow, Failure> {
    let year = i64::from(house.app.zone.day(cx.now()).year());
    let kind = Kind::named(&sheet.row.kind).unwrap_or(Kind::Release);
    let symbol =
        if symbol.is_empty() { kind.symbol().to_owned() } else { format!("{}-{symbol}", kind.symbol()) };
    Ok(PublicRow {
        id: sheet.row.id,
        kind: sheet.row.kind.clone(),
        year,
        number: releases::next_number(cx.tx(), year).await?,
        symbol,
        code: release_sign::fresh_code()?,
        state: "live".to_owned(),
        title: String::new(),
        lead: String::new(),
        body: String::new(),
        files: String::new(),
        hash: String::new(),
        speaker_name: String::new(),
        speaker_post: String::new(),
        issued_at: cx.now(),
        changed_at: None,
        reason: String::new(),
    })
}

/// The text that is signed; always in the language of the agency.
fn signed_text(house: &House, agency: &str, row: &PublicRow) -> Result<String, Failure> {
    let format = Format::new(Lang::Vi, house.app.zone.clone());
    let say = |key: &str, args: &[(&str, String)]| lookup(Lang::Vi, key, args);
    let files: Vec<crate::release::Enclosure> = serde_json::from_str(&row.files).unwrap_or_default();
    let body = prose::Body::from_notation(&row.body)
        .map_err(|_| Failure::broken("a release's text cannot be read"))?;
    let mut issued = say("release-signed-issued", &[("when", format.date_time(row.issued_at))]);
    if let Some(at) = row.changed_at {
        issued = format!("{issued}\n{}", say("release-signed-corrected", &[("when", format.date_time(at))]));
    }
    Ok(Signed {
        agency,
        called: &say(&format!("release-kind-{}", row.kind), &[]),
        number: &number_and_symbol(row.number, &row.symbol),
        issued: &issued,
        title: &row.title,
        lead: &row.lead,
        body: &body.to_text(),
        speaker: &say(
            "release-signed-speaker",
            &[("name", row.speaker_name.clone()), ("post", row.speaker_post.clone())],
        ),
        files: files.iter().map(|file| format!("{} (SHA-256 {})", file.name, file.sha256)).collect(),
        code: &row.code,
    }
    .text())
}
