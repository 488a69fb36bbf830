//! Pages of a list.

/// A page number a visitor asked for, from 1. Anything else is not a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageNumber(u32);

impl PageNumber {
    /// The first page.
    pub const FIRST: Self = Self(1);

    /// Reads `?page=`. Absent means the first; zero, text or more than a million is none.
    #[must_use]
    pub fn parse(text: Option<&str>) -> Option<Self> {
        match text {
            None | Some("") => Some(Self::FIRST),
            Some(text) => text.parse::<u32>().ok().filter(|n| (1..=1_000_000).contains(n)).map(Self),
        }
    }

    /// The number, from 1.
    #[must_use]
    pub fn get(self) -> u32 {
        self.0
    }

    /// How many rows come before this page.
    #[must_use]
    pub fn offset(self, size: u32) -> i64 {
        i64::from(self.0 - 1) * i64::from(size)
    }
}

/// One page of a list with its place in the whole.
#[derive(Debug, Clone)]
pub struct Page<T> {
    /// The rows of this page.
    pub items: Vec<T>,
    /// Which page, from 1.
    pub number: u32,
    /// Rows a page.
    pub size: u32,
    /// Rows in the whole list.
    pub total: u64,
}

impl<T> Page<T> {
    /// How many pages the list has; an empty list has one.
    #[must_use]
    pub fn last(&self) -> u32 {
        u32::try_from(self.total.div_ceil(u64::from(self.size.max(1)))).unwrap_or(u32::MAX).max(1)
    }

    /// Whether this page exists: the first always does (S143: an empty list is a page with a message).
    #[must_use]
    pub fn exists(&self) -> bool {
        self.number <= self.last()
    }

    /// The page before, if any.
    #[must_use]
    pub fn previous(&self) -> Option<u32> {
        (self.number > 1).then(|| self.number - 1)
    }

    /// The page after, if any.
    #[must_use]
    pub fn next(&self) -> Option<u32> {
        (self.number < self.last()).then(|| self.number + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_sensible_numbers_are_pages() {
        assert_eq!(PageNumber::parse(None), Some(PageNumber::FIRST));
        assert_eq!(PageNumber::parse(Some("3")).map(PageNumber::get), Some(3));
        for bad in ["0", "-1", "1000000000", "9999999999999", "hai", "1.5", " 1"] {
            assert_eq!(PageNumber::parse(Some(bad)), None, "{bad}");
        }
    }

    #[test]
    fn an_empty_list_has_one_page() {
        let page = Page::<u8> { items: vec![], number: 1, size: 20, total: 0 };
        assert!(page.exists());
        assert_eq!((page.last(), page.previous(), page.next()), (1, None, None));
        assert!(!Page::<u8> { number: 2, ..page }.exists());
    }
}
