//! The public sites.
