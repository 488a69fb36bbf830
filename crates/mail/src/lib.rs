//! Letters: what the agency sends to subscribers, journalists and askers, and what they answer.
//!
//! Out, by SMTP:
//!
//! ```no_run
//! # async fn send() -> Result<(), Box<dyn std::error::Error>> {
//! use mail::{Automatic, Letter, Outbox, Party, Security, Sending, Sent};
//!
//! let mut settings = Sending::new("mail.tuyenquang.gov.vn", Security::Implicit);
//! settings.login = Some(("cong@tuyenquang.gov.vn".into(), "…".into()));
//! let outbox = Outbox::new(settings)?;
//! let from = Party::new("Cổng thông tin", "cong@tuyenquang.gov.vn")?;
//! let to = Party::new("", "ai@example.vn")?;
//! let mut letter = Letter::new(from, to, "Bản tin mới".parse()?, "Kính gửi …", "0192f-1", 1_795_000_000)?;
//! letter.automatic = Automatic::Generated;
//! match outbox.send(&letter).await {
//!     Sent::Accepted { .. } => {}                      // the server has taken it
//!     Sent::Later { trouble, said } => { let _ = (trouble, said); }   // try again; nothing is wrong with the recipient
//!     Sent::Never { code, said } => { let _ = (code, said); }         // this recipient or letter will never be taken
//! }
//! # Ok(()) }
//! ```
//!
//! [`Outbox::open`] gives a [`Line`](outbox::Line) on which many letters go one after the other.
//!
//! In, by IMAP: [`Mailbox::open`], [`Mailbox::new_letters`], [`Mailbox::letter`], [`read`], [`Mailbox::handled`].
//! [`read`] turns the bytes of a letter into a [`Received`], with bounds, and says whether a person wrote it.
//!
//! What always holds:
//!
//! * **No header can be smuggled in.** What stands in a header is of a type that has no room for a line end.
//! * **A letter of ours says what it is**: its identifier is of our host, machine-made ones carry `Auto-Submitted` and
//!   suppress automatic answers, and [`Automatic`] of what came in tells whether one may answer at all (RFC 3834).
//! * **A refusal is of somebody**: only what the server says about the recipient or the letter is `Never`; a wrong password
//!   or a sender it does not like is our own trouble and comes as `Later`.
//! * **Hostile letters** of any depth, count or size give a clear word and never a panic.
//!
//! The crate knows no database and reads no clock; moments are seconds since 1970 UTC that the caller passes in.

mod bounce;
mod compose;
mod dkim;
mod letter;
mod mailbox;
mod marks;
pub mod outbox;
mod receive;
mod sent;
mod tls;
mod words;

pub use bounce::{Bounce, Failed};
pub use dkim::{Dkim, DkimFault};
pub use letter::{Attachment, Automatic, Bounces, Letter, LetterFault, Unsubscribe};
pub use mailbox::{Collecting, Mailbox, MailboxFault, News, Position, Waiting};
pub use marks::Writer;
pub use outbox::{Outbox, Sending, SettingsFault};
pub use receive::{Bounds, File, ReadFault, Received, read};
pub use sent::{Sent, Trouble};
pub use tls::Security;
pub use words::{Address, MessageId, OneLine, Party, WordFault};
