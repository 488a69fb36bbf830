//! Stories from draft through approval to publication.
