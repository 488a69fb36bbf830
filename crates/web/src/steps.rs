//! What the pages of every house do around a form: choices shown, ids and times read, a wish made and its reasons told.

use crate::{Page, refused_status};
use axum::response::Response;
use http::StatusCode;
use kernel::{Failure, Moment, Refusal, UnitId, Zone};
use std::str::FromStr;

/// One choice of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
    /// Whether it is the one.
    pub selected: bool,
}

impl Choice {
    /// The choices of (value, words), with one chosen.
    pub fn of(list: impl IntoIterator<Item = (String, String)>, chosen: &str) -> Vec<Self> {
        list.into_iter().map(|(value, label)| Self { selected: value == chosen, value, label }).collect()
    }

    /// The same with several chosen.
    pub fn several(list: impl IntoIterator<Item = (String, String)>, chosen: &[String]) -> Vec<Self> {
        list.into_iter()
            .map(|(value, label)| Self { selected: chosen.contains(&value), value, label })
            .collect()
    }

    /// The choices of names whose words are the locale keys `family` + name.
    #[must_use]
    pub fn named(p: &Page, family: &str, names: &[&str], chosen: &str) -> Vec<Self> {
        Self::of(names.iter().map(|name| ((*name).to_owned(), p.t(&format!("{family}{name}")))), chosen)
    }

    /// Units to choose from.
    #[must_use]
    pub fn units(units: Vec<(UnitId, String)>, chosen: &str) -> Vec<Self> {
        Self::of(units.into_iter().map(|(unit, name)| (unit.to_string(), name)), chosen)
    }
}

/// Reads an id of the address; one that is none is not there.
///
/// # Errors
/// Not found.
pub fn id_of<T: FromStr>(text: &str) -> Result<T, Failure> {
    text.parse().map_err(|_| Failure::NotFound)
}

/// The reasons of a refused wish, to be shown beside what was typed; anything else stays a failure.
///
/// # Errors
/// What is no refusal.
pub fn reasons(failure: Failure) -> Result<Vec<Refusal>, Failure> {
    match failure {
        Failure::Refused(reasons) => Ok(reasons),
        Failure::Stale(reason) => Ok(vec![reason]),
        other => Err(other),
    }
}

/// A page that says why something was refused, with the status that says so too.
#[must_use]
pub fn with_status(mut page: Response, refused: &[Refusal]) -> Response {
    if refused.iter().any(|reason| reason.key == "refused-slow-down") {
        *page.status_mut() = StatusCode::TOO_MANY_REQUESTS;
    } else if refused.iter().any(|reason| reason.key.starts_with("stale-")) {
        *page.status_mut() = StatusCode::CONFLICT;
    } else if !refused.is_empty() {
        *page.status_mut() = refused_status(refused);
    }
    page
}

/// A moment as `datetime-local` sends it, or the start of a day, in the agency's zone; none when nothing was typed.
///
/// # Errors
/// Refused when it cannot be read.
pub fn typed_moment(text: &str, field: &'static str, zone: &Zone) -> Result<Option<Moment>, Failure> {
    if text.is_empty() {
        return Ok(None);
    }
    let wall = text.parse::<jiff::civil::DateTime>().ok().and_then(|wall| zone.moment(wall));
    let read = wall.or_else(|| text.parse().ok().and_then(|day| zone.start_of(day)));
    read.map(Some).ok_or_else(|| Failure::refused(Refusal::field(field, "refused-moment")))
}

/// The same in the form that a `datetime-local` field shows.
#[must_use]
pub fn shown_moment(zone: &Zone, at: Option<Moment>) -> String {
    at.map(|at| zone.local(at).strftime("%Y-%m-%dT%H:%M").to_string()).unwrap_or_default()
}

/// Writes the doors of steps: a form of a thing's page carries out one verb in one wish, and what became of it is said on the
/// page again, thanks or reasons against.
///
/// The head names the house, the type of the thing's id and the function that answers:
/// `async fn(&House, &Asker, Id, Result<&'static str, Failure>, &Fields) -> Result<Response, Error>`. Each step is a name, the key
/// of the words of thanks, and the verb with what it may use; its transaction is finished for it.
///
/// ```ignore
/// web::steps! {
///     House, InquiryId, followed;
///
///     /// Takes it on.
///     take_on, "said-inquiry-taken", |cx, house, of, fields| verbs::take_inquiry(&mut cx, of).await;
/// }
/// ```
#[macro_export]
macro_rules! steps {
    (
        $house_type:ty, $id_type:ty, $followed:path;
        $(
            $(#[$doc:meta])*
            $name:ident, $said:expr, |$cx:ident, $house:ident, $of:ident, $fields:ident| $verb:expr;
        )+
    ) => {
        $(
            $(#[$doc])*
            pub(crate) async fn $name(
                ::axum::extract::State($house): ::axum::extract::State<$house_type>,
                asker: $crate::Asker,
                ::axum::extract::Path(thing): ::axum::extract::Path<String>,
                $fields: $crate::Fields,
            ) -> Result<::axum::response::Response, $crate::Error> {
                let $of: $id_type = thing.parse().map_err(|_| ::kernel::Failure::NotFound)?;
                let outcome: Result<&'static str, ::kernel::Failure> = async {
                    let mut $cx = asker.wish().await?;
                    let _made = $verb?;
                    $cx.finish().await?;
                    Ok($said)
                }
                .await;
                $followed(&$house, &asker, $of, outcome, &$fields).await
            }
        )+
    };
}

/// Does a verb in the asker's name and says what became of it: `wish!(asker, |cx| verbs::close(&mut cx, id).await)`.
#[macro_export]
macro_rules! wish {
    ($asker:expr, |$cx:ident| $verb:expr) => {
        async {
            let mut $cx = $asker.wish().await?;
            let made = $verb?;
            $cx.finish().await?;
            Ok::<_, kernel::Failure>(made)
        }
        .await
    };
}
