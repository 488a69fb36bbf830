//! The desk pages of this house.

pub(crate) mod begin;
pub(crate) mod compare;
pub(crate) mod form;
pub(crate) mod library;
pub(crate) mod library_steps;
pub(crate) mod list;
pub(crate) mod pictures;
pub(crate) mod review;
pub(crate) mod steps;
pub(crate) mod story;
pub(crate) mod timetable;
pub(crate) mod work;
pub(crate) mod write;

use crate::House;
use crate::listing::Names;
use axum::extract::{FromRequestParts, Path};
use http::request::Parts;
use kernel::{Failure, Insider, StoryId};
use tokio::sync::Semaphore;
use web::{Asker, Error};

/// The story in the address. What is no id is no story.
pub(crate) struct InAddress(pub(crate) StoryId);

impl<S: Send + Sync> FromRequestParts<S> for InAddress {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Error> {
        let Path(text) =
            Path::<String>::from_request_parts(parts, state).await.map_err(|_| Failure::NotFound)?;
        text.parse().map(Self).map_err(|_| Error(Failure::NotFound))
    }
}

/// The person who asks; anyone else is sent to the log-in.
pub(crate) fn insider(asker: &Asker) -> Result<&Insider, Failure> {
    asker.actor.person().ok_or(Failure::SignIn)
}

/// As many long texts at once as most machines have cores.
static TURNS: Semaphore = Semaphore::const_new(2);

/// Does what takes long with a large text off the async threads: others are answered meanwhile.
pub(crate) async fn off_thread<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Failure> {
    let turn = TURNS.acquire().await.map_err(|e| Failure::Broken(Box::new(e)))?;
    let done = tokio::task::spawn_blocking(move || {
        let _held = turn;
        work()
    });
    done.await.map_err(|e| Failure::Broken(Box::new(e)))
}

pub(crate) async fn names(house: &House) -> Result<Names, Failure> {
    house.directory.names().await.map(|(units, people)| Names { units, people })
}

pub(crate) fn address(story: StoryId) -> String {
    format!("/desk/newsroom/stories/{story}")
}
