//! Puts a letter into the form of the wire (RFC 5322, MIME).

use crate::letter::{Automatic, Letter, LetterFault};
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Message, MessageBuilder, MultiPart, SinglePart};
use std::time::{Duration, SystemTime};

/// References kept: the first, and the newest of the others (RFC 5322 §3.6.4 sets no number; lines do).
const MOST_REFERENCES: usize = 20;

/// The bytes of a letter, with CRLF at each line's end.
///
/// # Errors
/// See [`LetterFault`].
pub(crate) fn compose(letter: &Letter) -> Result<Vec<u8>, LetterFault> {
    letter.check()?;
    let mut message = Message::builder()
        .from(letter.from.mailbox())
        .to(letter.to.mailbox())
        .subject(letter.subject.as_str())
        .date(SystemTime::UNIX_EPOCH + Duration::from_secs(letter.seconds))
        .message_id(Some(letter.id.bracketed()));
    if let Some(reply_to) = &letter.reply_to {
        message = message.reply_to(reply_to.mailbox());
    }
    if let Some(answered) = &letter.in_reply_to {
        message = message.in_reply_to(answered.bracketed());
    }
    if !letter.references.is_empty() {
        let skip = letter.references.len().saturating_sub(MOST_REFERENCES);
        let kept = letter.references.iter().enumerate().filter(|(n, _)| *n == 0 || *n > skip);
        let list: Vec<String> = kept.map(|(_, id)| id.bracketed()).collect();
        message = message.references(list.join(" "));
    }
    message = marks(message, letter);
    let text = SinglePart::plain(letter.text.clone());
    let message = match (&letter.html, letter.attachments.as_slice()) {
        (None, []) => message.singlepart(text),
        (Some(html), []) => message.multipart(alternative(text, html)),
        (html, files) => {
            let mut mixed = match html {
                None => MultiPart::mixed().singlepart(text),
                Some(html) => MultiPart::mixed().multipart(alternative(text, html)),
            };
            for file in files {
                let kind = ContentType::parse(&file.content_type)
                    .map_err(|_| LetterFault::Type(file.content_type.clone()))?;
                mixed = mixed.singlepart(
                    Attachment::new(file.name.as_str().to_owned()).body(file.bytes.clone(), kind),
                );
            }
            message.multipart(mixed)
        }
    };
    Ok(message.map_err(|why| LetterFault::Form(why.to_string()))?.formatted())
}

fn alternative(text: SinglePart, html: &str) -> MultiPart {
    MultiPart::alternative().singlepart(text).singlepart(SinglePart::html(html.to_owned()))
}

