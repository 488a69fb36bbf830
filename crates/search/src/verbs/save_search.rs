//! Save a search: kept under a name, with a count of what is new since one last looked.

use crate::store::{self, SavedRow};
use db::Cx;
use kernel::{Action, Failure, NewId, Refusal, SavedSearchId, Thing};

/// More than these nobody looks through.
const MOST: usize = 50;
/// Characters of a name.
const LONGEST: usize = 100;

/// Keeps it for the one who asks. `asked` is the query string of the search page.
///
/// # Errors
/// Refused without a name, with one that is too long, or when there are too many.
pub(crate) async fn save_search(cx: &mut Cx, name: &str, asked: &str) -> Result<(), Failure> {
    cx.may(Action::EnterDesk, Thing::House)?;
    let (person, name) = (cx.person()?, name.trim());
    let mut against = Vec::new();
    if name.is_empty() {
        against.push(Refusal::field("name", "refused-search-name"));
    }
    if name.chars().count() > LONGEST || asked.len() > 2000 {
        against.push(Refusal::field("name", "refused-too-long").with("most", LONGEST));
    }
    if store::saved(cx.tx(), person).await?.len() >= MOST {
        against.push(Refusal::new("refused-search-many").with("most", MOST));
    }
    Failure::unless(against)?;
    let id = SavedSearchId::fresh();
    let row = SavedRow { id, name: name.to_owned(), asked: asked.to_owned(), seen_at: cx.now() };
    Ok(store::save(cx.tx(), &row, person).await?)
}

/// Notes that its owner has looked at it; answers what it asks.
///
/// # Errors
/// Not found when it is somebody else's.
pub(crate) async fn see_search(cx: &mut Cx, id: SavedSearchId) -> Result<String, Failure> {
    let person = cx.person()?;
    let mine = store::saved(cx.tx(), person).await?;
    let row = mine.into_iter().find(|row| row.id == id).ok_or(Failure::NotFound)?;
    store::see(cx.tx(), id, person, cx.now()).await?;
    Ok(row.asked)
}
