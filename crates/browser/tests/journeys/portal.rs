//! The public's side.
