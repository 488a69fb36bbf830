//! Who asks, in which language, from where.

use crate::{App, Error, Format, Kept, KeptView, Lang, Locale, Page};
use axum::extract::{FromRef, FromRequestParts};
use db::{Cx, Db, Look};
use http::request::Parts;
use http::{HeaderMap, Uri, header};
use kernel::{Actor, Failure};

/// The header in which the roof notes the address a request came from, over whatever the request itself claims.
pub const ORIGIN_HEADER: &str = "x-daumoi-origin";

/// The one who asks.
#[derive(Clone)]
pub struct Asker {
    /// What handlers get.
    pub app: App,
    /// Who.
    pub actor: Actor,
    /// The interface's language.
    pub lang: Lang,
    /// Path and query of this request.
    pub path: String,
    said: Option<String>,
}

impl Asker {
    /// A look at the data in the asker's name.
    #[must_use]
    pub fn look(&self) -> Look {
        self.app.db.look(self.actor.clone())
    }

    /// Begins a wish in the asker's name.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn wish(&self) -> Result<Cx, Failure> {
        self.app.db.begin(self.actor.clone()).await
    }

    /// The database.
    #[must_use]
    pub fn db(&self) -> &Db {
        &self.app.db
    }

    /// Words in the asker's language.
    #[must_use]
    pub fn locale(&self) -> Locale {
        Locale(self.lang)
    }

    /// Dates and numbers in the asker's language.
    #[must_use]
    pub fn format(&self) -> Format {
        Format::new(self.lang, self.app.zone.clone())
    }

    /// The frame of a desk page with this title.
    ///
    /// # Errors
    /// [`Failure::SignIn`] when nobody is signed in.
    pub async fn desk_page(&self, title: impl Into<String>) -> Result<Page, Error> {
        let look = self.look();
        look.may(kernel::Action::EnterDesk, kernel::Thing::House)?;
        let mut page = self.app.frame.desk(&look, self.lang, &self.path).await?;
        page.title = title.into();
        page.flashes = crate::said::flashes(self.locale(), self.said.as_deref());
        Ok(page)
    }

    /// The filters the asker keeps of a list. `list` is its path, under which they are kept; `here` the path of the view
    /// they lead to; `query` what one looks through now, empty when nothing is left out.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn kept(&self, list: &str, here: &str, query: &str) -> Result<Kept, Failure> {
        let views = self.app.frame.kept(&self.look(), list).await?;
        Ok(Kept {
            list: list.to_owned(),
            query: query.to_owned(),
            views: views
                .into_iter()
                .map(|(id, name, query)| KeptView { id, name, href: format!("{here}?{query}") })
                .collect(),
        })
    }

    /// The frame of a page before log-in.
    pub async fn gate_page(&self, title: impl Into<String>) -> Page {
        let mut page = self.app.frame.gate(self.lang, &self.path).await;
        page.title = title.into();
        page.flashes = crate::said::flashes(self.locale(), self.said.as_deref());
        page
    }
}

impl<S> FromRequestParts<S> for Asker
where
    App: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Self::Rejection> {
        let actor = parts.extensions.get::<Actor>().cloned().unwrap_or(Actor::Visitor);
        Ok(Self {
            app: App::from_ref(state),
            actor,
            lang: language(&parts.headers),
            path: path_of(&parts.uri),
            said: cookie(&parts.headers, "said").map(ToOwned::to_owned),
        })
    }
}

pub(crate) fn language(headers: &HeaderMap) -> Lang {
    cookie(headers, "lang").and_then(Lang::parse).unwrap_or_default()
}

pub(crate) fn path_of(uri: &Uri) -> String {
    uri.path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string)
}

/// The value of a cookie.
#[must_use]
pub fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| (key == name).then_some(value))
}
