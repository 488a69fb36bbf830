//! The pages of this house.
