//! Passwords: argon2id at OWASP's minimum (19 MiB, two passes), off the async threads.

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use kernel::{Failure, Refusal};

const SHORTEST: usize = 10;
const LONGEST: usize = 200;

/// Why this password is not taken.
pub(crate) fn reasons_against(password: &str, login: &str) -> Vec<Refusal> {
    let mut reasons = Vec::new();
    let length = password.chars().count();
    if length < SHORTEST {
        reasons.push(Refusal::field("password", "refused-password-short").with("least", SHORTEST));
    }
    if length > LONGEST {
        reasons.push(Refusal::field("password", "refused-password-long").with("most", LONGEST));
    }
    let folded = viet::fold::fold(password).to_lowercase();
    let name = login.split('@').next().unwrap_or_default();
    if folded == login || (!name.is_empty() && folded.trim_end_matches(|c: char| c.is_ascii_digit()) == name)
    {
        reasons.push(Refusal::field("password", "refused-password-login"));
    }
    if folded.chars().collect::<std::collections::BTreeSet<_>>().len() < 4 {
        reasons.push(Refusal::field("password", "refused-password-plain"));
    }
    reasons
}

/// The PHC string to store.
pub(crate) async fn hash(password: String) -> Result<String, Failure> {
    tokio::task::spawn_blocking(move || {
        Argon2::default().hash_password(password.as_bytes()).map(|hash| hash.to_string())
    })
    .await
    .map_err(|e| Failure::Broken(Box::new(e)))?
    .map_err(|e| Failure::broken(e.to_string()))
}

/// Whether `password` is the one that was stored. Takes as long when nothing was stored.
pub(crate) async fn matches(password: String, stored: Option<String>) -> bool {
    tokio::task::spawn_blocking(move || match stored {
        Some(stored) => PasswordHash::new(&stored)
            .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok()),
        None => {
            let _same_time = Argon2::default().hash_password(password.as_bytes());
            false
        }
    })
    .await
    .unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_the_right_password_matches() {
        let stored = hash("Mưa rừng ngang đèo".into()).await.unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{stored}");
        assert!(matches("Mưa rừng ngang đèo".into(), Some(stored.clone())).await);
        assert!(!matches("Mua rung ngang deo".into(), Some(stored)).await);
        assert!(!matches("anything".into(), None).await);
    }

    #[test]
    fn poor_passwords_are_refused_with_reasons() {
        let keys =
            |p: &str| reasons_against(p, "hoa.vang@lien.example").iter().map(|r| r.key).collect::<Vec<_>>();
        assert_eq!(keys("câu ngắn"), ["refused-password-short"]);
        assert_eq!(keys("aaaaaaaaaaaa"), ["refused-password-plain"]);
        assert_eq!(keys("hoa.vang2026"), ["refused-password-login"]);
        assert!(keys("mưa rừng ngang đèo").is_empty());
    }
}
