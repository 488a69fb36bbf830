//! Reports of letters that were not delivered (RFC 3464): who did not get it, why, and whether that will last.

use crate::receive::{FLAT_LETTER, line};
use crate::words::{Address, MessageId};
use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders};

/// A report about a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bounce {
    /// The recipients it speaks of, those only who have not got the letter.
    pub failed: Vec<Failed>,
    /// The identifier of the letter, when the report returns its head. Anybody can write such a report: believe it only when this
    /// is one of ours.
    pub original: Option<MessageId>,
}

/// A recipient who has not got a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failed {
    /// Who.
    pub address: Address,
    /// The status code of RFC 3463, such as `5.1.1`; empty when there is none.
    pub status: String,
    /// Whether it will never be delivered to this address. `false`: full, unreachable for days, or only delayed so far.
    pub permanent: bool,
    /// Whether the server goes on trying.
    pub delayed: bool,
    /// The server's words.
    pub said: String,
}

/// Most recipients of one report that are kept.
const MOST: usize = 100;

/// The report in a letter, if it is one.
pub(crate) fn find(message: &Message<'_>) -> Option<Bounce> {
    let is = |part: &&MessagePart<'_>, kind: &str, subtype: &str| part.is_content_type(kind, subtype);
    let status = message
        .parts
        .iter()
        .find(|it| is(it, "message", "delivery-status") || is(it, "message", "global-delivery-status"))?;
    let returned = message.parts.iter().find(|it| {
        is(it, "message", FLAT_LETTER)
            || is(it, "message", "xlobal")
            || is(it, "text", "rfc822-headers")
            || is(it, "message", "global-headers")
    });
    let original = returned.and_then(|it| {
        let head = MessageParser::default().parse_headers(it.contents())?;
        head.message_id()?.parse().ok()
    });
    Some(Bounce { failed: read(&String::from_utf8_lossy(status.contents())), original })
}

/// Reads the groups of fields: the first speaks of the letter, each other of one recipient.
fn read(report: &str) -> Vec<Failed> {
    let report = report.replace("\r\n", "\n").replace("\n ", " ").replace("\n\t", " ");
    report.split("\n\n").filter_map(recipient).take(MOST).collect()
}

fn recipient(group: &str) -> Option<Failed> {
    let field = |name: &str| {
        group.lines().find_map(|line| {
            let (its, value) = line.split_once(':')?;
            its.trim().eq_ignore_ascii_case(name).then(|| value.trim())
        })
    };
    // `rfc822; uoc@bao.vn`
    let typed = |value: &str| value.split_once(';').map_or(value, |(_, it)| it).trim().to_owned();
    // The address we wrote to is the one we know; the final one may be behind a forwarding.
    let address = ["Original-Recipient", "Final-Recipient"]
        .into_iter()
        .find_map(|name| typed(field(name)?).trim_matches(['<', '>']).parse().ok())?;
    let action = field("Action").unwrap_or_default().to_ascii_lowercase();
    if !matches!(action.as_str(), "failed" | "delayed") {
        return None;
    }
    let status = field("Status").and_then(|it| it.split_whitespace().next()).unwrap_or_default();
    let status: String = status.chars().filter(|c| c.is_ascii_digit() || *c == '.').take(11).collect();
    Some(Failed {
        address,
        permanent: action == "failed" && status.starts_with('5') && !PASSING.contains(&status.as_str()),
        delayed: action == "delayed",
        said: line(&field("Diagnostic-Code").map(typed).unwrap_or_default()),
        status,
    })
}

/// Codes that are written with a 5 and pass all the same (RFC 3463): mailbox full, message too large for now, system not
/// accepting, policy of the day.
const PASSING: &[&str] = &["5.2.2", "5.3.1", "5.3.2", "5.4.5", "5.4.7", "5.7.1"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_recipient_who_has_not_got_it_is_read() {
        let report = "Reporting-MTA: dns; mail.bao.vn\r\nArrival-Date: x\r\n\r\n\
            Final-Recipient: rfc822; khong-co@bao.vn\r\nAction: failed\r\nStatus: 5.1.1 (bad mailbox)\r\n\
            Diagnostic-Code: smtp; 550 5.1.1\r\n  no such user\r\n\r\n\
            final-recipient: RFC822;day@bao.vn\naction: Failed\nstatus: 5.2.2\n\n\
            Original-Recipient: rfc822;uoc@bao.vn\nFinal-Recipient: rfc822;u@khac.vn\nAction: delayed\nStatus: 4.4.1\n\n\
            Final-Recipient: rfc822;co@bao.vn\nAction: delivered\nStatus: 2.0.0\n\n\
            Final-Recipient: rfc822; ???\nAction: failed\n";
        let read = read(report);
        let short: Vec<_> = read
            .iter()
            .map(|it| (it.address.to_string(), it.status.as_str(), it.permanent, it.delayed))
            .collect();
        assert_eq!(
            short,
            [
                ("khong-co@bao.vn".into(), "5.1.1", true, false),
                ("day@bao.vn".into(), "5.2.2", false, false),
                ("uoc@bao.vn".into(), "4.4.1", false, true),
            ]
        );
        assert_eq!(read[0].said, "550 5.1.1  no such user");
    }
}
