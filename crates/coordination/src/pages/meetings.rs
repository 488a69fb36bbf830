//! Meetings to come, those that still want something, and those that were: as far as who looks may see them.

use super::shared::{Asked, may};
use crate::House;
use crate::meeting::{Record, State as MeetingState};
use crate::office::Names;
use crate::sight::Sight;
use crate::store::meetings::{self, MeetingRow, Which};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use kernel::{Action, Failure, Moment, PageNumber};
use web::{Asker, Error, Page, Pager, Tab, html};

pub(crate) struct Line {
    href: String,
    title: String,
    unit: String,
    chip: &'static str,
    standing: String,
    note: String,
    iso: String,
    when: String,
    place: String,
    chair: String,
    conclusions: i64,
}

impl Line {
    pub(crate) fn chip(&self) -> &'static str {
        self.chip
    }

    pub(crate) fn standing(&self) -> &str {
        &self.standing
    }
}

#[derive(Template)]
#[template(path = "meetings.html")]
struct MeetingsPage {
    p: Page,
    tabs: Vec<Tab>,
    lines: Vec<Line>,
    pager: Option<Pager>,
    keeps: bool,
    open: bool,
}

const SIZE: u32 = 50;

/// The page.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Query(wanted): Query<Asked>,
) -> Result<Response, Error> {
    let look = asker.look();
    let p = asker.desk_page(asker.locale().t("meetings-title")).await?;
    let which = match wanted.state.as_str() {
        "" => Which::ToCome,
        "open" => Which::Open,
        "past" => Which::Past,
        _ => return Err(Failure::NotFound.into()),
    };
    let number = PageNumber::parse(wanted.page.as_deref()).ok_or(Failure::NotFound)?;
    let sight = Sight::of(look.actor());
    let now = look.now();
    let found = meetings::list(look.db(), &sight, which, now, number, SIZE).await?;
    if !found.exists() {
        return Err(Failure::NotFound.into());
    }
    let mut tabs = Vec::new();
    for (state, words, one) in [
        ("", "meetings-to-come", Which::ToCome),
        ("open", "meetings-open", Which::Open),
        ("past", "meetings-past", Which::Past),
    ] {
        let count = match one {
            _ if one == which => found.total,
            Which::Past => 0,
            _ => meetings::list(look.db(), &sight, one, now, PageNumber::FIRST, 1).await?.total,
        };
        tabs.push(Tab {
            href: format!("/desk/meetings?state={state}"),
            label: p.t(words),
            count,
            current: one == which,
        });
    }
    let names = Names::of(house.office.as_ref()).await?;
    let ids: Vec<_> = found.items.iter().map(|row| row.id).collect();
    let counts = meetings::counted(look.db(), &ids).await?;
    let many = |row: &MeetingRow| counts.iter().find(|one| one.meeting == row.id).map_or(0, |one| one.many);
    html(&MeetingsPage {
        pager: Pager::of(&found, |n| format!("/desk/meetings?state={}&page={n}", wanted.state)),
        lines: found.items.iter().map(|row| line(&p, &names, row, many(row), now)).collect(),
        tabs,
        keeps: may(&look, Action::KeepMeetings),
        open: which == Which::Open,
        p,
    })
}

pub(crate) fn line(p: &Page, names: &Names, row: &MeetingRow, conclusions: i64, now: Moment) -> Line {
    let state = MeetingState::named(&row.state);
    let unsaid = state == MeetingState::Called && row.starts_at < now;
    let record = Record::named(&row.record_state);
    Line {
        href: format!("/desk/meetings/{}", row.id),
        title: row.title.clone(),
        unit: names.unit(row.unit),
        chip: if unsaid { "late" } else { state.chip() },
        standing: if unsaid {
            p.t("meeting-unsaid")
        } else {
            p.t(&format!("meeting-state-{}", state.name()))
        },
        note: match state {
            MeetingState::Held => p.t(&format!("meeting-record-{}", record.name())),
            MeetingState::Missed | MeetingState::PutOff => row.reason.clone(),
            MeetingState::Called => String::new(),
        },
        iso: p.format.iso(row.starts_at),
        when: p.format.long(row.starts_at),
        place: row.place.clone(),
        chair: names.person(Some(row.chair)),
        conclusions,
    }
}
