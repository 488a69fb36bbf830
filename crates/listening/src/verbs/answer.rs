//! Answer: the unit that was asked begins a story; when it is public, the hot spot is answered.

use super::sheet::Sheet;
use crate::hot_spot::{State, Step};
use crate::office::Office;
use crate::store::{self, threads::AnswerRow};
use db::Cx;
use kernel::{Failure, HotSpotId, ListeningEvent, Refusal, StoryId};

/// Begins the story that answers, for the unit that was asked. It goes the way of every story: draft, review by a
/// second person, publication.
///
/// # Errors
/// Refused when no unit was asked or an answer was begun already; not found for units that were not asked.
pub async fn begin_answer(cx: &mut Cx, office: &dyn Office, id: HotSpotId) -> Result<StoryId, Failure> {
    let mut sheet = Sheet::open_for_answer(cx, id).await?;
    if sheet.row.story.is_some() {
        return Err(Failure::refused(Refusal::new("closed-spot-answer-begun")));
    }
    sheet.take(cx, Step::BeginAnswer, false)?;
    let unit = sheet.row.unit.ok_or(Failure::NotFound)?;
    let thread = store::threads::thread(cx.tx(), sheet.row.thread).await?.ok_or(Failure::NotFound)?;
    let story = office.begin_answer(cx, unit, &thread.title, &sheet.row.question).await?;
    sheet.row.story = Some(story);
    cx.record(ListeningEvent::HotSpotAnswerBegun { hot_spot: id, story });
    sheet.save(cx).await?;
    Ok(story)
}

/// A story is public: the hot spots that wait for it are answered.
///
/// # Errors
/// When the database does not answer.
pub async fn answered(cx: &mut Cx, office: &dyn Office, story: StoryId) -> Result<(), Failure> {
    for spot in store::spots::of_story(cx.tx(), story).await? {
        let mut sheet = Sheet::lock(cx, spot.id).await?;
        if sheet.state() == State::Closed || sheet.row.answered_at.is_some() {
            continue;
        }
        sheet.take(cx, Step::Answer, false)?;
        sheet.row.answered_at = Some(cx.now());
        let (title, text) = office.said(cx, story).await?;
        let row = AnswerRow { story, thread: sheet.row.thread, title, text, at: cx.now() };
        store::threads::put_answer(cx.tx(), &row).await?;
        // Whoever hears next remembers anew, with what we said.
        store::mentions::step(cx.tx()).await?;
        cx.record(ListeningEvent::HotSpotAnswered { hot_spot: spot.id, story });
        sheet.save(cx).await?;
    }
    Ok(())
}
