//! What an inline style means for the words: bold, centred, hidden, a level of Word's lists. All else is dress.

use dom_query::NodeRef;

use crate::{Align, Mark, Marks};

/// The declarations of one `style`, in small letters.
pub(super) struct Style(Vec<(String, String)>);

impl Style {
    pub(super) fn of(node: &NodeRef<'_>) -> Self {
        let Some(style) = node.attr("style") else { return Self(vec![]) };
        let declarations = style.split(';').take(100).filter_map(|declaration| declaration.split_once(':'));
        Self(
            declarations
                .map(|(name, value)| (name.trim().to_lowercase(), value.trim().to_lowercase()))
                .collect(),
        )
    }

    /// The value that counts: the last one.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    pub(super) fn is_hidden(&self) -> bool {
        self.get("display").is_some_and(|value| value.starts_with("none"))
            || self.get("visibility").is_some_and(|value| value.starts_with("hidden"))
            || self.get("mso-hide") == Some("all")
    }

    /// The level in Word's list (`mso-list:l0 level2 lfo1`), from one.
    pub(super) fn list_level(&self) -> Option<usize> {
        let list = self.get("mso-list")?;
        let level = list.split_whitespace().find_map(|word| word.strip_prefix("level"))?;
        level.parse().ok().filter(|level| (1..=9).contains(level))
    }

    /// The text Word writes in front of a list item.
    pub(super) fn is_list_marker(&self) -> bool {
        self.get("mso-list").is_some_and(|list| list.starts_with("ignore"))
    }

    pub(super) fn align(&self) -> Option<Option<Align>> {
        self.get("text-align").and_then(align)
    }

    /// The space at the left in points, where it is given in one of the units of print.
    pub(super) fn left_points(&self) -> Option<f32> {
        let value = self.get("margin-left")?;
        let number =
            |unit: &str| value.strip_suffix(unit).and_then(|number| number.trim().parse::<f32>().ok());
        let points = number("pt").or_else(|| number("in").map(|n| n * 72.0));
        points.or_else(|| number("cm").map(|n| n * 28.35)).or_else(|| number("px").map(|n| n * 0.75))
    }

    /// Adds what the style puts on words and takes off what it takes off.
    pub(super) fn mark(&self, marks: &mut Marks) {
        if let Some(weight) = self.get("font-weight") {
            let bold = weight.starts_with("bold") || weight.parse::<u16>().is_ok_and(|n| n >= 600);
            set(marks, Mark::Bold, bold);
        }
        if let Some(style) = self.get("font-style") {
            set(marks, Mark::Italic, style.starts_with("italic") || style.starts_with("oblique"));
        }
        let decoration = [self.get("text-decoration"), self.get("text-decoration-line")];
        for value in decoration.into_iter().flatten() {
            if value.contains("underline") {
                marks.add(Mark::Underline);
            }
            if value.contains("line-through") {
                marks.add(Mark::Strike);
            }
            if value.starts_with("none") {
                marks.remove(Mark::Underline);
            }
        }
        match self.get("vertical-align") {
            Some("super") => marks.add(Mark::Superscript),
            Some("sub") => marks.add(Mark::Subscript),
            _ => {}
        }
    }
}

/// Centred and right-aligned lines mean something; even edges are the dress of print.
pub(super) fn align(value: &str) -> Option<Option<Align>> {
    match value.trim().to_ascii_lowercase().as_str() {
        "center" | "middle" => Some(Some(Align::Center)),
        "right" | "end" => Some(Some(Align::Right)),
        "left" | "start" | "justify" => Some(None),
        _ => None,
    }
}

fn set(marks: &mut Marks, mark: Mark, on: bool) {
    if on { marks.add(mark) } else { marks.remove(mark) }
}
