//! The filters somebody keeps of a list, as the list shows them.

/// One of them.
#[derive(Debug, Clone, Default)]
pub struct KeptView {
    /// Its id, to forget it.
    pub id: String,
    /// As they called it.
    pub name: String,
    /// Where it leads.
    pub href: String,
}

/// What a list shows of them with `ui::kept(kept)`.
#[derive(Debug, Clone, Default)]
pub struct Kept {
    /// The path of the list.
    pub list: String,
    /// The query one looks through now; empty when nothing is left out, and then nothing can be kept.
    pub query: String,
    /// What was kept before.
    pub views: Vec<KeptView>,
}
