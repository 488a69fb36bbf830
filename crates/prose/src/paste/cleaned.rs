//! What a paste lost on its way in, countable in words: "3 pictures, 1 embedded video".

/// One kind of thing that was left out of a paste.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cleaned {
    /// What kind.
    pub what: Dropped,
    /// How many.
    pub count: usize,
    /// Up to three of them as the author may know them: a picture's words or file name, a link's address.
    pub examples: Vec<String>,
}

/// Kinds of things a story cannot hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dropped {
    /// A picture that is not in the store: it has to be uploaded.
    Picture,
    /// A video, map, drawing, formula or other page inside the page.
    Embed,
    /// A program.
    Script,
    /// A field or button of a form.
    Control,
    /// A link that leads nowhere safe; its words are kept.
    Link,
    /// Words the page did not show.
    Hidden,
    /// The end of a text too long to take in whole.
    Rest,
}

impl Dropped {
    /// All of them, for tests that every one has its word.
    pub const ALL: [Self; 7] =
        [Self::Picture, Self::Embed, Self::Script, Self::Control, Self::Link, Self::Hidden, Self::Rest];

    /// A stable name, for looking the word up in the reader's language.
    pub fn key(self) -> &'static str {
        match self {
            Self::Picture => "picture",
            Self::Embed => "embed",
            Self::Script => "script",
            Self::Control => "control",
            Self::Link => "link",
            Self::Hidden => "hidden",
            Self::Rest => "rest",
        }
    }
}

impl Cleaned {
    pub(super) fn new(what: Dropped) -> Self {
        Self { what, count: 0, examples: vec![] }
    }

    pub(super) fn add(&mut self, example: &str) {
        self.count += 1;
        let example: String = crate::clean::line(example).chars().take(80).collect();
        if !example.is_empty() && self.examples.len() < 3 && !self.examples.contains(&example) {
            self.examples.push(example);
        }
    }
}
