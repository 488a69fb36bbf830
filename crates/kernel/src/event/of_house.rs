//! The events of one house as a closed list of its own: what happened, what it is about, its name, and whether the
//! public reads something else since.

/// Writes the enum of a house's events. Each line is `Variant { id: IdType, more: Type } => Kind, "name"`, with
/// `, public` at its end when public pages change with it. The first field is the thing it is about.
macro_rules! house_events {
    (
        $(#[$doc:meta])* $name:ident {
            $( $(#[$told:meta])* $variant:ident {
                $thing:ident : $id:ty $(, $field:ident : $type:ty)* $(,)?
            } => $kind:ident, $word:literal $(, $public:ident)? ; )+
        }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
        #[serde(tag = "event", rename_all = "kebab-case")]
        #[expect(missing_docs, reason = "the fields are the ids their names say")]
        pub enum $name {
            $( $(#[$told])* $variant { $thing: $id $(, $field: $type)* }, )+
        }

        impl $name {
            /// The thing it is about.
            #[must_use]
            pub fn thing(&self) -> $crate::ThingRef {
                match self {
                    $( Self::$variant { $thing, .. } => $crate::ThingRef {
                        kind: $crate::ThingKind::$kind,
                        id: $thing.0,
                    }, )+
                }
            }

            /// The name of what happened.
            #[must_use]
            pub fn name(&self) -> &'static str {
                match self { $( Self::$variant { .. } => $word, )+ }
            }

            /// Whether what the public reads changes with it.
            #[must_use]
            pub fn is_public(&self) -> bool {
                match self { $( Self::$variant { .. } => house_events!(@ $($public)?), )+ }
            }

            /// Every name of the list.
            pub const NAMES: &[&str] = &[$($word),+];
        }
    };
    (@ public) => { true };
    (@) => { false };
}

pub(crate) use house_events;
