//! The secret that form tokens and tracking codes are made with: one for all processes of the agency, in its database.

use crate::store;
use db::Db;
use hmac::{Hmac, KeyInit, Mac};
use kernel::{Actor, Failure};
use sha2::Sha256;

/// A key nobody outside knows.
#[derive(Clone)]
pub struct Secret(Vec<u8>);

impl Secret {
    /// Of these bytes.
    #[must_use]
    pub fn of_bytes(bytes: &[u8]) -> Self {
        Self(bytes.to_vec())
    }

    /// The agency's, made when it is first needed.
    pub(crate) async fn of_agency(db: &Db) -> Result<Self, Failure> {
        if let Some(kept) = store::secret(db.reader()).await? {
            return Ok(Self(kept.into_bytes()));
        }
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(|error| Failure::broken(error.to_string()))?;
        let cx = db.begin(Actor::Machine("gate")).await?;
        store::keep_secret(cx.tx(), &hex(&bytes)).await?;
        let kept = store::secret(cx.tx()).await?.ok_or_else(|| Failure::broken("no secret was kept"))?;
        cx.finish().await?;
        Ok(Self(kept.into_bytes()))
    }

    /// A code of `text` that only this secret makes, for one purpose.
    #[must_use]
    pub fn mac(&self, purpose: &str, text: &str) -> Vec<u8> {
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.0) else { return Vec::new() };
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        mac.update(text.as_bytes());
        mac.finalize().into_bytes().to_vec()
    }
}

/// Bytes in lower-case hexadecimal.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// So many random bytes in hexadecimal.
pub(crate) fn random_hex(bytes: usize) -> Result<String, Failure> {
    let mut some = vec![0; bytes];
    getrandom::fill(&mut some).map_err(|error| Failure::broken(error.to_string()))?;
    Ok(hex(&some))
}
