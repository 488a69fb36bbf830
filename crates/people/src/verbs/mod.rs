//! The verbs of this house, a file each.

mod add_person;
mod check_password;
mod close_account;
mod describe_agency;
mod found_area;
mod found_unit;
mod give_role;
mod keep_view;
mod set_password;
mod sign_in;
mod sign_out;

pub use add_person::{PersonWish, TenureWish, add_person, add_post};
pub use check_password::check_password;
pub(crate) use check_password::plausible;
pub use close_account::close_account;
pub use describe_agency::{AgencyWish, describe_agency};
pub use found_area::{AreaWish, found_area};
pub use found_unit::{Ancestor, UnitWish, found_unit};
pub use give_role::{give_role, withdraw_role};
pub use keep_view::{forget_view, keep_view};
pub use set_password::{NewPassword, set_one_password, set_password};
pub use sign_in::{SignedIn, sign_in, sign_in_as};
pub use sign_out::sign_out;
