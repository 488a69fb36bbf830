//! The letters about an inquiry or a demand: what became of ours, and what came in answer.

use kernel::{Failure, ThingRef};
use web::Page;

/// A letter of ours.
pub(super) struct LetterLine {
    pub(super) to: String,
    pub(super) state: String,
    pub(super) chip: &'static str,
    pub(super) said: String,
    pub(super) when: String,
}

/// All of them.
pub(super) struct Correspondence {
    pub(super) sent: Vec<LetterLine>,
    pub(super) came: Vec<post::Came>,
}

impl Correspondence {
    pub(super) async fn about(
        db: &impl db::ConnectionTrait,
        p: &Page,
        thing: ThingRef,
    ) -> Result<Self, Failure> {
        let line = |letter: post::SentLetter| LetterLine {
            to: letter.to_address,
            state: p.t(&format!("letter-{}", letter.state.name())),
            chip: chip(letter.state),
            said: letter.said,
            when: p.format.stamp(letter.at),
        };
        Ok(Self {
            sent: post::about(db, thing).await?.into_iter().map(line).collect(),
            came: post::came_about(db, thing).await?,
        })
    }

    pub(super) fn is_empty(&self) -> bool {
        self.sent.is_empty() && self.came.is_empty()
    }
}

fn chip(state: post::State) -> &'static str {
    match state {
        post::State::Sent => "published",
        post::State::Waiting => "scheduled",
        post::State::Failed | post::State::Bounced => "failed",
    }
}
