//! How far work is, as the pages of the things it is done for show it.

/// How far work is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress {
    /// The locale key of its state in a word.
    pub word: String,
    /// The chip of that state.
    pub chip: &'static str,
    /// 0 to 100.
    pub percent: u8,
    /// Past its day and not done.
    pub late: bool,
    /// Where it is on the desk.
    pub href: String,
}
