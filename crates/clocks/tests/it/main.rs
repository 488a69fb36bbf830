//! Our calendar and our counting against another program's, day by day from 2025 to 2027.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod compared;
