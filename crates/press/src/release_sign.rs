//! How a release is known to be ours (L16): the plain text that is signed, the signature, the code that is printed, and what
//! a pasted text is found to be.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kernel::Failure;
use ring::rand::{SecureRandom as _, SystemRandom};
use ring::signature::{ED25519, Ed25519KeyPair, KeyPair as _, UnparsedPublicKey};

/// The signs of a code: digits and capitals without those that are taken for each other.
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// What stands before the 32 bytes of an Ed25519 key in the form other programs read (RFC 8410).
const SPKI: [u8; 12] = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];

/// A key pair as it is kept: PKCS #8 and public key, both in base64.
pub(crate) struct Kept {
    pub(crate) secret: String,
    pub(crate) public: String,
}

/// Makes a key pair.
pub(crate) fn make_key() -> Result<Kept, Failure> {
    let broken = |_| Failure::broken("no key could be made");
    let secret = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).map_err(broken)?;
    let pair =
        Ed25519KeyPair::from_pkcs8(secret.as_ref()).map_err(|_| Failure::broken("the new key is none"))?;
    Ok(Kept { secret: STANDARD.encode(secret.as_ref()), public: STANDARD.encode(pair.public_key().as_ref()) })
}

/// Signs a text; the signature in base64.
pub(crate) fn sign(secret: &str, text: &str) -> Result<String, Failure> {
    let bytes = STANDARD.decode(secret).map_err(|error| Failure::Broken(Box::new(error)))?;
    let pair = Ed25519KeyPair::from_pkcs8(&bytes)
        .map_err(|_| Failure::broken("the key of the releases cannot be read"))?;
    Ok(STANDARD.encode(pair.sign(text.as_bytes()).as_ref()))
}

/// Whether a signature of a text holds.
pub(crate) fn holds(public: &str, text: &str, signature: &str) -> bool {
    let (Ok(public), Ok(signature)) = (STANDARD.decode(public), STANDARD.decode(signature)) else {
        return false;
    };
    UnparsedPublicKey::new(&ED25519, public).verify(text.as_bytes(), &signature).is_ok()
}

/// The public key as other programs read it.
pub(crate) fn pem(public: &str) -> String {
    let mut der = SPKI.to_vec();
    der.extend(STANDARD.decode(public).unwrap_or_default());
    format!("-----BEGIN PUBLIC KEY-----\n{}\n-----END PUBLIC KEY-----\n", STANDARD.encode(der))
}

/// The bytes of a signature.
pub(crate) fn signature_bytes(signature: &str) -> Vec<u8> {
    STANDARD.decode(signature).unwrap_or_default()
}

/// A fresh code of 60 random bits: `7K3M-9Q2X-A4TD`.
pub(crate) fn fresh_code() -> Result<String, Failure> {
    let signs = random_signs(12)?;
    let mut code = String::new();
    for (at, sign) in signs.chars().enumerate() {
        if at > 0 && at % 4 == 0 {
            code.push('-');
        }
        code.push(sign);
    }
    Ok(code)
}

/// A secret of 160 random bits for addresses that only its holder knows.
pub(crate) fn fresh_token() -> Result<String, Failure> {
    random_signs(32).map(|signs| signs.to_lowercase())
}

fn random_signs(many: usize) -> Result<String, Failure> {
    let mut bytes = vec![0; many];
    SystemRandom::new().fill(&mut bytes).map_err(|_| Failure::broken("no random numbers"))?;
    Ok(bytes
        .iter()
        .filter_map(|byte| SIGNS.get(usize::from(byte % 32)))
        .map(|sign| char::from(*sign))
        .collect())
}

/// A code as somebody typed it: small letters, spaces and the letters left out are forgiven.
#[must_use]
pub(crate) fn read_code(typed: &str) -> String {
    let mut code = String::new();
    let signs = typed.chars().filter(char::is_ascii_alphanumeric).map(|c| match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    });
    for (at, sign) in signs.take(13).enumerate() {
        if at > 0 && at % 4 == 0 {
            code.push('-');
        }
        code.push(sign);
    }
    code
}

