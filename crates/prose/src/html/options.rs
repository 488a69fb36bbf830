//! What a page knows and the text does not: where pictures lie, which sites are ours, what a table is called.

/// Where the pictures of a text can be fetched from.
pub trait Pictures {
    /// The picture stored under this asset id (lower case, with hyphens), or `None` when it cannot be shown.
    fn picture(&self, asset: &str) -> Option<Picture>;
}

/// One picture, ready for an `<img>`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Picture {
    /// Address of the middle-sized file.
    pub src: String,
    /// Addresses and widths of all sizes, as in HTML's `srcset`; empty when there is but one.
    pub srcset: String,
    /// Width of `src` in pixels; 0 when not known.
    pub width: u32,
    /// Height of `src` in pixels; 0 when not known.
    pub height: u32,
}

/// Shows no pictures at all; their words remain.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoPictures;

impl Pictures for NoPictures {
    fn picture(&self, _asset: &str) -> Option<Picture> {
        None
    }
}

impl<T: Pictures + ?Sized> Pictures for &T {
    fn picture(&self, asset: &str) -> Option<Picture> {
        (**self).picture(asset)
    }
}

/// How to write the HTML of a text.
#[derive(Clone, Copy)]
pub struct HtmlOptions<'a> {
    /// Where pictures come from.
    pub pictures: &'a dyn Pictures,
    /// The `sizes` of pictures that have a `srcset`.
    pub picture_sizes: &'a str,
    /// What a screen reader calls the scrollable region around a table; its number is added.
    pub table_label: &'a str,
    /// Put before the ids of headings, so that several texts can stand on one page.
    pub id_prefix: &'a str,
    /// Names of our own sites: links to them are not external.
    pub own_hosts: &'a [&'a str],
    /// Whether figures carry `data-asset`, so that a copy and paste on our own pages keeps them.
    pub mark_assets: bool,
}

impl Default for HtmlOptions<'_> {
    fn default() -> Self {
        Self {
            pictures: &NoPictures,
            picture_sizes: "(min-width: 48rem) 46rem, 100vw",
            table_label: "Bảng",
            id_prefix: "muc-",
            own_hosts: &[],
            mark_assets: false,
        }
    }
}
