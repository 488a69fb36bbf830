//! Namespaces: which vocabulary an element belongs to, whatever prefix or spelling of the address a feed uses.

/// A vocabulary that says something here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Space {
    /// RSS in all its versions, CDF, and elements of no namespace.
    Plain,
    Atom,
    Rdf,
    /// `content:encoded`.
    Content,
    /// Dublin Core and its terms.
    Dublin,
    Media,
    Itunes,
    GooglePlay,
    Feedburner,
    Xhtml,
    Other,
}

/// By what their addresses contain, in lower case; feeds write them with `http`, `https`, slashes or none.
const ADDRESSES: [(&str, Space); 23] = [
    ("w3.org/2005/atom", Space::Atom),
    ("purl.org/atom/ns", Space::Atom),
    ("purl.org/atom/app", Space::Other),
    ("w3.org/1999/02/22-rdf-syntax-ns", Space::Rdf),
    ("purl.org/rss/1.0/modules/content", Space::Content),
    ("purl.org/rss/1.0/modules", Space::Other),
    ("purl.org/rss/", Space::Plain),
    ("purl.org/net/rss", Space::Plain),
    ("my.netscape.com/rdf/simple", Space::Plain),
    ("channel.netscape.com/rdf/simple", Space::Plain),
    ("my.netscape.com/publish/formats/rss", Space::Plain),
    ("backend.userland.com", Space::Plain),
    ("blogs.law.harvard.edu/tech/rss", Space::Plain),
    ("cyber.law.harvard.edu/rss", Space::Plain),
    ("rssboard.org/rss-specification", Space::Plain),
    ("purl.org/dc/", Space::Dublin),
    ("search.yahoo.com/mrss", Space::Media),
    ("video.search.yahoo.com", Space::Media),
    ("dtds/podcast", Space::Itunes),
    ("google.com/schemas/play-podcasts", Space::GooglePlay),
    ("rssnamespace.org/feedburner", Space::Feedburner),
    ("w3.org/1999/xhtml", Space::Xhtml),
    ("w3.org/xml/1998/namespace", Space::Other),
];

/// Prefixes that feeds use without declaring them.
const PREFIXES: [(&str, Space); 15] = [
    ("", Space::Plain),
    ("rss", Space::Plain),
    ("atom", Space::Atom),
    ("a10", Space::Atom),
    ("rdf", Space::Rdf),
    ("content", Space::Content),
    ("dc", Space::Dublin),
    ("dcterms", Space::Dublin),
    ("media", Space::Media),
    ("itunes", Space::Itunes),
    ("googleplay", Space::GooglePlay),
    ("feedburner", Space::Feedburner),
    ("xhtml", Space::Xhtml),
    ("xh", Space::Xhtml),
    ("html", Space::Xhtml),
];

/// The prefixes that hold at a place in the document.
#[derive(Default)]
pub(super) struct Scope {
    declared: Vec<Declared>,
}

struct Declared {
    depth: usize,
    prefix: String,
    /// `None` for an address nobody here knows.
    space: Option<Space>,
}

impl Scope {
    pub(super) fn declare(&mut self, prefix: &str, address: &str, depth: usize) {
        let address = address.trim().to_ascii_lowercase();
        let known = ADDRESSES.iter().find(|(part, _)| address.contains(part)).map(|(_, space)| *space);
        let space = if address.is_empty() { Some(Space::Plain) } else { known };
        self.declared.push(Declared { depth, prefix: prefix.to_ascii_lowercase(), space });
    }

    /// Forgets what was declared at this depth and below.
    pub(super) fn leave(&mut self, depth: usize) {
        while self.declared.last().is_some_and(|d| d.depth >= depth) {
            self.declared.pop();
        }
    }

    /// The vocabulary of an element. An unknown one that the outermost element chose is the feed's own way of
    /// writing RSS.
    pub(super) fn element(&mut self, prefix: &str, outermost: bool) -> Space {
        let found = self.declared.iter_mut().rev().find(|d| d.prefix.eq_ignore_ascii_case(prefix));
        match found {
            Some(declared) => {
                if outermost && declared.space.is_none() {
                    declared.space = Some(Space::Plain);
                }
                declared.space.unwrap_or(Space::Other)
            }
            None => PREFIXES
                .iter()
                .find(|(known, _)| known.eq_ignore_ascii_case(prefix))
                .map_or(Space::Other, |(_, space)| *space),
        }
    }
}
