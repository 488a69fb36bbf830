//! Keep the library: put a picture in, say other words of it, take it out with a reason, offer it again (S67). Stories keep what
//! they show, whatever becomes of it here.

use super::WORDS_MOST;
use crate::content::Content;
use crate::library::{LibraryWords, Right};
use crate::sheet::Sheet;
use crate::store::{self, ItemEdit, ItemRow};
use db::{ConnectionTrait, Cx};
use kernel::{Action, Actor, AssetId, Failure, NewsroomEvent, Refusal, StoryId, Thing, UnitId, Zone, can};

/// Whether somebody keeps the pictures of a unit.
///
/// # Errors
/// Forbidden for those who keep none for it.
pub(crate) fn may_keep(actor: &Actor, unit: UnitId) -> Result<(), Failure> {
    Ok(can(actor, Action::KeepLibrary, Thing::Unit(unit))?)
}

async fn put_in(cx: &mut Cx, asset: AssetId, unit: UnitId, said: &LibraryWords) -> Result<bool, Failure> {
    let json = serde_json::to_string(said).map_err(|error| Failure::Broken(Box::new(error)))?;
    let folded = said.folded();
    let edit = ItemEdit {
        asset,
        version: 1,
        words: &json,
        folded: &folded,
        until: &said.until,
        at: cx.now(),
        by: cx.actor().id(),
    };
    let is_new = store::insert_item(cx.tx(), unit, &edit).await?;
    if is_new {
        cx.record(NewsroomEvent::AssetOffered { asset, unit });
    }
    Ok(is_new)
}

/// Puts a picture that was just added into the library, for a unit.
///
/// # Errors
/// Refused without a caption or a description; forbidden for other units.
pub async fn offer_asset(
    cx: &mut Cx,
    asset: AssetId,
    unit: UnitId,
    said: LibraryWords,
) -> Result<(), Failure> {
    may_keep(cx.actor(), unit)?;
    let said = said.clean();
    Failure::unless(said.reasons_against())?;
    // Somebody else's picture does not become one's own by its number: only who added it puts it in.
    let row = store::assets(cx.tx(), &[asset]).await?.into_iter().next().ok_or(Failure::NotFound)?;
    if row.added_by != cx.actor().id() {
        return Err(Failure::NotFound);
    }
    put_in(cx, asset, unit, &said).await.map(drop)
}

/// Puts a picture of a story into the library before the story is public, in the words it has there. Who writes the story may.
///
/// # Errors
/// Not found when the story does not show it, or one may not read it; refused without words.
pub async fn offer_from_story(cx: &mut Cx, story: StoryId, asset: AssetId) -> Result<(), Failure> {
    let sheet = Sheet::open(cx, story, Action::WriteStory).await?;
    let content = sheet.content()?.ok_or(Failure::NotFound)?;
    let (_, said) = figures(&content).into_iter().find(|(one, _)| *one == asset).ok_or(Failure::NotFound)?;
    Failure::unless(said.reasons_against())?;
    let unit = sheet.row.unit;
    may_keep(cx.actor(), unit)?;
    put_in(cx, asset, unit, &said).await.map(drop)
}

/// The pictures of a story with their words there.
pub(crate) fn figures(content: &Content) -> Vec<(AssetId, LibraryWords)> {
    let figures = content.body.figures().map(|figure| {
        let said = LibraryWords {
            caption: if figure.caption.is_empty() { content.title.clone() } else { figure.caption.clone() },
            alt: figure.alt.clone(),
            credit: figure.credit.clone(),
            ..LibraryWords::default()
        };
        (AssetId(figure.asset), said.clean())
    });
    figures.collect()
}

/// What is public is everybody's to find: the pictures of a story that goes out enter the library, unless they are or were in it.
pub(super) async fn take_in_published(cx: &mut Cx, sheet: &Sheet) -> Result<(), Failure> {
    let Some(content) = sheet.content()? else { return Ok(()) };
    for (asset, said) in figures(&content) {
        put_in(cx, asset, sheet.row.unit, &said).await?;
    }
    Ok(())
}

/// Notes which pictures a text shows.
pub(super) async fn note_uses(
    db: &impl ConnectionTrait,
    story: StoryId,
    content: &Content,
) -> Result<(), Failure> {
    let assets: Vec<AssetId> = content.assets().collect();
    Ok(store::note_use(db, story, &assets).await?)
}

