//! What is handed out: a paper in the form that was asked for, and any file as something to be saved.
//!
//! Setting a PDF takes a tenth of a second and more, and everybody may ask for a release's. So papers are made beside the
//! threads that serve others, one PDF at a time, and the last ones are kept for whoever asks next.

mod kept;

pub use print::{Check, Particulars};

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::{HeaderValue, header};
use kernel::Failure;
use paper::{Book, Paper};
use tokio::sync::Semaphore;

/// In which form a paper is handed out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// For Word: to be worked on.
    Docx,
    /// PDF: to be sent, hung up and kept.
    Pdf,
}

impl Form {
    /// The ending of its files, without the dot.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Pdf => "pdf",
        }
    }

    /// What its files are, for a browser.
    #[must_use]
    pub fn kind(self) -> &'static str {
        match self {
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Pdf => "application/pdf",
        }
    }
}

/// Makes a paper. Word has no use for the particulars.
///
/// # Errors
/// [`Failure::Broken`] when it cannot be put on paper: it is longer than any paper, or the library fails.
pub async fn made(paper: Paper, particulars: Particulars, form: Form) -> Result<Bytes, Failure> {
    match form {
        Form::Docx => {
            apart(move || paper::docx(&paper).map(Bytes::from).map_err(|error| error.to_string())).await
        }
        Form::Pdf => pdf(paper, particulars).await,
    }
}

async fn pdf(paper: Paper, particulars: Particulars) -> Result<Bytes, Failure> {
    static ONE_AT_A_TIME: Semaphore = Semaphore::const_new(1);
    let key = kept::key(&paper, &particulars);
    if let Some(bytes) = kept::find(&key) {
        return Ok(bytes);
    }
    // Who waits here holds no thread.
    let turn = ONE_AT_A_TIME.acquire().await.map_err(|error| Failure::broken(error.to_string()))?;
    if let Some(bytes) = kept::find(&key) {
        return Ok(bytes);
    }
    let bytes =
        apart(move || print::pdf(&paper, &particulars).map(Bytes::from).map_err(|error| error.to_string()))
            .await?;
    drop(turn);
    kept::keep(key, bytes.clone());
    Ok(bytes)
}

async fn apart(make: impl FnOnce() -> Result<Bytes, String> + Send + 'static) -> Result<Bytes, Failure> {
    let made = tokio::task::spawn_blocking(make).await;
    made.map_err(|error| Failure::broken(error.to_string()))?
        .map_err(|error| Failure::broken(format!("it could not be put on paper: {error}")))
}

/// A paper as a file to be saved; `name` has no ending.
///
/// # Errors
/// As [`made`].
pub async fn paper(
    paper: Paper,
    particulars: Particulars,
    form: Form,
    name: &str,
) -> Result<Response, Failure> {
    let bytes = made(paper, particulars, form).await?;
    Ok(file(form.kind(), &format!("{name}.{}", form.ending()), bytes))
}

/// A workbook as a file to be saved; `name` has no ending.
///
/// # Errors
/// [`Failure::Broken`] when the library fails.
pub async fn book(book: Book, name: &str) -> Result<Response, Failure> {
    const KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let bytes = apart(move || paper::xlsx(&book).map(Bytes::from).map_err(|error| error.to_string())).await?;
    Ok(file(KIND, &format!("{name}.xlsx"), bytes))
}

/// A file as something to be saved: never shown in place as a page of ours, whatever it holds.
pub fn file(kind: &str, name: &str, bytes: impl Into<Body>) -> Response {
    let encoded: String = name
        .bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect();
    let mut response = bytes.into().into_response();
    let headers = response.headers_mut();
    let kind = HeaderValue::from_str(kind).unwrap_or(HeaderValue::from_static("application/octet-stream"));
    headers.insert(header::CONTENT_TYPE, kind);
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox"));
    if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename*=UTF-8''{encoded}")) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use paper::{Heading, Title};

    fn notice() -> Paper {
        Paper {
            heading: Heading { national: true, issuer: Some("Văn phòng".to_owned()), ..Heading::default() },
            title: Title { kind: Some("Thông báo".to_owned()), subject: "Lịch trực".to_owned() },
            parts: vec![paper::Part::Text("Trực cả ngày lễ.".into())],
            ..Paper::default()
        }
    }

    #[tokio::test]
    async fn a_paper_comes_in_the_form_that_was_asked_and_is_not_set_twice() {
        let word = made(notice(), Particulars::default(), Form::Docx).await.unwrap();
        assert!(word.starts_with(b"PK"));
        let first = made(notice(), Particulars::default(), Form::Pdf).await.unwrap();
        let again = made(notice(), Particulars::default(), Form::Pdf).await.unwrap();
        assert!(first.starts_with(b"%PDF"));
        assert_eq!(first.as_ptr(), again.as_ptr(), "the second was set anew");
        let mut other = notice();
        other.title.subject.push_str(" Tết");
        assert_ne!(first, made(other, Particulars::default(), Form::Pdf).await.unwrap());
    }

    #[test]
    fn a_name_of_a_file_says_nothing_to_the_browser() {
        let response = file("text/plain", "a\"\r\nset-cookie: x; Thông cáo.txt", "x");
        let said = response.headers()[header::CONTENT_DISPOSITION].to_str().unwrap().to_owned();
        assert_eq!(
            said,
            "attachment; filename*=UTF-8''a%22%0D%0Aset-cookie%3A%20x%3B%20Th%C3%B4ng%20c%C3%A1o.txt"
        );
        let odd = file("text/\nhtml", "x", "x");
        assert_eq!(odd.headers()[header::CONTENT_TYPE], "application/octet-stream");
    }
}
