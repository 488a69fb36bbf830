//! The verbs of this house, one a file.

mod begin;
mod contract;
mod money;
mod sheet;
mod step;

pub use begin::{ProjectWish, begin_project, change_project, pay_for, pay_not_for};
pub use contract::{
    AcceptanceWish, AnnexWish, ContractWish, accept, annex, sign_contract, void_acceptance, void_contract,
};
pub use money::{GrantWish, PaymentWish, assign, cancel_payment, pay, plan_months};
pub use step::{free, hinder, step_project};

pub(crate) use money::MONTH_FIELDS;
pub(crate) use sheet::project_facts;
