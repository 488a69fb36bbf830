//! The steps of a thing, each a form of its page.

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

/// Does a verb in the asker's name, in one wish, and says what it made or why not.
#[macro_export]
macro_rules! wish {
    ($asker:expr, |$cx:ident| $verb:expr) => {
        async {
            let mut $cx = $asker.wish().await?;
            let made = $verb?;
            $cx.finish().await?;
            Ok::<_, ::kernel::Failure>(made)
        }
        .await
    };
}
