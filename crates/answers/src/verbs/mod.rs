//! The verbs of this house, one a file.

mod answer;
mod ask;
mod consult;
mod correct;
mod data_wish;
mod draft;
mod erase;
mod error_report;
mod information;
mod merge;
mod opinion;
mod publish;
mod refuse;
mod route;
mod set_aside;
mod set_field;
mod sheet;
mod tell_more;

pub use answer::{answer, return_reply};
pub use ask::{AskWish, ask};
pub use consult::{
    ConsultationWish, close_consultation, conclude, open_consultation, set_and_show, set_consultation,
};
pub use correct::{approve_correction, propose_correction};
pub use data_wish::{AskerWish, answer_data_wish, correct_asker, erase_asker, other_wish, withdraw_consent};
pub use draft::{draft_reply, submit_reply};
pub use erase::erase_on_schedule;
pub use error_report::{report_error, settle_report};
pub use information::{
    RequestWish, notify_term, refuse_information, request_information, supply_information,
};
pub use merge::merge;
pub use opinion::{OpinionWish, give_opinion, reply_to_opinion, settle_opinion};
pub use publish::{PublicWish, publish, unpublish};
pub use refuse::{REFUSALS, refuse};
pub use route::{return_to_desk, route};
pub use set_aside::{set_aside, take_back, take_back_flood};
pub use set_field::{FieldWish, keep_days, set_field, set_keep_days};
pub use tell_more::{ask_more, tell_more, told_by_mail};

pub(crate) use ask::path_of as ask_path;
pub(crate) use data_wish::exported;
pub(crate) use error_report::OUTCOMES;
pub(crate) use information::{GROUNDS, WAYS, rule_of as request_rule};
pub(crate) use opinion::{HIDDEN, takes_opinions};
pub(crate) use publish::found_in;
pub(crate) use sheet::{facts as question_facts, rule_of, thing as question_thing};
