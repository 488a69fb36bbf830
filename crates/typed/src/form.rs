//! A form that may carry files: read within bounds, and what was typed is kept even when a file was too large.

use crate::Given;
use axum::extract::{FromRequest, Multipart, Request};
use axum::response::Response;
use http::{StatusCode, header};
use kernel::{Failure, Refusal};
use web::Fields;

/// What came.
pub struct Sent {
    /// The boxes with words in them.
    pub fields: Fields,
    /// The files; a box that was left empty is none.
    pub files: Vec<Given>,
    /// What could not be read.
    pub against: Vec<Refusal>,
}

impl Sent {
    /// The one file that a form is for, taken out; `missing` is the key that says that there is none.
    ///
    /// # Errors
    /// What could not be read, or `missing`.
    pub fn file(&mut self, missing: &'static str) -> Result<Given, Failure> {
        self.read()?;
        if self.files.is_empty() {
            return Err(Failure::refused(Refusal::field("file", missing)));
        }
        Ok(self.files.swap_remove(0))
    }

    /// That the whole form was read.
    ///
    /// # Errors
    /// What could not be.
    pub fn read(&self) -> Result<(), Failure> {
        Failure::unless(self.against.clone())
    }
}

/// More parts than any form of ours has.
const MOST_PARTS: usize = 200;

impl<S: Send + Sync> FromRequest<S> for Sent {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        if !kind.is_some_and(|kind| kind.starts_with("multipart/form-data")) {
            let fields = Fields::from_request(request, state).await?;
            return Ok(Self { fields, files: Vec::new(), against: Vec::new() });
        }
        let (mut pairs, mut files, mut against) = (Vec::new(), Vec::new(), Vec::new());
        let Ok(mut form) = Multipart::from_request(request, state).await else {
            return Ok(Self {
                fields: Fields::default(),
                files,
                against: vec![Refusal::new("refused-unreadable")],
            });
        };
        let failed = |status: StatusCode| {
            let large = status == StatusCode::PAYLOAD_TOO_LARGE;
            Refusal::field("file", if large { "refused-too-large" } else { "refused-unreadable" })
        };
        for part in 0.. {
            let field = match form.next_field().await {
                Ok(Some(field)) => field,
                Ok(None) => break,
                Err(error) => {
                    against.push(failed(error.status()));
                    break;
                }
            };
            if part >= MOST_PARTS {
                // Half of a form is not kept as if it were the whole.
                against.push(Refusal::new("refused-unreadable"));
                break;
            }
            let name = field.name().unwrap_or_default().to_owned();
            let file_name = field.file_name().map(ToOwned::to_owned);
            let bytes = match field.bytes().await {
                Ok(bytes) => bytes,
                Err(error) => {
                    against.push(failed(error.status()));
                    break;
                }
            };
            match file_name {
                // A file box that was left empty sends an empty file without a name.
                Some(_) if bytes.is_empty() => {}
                Some(file_name) => files.push(Given { name: file_name, bytes }),
                None => pairs.push((name, String::from_utf8_lossy(&bytes).into_owned())),
            }
        }
        Ok(Self { fields: Fields::from_pairs(pairs), files, against })
    }
}
