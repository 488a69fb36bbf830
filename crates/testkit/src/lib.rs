//! A running agency for tests: on both databases, with people one remembers, a clock one can move, and a client
//! that touches HTTP only.

mod app;
mod client;
pub mod postgres;
mod world;

pub use app::{MORNING, TestApp};
pub use client::{Answer, Client};
pub use world::{PASSWORD, Who, World};

/// Makes two tests of one journey: on SQLite, and on PostgreSQL where its binaries are.
#[macro_export]
macro_rules! journey {
    ($($name:ident),+ $(,)?) => {$(
        mod $name {
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_sqlite() {
                let app = $crate::TestApp::on_sqlite().await.expect("an agency on SQLite");
                super::$name(app).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_postgres() {
                match $crate::TestApp::on_postgres().await.expect("an agency on PostgreSQL") {
                    Some(app) => super::$name(app).await,
                    None => $crate::postgres::say_skipped(),
                }
            }
        }
    )+};
}

/// The same and a third: on PostgreSQL with the search index in it.
#[macro_export]
macro_rules! search_journey {
    ($($name:ident),+ $(,)?) => {
        $crate::journey!($($name),+);
        mod on_postgres_alone {
            $(
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $name() {
                    match $crate::TestApp::on_postgres_alone().await.expect("an agency on PostgreSQL") {
                        Some(app) => super::$name(app).await,
                        None => $crate::postgres::say_skipped(),
                    }
                }
            )+
        }
    };
}