/// What tells other machines that this is a machine, and readers how to be rid of it.
fn marks(mut message: MessageBuilder, letter: &Letter) -> MessageBuilder {
    let raw =
        |name: &'static str, value: String| HeaderValue::new(HeaderName::new_from_ascii_str(name), value);
    match letter.automatic {
        Automatic::No => {}
        Automatic::Generated | Automatic::Replied => {
            let word = if letter.automatic == Automatic::Replied { "auto-replied" } else { "auto-generated" };
            message = message.raw_header(raw("Auto-Submitted", word.to_owned()));
            // Exchange does not know the standard's header, and everybody's office has one.
            message = message.raw_header(raw("X-Auto-Response-Suppress", "All".to_owned()));
        }
    }
    if let Some(unsubscribe) = &letter.unsubscribe {
        let mut ways = format!("<{}>", unsubscribe.one_click);
        if let Some(address) = &unsubscribe.address {
            ways.push_str(&format!(", <mailto:{address}?subject=unsubscribe>"));
        }
        message = message.raw_header(raw("List-Unsubscribe", ways));
        message = message.raw_header(raw("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()));
        message = message.raw_header(raw("Precedence", "bulk".to_owned()));
    }
    message
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::{Attachment as File, Unsubscribe};
    use crate::words::Party;
    use mail_parser::{MessageParser, MimeHeaders};

    fn letter() -> Letter {
        let from = Party::new("Cổng thông tin", "cong@tuyenquang.example.vn").unwrap();
        let to = Party::new("Nguyễn Thị \"Ước\", nhà báo", "uoc@bao.example.vn").unwrap();
        Letter::new(
            from,
            to,
            "Mưa lớn ở Hà Giang: thông tin mới".parse().unwrap(),
            "Kính gửi.\n.\nHết",
            "1",
            1_795_000_000,
        )
        .unwrap()
    }

    #[test]
    fn another_reader_reads_what_was_meant() {
        let mut it = letter();
        it.html = Some("<p>Kính gửi.</p>".into());
        it.reply_to = Some(Party::new("", "tra-loi@tuyenquang.example.vn").unwrap());
        it.in_reply_to = Some("a@b".parse().unwrap());
        it.references = (0..50).map(|n| format!("{n}@b").parse().unwrap()).collect();
        it.attachments.push(File {
            name: "Thông cáo số 5.pdf".parse().unwrap(),
            content_type: "application/pdf".into(),
            bytes: (0..=255).collect(),
        });
        it.automatic = Automatic::Generated;
        it.unsubscribe = Some(Unsubscribe {
            one_click: "https://tuyenquang.example.vn/thoi?x=1".parse().unwrap(),
            address: Some("thoi@tuyenquang.example.vn".parse().unwrap()),
        });
        let bytes = compose(&it).unwrap();
        let read = MessageParser::default().parse(&bytes).unwrap();
        assert_eq!(read.subject(), Some("Mưa lớn ở Hà Giang: thông tin mới"));
        let to = read.to().unwrap().first().unwrap();
        assert_eq!(to.name(), Some("Nguyễn Thị \"Ước\", nhà báo"));
        assert_eq!(to.address(), Some("uoc@bao.example.vn"));
        assert_eq!(read.body_text(0).unwrap().replace("\r\n", "\n").trim_end(), "Kính gửi.\n.\nHết");
        assert_eq!(read.body_html(0).unwrap().trim_end(), "<p>Kính gửi.</p>");
        assert_eq!(read.message_id(), Some("1@tuyenquang.example.vn"));
        assert_eq!(read.in_reply_to().as_text(), Some("a@b"));
        let references = read.references().as_text_list().unwrap();
        assert_eq!((references.len(), &*references[0], &*references[19]), (20, "0@b", "49@b"));
        assert_eq!(read.date().unwrap().to_timestamp(), 1_795_000_000);
        let file = read.attachment(0).unwrap();
        assert_eq!(file.attachment_name(), Some("Thông cáo số 5.pdf"));
        assert_eq!(file.contents(), (0..=255).collect::<Vec<u8>>());
        let raw = |name: &'static str| read.header_raw(name).unwrap().trim().replace("\r\n", "");
        assert_eq!(raw("Auto-Submitted"), "auto-generated");
        assert_eq!(raw("X-Auto-Response-Suppress"), "All");
        assert_eq!(raw("List-Unsubscribe-Post"), "List-Unsubscribe=One-Click");
        assert!(raw("List-Unsubscribe").starts_with("<https://tuyenquang.example.vn/thoi?x=1>,"));
    }

    #[test]
    fn the_form_is_that_of_the_wire() {
        let mut it = letter();
        it.text = format!("{}\n{}", "a".repeat(5000), "Đây là một dòng rất dài. ".repeat(300));
        it.html = Some("x".repeat(5000));
        let bytes = compose(&it).unwrap();
        assert!(bytes.is_ascii());
        for line in bytes.split(|b| *b == b'\n') {
            assert!(line.len() <= 999, "{}", String::from_utf8_lossy(line));
        }
        assert!(!String::from_utf8(bytes).unwrap().replace("\r\n", "").contains(['\r', '\n']));
    }

    #[test]
    fn a_persons_letter_says_nothing_of_machines() {
        let text = String::from_utf8(compose(&letter()).unwrap()).unwrap();
        assert!(!text.contains("Auto-Submitted") && !text.contains("Precedence"));
    }

    #[test]
    fn what_no_server_takes_is_refused_here() {
        let mut it = letter();
        let file = File { name: "x".parse().unwrap(), content_type: "a b".into(), bytes: vec![0; 10] };
        it.attachments.push(file.clone());
        assert_eq!(compose(&it), Err(LetterFault::Type("a b".into())));
        it.attachments = vec![File { content_type: "a/b".into(), bytes: vec![0; 19 << 20], ..file }];
        assert!(matches!(compose(&it), Err(LetterFault::Large(_))));
        it.attachments.clear();
        it.unsubscribe = Some(Unsubscribe { one_click: "http://a.vn/".parse().unwrap(), address: None });
        assert_eq!(compose(&it), Err(LetterFault::Unsubscribe));
    }
}
