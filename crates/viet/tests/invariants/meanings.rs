//! Dates, references, abbreviations, findings: in their places, and the same each time.

use viet::dates::Date;

use super::{Checked, holds, in_order, on_borders, same};

pub(super) fn check(text: &str) -> Checked {
    let reference = Date::from_iso("2020-06-20");
    let dates = viet::dates::find(text, reference);
    same("dates again", &viet::dates::find(text, reference), &dates)?;
    in_order("dates", text, dates.iter().map(|d| d.span.clone()))?;
    for found in &dates {
        if let Ok(when) = &found.when {
            holds(when.start <= when.end && !when.iso().is_empty(), || format!("{when:?}"))?;
        }
    }
    let _ = viet::dates::find(text, None);
    let _ = viet::dates::read(text, reference);
    let _ = viet::dates::number::read(text);
    let refs = viet::refs::find(text);
    same("references again", &viet::refs::find(text), &refs)?;
    in_order("references", text, refs.iter().map(|r| r.span.clone()))?;
    for found in &refs {
        let _ = format!("{:?} {}", found.symbol.as_ref().map(ToString::to_string), found.provision);
    }
    in_order("abbreviations", text, viet::abbreviations::find(text).into_iter().map(|u| u.range))?;
    in_order("undefined abbreviations", text, viet::abbreviations::undefined(text).into_iter())?;
    let _ = viet::abbreviations::expand_first(text, reference);
    let findings = viet::spelling::check(text);
    same("findings again", &viet::spelling::check(text), &findings)?;
    let mut before = 0;
    for finding in &findings {
        on_borders("finding", text, &finding.range)?;
        holds(finding.range.start >= before, || format!("{finding:?} before {before}"))?;
        before = finding.range.start;
        let written = text.get(finding.range.clone()).unwrap_or_default();
        let idle = finding.suggestions.iter().find(|s| s.as_str() == written);
        holds(idle.is_none(), || format!("{idle:?} is offered for itself"))?;
    }
    Ok(())
}
