//! The desk's pages of this house, and what they share.

pub(crate) mod digest;
pub(crate) mod digest_out;
pub(crate) mod digest_steps;
pub(crate) mod digests;
pub(crate) mod duty;
pub(crate) mod mention;
pub(crate) mod morning;
pub(crate) mod rule;
pub(crate) mod sources;
pub(crate) mod spot;
pub(crate) mod spots;
pub(crate) mod thread;
pub(crate) mod threads;
pub(crate) mod topics;

pub use digest_out::{DigestLetter, digest_html, digest_letter, digest_paper};

use crate::hot_spot::State;
use crate::office::Names;
use crate::reason::Reason;
use crate::store::spots::SpotRow;
use crate::store::threads::ThreadRow;
use db::Look;
use kernel::{Action, Failure, Thing, UnitId, role_table};
use std::str::FromStr;
use web::{Asker, Page};

/// A thread in a list.
pub(crate) struct ThreadLine {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) mentions: String,
    pub(crate) outlets: String,
    pub(crate) counts: String,
    pub(crate) central: i64,
    pub(crate) contrary: bool,
    pub(crate) iso: String,
    pub(crate) when: String,
    pub(crate) spot: Option<(String, String)>,
}

/// A hot spot in a list.
pub(crate) struct SpotLine {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) reason: String,
    pub(crate) chip: &'static str,
    pub(crate) state: String,
    pub(crate) severity: String,
    pub(crate) severity_label: String,
    pub(crate) muted: bool,
    pub(crate) unit: String,
    pub(crate) iso: String,
    pub(crate) when: String,
}

/// `17 tin, bài · 10 báo`.
pub(crate) fn counts(p: &Page, mentions: i64, outlets: i64) -> String {
    web::lookup(
        p.locale().0,
        "thread-counts",
        &[("mentions", mentions.to_string()), ("outlets", outlets.to_string())],
    )
}

pub(crate) fn thread_line(p: &Page, row: &ThreadRow, spot: Option<&SpotRow>) -> ThreadLine {
    ThreadLine {
        id: row.id.to_string(),
        title: row.title.clone(),
        mentions: p.format.number(row.mentions),
        outlets: p.format.number(row.outlets),
        counts: counts(p, row.mentions, row.outlets),
        central: row.central,
        contrary: row.contrary * 2 >= row.mentions && row.contrary > 1,
        iso: p.format.iso(row.last_at),
        when: p.format.stamp(row.last_at),
        spot: spot.map(|spot| {
            let state = State::named(&spot.state);
            (state.chip().to_owned(), p.t(&format!("spot-{}", state.name())))
        }),
    }
}

pub(crate) fn spot_line(
    p: &Page,
    row: &SpotRow,
    title: &str,
    names: &Names,
    now: kernel::Moment,
) -> SpotLine {
    let state = State::named(&row.state);
    SpotLine {
        id: row.id.to_string(),
        title: title.to_owned(),
        reason: Reason::read(&row.reason).sentence(p.locale(), &p.format),
        chip: state.chip(),
        state: p.t(&format!("spot-{}", state.name())),
        severity: row.severity.clone(),
        severity_label: p.t(&format!("severity-{}", row.severity)),
        muted: row.muted_until.is_some_and(|until| until > now),
        unit: names.unit(row.unit),
        iso: p.format.iso(row.raised_at),
        when: p.format.stamp(row.raised_at),
    }
}

/// Reads an id of the address; one that is none is not there.
pub(crate) fn id<T: FromStr>(text: &str) -> Result<T, Failure> {
    text.parse().map_err(|_| Failure::NotFound)
}

/// Only who may see the press goes on.
pub(crate) fn press_only(look: &Look) -> Result<(), Failure> {
    look.may(Action::ReadPress, Thing::House)
}

/// Only who may see the press or tend its sources goes on.
pub(crate) fn press_or_sources(look: &Look) -> Result<(), Failure> {
    press_only(look).or_else(|_| look.may(Action::TendSources, Thing::House))
}

/// The units for which who asks may answer; `None` is the whole agency.
pub(crate) fn answers_for(asker: &Asker) -> Option<Vec<UnitId>> {
    asker.actor.person().map_or(Some(Vec::new()), |me| me.reach(role_table(Action::AnswerHotSpot)))
}

pub(crate) use web::{Choice, reasons};
