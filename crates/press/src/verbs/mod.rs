//! The verbs of this house, one noun a file.

mod contact_import;
mod contact_set;
mod contact_subscribe;
mod event_dossier;
mod event_guest;
mod event_plan;
mod event_sheet;
mod release_clear;
mod release_issue;
mod release_public;
mod release_send;
mod release_sheet;
mod release_write;

pub use contact_import::{Imported, import_contacts};
pub use contact_set::{ContactWish, end_contact, erase_contacts, set_contact};
pub use contact_subscribe::{confirm_subscription, subscribe, unsubscribe};
pub use event_dossier::{
    QuestionWish, ask_contribution, forget_guests, give_contribution, keep_question, keep_record,
};
pub use event_guest::{GuestWish, admit_guest, invite, refuse_guest, register_guest};
pub use event_plan::{
    EventWish, announce_event, call_off_event, change_event, hold_event, note_notice, plan_event,
};
pub use release_clear::{approve_release, return_release, submit_release};
pub use release_issue::{
    correct_release, discard_correction, embargo_release, issue_release, lift_embargo, withdraw_release,
};
pub use release_send::{resend_release, send_release};
pub use release_write::{ReleaseWish, add_file, begin_release, drop_file, save_release};

pub(crate) use event_sheet::facts as event_facts;
pub(crate) use release_issue::give_up_issue;
pub(crate) use release_sheet::Sheet;

mod demand;
mod fact;
mod inquiry_clear;
mod inquiry_end;
mod inquiry_intake;
mod inquiry_log;
mod letter;
mod petition;
mod spokesperson;
mod yearly;

pub use demand::{
    DemandWish, SendDemand, approve_demand, begin_demand, close_demand, demand_hash, note_outcome,
    repeat_demand, send_demand, write_demand,
};
pub use fact::{ask_facts, drop_facts, give_facts, return_facts};
pub use inquiry_clear::{DraftWish, ask_clearance, clear_answer, draft_answer, refuse_clearance, text_hash};
pub use inquiry_end::{AnswerWish, answer_inquiry, close_inquiry, refuse_inquiry, reopen_inquiry};
pub use inquiry_intake::{Arrival, FormIn, MailIn, receive_by_form, receive_by_mail, take_up};
pub use inquiry_log::{InquiryWish, change_inquiry, log_inquiry, take_inquiry};
pub use letter::{leave_letter, take_letter};
pub use petition::{
    PetitionWish, accept_petition, answer_petition, assign_petition, conclude_petition, forward_petition,
};
pub(crate) use spokesperson::facts as spokesperson_facts;
pub use spokesperson::{SpokespersonWish, change_spokesperson, end_spokesperson, name_spokesperson};
pub use yearly::{open_yearly, send_yearly, set_keeping, write_yearly};

pub(crate) use inquiry_end::speaks_for_agency;
