//! A table with its columns said once: the row, how it is read by its id, locked, and written as it stands.

/// Writes a row type with `of`, `lock` and `put`; the first column is the key. Every column's type is `Clone` and goes into
/// a [`crate::Value`].
///
/// ```ignore
/// db::table! {
///     /// One room.
///     RoomRow in "room" { id: RoomId, name: String, seats: i64 }
/// }
/// ```
#[macro_export]
macro_rules! table {
    ($(#[$doc:meta])* $row:ident in $name:literal { $key:ident : $id:ty, $($column:ident : $type:ty),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, $crate::FromQueryResult)]
        pub(crate) struct $row {
            pub(crate) $key: $id,
            $(pub(crate) $column: $type,)+
        }

        impl $row {
            /// Its columns, in order.
            pub(crate) const COLUMNS: &str = concat!(stringify!($key) $(, ", ", stringify!($column))+);

            /// The row of an id.
            pub(crate) async fn of(
                db: &impl $crate::ConnectionTrait,
                id: $id,
            ) -> Result<Option<Self>, $crate::DbErr> {
                let sql = format!(concat!("SELECT {} FROM ", $name, " WHERE ", stringify!($key), " = $1"), Self::COLUMNS);
                $crate::maybe(db, &sql, vec![id.into()]).await
            }

            /// The same under its lock.
            pub(crate) async fn lock(
                db: &impl $crate::ConnectionTrait,
                engine: $crate::Engine,
                id: $id,
            ) -> Result<Option<Self>, $crate::DbErr> {
                let sql = format!(
                    concat!("SELECT {} FROM ", $name, " WHERE ", stringify!($key), " = $1{}"),
                    Self::COLUMNS,
                    engine.for_update()
                );
                $crate::maybe(db, &sql, vec![id.into()]).await
            }

            /// Writes it as it stands.
            pub(crate) async fn put(&self, db: &impl $crate::ConnectionTrait) -> Result<(), $crate::DbErr> {
                let columns = [stringify!($key) $(, stringify!($column))+];
                let changes: Vec<String> =
                    columns.iter().skip(1).map(|column| format!("{column} = excluded.{column}")).collect();
                let sql = format!(
                    concat!("INSERT INTO ", $name, " ({}) VALUES ({}) ON CONFLICT (", stringify!($key), ") DO UPDATE SET {}"),
                    Self::COLUMNS,
                    $crate::places(1, columns.len()),
                    changes.join(", ")
                );
                let values = vec![self.$key.into() $(, self.$column.clone().into())+];
                $crate::run(db, &sql, values).await.map(drop)
            }
        }
    };
}
