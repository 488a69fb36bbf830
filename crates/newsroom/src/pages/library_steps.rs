//! Put pictures into the library, say other words of one, take it out, download the original.

use crate::House;
use crate::assets::assets;
use crate::library::LibraryWords;
use crate::pages::InAddress;
use crate::pages::library::{Typed, grid, page};
use crate::store;
use crate::verbs::{self, AssetWish};
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Action, AssetId, Failure, Refusal, Thing, UnitId};
use typed::Sent;
use web::{Asker, Error, Fields, id_of, reasons, said, see_other};

/// Pictures of one form.
const MOST: usize = 12;
/// The largest form with pictures in it, in bytes.
pub(crate) const FORM: usize = 96 * 1024 * 1024;

fn words(fields: &Fields) -> LibraryWords {
    let text = |name: &str| fields.raw(name).to_owned();
    LibraryWords {
        caption: text("caption"),
        alt: text("alt"),
        credit: text("credit"),
        keywords: text("keywords"),
        owner: text("owner"),
        terms: text("terms"),
        until: text("until"),
    }
    .clean()
}

fn at(asset: AssetId) -> String {
    format!("/desk/newsroom/library/{asset}")
}

/// Puts pictures in: several files, one set of words, to be made more exact one by one.
pub(crate) async fn add(State(house): State<House>, asker: Asker, mut sent: Sent) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::ReadPeople, Thing::House)?;
    look.may(Action::KeepLibrary, Thing::House)?;
    match take(&house, &asker, &mut sent).await {
        Ok(first) => Ok(said(&first, "said-library-added")),
        Err(failure) => {
            let typed = Typed { unit: sent.fields.text("unit").to_owned(), words: words(&sent.fields) };
            grid(&house, &asker, Default::default(), typed, &reasons(failure)?).await
        }
    }
}

async fn take(house: &House, asker: &Asker, sent: &mut Sent) -> Result<String, Failure> {
    sent.read()?;
    let unit: UnitId = sent
        .fields
        .parsed("unit")
        .ok_or_else(|| Failure::refused(Refusal::field("unit", "refused-library-unit")))?;
    verbs::may_keep(&asker.actor, unit)?;
    let words = words(&sent.fields);
    let mut against = words.reasons_against();
    if sent.files.is_empty() {
        against.push(Refusal::field("file", "refused-picture-missing"));
    }
    if sent.files.len() > MOST {
        against.push(Refusal::field("file", "refused-library-many").with("most", MOST));
    }
    if sent.files.iter().any(|file| file.bytes.len() > crate::PICTURE_MOST) {
        against.push(Refusal::field("file", "refused-too-large"));
    }
    Failure::unless(against)?;
    let many = sent.files.len();
    let mut last = None;
    for file in std::mem::take(&mut sent.files) {
        let wish = AssetWish {
            name: file.name,
            bytes: file.bytes,
            alt: words.alt.clone(),
            caption: words.caption.clone(),
            credit: words.credit.clone(),
        };
        let asset = verbs::add_asset(house, &asker.actor, wish).await?;
        web::wish!(asker, |cx| verbs::offer_asset(&mut cx, asset.id, unit, words.clone()).await)?;
        last = Some(asset.id);
    }
    Ok(match last {
        Some(asset) if many == 1 => at(asset),
        _ => "/desk/newsroom/library".to_owned(),
    })
}

async fn followed(
    house: &House,
    asker: &Asker,
    asset: AssetId,
    outcome: Result<&'static str, Failure>,
    fields: &Fields,
) -> Result<Response, Error> {
    match outcome {
        Ok(thanks) => Ok(said(&at(asset), thanks)),
        Err(failure) => {
            // Only the form of the words has them; the others show what is kept.
            let typed = (!fields.raw("version").is_empty()).then(|| words(fields));
            page(house, asker, asset, typed, fields.raw("reason"), &reasons(failure)?).await
        }
    }
}

web::steps! {
    House, AssetId, followed;

    /// Says other words of it.
    describe, "said-library-described", |cx, _house, of, fields|
        verbs::describe_asset(&mut cx, of, fields.parsed("version").unwrap_or(0), words(&fields)).await;
    /// Takes it out.
    withdraw, "said-library-withdrawn", |cx, _house, of, fields|
        verbs::withdraw_asset(&mut cx, of, fields.raw("reason")).await;
    /// Offers it again.
    offer, "said-library-offered", |cx, _house, of, _fields| verbs::offer_again(&mut cx, of).await;
    /// Lets the press take it.
    to_press, "said-library-to-press", |cx, house, of, _fields|
        verbs::offer_to_press(&mut cx, &house.app.zone, of).await;
    /// Lets the press take it no more.
    from_press, "said-library-from-press", |cx, _house, of, _fields| verbs::keep_from_press(&mut cx, of).await;
}

/// Puts a picture of a story in.
pub(crate) async fn from_story(
    asker: Asker,
    InAddress(story): InAddress,
    fields: Fields,
) -> Result<Response, Error> {
    let asset = id_of(fields.text("asset"))?;
    web::wish!(asker, |cx| verbs::offer_from_story(&mut cx, story, asset).await)?;
    Ok(said(&at(asset), "said-library-added"))
}

/// The original, as something to be saved, for colleagues: it still holds what its camera wrote.
pub(crate) async fn original(
    State(house): State<House>,
    asker: Asker,
    Path(asset): Path<String>,
) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::ReadPeople, Thing::House)?;
    let id: AssetId = id_of(&asset)?;
    let row = store::item(look.db(), id).await?.ok_or(Failure::NotFound)?;
    if row.withdrawn_at.is_some() {
        verbs::may_keep(look.actor(), row.unit)?;
    }
    let asset = assets(look.db(), [id]).await?.remove(&id).ok_or(Failure::NotFound)?;
    let bytes = house.files.original(&asset.sha256).await?;
    match kind_of(&bytes) {
        Some((kind, ending)) => Ok(handout::file(kind, &format!("anh-{id}.{ending}"), bytes)),
        // A picture that was drawn has no file of a camera: its widest size is what there is.
        None => {
            let size = asset.sizes.last().ok_or(Failure::NotFound)?;
            Ok(see_other(&format!("/desk/newsroom/pictures/{}/{}", asset.sha256, size.name)))
        }
    }
}

/// What a file is, by its first bytes.
fn kind_of(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    match bytes {
        [0xFF, 0xD8, 0xFF, ..] => Some(("image/jpeg", "jpg")),
        [0x89, b'P', b'N', b'G', ..] => Some(("image/png", "png")),
        [b'G', b'I', b'F', b'8', ..] => Some(("image/gif", "gif")),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(("image/webp", "webp")),
        _ => None,
    }
}
