//! The fields of the index: which words of an entry are kept in which form, and what is kept to sort and count.

use tantivy::schema::{
    FAST, Field, IndexRecordOption, NumericOptions, STORED, STRING, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::tokenizer::{TextAnalyzer, TokenizerManager};

use crate::analyse::{Paired, Streamed};
use crate::entry::Facet;

/// Changes whenever an older index must not be read by this code.
pub(crate) const FORMAT: u32 = 1;

const STREAMED: &str = "streamed";
const PAIRED: &str = "paired";

/// Handles of the fields.
#[derive(Debug, Clone)]
pub(crate) struct Fields {
    pub(crate) schema: Schema,
    /// The caller's id.
    pub(crate) id: Field,
    /// The caller's version.
    pub(crate) stamp: Field,
    /// A hash of the id: the last key of every order.
    pub(crate) tie: Field,
    /// Tokens of those who may know of it.
    pub(crate) audience: Field,
    /// Accented terms of the whole text, with places.
    pub(crate) accented: Field,
    /// Folded terms of the whole text.
    pub(crate) folded: Field,
    /// Folded pairs of the whole text.
    pub(crate) pairs: Field,
    /// All forms of the title.
    pub(crate) title: Field,
    /// All forms of the names.
    pub(crate) names: Field,
    /// Symbols by their parts and beginnings.
    pub(crate) symbols: Field,
    /// `facet=value` and `facet~slug` of every facet.
    pub(crate) filed: Field,
    /// Microseconds since 1970.
    pub(crate) moment: Field,
    /// Days since 1970 in the agency's zone.
    pub(crate) day: Field,
    /// How it ages, and how far it is held back.
    pub(crate) ageing: Field,
    pub(crate) held_back: Field,
    /// The texts as given, for showing.
    pub(crate) shown_title: Field,
    pub(crate) shown_summary: Field,
    pub(crate) shown_body: Field,
    facets: [Field; Facet::ALL.len()],
}

impl Fields {
    pub(crate) fn new() -> Self {
        let mut s = Schema::builder();
        let text = |tokenizer: &str, record| {
            let how = TextFieldIndexing::default().set_tokenizer(tokenizer).set_index_option(record);
            TextOptions::default().set_indexing_options(how)
        };
        let terms = |record| {
            let how = TextFieldIndexing::default()
                .set_tokenizer("raw")
                .set_index_option(record)
                .set_fieldnorms(false);
            TextOptions::default().set_indexing_options(how)
        };
        let number = || NumericOptions::default().set_fast();
        let facets = Facet::ALL.map(|f| s.add_text_field(f.name(), TextOptions::default().set_fast("raw")));
        Self {
            id: s.add_text_field("id", STRING | FAST),
            stamp: s.add_u64_field("stamp", number()),
            tie: s.add_u64_field("tie", number()),
            audience: s.add_text_field("audience", terms(IndexRecordOption::Basic)),
            accented: s.add_text_field("accented", text(STREAMED, IndexRecordOption::WithFreqsAndPositions)),
            folded: s.add_text_field("folded", text(STREAMED, IndexRecordOption::WithFreqs)),
            pairs: s.add_text_field("pairs", text(PAIRED, IndexRecordOption::WithFreqs)),
            title: s.add_text_field("title", text(STREAMED, IndexRecordOption::WithFreqs)),
            names: s.add_text_field("names", text(STREAMED, IndexRecordOption::WithFreqs)),
            symbols: s.add_text_field("symbols", terms(IndexRecordOption::Basic)),
            filed: s.add_text_field("filed", terms(IndexRecordOption::Basic)),
            moment: s.add_i64_field("moment", number()),
            day: s.add_i64_field("day", number()),
            ageing: s.add_u64_field("ageing", number()),
            held_back: s.add_u64_field("held_back", number()),
            shown_title: s.add_text_field("shown_title", STORED),
            shown_summary: s.add_text_field("shown_summary", STORED),
            shown_body: s.add_text_field("shown_body", STORED),
            facets,
            schema: s.build(),
        }
    }

    pub(crate) fn facet(&self, facet: Facet) -> Field {
        let [kind, site, section, unit, field, language, column] = self.facets;
        match facet {
            Facet::Kind => kind,
            Facet::Site => site,
            Facet::Section => section,
            Facet::Unit => unit,
            Facet::Field => field,
            Facet::Language => language,
            Facet::Column => column,
        }
    }
}

/// The tokenizers the fields name.
pub(crate) fn tokenizers() -> TokenizerManager {
    let manager = TokenizerManager::default();
    manager.register(STREAMED, TextAnalyzer::from(Streamed));
    manager.register(PAIRED, TextAnalyzer::from(Paired));
    manager
}

/// The term under which a facet's value is filed as it is.
pub(crate) fn filed_value(facet: Facet, value: &str) -> String {
    format!("{}={value}", facet.name())
}

/// The term under which it is found as people type it.
pub(crate) fn filed_slug(facet: Facet, value: &str) -> String {
    format!("{}~{}", facet.name(), viet::fold::slug(value))
}
