//! The tables of this house.

pub(crate) mod bookings;
pub(crate) mod meetings;
pub(crate) mod numbers;
pub(crate) mod rounds;
pub(crate) mod ties;

/// A list of ids as it is kept.
pub(crate) fn kept<T: serde::Serialize>(list: &[T]) -> String {
    serde_json::to_string(list).unwrap_or_else(|_| "[]".to_owned())
}

/// The same read back.
pub(crate) fn read<T: serde::de::DeserializeOwned>(text: &str) -> Vec<T> {
    serde_json::from_str(text).unwrap_or_default()
}
