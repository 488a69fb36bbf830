//! The verbs of this house, one noun a file.

mod demand;
mod fact;
mod inquiry_clear;
mod inquiry_end;
mod inquiry_intake;
mod inquiry_log;
mod petition;
mod spokesperson;
mod yearly;

pub use demand::{
    DemandWish, SendDemand, approve_demand, begin_demand, close_demand, demand_hash, note_outcome,
    repeat_demand, send_demand, write_demand,
};
pub use fact::{ask_facts, drop_facts, give_facts, return_facts};
pub use inquiry_clear::{ask_clearance, clear_answer, draft_answer, refuse_clearance, text_hash};
pub use inquiry_end::{AnswerWish, answer_inquiry, close_inquiry, refuse_inquiry, reopen_inquiry};
pub use inquiry_intake::{Arrival, FormIn, MailIn, receive_by_form, receive_by_mail, take_up};
pub use inquiry_log::{InquiryWish, change_inquiry, log_inquiry, take_inquiry};
pub use petition::{PetitionWish, answer_petition, assign_petition, conclude_petition, forward_petition};
pub(crate) use spokesperson::facts as spokesperson_facts;
pub use spokesperson::{SpokespersonWish, change_spokesperson, end_spokesperson, name_spokesperson};
pub use yearly::{open_yearly, send_yearly, set_keeping, write_yearly};

pub(crate) use inquiry_end::holds;

use kernel::{Failure, Refusal};

/// Words a person gave: trimmed, in one normal form, not too long.
pub(crate) fn words(field: &'static str, text: &str, most: usize) -> Result<String, Failure> {
    let text = viet::normalize::nfc(text.trim()).replace(['\0', '\r'], "");
    if text.chars().count() > most {
        return Err(Failure::refused(Refusal::field(field, "refused-too-long").with("most", most)));
    }
    Ok(text)
}

/// The same on one line: nothing that ends up in the head of a letter or in a list holds a line break.
pub(crate) fn line(field: &'static str, text: &str, most: usize) -> Result<String, Failure> {
    let text = words(field, text, most)?;
    Ok(text.split(|c: char| c.is_control()).map(str::trim).collect::<Vec<_>>().join(" ").trim().to_owned())
}

/// Gathers reasons against: what was refused is noted, and the empty value goes on.
pub(crate) fn noted<T: Default>(
    against: &mut Vec<Refusal>,
    outcome: Result<T, Failure>,
) -> Result<T, Failure> {
    match outcome {
        Ok(value) => Ok(value),
        Err(Failure::Refused(reasons)) => {
            against.extend(reasons);
            Ok(T::default())
        }
        Err(other) => Err(other),
    }
}
