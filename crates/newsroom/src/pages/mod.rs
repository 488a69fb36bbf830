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

pub(crate) async fn names(house: &House) -> Result<Names, Failure> {
    house.directory.names().await.map(|(units, people)| Names { units, people })
}

pub(crate) fn address(story: StoryId) -> String {
    format!("/desk/newsroom/stories/{story}")
}
