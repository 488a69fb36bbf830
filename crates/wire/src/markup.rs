//! Tags and character references: what feeds and pages are both cut into before anybody asks what they mean.

pub(crate) mod entities;
pub(crate) mod scan;
