//! Say who we are: the name on every page (S152).

use crate::store::{self, AgencyRow};
use db::Cx;
use kernel::{Action, AgencyId, Failure, NewId, PeopleEvent, Refusal, Thing};

/// The agency's particulars. All plain text; only the name must be there.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "each is what its name says")]
pub struct AgencyWish {
    pub name: String,
    pub over: String,
    pub place: String,
    pub address: String,
    pub phone: String,
    pub email: String,
    pub symbol: String,
}

/// Sets or changes the agency's particulars.
///
/// # Errors
/// Refused without a name; forbidden to all but administrators.
pub async fn describe_agency(cx: &mut Cx, wish: AgencyWish) -> Result<AgencyId, Failure> {
    cx.may(Action::Administer, Thing::House)?;
    if wish.name.trim().is_empty() {
        return Err(Failure::refused(Refusal::field("name", "refused-name-missing")));
    }
    let id = store::agency(cx.tx()).await?.map_or_else(AgencyId::fresh, |row| row.id);
    let AgencyWish { name, over, place, address, phone, email, symbol } = wish;
    store::put_agency(cx.tx(), AgencyRow { id, name, over, place, address, phone, email, symbol }).await?;
    cx.record(PeopleEvent::AgencyDescribed { agency: id });
    Ok(id)
}
