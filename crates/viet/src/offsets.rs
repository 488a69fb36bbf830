//! Where each byte of a changed text came from, so that a finding can be shown in the original.

use std::ops::Range;

/// A place where text and source differ in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Edit {
    source: usize,
    source_len: usize,
    output: usize,
    output_len: usize,
}

/// Maps byte offsets between a source text and what was made of it.
///
/// Unchanged stretches cost nothing; each changed character costs one entry. Offsets inside a changed
/// character go to its start (for a start) or its end (for an end), so what comes out is always a
/// character border of the other text when what goes in is one of this.
///
/// ```
/// let folded = viet::fold::fold_mapped("Điện Biên");
/// assert_eq!(folded.text, "Dien Bien");
/// let found = folded.text.find("Bien").unwrap();
/// assert_eq!(folded.map.source_range(found..found + 4), 8..13);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OffsetMap {
    edits: Vec<Edit>,
    source_len: usize,
    output_len: usize,
}

impl OffsetMap {
    /// Bytes of the source.
    #[must_use]
    pub fn source_len(&self) -> usize {
        self.source_len
    }

    /// Bytes of the text made of it.
    #[must_use]
    pub fn output_len(&self) -> usize {
        self.output_len
    }

    /// Whether nothing was changed.
    #[must_use]
    pub fn is_identity(&self) -> bool {
        self.edits.is_empty()
    }

    /// Records `len` bytes that are the same in both.
    pub(crate) fn same(&mut self, len: usize) {
        self.source_len += len;
        self.output_len += len;
    }

    /// Records a change of `source_len` bytes into `output_len` bytes.
    pub(crate) fn edit(&mut self, source_len: usize, output_len: usize) {
        if source_len == output_len && source_len <= 1 {
            return self.same(source_len);
        }
        self.edits.push(Edit { source: self.source_len, source_len, output: self.output_len, output_len });
        self.source_len += source_len;
        self.output_len += output_len;
    }

    /// The source range that an output range came from.
    #[must_use]
    pub fn source_range(&self, output: Range<usize>) -> Range<usize> {
        let start = self.source_of(output.start, false);
        start..self.source_of(output.end, true).max(start)
    }

    /// The output range that a source range became.
    #[must_use]
    pub fn output_range(&self, source: Range<usize>) -> Range<usize> {
        let start = self.output_of(source.start, false);
        start..self.output_of(source.end, true).max(start)
    }

    fn source_of(&self, at: usize, end: bool) -> usize {
        if at == 0 && !end {
            return 0;
        }
        let after = self.edits.partition_point(|e| e.output <= at);
        let Some(edit) = after.checked_sub(1).and_then(|i| self.edits.get(i)) else {
            return at.min(self.source_len);
        };
        let inside = at - edit.output;
        let there = if inside >= edit.output_len {
            edit.source + edit.source_len + (inside - edit.output_len)
        } else if inside > 0 && end {
            edit.source + edit.source_len
        } else {
            edit.source
        };
        there.min(self.source_len)
    }

    fn output_of(&self, at: usize, end: bool) -> usize {
        let after = self.edits.partition_point(|e| e.source <= at);
        let Some(edit) = after.checked_sub(1).and_then(|i| self.edits.get(i)) else {
            return at.min(self.output_len);
        };
        let inside = at - edit.source;
        let there = if inside >= edit.source_len {
            edit.output + edit.output_len + (inside - edit.source_len)
        } else if inside > 0 && end {
            edit.output + edit.output_len
        } else {
            edit.output
        };
        there.min(self.output_len)
    }

    /// The map of doing `self` first and then `next` on its output.
    pub(crate) fn then(&self, next: &Self) -> Self {
        let mut out = Self::default();
        if next.is_identity() {
            return self.clone();
        }
        // Every edit of either step is a place of change; overlapping ones melt into one.
        let mut places: Vec<(Range<usize>, Range<usize>)> = next
            .edits
            .iter()
            .map(|e| (self.source_range(e.output_in()), e.output..e.output + e.output_len))
            .collect();
        places.extend(self.edits.iter().map(|e| {
            let made = e.output..e.output + e.output_len;
            (e.source..e.source + e.source_len, next.output_range(made))
        }));
        places.sort_by_key(|(s, o)| (s.start, o.start, s.end));
        let mut merged: Vec<(Range<usize>, Range<usize>)> = Vec::with_capacity(places.len());
        for (s, o) in places {
            match merged.last_mut() {
                Some((ls, lo))
                    if s.start < ls.end
                        || o.start < lo.end
                        || (s.start == ls.start && o.start == lo.start) =>
                {
                    ls.end = ls.end.max(s.end);
                    lo.end = lo.end.max(o.end);
                }
                _ => merged.push((s, o)),
            }
        }
        for (s, o) in merged {
            out.same(s.start.saturating_sub(out.source_len));
            out.edit(s.len(), o.len());
        }
        out.same(self.source_len.saturating_sub(out.source_len));
        out
    }
}

impl Edit {
    fn output_in(&self) -> Range<usize> {
        self.source..self.source + self.source_len
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_inside_a_change_go_to_its_borders() {
        let mut map = OffsetMap::default();
        map.same(2);
        map.edit(3, 1);
        map.same(4);
        assert_eq!(map.source_range(0..2), 0..2);
        assert_eq!(map.source_range(2..3), 2..5);
        assert_eq!(map.source_range(3..7), 5..9);
        assert_eq!(map.output_range(3..4), 2..3);
        assert_eq!(map.output_range(5..9), 3..7);
        assert_eq!(map.source_range(0..99), 0..9);
    }

    #[test]
    fn two_steps_become_one_map() {
        let mut first = OffsetMap::default();
        first.same(1);
        first.edit(3, 2);
        first.same(3);
        let mut second = OffsetMap::default();
        second.same(1);
        second.edit(2, 1);
        second.same(1);
        second.edit(1, 3);
        second.same(1);
        let both = first.then(&second);
        assert_eq!((both.source_len(), both.output_len()), (7, 7));
        assert_eq!(both.source_range(1..2), 1..4);
        assert_eq!(both.source_range(3..6), 5..6);
        assert_eq!(both.output_range(6..7), 6..7);
    }
}