/// What stands in the signed text.
pub(crate) struct Signed<'a> {
    pub(crate) agency: &'a str,
    pub(crate) called: &'a str,
    pub(crate) number: &'a str,
    pub(crate) issued: &'a str,
    pub(crate) title: &'a str,
    pub(crate) lead: &'a str,
    pub(crate) body: &'a str,
    pub(crate) speaker: &'a str,
    pub(crate) files: Vec<String>,
    pub(crate) code: &'a str,
}

impl Signed<'_> {
    /// The text that is signed, handed out and compared: plain, in one normal form.
    pub(crate) fn text(&self) -> String {
        let mut parts = vec![
            self.agency.to_owned(),
            format!("{} {}", self.called, self.number),
            self.issued.to_owned(),
            self.title.to_owned(),
        ];
        parts.extend([self.lead, self.body, self.speaker].iter().map(|part| (*part).to_owned()));
        parts.extend(self.files.iter().cloned());
        parts.push(format!("Mã xác minh: {}", self.code));
        parts.retain(|part| !part.trim().is_empty());
        let mut text = tidy(&parts.join("\n\n"));
        text.push('\n');
        text
    }
}

/// One normal form: composed letters, plain line ends, no space at the ends of lines.
fn tidy(text: &str) -> String {
    let composed = prose::lines(text);
    composed.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// Words alone: what a copy from a page, a letter or a paper keeps.
fn words(text: &str) -> String {
    prose::lines(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a pasted text is, held against a signed one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Found {
    /// Word for word the whole of it.
    Whole,
    /// Word for word a passage of it.
    Passage,
    /// Something else.
    Other,
}

/// A passage shorter than this says nothing.
const SHORTEST: usize = 20;

/// Compares a pasted text with a signed one.
pub(crate) fn compare(signed: &str, pasted: &str) -> Found {
    let (signed, pasted) = (words(signed), words(pasted));
    if signed == pasted {
        Found::Whole
    } else if pasted.chars().count() >= SHORTEST && signed.contains(&pasted) {
        Found::Passage
    } else {
        Found::Other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_holds_for_its_text_alone() {
        let (key, other) = (make_key().unwrap(), make_key().unwrap());
        let signature = sign(&key.secret, "Thông cáo").unwrap();
        assert!(holds(&key.public, "Thông cáo", &signature));
        assert!(!holds(&key.public, "Thông cáo.", &signature));
        assert!(!holds(&other.public, "Thông cáo", &signature));
        assert!(!holds(&key.public, "Thông cáo", "AAAA") && !holds("", "Thông cáo", &signature));
        assert!(pem(&key.public).starts_with("-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA"));
        assert_eq!(signature_bytes(&signature).len(), 64);
    }

    #[test]
    fn a_code_is_read_as_people_type_it() {
        let code = fresh_code().unwrap();
        assert_eq!(code.chars().count(), 14);
        assert_eq!(read_code(&format!("  {} ", code.to_lowercase().replace('-', " "))), code);
        assert_eq!(read_code("o1il-7777-aaaa"), "0111-7777-AAAA");
        assert_eq!(read_code("<script>alert(1)</script>").chars().count(), 16);
        assert_ne!(fresh_token().unwrap(), fresh_token().unwrap());
    }

    #[test]
    fn a_pasted_text_is_the_whole_a_passage_or_something_else() {
        let signed = Signed {
            agency: "UBND tỉnh Liên Sơn",
            called: "Thông cáo báo chí",
            number: "05/TCBC-UBND",
            issued: "22/11/2026",
            title: "Mưa lớn",
            lead: "",
            body: "Đường 4D thông xe từ 6 giờ.\n\nXe khách chạy lại từ 8 giờ.  ",
            speaker: "Bùi Thanh Sơn",
            files: vec![],
            code: "7K3M-9Q2X-A4TD",
        }
        .text();
        assert!(!signed.contains("\n\n\n") && signed.ends_with("A4TD\n"), "{signed:?}");
        assert_eq!(compare(&signed, &signed.replace('\n', "\r\n ")), Found::Whole);
        assert_eq!(compare(&signed, "Đường 4D thông xe từ 6 giờ. Xe khách"), Found::Passage);
        assert_eq!(compare(&signed, "Đường 4D thông xe từ 9 giờ. Xe khách"), Found::Other);
        assert_eq!(compare(&signed, "Đường 4D"), Found::Other);
    }
}
