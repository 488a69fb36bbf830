//! How the article pages of one outlet are read: a few lines of TOML that somebody who keeps the sources writes.

use crate::store::rules::RuleRow;
use kernel::Refusal;
use wire::page::SiteRule;

/// Characters of a rule at most.
const LONGEST: usize = 4_000;
/// Pages from which it can be said that a rule no longer fits.
const ENOUGH: i64 = 5;

/// A rule as it was typed; nothing typed is no rule.
///
/// # Errors
/// What is wrong with it.
pub(crate) fn read(typed: &str) -> Result<Option<SiteRule>, Refusal> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    if typed.chars().count() > LONGEST {
        return Err(Refusal::field("rule", "refused-too-long").with("most", LONGEST));
    }
    let rule: SiteRule = toml::from_str(typed).map_err(|error| {
        let line =
            error.span().map_or(1, |at| typed.get(..at.start).unwrap_or(typed).matches('\n').count() + 1);
        Refusal::field("rule", "refused-rule-toml").with("line", line)
    })?;
    rule.check().map_err(|error| {
        let key = match error.key() {
            "rule-no-body" => "refused-rule-no-body",
            _ => "refused-rule-selector",
        };
        Refusal::field("rule", key).with("place", error.field())
    })?;
    Ok(Some(rule))
}

/// Whether a rule finds too little on at least every third page: the site looks different by now.
pub(crate) fn is_outworn(row: &RuleRow) -> bool {
    row.pages >= ENOUGH && row.short * 3 >= row.pages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_read_or_says_what_is_wrong() {
        let good = "since = \"2026-11-22\"\nsapo = \".sapo\"\nbody = \".than > p\"\ndrop = \".lien-quan\"\n";
        assert_eq!(read(good).unwrap().unwrap().body, ".than > p");
        assert_eq!(read("  \n"), Ok(None));
        for (bad, key) in [
            ("body = ", "refused-rule-toml"),
            ("body = \".a\"\nscript = \"x\"", "refused-rule-toml"),
            ("title = \"h1\"", "refused-rule-no-body"),
            ("body = \"p[\"", "refused-rule-selector"),
        ] {
            assert_eq!(read(bad).unwrap_err().key, key, "{bad}");
        }
    }
}
