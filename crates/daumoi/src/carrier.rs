//! Carries letters to people outside: each once at least, and what their server says is noted with the letter.

use crate::post_office::Outward;
use async_trait::async_trait;
use db::Db;
use files::FileStore;
use jobs::{Handler, Job};
use kernel::{Actor, Failure};
use mail::{Attachment, Automatic, Letter, Party, Sent, Unsubscribe};
use post::{Carried, ToCarry};
use std::sync::{Arc, OnceLock};

/// What is noted with a letter while nobody has said how letters leave the house.
pub(crate) const NO_WAY_OUT: &str = "letter-no-way-out";

/// After so many tries a letter is given up; with the queue's back-off that is about nine hours.
const MOST_TRIES: i32 = 12;

/// Does the jobs of [`post::LETTER_TOPIC`].
pub(crate) struct Carrier {
    pub(crate) db: Db,
    pub(crate) files: FileStore,
    pub(crate) outward: Arc<OnceLock<Outward>>,
}

#[async_trait]
impl Handler for Carrier {
    async fn run(&self, job: &Job) -> Result<(), Failure> {
        let Some(letter) = post::to_carry(self.db.reader(), &job.payload).await? else { return Ok(()) };
        let Some((outbox, from)) = self.outward.get().and_then(Outward::mail) else {
            // It waits here until somebody says how; it is queued anew then.
            return self.note(&letter, &Carried::Later { said: NO_WAY_OUT.to_owned() }).await;
        };
        let formed = match self.form(&letter, from.clone()).await {
            Ok(formed) => formed,
            Err(Failure::Refused(reasons)) => {
                let said = reasons.first().map_or("letter-unformed", |reason| reason.key).to_owned();
                return self.note(&letter, &Carried::Never { said }).await;
            }
            Err(other) => return Err(other),
        };
        let message_id = formed.id.to_string();
        match outbox.send(&formed).await {
            Sent::Accepted { said } => self.note(&letter, &Carried::Taken { message_id, said }).await,
            Sent::Never { code, said } => {
                self.note(&letter, &Carried::Never { said: format!("{code} {said}") }).await
            }
            Sent::Later { trouble, said } if job.attempts >= MOST_TRIES => {
                self.note(&letter, &Carried::Never { said: format!("{} {said}", trouble.key()) }).await
            }
            Sent::Later { trouble, said } => {
                let said = format!("{} {said}", trouble.key());
                self.note(&letter, &Carried::Later { said: said.clone() }).await?;
                Err(Failure::broken(format!("a letter is not taken now: {said}")))
            }
        }
    }
}

impl Carrier {
    async fn note(&self, letter: &ToCarry, carried: &Carried) -> Result<(), Failure> {
        let cx = self.db.begin(Actor::Machine("post")).await?;
        post::mark(&cx, letter.id, carried).await?;
        cx.finish().await
    }

    async fn form(&self, letter: &ToCarry, from: Party) -> Result<Letter, Failure> {
        let refused = |key| Failure::refused(kernel::Refusal::new(key));
        let to = Party::new(&letter.to_name, &letter.to_address).map_err(|_| refused("letter-unformed"))?;
        let subject = letter.subject.parse().map_err(|_| refused("letter-unformed"))?;
        let seconds = u64::try_from(self.db.now().timestamp().as_second()).unwrap_or(0);
        let mut formed = Letter::new(from, to, subject, &letter.text, &letter.id.to_string(), seconds)
            .map_err(|_| refused("letter-unformed"))?;
        formed.automatic = Automatic::Generated;
        formed.reply_to = match &letter.reply_to {
            Some(address) => Some(Party::new("", address).map_err(|_| refused("letter-unformed"))?),
            None => None,
        };
        formed.in_reply_to = letter.answers.as_deref().and_then(|id| id.parse().ok());
        formed.references.extend(formed.in_reply_to.clone());
        formed.unsubscribe = self.unsubscribe(letter);
        for file in &letter.files {
            let bytes = self.files.original(&file.sha256).await?.to_vec();
            let name = file.name.parse().map_err(|_| refused("letter-unformed"))?;
            formed.attachments.push(Attachment { name, content_type: file.kind.clone(), bytes });
        }
        Ok(formed)
    }

    /// One click ends a subscription where the site is reached by https; elsewhere the text says how.
    fn unsubscribe(&self, letter: &ToCarry) -> Option<Unsubscribe> {
        let address = self.outward.get()?.address();
        let one_click = format!("{address}{}", letter.unsubscribe.as_ref()?).parse::<url::Url>().ok()?;
        (one_click.scheme() == "https").then_some(Unsubscribe { one_click, address: None })
    }
}
