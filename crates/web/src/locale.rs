//! Languages of the interface: Vietnamese first, English complete. The words live in `/locales` as Fluent files.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// Tiếng Việt.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Vi, Self::En];

    /// The BCP 47 code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// Its name in itself.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Vi => "Tiếng Việt",
            Self::En => "English",
        }
    }

    /// Reads a code; anything else is no language of ours.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }
}

#[derive(rust_embed::RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../locales"]
struct Files;

type Bundle = FluentBundle<FluentResource>;

fn bundle(lang: Lang) -> &'static Bundle {
    static VI: OnceLock<Bundle> = OnceLock::new();
    static EN: OnceLock<Bundle> = OnceLock::new();
    let slot = match lang {
        Lang::Vi => &VI,
        Lang::En => &EN,
    };
    slot.get_or_init(|| load(lang))
}

fn load(lang: Lang) -> Bundle {
    let id = lang.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // Direction marks around arguments are for mixed scripts; ours are not, and they spoil HTML attributes.
    bundle.set_use_isolating(false);
    for (_, text) in sources(lang) {
        let resource = FluentResource::try_new(text).unwrap_or_else(|(whole, errors)| {
            tracing::error!(lang = lang.code(), ?errors, "a locale file has errors");
            whole
        });
        if let Err(errors) = bundle.add_resource(resource) {
            tracing::error!(lang = lang.code(), ?errors, "a locale key stands twice");
        }
    }
    bundle
}

fn sources(lang: Lang) -> impl Iterator<Item = (String, String)> {
    let folder = format!("{}/", lang.code());
    Files::iter().filter(move |path| path.starts_with(&folder)).filter_map(|path| {
        let file = Files::get(&path)?;
        Some((path.to_string(), String::from_utf8_lossy(&file.data).into_owned()))
    })
}

/// Every key of a language, and the errors of its files: for the test that nothing is missing in either.
#[must_use]
pub fn keys(lang: Lang) -> (BTreeSet<String>, Vec<String>) {
    let mut keys = BTreeSet::new();
    let mut errors = Vec::new();
    for (path, text) in sources(lang) {
        let resource = FluentResource::try_new(text).unwrap_or_else(|(whole, found)| {
            errors.extend(found.iter().map(|error| format!("{path}: {error}")));
            whole
        });
        for entry in resource.entries() {
            if let fluent_syntax::ast::Entry::Message(message) = entry
                && !keys.insert(message.id.name.to_owned())
            {
                errors.push(format!("{path}: {} stands twice", message.id.name));
            }
        }
    }
    (keys, errors)
}

/// Looks `key` up with named arguments. A missing key shows as itself, so that it is seen.
#[must_use]
pub fn lookup(lang: Lang, key: &str, args: &[(&str, String)]) -> String {
    let bundle = bundle(lang);
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        tracing::error!(key, lang = lang.code(), "a locale key is missing");
        return key.to_owned();
    };
    let mut named = FluentArgs::new();
    for (name, value) in args {
        // Plain whole numbers choose plural forms; everything else stays the text it is.
        let value = match value.parse::<i64>() {
            Ok(number) if value.len() < 16 && !value.starts_with('0') || value == "0" => {
                FluentValue::from(number)
            }
            _ => FluentValue::from(value.clone()),
        };
        named.set((*name).to_owned(), value);
    }
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&named), &mut errors);
    if !errors.is_empty() {
        tracing::error!(key, lang = lang.code(), ?errors, "a locale message lacks an argument");
    }
    text.into_owned()
}

/// Whether a language has `key`.
pub(crate) fn has(lang: Lang, key: &str) -> bool {
    bundle(lang).has_message(key)
}

/// A language at hand: what templates ask for words.
#[derive(Debug, Clone, Copy, Default)]
pub struct Locale(pub Lang);

impl Locale {
    /// The words of `key`.
    #[must_use]
    pub fn t(self, key: &str) -> String {
        lookup(self.0, key, &[])
    }

    /// The words of `key` with one named argument.
    #[must_use]
    pub fn f(self, key: &str, name: &str, value: impl ToString) -> String {
        lookup(self.0, key, &[(name, value.to_string())])
    }

    /// The words of a refusal.
    #[must_use]
    pub fn refusal(self, refusal: &kernel::Refusal) -> String {
        lookup(self.0, refusal.key, &refusal.args)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_keys_and_no_errors() {
        let (vi, vi_errors) = keys(Lang::Vi);
        let (en, en_errors) = keys(Lang::En);
        assert!(vi_errors.is_empty() && en_errors.is_empty(), "{vi_errors:?} {en_errors:?}");
        assert_eq!(vi.difference(&en).collect::<Vec<_>>(), Vec::<&String>::new(), "missing in English");
        assert_eq!(en.difference(&vi).collect::<Vec<_>>(), Vec::<&String>::new(), "missing in Vietnamese");
        assert!(!vi.is_empty());
    }
}
