//! Set a rule: how the article pages of an outlet are read from today on.

use crate::site_rule;
use crate::store::{rules, rules::RuleRow, sources};
use db::Cx;
use kernel::{Action, Day, Failure, ListeningEvent, OutletId, Thing};

/// Sets the rule of an outlet from a day on; nothing typed takes it away.
///
/// # Errors
/// Refused when it cannot be followed; not found without such an outlet.
pub async fn set_rule(cx: &mut Cx, outlet: OutletId, today: Day, typed: &str) -> Result<(), Failure> {
    cx.may(Action::TendSources, Thing::House)?;
    sources::outlet(cx.tx(), outlet).await?.ok_or(Failure::NotFound)?;
    site_rule::read(typed).map_err(Failure::refused)?;
    let today = today.to_string();
    let before = rules::rule_of(cx.tx(), outlet, &today).await?.map(|row| row.rule);
    let row = RuleRow {
        outlet,
        since: today,
        rule: typed.trim().replace("\r\n", "\n"),
        set_at: cx.now(),
        set_by: cx.actor().id(),
        pages: 0,
        short: 0,
    };
    rules::put(cx.tx(), &row).await?;
    cx.record_change(ListeningEvent::OutletDescribed { outlet }, before, Some(row.rule));
    Ok(())
}
