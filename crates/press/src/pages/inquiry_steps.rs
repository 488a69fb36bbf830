//! The steps of an inquiry: what each form does.

use super::inquiry::{Typed, page};
use super::shared::reasons;
use crate::House;
use crate::inquiry::address_in;
use crate::store::facts::FactRow;
use crate::store::inquiries::InquiryRow;
use crate::verbs::{self, AnswerWish, DraftWish};
use axum::response::Response;
use kernel::{FactId, Failure, InquiryId, Refusal, UnitId};
use web::{Asker, Error, Fields, said};

/// What followed from a verb: the page again, with a word of thanks or the reasons against.
async fn followed(
    house: &House,
    asker: &Asker,
    of: InquiryId,
    outcome: Result<&'static str, Failure>,
    fields: &Fields,
) -> Result<Response, Error> {
    match outcome {
        Ok(key) => Ok(said(&format!("/desk/press/inquiries/{of}"), key)),
        Err(failure) => {
            let text = |name: &str| fields.text(name).to_owned();
            let typed = Typed {
                reason: text("reason"),
                question: text("question"),
                unit: text("unit"),
                form: text("form"),
                code: text("code"),
                mail_to: fields.ticked("form").then(|| text("mail_to")),
                speaker: text("speaker"),
                answers: (fields.parsed::<usize>("many").is_some()).then(|| answers(fields)),
            };
            page(house, asker, of, reasons(failure)?, typed).await
        }
    }
}

fn answers(fields: &Fields) -> Vec<String> {
    let many = fields.parsed::<usize>("many").unwrap_or(0).min(50);
    (0..many).map(|at| fields.raw(&format!("answer-{at}")).to_owned()).collect()
}

/// Whether the answer goes out as a letter from here.
fn goes_by_mail(fields: &Fields) -> bool {
    fields.text("form") == "written" && fields.ticked("mail_to")
}

/// Whether a letter is wished for. The form stands there with the asker's own address filled in: where the answer is given in
/// another form and that address was left as it was, nobody wished for a letter.
async fn asks_for_mail(cx: &mut db::Cx, of: InquiryId, fields: &Fields) -> Result<bool, Failure> {
    let row = InquiryRow::of(cx.tx(), of).await?.ok_or(Failure::NotFound)?;
    let offered = address_in(&row.contact).unwrap_or_default();
    Ok(fields.text("form") == "written" || fields.text("mail_to") != offered)
}

web::steps! {
    House, InquiryId, followed;

    /// Takes it on.
    take_on, "said-inquiry-taken", |cx, house, of, fields| verbs::take_inquiry(&mut cx, of).await;

    /// Asks a unit for facts.
    ask, "said-facts-asked", |cx, house, of, fields| {
        match fields.parsed::<UnitId>("unit") {
            Some(unit) if house.office.units().await?.iter().any(|(known, _)| *known == unit) => {
                verbs::ask_facts(&mut cx, of, unit, fields.text("question")).await
            }
            _ => Err(Failure::refused(Refusal::field("unit", "refused-unit"))),
        }
    };

    /// Keeps the answers; with `clear` it asks for clearance at once.
    draft, if fields.ticked("clear") { "said-clearance-asked" } else { "said-answer-kept" }, |cx, house, of, fields| {
        let wish = DraftWish {
            edition: fields.parsed("edition").unwrap_or(-1),
            answers: answers(&fields),
            speaker: fields.parsed("speaker"),
            of_the_case: fields.ticked("of_the_case"),
        };
        verbs::draft_answer(&mut cx, &house.app.zone, of, &wish).await?;
        if fields.ticked("clear") {
            let row = InquiryRow::of(cx.tx(), of).await?.ok_or(Failure::NotFound)?;
            verbs::ask_clearance(&mut cx, of, &row.hash).await?;
        }
        Ok::<(), Failure>(())
    };

    /// Asks for clearance.
    clearance, "said-clearance-asked", |cx, house, of, fields| {
        verbs::ask_clearance(&mut cx, of, fields.text("hash")).await
    };

    /// Sends the text back.
    send_back, "said-clearance-refused", |cx, house, of, fields| {
        verbs::refuse_clearance(&mut cx, of, fields.text("reason")).await
    };

    /// Clears exactly the text that was shown.
    clear, "said-answer-cleared", |cx, house, of, fields| {
        verbs::clear_answer(&mut cx, of, fields.text("hash")).await
    };

    /// Gives the press the answer.
    answer, if goes_by_mail(&fields) { "said-inquiry-answered-sent" } else { "said-inquiry-answered" }, |cx, house, of, fields| {
        let mail_to = if asks_for_mail(&mut cx, of, &fields).await? { fields.text("mail_to") } else { "" };
        let wish = AnswerWish { form: fields.text("form").into(), mail_to: mail_to.into() };
        verbs::answer_inquiry(&mut cx, &house, of, &wish).await
    };

    /// Refuses, with a ground of the law.
    refuse, "said-inquiry-refused", |cx, house, of, fields| {
        verbs::refuse_inquiry(&mut cx, of, fields.text("code"), fields.text("reason")).await
    };

    /// Closes it without an answer.
    close, "said-inquiry-closed", |cx, house, of, fields| {
        verbs::close_inquiry(&mut cx, of, fields.text("reason")).await
    };

    /// Opens it again.
    reopen, "said-inquiry-reopened", |cx, house, of, fields| {
        verbs::reopen_inquiry(&mut cx, of, fields.text("reason")).await
    };

    /// Sends facts back to the unit.
    send_facts_back, "said-facts-returned", |cx, house, of, fields| {
        let fact: FactId = own_fact(&fields, of, &cx).await?;
        verbs::return_facts(&mut cx, fact, fields.text("reason")).await
    };

    /// Says that facts are not needed any more.
    drop_facts, "said-facts-dropped", |cx, house, of, fields| {
        let fact: FactId = own_fact(&fields, of, &cx).await?;
        verbs::drop_facts(&mut cx, fact).await
    };
}

/// The facts named in a form, which must be this inquiry's.
async fn own_fact(fields: &Fields, of: InquiryId, cx: &db::Cx) -> Result<FactId, Failure> {
    let fact: FactId = fields.parsed("fact").ok_or(Failure::NotFound)?;
    let row = FactRow::of(cx.tx(), fact).await?.ok_or(Failure::NotFound)?;
    if row.inquiry == of { Ok(fact) } else { Err(Failure::NotFound) }
}
