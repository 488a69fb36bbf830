//! Reading one JSON object strictly: what is asked for is taken, what is left over is an error.

use serde_json::{Map, Value};

use crate::Reason;

/// The fields of one node or mark, each to be taken once.
pub(super) struct Fields<'a> {
    map: &'a Map<String, Value>,
    taken: Vec<&'static str>,
}

impl<'a> Fields<'a> {
    pub(super) fn of(value: &'a Value, otherwise: &'static str) -> Result<Self, Reason> {
        let map = value.as_object().ok_or(Reason::Shape(otherwise))?;
        Ok(Self { map, taken: vec![] })
    }

    /// The field, where it is there and not `null`.
    pub(super) fn take(&mut self, name: &'static str) -> Option<&'a Value> {
        self.taken.push(name);
        self.map.get(name).filter(|value| !value.is_null())
    }

    pub(super) fn kind(&mut self) -> Result<&'a str, Reason> {
        self.take("type").and_then(Value::as_str).ok_or(Reason::Shape("every part needs a “type”"))
    }

    pub(super) fn list(&mut self, name: &'static str) -> Result<&'a [Value], Reason> {
        match self.take(name) {
            None => Ok(&[]),
            Some(Value::Array(list)) => Ok(list),
            Some(_) => Err(Reason::Value(name)),
        }
    }

    pub(super) fn attrs(&mut self) -> Result<Option<Self>, Reason> {
        self.take("attrs").map(|value| Fields::of(value, "“attrs” must be an object")).transpose()
    }

    pub(super) fn text(&mut self, name: &'static str) -> Result<Option<&'a str>, Reason> {
        self.take(name).map(|value| value.as_str().ok_or(Reason::Value(name))).transpose()
    }

    /// A whole number within bounds, or the number it has when it is not given.
    pub(super) fn number(
        &mut self,
        name: &'static str,
        least: u64,
        most: u64,
        otherwise: u64,
    ) -> Result<u64, Reason> {
        match self.take(name) {
            None => Ok(otherwise),
            Some(value) => value.as_u64().filter(|n| (least..=most).contains(n)).ok_or(Reason::Value(name)),
        }
    }

    /// Nothing may be left over, except `null`, which says nothing.
    pub(super) fn end(self) -> Result<(), Reason> {
        let unknown = |(name, value): &(&String, &Value)| {
            !value.is_null() && !self.taken.iter().any(|taken| taken == &name.as_str())
        };
        match self.map.iter().find(unknown) {
            None => Ok(()),
            Some((name, _)) => Err(Reason::UnknownField(name.chars().take(40).collect())),
        }
    }
}
