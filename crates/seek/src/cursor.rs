//! Where a page of results ended, so that the next begins there however much is added meanwhile.

/// The place after which a page begins. It holds nothing but what its reader has seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    /// The state of the index it was given for.
    pub mark: u64,
    /// Results before the page, should the last of them be gone.
    pub before: usize,
    /// The last result's id.
    pub id: String,
}

/// Pages end here; whoever needs more narrows the search.
pub const DEEPEST: usize = 10_000;

impl Cursor {
    /// As text.
    #[must_use]
    pub fn write(&self) -> String {
        format!("{:x}.{:x}.{}", self.mark, self.before, self.id)
    }

    /// Nothing for what is no cursor: the search begins at its first page.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '.');
        let mark = u64::from_str_radix(parts.next()?, 16).ok()?;
        let before = usize::from_str_radix(parts.next()?, 16).ok().filter(|n| *n <= DEEPEST)?;
        let id = parts.next().filter(|id| !id.is_empty())?.to_owned();
        Some(Self { mark, before, id })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_and_read_back() {
        let cursor = Cursor { mark: u64::MAX, before: 20, id: "story.1".into() };
        assert_eq!(Cursor::read(&cursor.write()), Some(cursor));
        for text in ["", "1", "1.2", "1.2.", "x.1.a", "1.ffffff.a", "1.-2.a", "99999999999999999999.1.1"] {
            assert_eq!(Cursor::read(text), None, "{text}");
        }
    }
}
