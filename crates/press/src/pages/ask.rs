//! A journalist puts a question by the public form. Who is no robot answers a small sum in words; nobody else is asked, and no
//! third party sees it.

use super::shared::{reasons, with_status};
use crate::House;
use crate::store::intake;
use crate::verbs::{self, Arrival, FormIn};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use kernel::{Failure, Moment, Refusal};
use ring::hmac;
use ring::rand::SecureRandom;
use std::fmt::Write;
use std::time::Duration;
use web::{Error, Fields, Page, Refused, Visitor, html, refusals};

/// Nobody reads and fills the form in less.
const SHORTEST: Duration = Duration::from_secs(4);
/// After this the sum is asked anew.
const LONGEST: Duration = Duration::from_secs(24 * 3600);

#[derive(Default)]
struct Typed {
    outlet: String,
    journalist: String,
    contact: String,
    questions: String,
}

#[derive(Template)]
#[template(path = "press_ask.html")]
struct AskPage {
    p: Page,
    sum: String,
    token: String,
    refused: Vec<Refused>,
    typed: Typed,
}

#[derive(Template)]
#[template(path = "press_thanks.html")]
struct ThanksPage {
    p: Page,
    number: String,
}

/// The form.
pub(crate) async fn show(State(house): State<House>, visitor: Visitor) -> Result<Response, Error> {
    page(&house, &visitor, Vec::new(), Typed::default(), None).await
}

async fn page(
    house: &House,
    visitor: &Visitor,
    refused: Vec<Refusal>,
    typed: Typed,
    keep: Option<Sum>,
) -> Result<Response, Error> {
    let p = visitor.page("pressask-title").await?;
    let key = key(house).await?;
    let sum = keep.unwrap_or_else(|| Sum::at(visitor.look().now()));
    let args = [
        ("one", p.t(&format!("ask-number-{}", sum.one))),
        ("other", p.t(&format!("ask-number-{}", sum.other))),
    ];
    let page = html(&AskPage {
        sum: web::lookup(p.locale().0, "ask-sum", &args),
        token: sum.signed(&key),
        refused: refusals(p.locale(), &refused),
        typed,
        p,
    })?;
    Ok(with_status(page, &refused))
}

/// Takes the question.
pub(crate) async fn put(
    State(house): State<House>,
    visitor: Visitor,
    fields: Fields,
) -> Result<Response, Error> {
    let text = |name: &str| fields.text(name).to_owned();
    let typed = || Typed {
        outlet: text("outlet"),
        journalist: text("journalist"),
        contact: text("contact"),
        questions: fields.raw("questions").to_owned(),
    };
    let now = house.app.db.now();
    let key = key(&house).await?;
    let trapped = !fields.text("website").is_empty();
    let sum = Sum::read(fields.text("token"), &key).filter(|sum| now.since(sum.at) < LONGEST);
    let mut against = Vec::new();
    match &sum {
        _ if trapped => {}
        None => against.push(Refusal::field("sum", "refused-ask-anew")),
        Some(sum) if !sum.is(fields.text("sum")) => against.push(Refusal::field("sum", "refused-ask-sum")),
        Some(sum) if now.since(sum.at) < SHORTEST => against.push(Refusal::new("refused-ask-fast")),
        Some(_) => {}
    }
    if text("contact").is_empty() {
        against.push(Refusal::field("contact", "refused-ask-contact"));
    }
    let form = FormIn {
        outlet: text("outlet"),
        journalist: text("journalist"),
        contact: text("contact"),
        questions: fields.raw("questions").to_owned(),
        trapped,
    };
    if against.is_empty() && !house.limits.may(&visitor.from, now) {
        against.push(Refusal::new("refused-ask-often"));
    }
    let outcome = match Failure::unless(against) {
        Err(refused) => Err(refused),
        Ok(()) => {
            async {
                let mut cx = visitor.wish().await?;
                let arrival = verbs::receive_by_form(&mut cx, &house.app.zone, &form).await?;
                cx.finish().await?;
                Ok(arrival)
            }
            .await
        }
    };
    match outcome {
        Ok(arrival) => html(&ThanksPage {
            p: visitor.page("ask-thanks").await?,
            number: match arrival {
                Arrival::Logged(_, number) => number,
                Arrival::SetAside => String::new(),
            },
        }),
        // Who was too fast keeps the sum, so that sending it again is enough.
        Err(failure) => page(&house, &visitor, reasons(failure)?, typed(), sum).await,
    }
}

