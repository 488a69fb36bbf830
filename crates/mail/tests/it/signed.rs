//! Another program finds our signatures good, and finds them broken when somebody has touched the letter.

use crate::others::{python_with, run, skip};
use crate::server::{Manner, Server, letter};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use mail::{Attachment, Dkim, Outbox, Security, Sent, Unsubscribe};
use rcgen::{KeyPair, PKCS_ED25519, PublicKeyData};

const CHECK: &str = r"
import sys, dkim
key = sys.argv[1].encode()
def txt(name, timeout=5):
    assert name in (b'tin._domainkey.example.vn.', 'tin._domainkey.example.vn.'), name
    return key
letter = sys.stdin.buffer.read()
print(dkim.verify(letter, dnsfunc=txt, minkey=1024))
";

/// A letter with everything that can be signed, as the server gets it.
async fn sent_with(key: &str) -> String {
    let server = Server::start(Manner::default()).await;
    let mut settings = server.settings(Security::None);
    settings.dkim = Some(Dkim::new("example.vn", "tin", key.as_bytes()).unwrap());
    let mut it = letter();
    it.html = Some("<p>Kính  gửi </p> \n\n\n".into());
    it.references = vec!["a@b".parse().unwrap(), "c@d".parse().unwrap()];
    it.attachments.push(Attachment {
        name: "Thông cáo.pdf".parse().unwrap(),
        content_type: "application/pdf".into(),
        bytes: vec![7; 3000],
    });
    it.unsubscribe = Some(Unsubscribe {
        one_click: "https://example.vn/thoi/mot-dia-chi-rat-dai?m=0192f0a1b2c3d4e5f60718293a4b5c6d"
            .parse()
            .unwrap(),
        address: None,
    });
    let sent = Outbox::new(settings).unwrap().send(&it).await;
    assert!(matches!(sent, Sent::Accepted { .. }));
    let letters = server.letters.lock().unwrap();
    assert!(letters[0].starts_with("DKIM-Signature: v=1;"));
    letters[0].clone()
}

fn verdicts(python: &str, key: &str, letter: &str) -> [bool; 4] {
    let check = |text: &str| run(python, CHECK, &[key], text.as_bytes()) == "True";
    let body = letter.replacen("\r\n\r\n", "\r\n\r\nx", 1);
    let subject = letter.replacen("Subject: ", "Subject: x", 1);
    [check(letter), check(&body), check(&subject), check(&format!("From: khac@example.vn\r\n{letter}"))]
}

#[tokio::test]
async fn ed25519_signatures_are_good() {
    let Some(python) = python_with("dkim, nacl") else {
        return skip("python3 with dkimpy and pynacl is not here");
    };
    let pair = KeyPair::generate_for(&PKCS_ED25519).unwrap();
    let letter = sent_with(&pair.serialize_pem()).await;
    let key = format!("v=DKIM1; k=ed25519; p={}", STANDARD.encode(pair.der_bytes()));
    assert_eq!(verdicts(python, &key, &letter), [true, false, false, false]);
}

#[tokio::test]
async fn rsa_signatures_are_good() {
    let Some(python) = python_with("dkim, cryptography") else {
        return skip("python3 with dkimpy and cryptography is not here");
    };
    // A key made for this test and thrown away after it.
    let made = run(
        python,
        "from cryptography.hazmat.primitives.asymmetric import rsa\n\
         from cryptography.hazmat.primitives import serialization as s\n\
         import base64\n\
         k = rsa.generate_private_key(65537, 2048)\n\
         print(k.private_bytes(s.Encoding.PEM, s.PrivateFormat.TraditionalOpenSSL, s.NoEncryption()).decode())\n\
         print(base64.b64encode(k.public_key().public_bytes(s.Encoding.DER, s.PublicFormat.SubjectPublicKeyInfo)).decode())",
        &[],
        b"",
    );
    let (private, public) = made.trim().rsplit_once('\n').unwrap();
    let letter = sent_with(private).await;
    let key = format!("v=DKIM1; k=rsa; p={public}");
    assert_eq!(verdicts(python, &key, &letter), [true, false, false, false]);
}
