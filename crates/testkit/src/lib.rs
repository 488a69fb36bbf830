//! A running agency for tests: both databases, people with names, a clock one can move.
