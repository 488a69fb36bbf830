//! Messages to other programs: JSON posted under the same guard, signed as Standard Webhooks asks, so that receivers can
//! check with any of its libraries that it is ours, unaltered and new.

use crate::error::{FetchError, RedirectFault};
use crate::fetcher::Fetcher;
use crate::{guard, headers, hop};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use hmac::{Hmac, KeyInit, Mac};
use http::Method;
use http::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use sha2::Sha256;
use std::fmt;
use std::str::FromStr;
use tokio::time::Instant;

/// What a webhook's two ends share. Never shown.
#[derive(Clone)]
pub struct Secret(Vec<u8>);

/// Why a text is no secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a secret is whsec_ and then 24 to 64 bytes in base64")]
pub struct SecretError;

/// `whsec_…` as Standard Webhooks writes it.
impl FromStr for Secret {
    type Err = SecretError;

    fn from_str(text: &str) -> Result<Self, SecretError> {
        let text = text.trim();
        let bytes = STANDARD.decode(text.strip_prefix("whsec_").unwrap_or(text)).map_err(|_| SecretError)?;
        if (24..=64).contains(&bytes.len()) { Ok(Self(bytes)) } else { Err(SecretError) }
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl Secret {
    /// The signature of a message: `v1,` and the base64 of HMAC-SHA256 over `id.seconds.body`.
    #[must_use]
    pub fn sign(&self, id: &str, seconds: i64, body: &[u8]) -> String {
        // HMAC takes keys of every length, so there is always one.
        let mac = Hmac::<Sha256>::new_from_slice(&self.0).map(|mut mac| {
            mac.update(format!("{id}.{seconds}.").as_bytes());
            mac.update(body);
            STANDARD.encode(mac.finalize().into_bytes())
        });
        format!("v1,{}", mac.unwrap_or_default())
    }
}

/// One message to a webhook.
#[derive(Debug, Clone)]
pub struct Hook<'a> {
    /// Where to.
    pub url: &'a str,
    /// The JSON, as it is signed and sent.
    pub body: Bytes,
    /// Names the message; the same at each attempt, so the receiver notices a second arrival.
    pub id: &'a str,
    /// When it is sent, in seconds since 1970 UTC: receivers refuse old ones.
    pub seconds: i64,
    /// With it the message is signed.
    pub secret: Option<&'a Secret>,
    /// Further headers that the receiver asks for, such as `Authorization`.
    pub headers: &'a [(String, String)],
}

/// The receiver took it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Delivered {
    /// With this HTTP status, 200 to 299.
    pub status: u16,
}

impl Fetcher {
    /// Posts JSON to a webhook. It waits for the host's turn like everything else, and follows no redirect.
    ///
    /// # Errors
    /// See [`FetchError`]; [`FetchError::BadAnswer`] never means that the message did not arrive.
    pub async fn post_json(&self, hook: &Hook<'_>) -> Result<Delivered, FetchError> {
        let parts = &self.parts;
        let url = guard::read(&parts.policy, hook.url)?;
        let host = crate::policy::plain_host(url.host_str().unwrap_or_default());
        // No gap: a webhook is somebody's own door, who asked us to knock.
        let mut turn = parts
            .gates
            .turn(&format!("hook {host}"), std::time::Duration::ZERO, parts.policy.patience)
            .await?;
        let mut request = parts.blank(Method::POST, &url, hook.body.clone())?;
        let head = request.headers_mut();
        for (name, value) in hook.headers {
            if let (Ok(name), Ok(value)) =
                (HeaderName::try_from(name.as_str()), HeaderValue::try_from(value.as_str()))
            {
                head.insert(name, value);
            }
        }
        head.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        let mut put = |name: &'static str, value: String| {
            if let Ok(value) = HeaderValue::try_from(value) {
                head.insert(HeaderName::from_static(name), value);
            }
        };
        put("webhook-id", hook.id.to_owned());
        put("webhook-timestamp", hook.seconds.to_string());
        if let Some(secret) = hook.secret {
            put("webhook-signature", secret.sign(hook.id, hook.seconds, &hook.body));
        }
        let _room = parts.room.acquire().await.map_err(|_| FetchError::NoConnection)?;
        let began = Instant::now();
        let deadline = began.checked_add(parts.policy.whole).unwrap_or(began);
        let answer = hop::ask(&parts.client, &parts.policy, request, deadline).await?;
        let (status, retry_after) = (answer.status(), headers::retry_after(answer.headers()));
        answer.skip().await;
        if let Some(rest) = retry_after {
            turn.rest(rest);
        }
        match status {
            200..=299 => Ok(Delivered { status }),
            300..=399 => Err(FetchError::Redirect(RedirectFault::NotFollowed)),
            code => Err(FetchError::Status { code, retry_after }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the Standard Webhooks specification and its libraries.
    #[test]
    fn the_signature_is_that_of_the_standard() {
        let secret: Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw".parse().unwrap();
        assert_eq!(
            secret.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, br#"{"test": 2432232314}"#),
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
        );
    }

    #[test]
    fn a_secret_is_long_enough_and_never_shown() {
        assert!("whsec_MTIz".parse::<Secret>().is_err());
        assert!("not base64".parse::<Secret>().is_err());
        let secret: Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw".parse().unwrap();
        assert_eq!(format!("{secret:?}"), "Secret(…)");
    }
}
