//! What the head of an answer says about time and form.

use http::header::{
    CACHE_CONTROL, CONTENT_TYPE, DATE, ETAG, HeaderMap, HeaderName, LAST_MODIFIED, RETRY_AFTER,
};
use std::time::Duration;

/// Longest time a server can ask for: a day. Beyond that it is taken as a day.
const DAY: Duration = Duration::from_secs(24 * 3600);
/// A validator longer than this is not kept.
const LONGEST_VALIDATOR: usize = 1024;

fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok().map(str::trim).filter(|it| !it.is_empty())
}

/// `Retry-After`, as seconds or as a date. A date is counted from the server's own `Date`, so nobody's clock needs to be right.
pub(crate) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let value = text(headers, &RETRY_AFTER)?;
    if let Ok(seconds) = value.parse::<u64>() {
        return Some(Duration::from_secs(seconds).min(DAY));
    }
    let until = httpdate::parse_http_date(value).ok()?;
    let now = httpdate::parse_http_date(text(headers, &DATE)?).ok()?;
    Some(until.duration_since(now).unwrap_or(Duration::ZERO).min(DAY))
}

/// `Cache-Control: max-age`; zero when the answer must not be kept.
pub(crate) fn max_age(headers: &HeaderMap) -> Option<Duration> {
    let mut found = None;
    for part in
        headers.get_all(CACHE_CONTROL).iter().filter_map(|it| it.to_str().ok()).flat_map(|it| it.split(','))
    {
        let part = part.trim().to_ascii_lowercase();
        if part == "no-cache" || part == "no-store" {
            return Some(Duration::ZERO);
        }
        if let Some(seconds) =
            part.strip_prefix("max-age=").and_then(|it| it.trim_matches('"').parse::<u64>().ok())
        {
            found = Some(Duration::from_secs(seconds));
        }
    }
    found
}

/// The media type without parameters, and the charset.
pub(crate) fn form(headers: &HeaderMap) -> (Option<String>, Option<String>) {
    let Some(value) = text(headers, &CONTENT_TYPE) else { return (None, None) };
    if let Ok(read) = value.parse::<mime::Mime>() {
        let charset = read.get_param(mime::CHARSET).map(|it| it.as_str().to_ascii_lowercase());
        return (Some(read.essence_str().to_ascii_lowercase()), charset);
    }
    // Servers write what they like; the part before the semicolon is worth something all the same.
    let first = value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    (Some(first).filter(|it| !it.is_empty()), None)
}

/// The validators for the next wish.
pub(crate) fn validators(headers: &HeaderMap) -> (Option<String>, Option<String>) {
    let kept =
        |name: &HeaderName| text(headers, name).filter(|it| it.len() <= LONGEST_VALIDATOR).map(str::to_owned);
    (kept(&ETAG), kept(&LAST_MODIFIED))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(k, v)| (HeaderName::from_static(k), v.parse().unwrap())).collect()
    }

    #[test]
    fn retry_after_is_seconds_or_a_date() {
        let date = ("date", "Sun, 22 Nov 2026 01:00:00 GMT");
        for (pairs, wanted) in [
            (vec![("retry-after", "120")], Some(120)),
            (vec![("retry-after", "99999999")], Some(86400)),
            (vec![("retry-after", "Sun, 22 Nov 2026 01:05:00 GMT"), date], Some(300)),
            (vec![("retry-after", "Sun, 22 Nov 2026 00:05:00 GMT"), date], Some(0)),
            (vec![("retry-after", "Sun, 22 Nov 2026 01:05:00 GMT")], None),
            (vec![("retry-after", "soon"), date], None),
            (vec![("retry-after", "-5"), date], None),
            (vec![date], None),
        ] {
            assert_eq!(retry_after(&head(&pairs)).map(|it| it.as_secs()), wanted, "{pairs:?}");
        }
    }

    #[test]
    fn max_age_is_read_among_others() {
        for (value, wanted) in [
            ("public, max-age=600", Some(600)),
            ("max-age=\"60\"", Some(60)),
            ("no-cache, max-age=600", Some(0)),
            ("s-maxage=5", None),
            ("max-age=x", None),
        ] {
            assert_eq!(max_age(&head(&[("cache-control", value)])).map(|it| it.as_secs()), wanted, "{value}");
        }
    }

    #[test]
    fn the_form_is_read_leniently() {
        let read = |value| form(&head(&[("content-type", value)]));
        assert_eq!(read("text/XML; charset=UTF-8"), (Some("text/xml".into()), Some("utf-8".into())));
        assert_eq!(read("text/html; charset=\"windows-1258\"").1.as_deref(), Some("windows-1258"));
        assert_eq!(read("text/html; charset"), (Some("text/html".into()), None));
        assert_eq!(read("rss"), (Some("rss".into()), None));
    }
}
