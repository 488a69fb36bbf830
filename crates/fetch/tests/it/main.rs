//! Fetching from real servers on this machine, well-behaved and hostile ones.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![expect(clippy::indexing_slicing, reason = "a test that cannot go on has failed")]
#![expect(clippy::panic, reason = "a test that cannot go on has failed")]

mod addresses;
mod bounds;
mod documents;
mod manners;
mod redirects;
mod secure;
mod server;
mod webhooks;