/// A small sum and when it was asked.
struct Sum {
    one: u8,
    other: u8,
    at: Moment,
}

impl Sum {
    /// The sum of an instant; it need not be secret, only asked.
    fn at(now: Moment) -> Self {
        let digits = now.0.unsigned_abs() / 1_000;
        let digit = |part: u64| u8::try_from(part % 9).unwrap_or(0) + 1;
        Self { one: digit(digits), other: digit(digits / 9), at: now }
    }

    fn said(&self) -> String {
        format!("{}.{}.{}", self.one, self.other, self.at.0)
    }

    fn signed(&self, key: &hmac::Key) -> String {
        let said = self.said();
        let mark = hmac::sign(key, said.as_bytes());
        let mut out = said;
        out.push('.');
        for byte in mark.as_ref() {
            let _infallible = write!(out, "{byte:02x}");
        }
        out
    }

    fn read(token: &str, key: &hmac::Key) -> Option<Self> {
        let (said, mark) = token.rsplit_once('.')?;
        let bytes: Option<Vec<u8>> = (0..mark.len())
            .step_by(2)
            .map(|at| mark.get(at..at + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok()))
            .collect();
        hmac::verify(key, said.as_bytes(), &bytes?).ok()?;
        let mut parts = said.split('.');
        let (one, other) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        Some(Self { one, other, at: Moment(parts.next()?.parse().ok()?) })
    }

    /// Whether somebody says what it makes, in figures or in words of either language.
    fn is(&self, answer: &str) -> bool {
        let makes = self.one + self.other;
        let answer = viet::fold::fold_lower(answer.trim());
        answer.parse::<u8>() == Ok(makes)
            || [web::Lang::Vi, web::Lang::En].into_iter().any(|lang| {
                let words = web::lookup(lang, &format!("ask-number-{makes}"), &[]);
                viet::fold::fold_lower(&words) == answer
            })
    }
}

/// What sums are signed with: made once, the same for all nodes and after a restart.
async fn key(house: &House) -> Result<hmac::Key, Failure> {
    let known = intake::setting(house.app.db.reader(), "form-key").await?;
    let text = match known {
        Some(text) => text,
        None => {
            let mut bytes = [0u8; 32];
            ring::rand::SystemRandom::new()
                .fill(&mut bytes)
                .map_err(|_| Failure::broken("the machine gives no random numbers"))?;
            let cx = house.app.db.begin(kernel::Actor::Machine("press")).await?;
            let hex = bytes.iter().fold(String::new(), |mut out, byte| {
                let _infallible = write!(out, "{byte:02x}");
                out
            });
            intake::set_first(cx.tx(), "form-key", &hex).await?;
            let first = intake::setting(cx.tx(), "form-key").await?.unwrap_or(hex);
            cx.finish().await?;
            first
        }
    };
    Ok(hmac::Key::new(hmac::HMAC_SHA256, text.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_is_read_back_as_it_was_asked_and_forged_by_nobody() {
        let key = hmac::Key::new(hmac::HMAC_SHA256, b"one");
        let other = hmac::Key::new(hmac::HMAC_SHA256, b"other");
        for step in 0..200 {
            let sum = Sum::at(Moment(1_795_000_000_000_000 + step * 7_777));
            assert!((1..=9).contains(&sum.one) && (1..=9).contains(&sum.other));
            let token = sum.signed(&key);
            let read = Sum::read(&token, &key).unwrap();
            assert_eq!((read.one, read.other, read.at), (sum.one, sum.other, sum.at));
            assert!(read.is(&(sum.one + sum.other).to_string()) && !read.is("0"));
            assert!(Sum::read(&token, &other).is_none());
        }
        for forged in ["", ".", "1.2.3", "1.2.3.zz", "1.2.3.ž", "9.9.9.00", &"1.".repeat(5000)] {
            assert!(Sum::read(forged, &key).is_none(), "{forged}");
        }
        let five = Sum { one: 2, other: 3, at: Moment(0) };
        for right in ["5", " 5 ", "năm", "NĂM", "nam", "five"] {
            assert!(five.is(right), "{right}");
        }
    }
}
