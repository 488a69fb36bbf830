//! The demo's projects, told through the verbs that people use: assigned, planned, signed, accepted, paid, one held up.

use super::planning::{Teller, day, moment};
use ::projects::project::Step;
use ::projects::verbs::{self, AcceptanceWish, AnnexWish, ContractWish, GrantWish, PaymentWish, ProjectWish};
use bytes::Bytes;
use demo::projects::{Contract, PROJECTS, Project};
use kernel::{Day, Failure, Moment, ProjectId};
use std::collections::HashMap;
use std::time::Duration;
use uuid::Uuid;

/// Who enters all of it: the focal point of the agency.
const WHO: &str = "thu";

/// One thing that happens to a project on a day.
enum Deed<'d> {
    Grant(&'d demo::projects::Grant),
    Months(i32, &'d [i64; 12], &'d str),
    Step(Step),
    Sign(&'d Contract),
    Accept(&'d Contract, &'d (&'d str, i64, &'d str, &'d str)),
    Annex(&'d Contract),
    Pay(&'d demo::projects::Paid),
    Cancel(&'d str, &'d str),
}

impl Teller<'_> {
    /// Tells them, each from its decision to the demo's morning.
    pub(super) async fn projects(&self) -> Result<(), Failure> {
        for project in PROJECTS {
            self.project(project).await?;
        }
        Ok(())
    }

    /// Nine in the morning of a day, some days later.
    fn morning(&self, on: &str, later: u64) -> Result<Moment, Failure> {
        let day = day(on).ok_or_else(|| Failure::broken(format!("the demo's day {on} cannot be read")))?;
        let start = self.agency.app.zone.start_of(day).ok_or(Failure::NotFound)?;
        Ok(start.plus(Duration::from_secs(9 * 3600 + later * 86_400)))
    }

    async fn project(&self, told: &Project) -> Result<(), Failure> {
        let zone = &self.agency.app.zone;
        self.clock.set(self.morning(told.decision[1], 2)?);
        let wish = ProjectWish {
            name: told.name.into(),
            code: told.code.into(),
            decision: told.decision[0].into(),
            decided_on: day(told.decision[1]),
            unit: Some(self.unit(told.unit)?),
            kind: told.kind.into(),
            money: told.money.into(),
            from_year: Some(told.years[0]),
            to_year: Some(told.years[1]),
            total: Some(told.total),
            about: told.about.into(),
            manager: self.people.get(told.manager).copied(),
            bookkeeper: self.people.get("giang").copied(),
        };
        let id = self.keep(WHO, async |cx| verbs::begin_project(cx, zone, &wish).await).await?;
        let (mut contracts, mut entries) = (HashMap::new(), HashMap::new());
        for (at, deed) in self.deeds(told)? {
            self.clock.set(at);
            self.happens(id, &deed, &mut contracts, &mut entries).await?;
        }
        if let Some([at, words, proposal]) = told.hindrance {
            self.clock.set(moment(at)?);
            self.keep(WHO, async |cx| verbs::hinder(cx, id, words, proposal).await).await?;
        }
        self.lines_of(id, told).await
    }

    /// Everything that happens, in the order in which it was entered.
    fn deeds<'d>(&self, told: &'d Project) -> Result<Vec<(Moment, Deed<'d>)>, Failure> {
        let mut deeds = Vec::new();
        for grant in told.grants {
            deeds.push((self.morning(grant.3, 1)?, Deed::Grant(grant)));
        }
        for (year, on, months, why) in told.months {
            deeds.push((self.morning(on, 0)?, Deed::Months(*year, months, why)));
        }
        for (step, on) in told.steps {
            let step = Step::moving(step).ok_or(Failure::NotFound)?;
            deeds.push((self.morning(on, 0)?, Deed::Step(step)));
        }
        for contract in told.contracts {
            deeds.push((self.morning(contract.on, 1)?, Deed::Sign(contract)));
            for accepted in contract.accepted {
                deeds.push((self.morning(accepted.0, 1)?, Deed::Accept(contract, accepted)));
            }
            if let Some((_, on, ..)) = contract.annex {
                deeds.push((self.morning(on, 1)?, Deed::Annex(contract)));
            }
        }
        for paid in told.paid {
            deeds.push((self.morning(paid.0, paid.5)?, Deed::Pay(paid)));
        }
        if let Some([document, on, why]) = told.wrong {
            deeds.push((self.morning(on, 0)?, Deed::Cancel(document, why)));
        }
        deeds.sort_by_key(|(at, _)| *at);
        Ok(deeds)
    }

    async fn happens(
        &self,
        id: ProjectId,
        deed: &Deed<'_>,
        contracts: &mut HashMap<String, Uuid>,
        entries: &mut HashMap<String, Uuid>,
    ) -> Result<(), Failure> {
        let zone = &self.agency.app.zone;
        let of =
            |number: &str, all: &HashMap<String, Uuid>| all.get(number).copied().ok_or(Failure::NotFound);
        match deed {
            Deed::Grant((year, amount, decision, on, why)) => {
                let wish = GrantWish {
                    year: *year,
                    amount: Some(*amount),
                    decision: (*decision).into(),
                    decided_on: day(on),
                    reason: (*why).into(),
                };
                self.keep(WHO, async |cx| verbs::assign(cx, zone, id, &wish).await).await
            }
            Deed::Months(year, months, why) => {
                let months = months.map(|millions| Some(millions * 1_000_000));
                self.keep(WHO, async |cx| verbs::plan_months(cx, id, *year, months, why).await).await
            }
            Deed::Step(step) => self.keep(WHO, async |cx| verbs::step_project(cx, id, *step, "").await).await,
            Deed::Sign(told) => {
                let wish = signed(told);
                let made = self.keep(WHO, async |cx| verbs::sign_contract(cx, zone, id, &wish).await).await?;
                contracts.insert(told.number.to_owned(), made);
                Ok(())
            }
            Deed::Annex(told) => {
                let Some((number, on, change, until, about)) = told.annex else { return Ok(()) };
                let wish = AnnexWish {
                    number: number.into(),
                    signed_on: day(on),
                    change: Some(change),
                    until: day(until),
                    about: about.into(),
                };
                let which = (id, of(told.number, contracts)?);
                self.keep(WHO, async |cx| verbs::annex(cx, zone, which, &wish).await).await
            }
            Deed::Accept(told, (on, value, by, note)) => {
                let bytes = record(told, on, *value, by, note).await?;
                let file =
                    ::projects::keep_record(&self.agency.files, "Bien-ban-nghiem-thu.pdf", bytes).await?;
                let wish = AcceptanceWish {
                    day: day(on),
                    value: Some(*value),
                    accepted_by: (*by).into(),
                    note: (*note).into(),
                    file: Some(file),
                };
                let which = (id, of(told.number, contracts)?);
                self.keep(WHO, async |cx| verbs::accept(cx, zone, which, wish).await).await.map(drop)
            }
            Deed::Pay((on, amount, document, contract, note, _)) => {
                let day = day(on);
                let wish = PaymentWish {
                    year: day.map_or(0, |day: Day| i32::from(day.year())),
                    day,
                    amount: Some(*amount),
                    document: (*document).into(),
                    contract: if contract.is_empty() { None } else { Some(of(contract, contracts)?) },
                    note: (*note).into(),
                    over_reason: String::new(),
                };
                let made = self.keep(WHO, async |cx| verbs::pay(cx, zone, id, &wish).await).await?;
                entries.insert((*document).to_owned(), made);
                Ok(())
            }
            Deed::Cancel(document, why) => {
                let entry = of(document, entries)?;
                self.keep(WHO, async |cx| verbs::cancel_payment(cx, id, entry, why).await).await
            }
        }
    }

    /// Says which lines of plans it pays for, where they are.
    async fn lines_of(&self, id: ProjectId, told: &Project) -> Result<(), Failure> {
        let span = (Day::constant(2026, 1, 1), Day::constant(2026, 12, 31));
        let unit = self.unit(told.unit)?;
        let lines = planning::lines_between(self.agency.app.db.reader(), span, Some(&[unit])).await?;
        for start in told.lines {
            let Some(line) = lines.iter().find(|line| line.content.title.starts_with(start)) else {
                continue;
            };
            self.keep(WHO, async |cx| verbs::pay_for(cx, &*self.agency.projects.office, id, line.id).await)
                .await?;
        }
        Ok(())
    }
}

fn signed(told: &Contract) -> ContractWish {
    ContractWish {
        number: told.number.into(),
        signed_on: day(told.on),
        partner: told.partner.into(),
        value: Some(told.value),
        advance: Some(told.advance),
        retention: Some(told.retention),
        until: day(told.until),
        about: told.about.into(),
    }
}

/// The signed record of an acceptance, on paper.
async fn record(told: &Contract, on: &str, value: i64, by: &str, note: &str) -> Result<Bytes, Failure> {
    let said = [
        format!("Hợp đồng số {} với {}.", told.number, told.partner),
        format!("Nội dung nghiệm thu: {note}."),
        format!("Giá trị nghiệm thu: {} đồng.", paper::whole(value)),
        format!("Thành phần: {by} và đại diện nhà thầu. Chất lượng đạt yêu cầu của hợp đồng."),
    ];
    let made = paper::Paper {
        heading: paper::Heading {
            national: true,
            place: Some("Vân Khê".to_owned()),
            date: day(on),
            ..paper::Heading::default()
        },
        title: paper::Title {
            kind: Some("Biên bản".to_owned()),
            subject: "Nghiệm thu khối lượng hoàn thành".to_owned(),
        },
        parts: said.into_iter().map(|line| paper::Part::Text(line.into())).collect(),
        ..paper::Paper::default()
    };
    handout::made(made, handout::Particulars::default(), handout::Form::Pdf).await
}
