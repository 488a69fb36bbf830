//! A visitor of a public page of any house: nobody in particular, with a language and a place to come back to.

use crate::{App, Error, Format, Lang, Locale, ORIGIN_HEADER, Page};
use axum::extract::{FromRef, FromRequestParts};
use db::{Cx, Look};
use http::header;
use http::request::Parts;
use kernel::{Actor, Failure};

/// Who visits. Public pages know no more of them than this.
#[derive(Clone)]
pub struct Visitor {
    /// What handlers get.
    pub app: App,
    /// The language they chose, if they did; a site has one of its own.
    pub chosen: Option<Lang>,
    /// The host they typed, without its port.
    pub host: String,
    /// Scheme and host, for addresses that leave the page: feeds, letters, codes to scan.
    pub origin: String,
    /// Path and query of this request.
    pub path: String,
    /// The address they come from, for limits only; kept nowhere.
    pub from: String,
    said: Option<String>,
}

impl Visitor {
    /// A look at what is public.
    #[must_use]
    pub fn look(&self) -> Look {
        self.app.db.look(Actor::Visitor)
    }

    /// Begins a wish of a visitor.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn wish(&self) -> Result<Cx, Failure> {
        self.app.db.begin(Actor::Visitor).await
    }

    /// The language of answers that stand on no page.
    #[must_use]
    pub fn locale(&self) -> Locale {
        Locale(self.chosen.unwrap_or_default())
    }

    /// Dates and numbers in that language.
    #[must_use]
    pub fn format(&self) -> Format {
        Format::new(self.chosen.unwrap_or_default(), self.app.zone.clone())
    }

    /// The frame of a public page with this title. Such pages may say something once after an action.
    ///
    /// # Errors
    /// [`Failure::NotFound`] when the host has no site.
    pub async fn page(&self, title: &str) -> Result<Page, Error> {
        let mut page = self.app.frame.site(self.chosen, &self.host, &self.path).await?;
        page.title = page.t(title);
        page.flashes = crate::said::flashes(page.locale(), self.said.as_deref());
        Ok(page)
    }
}

impl<S> FromRequestParts<S> for Visitor
where
    App: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Self::Rejection> {
        let app = App::from_ref(state);
        let text = |name: &str| {
            parts.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_lowercase()
        };
        let typed = text(header::HOST.as_str());
        let port = typed.rsplit_once(':').filter(|(_, port)| port.bytes().all(|b| b.is_ascii_digit()));
        let scheme = if app.secure { "https" } else { "http" };
        Ok(Self {
            chosen: crate::cookie(&parts.headers, "lang").and_then(Lang::parse),
            host: port.map_or(typed.as_str(), |(name, _)| name).to_owned(),
            origin: format!("{scheme}://{typed}"),
            path: crate::asker::path_of(&parts.uri),
            from: text(ORIGIN_HEADER),
            said: crate::cookie(&parts.headers, "said").map(ToOwned::to_owned),
            app,
        })
    }
}