/// A picture of the library, for who keeps it.
async fn kept(cx: &Cx, asset: AssetId) -> Result<ItemRow, Failure> {
    can(cx.actor(), Action::ReadPeople, Thing::House)?;
    let row = store::item(cx.tx(), asset).await?.ok_or(Failure::NotFound)?;
    may_keep(cx.actor(), row.unit)?;
    Ok(row)
}

/// Says other words of it. `seen` is the version that was shown.
///
/// # Errors
/// Stale when somebody said others meanwhile; refused with every reason.
pub async fn describe_asset(
    cx: &mut Cx,
    asset: AssetId,
    seen: i32,
    said: LibraryWords,
) -> Result<(), Failure> {
    let row = kept(cx, asset).await?;
    let said = said.clean();
    Failure::unless(said.reasons_against())?;
    let json = serde_json::to_string(&said).map_err(|error| Failure::Broken(Box::new(error)))?;
    if json == row.words {
        return Ok(());
    }
    let folded = said.folded();
    let edit = ItemEdit {
        asset,
        version: seen.saturating_add(1),
        words: &json,
        folded: &folded,
        until: &said.until,
        at: cx.now(),
        by: cx.actor().id(),
    };
    if row.version != seen || !store::describe_item(cx.tx(), &edit).await? {
        return Err(Failure::Stale(Refusal::new("stale-library")));
    }
    cx.record(NewsroomEvent::AssetDescribed { asset, version: edit.version });
    Ok(())
}

/// Takes it out of the library with a reason. Stories keep what they show.
///
/// # Errors
/// Refused without a reason, or when it is out already.
pub async fn withdraw_asset(cx: &mut Cx, asset: AssetId, reason: &str) -> Result<(), Failure> {
    let row = kept(cx, asset).await?;
    if row.withdrawn_at.is_some() {
        return Err(Failure::refused(Refusal::new("closed-library-out")));
    }
    let reason = typed::reason("reason", reason, WORDS_MOST, "refused-library-reason")?;
    store::withdraw_item(cx.tx(), asset, Some(cx.now()), cx.actor().id(), &reason).await?;
    cx.record(NewsroomEvent::AssetWithdrawn { asset, reason });
    Ok(())
}

/// Offers it again.
///
/// # Errors
/// Refused when it is offered.
pub async fn offer_again(cx: &mut Cx, asset: AssetId) -> Result<(), Failure> {
    let row = kept(cx, asset).await?;
    if row.withdrawn_at.is_none() {
        return Err(Failure::refused(Refusal::new("closed-library-in")));
    }
    store::withdraw_item(cx.tx(), asset, None, None, "").await?;
    cx.record(NewsroomEvent::AssetOffered { asset, unit: row.unit });
    Ok(())
}

/// Lets the press take it from the press room. That is the press desk's to say, as what it tells the press is.
///
/// # Errors
/// Refused where it is out of the library, where the right to it has ended, and while nobody says whose it is.
pub async fn offer_to_press(cx: &mut Cx, zone: &Zone, asset: AssetId) -> Result<(), Failure> {
    cx.may(Action::AnswerPress, Thing::House)?;
    let row = store::item(cx.tx(), asset).await?.ok_or(Failure::NotFound)?;
    let said = LibraryWords::of(&row);
    let mut against = Vec::new();
    if row.withdrawn_at.is_some() {
        against.push(Refusal::new("closed-library-out"));
    }
    if said.right(zone.day(cx.now())) == Right::Ended {
        against.push(Refusal::new("closed-library-right"));
    }
    if said.credit.is_empty() && said.owner.is_empty() {
        against.push(Refusal::field("credit", "refused-library-press-credit"));
    }
    Failure::unless(against)?;
    if row.for_press_at.is_none() {
        store::set_for_press(cx.tx(), asset, Some(cx.now())).await?;
        cx.record(NewsroomEvent::AssetForPress { asset });
    }
    Ok(())
}

/// Lets the press take it no more.
///
/// # Errors
/// Not found where it is none of the library.
pub async fn keep_from_press(cx: &mut Cx, asset: AssetId) -> Result<(), Failure> {
    cx.may(Action::AnswerPress, Thing::House)?;
    let row = store::item(cx.tx(), asset).await?.ok_or(Failure::NotFound)?;
    if row.for_press_at.is_some() {
        store::set_for_press(cx.tx(), asset, None).await?;
        cx.record(NewsroomEvent::AssetKeptFromPress { asset });
    }
    Ok(())
}
