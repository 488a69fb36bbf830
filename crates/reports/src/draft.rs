//! The first draft of a report: sentences over what there is to count, what units wrote and what blocked them. Words are
//! those of the office and come from the Vietnamese locale file, where `[tin-bai]` stands for `{tin-bai}`.

use crate::measure::{Group, Measure};
use crate::numbers::Numbers;
use crate::office::{Names, Obstacle, Planned};
use crate::store::reports::{PartRow, Texts};
use web::{Lang, lookup};

/// The locale key of a sentence, and the measures it tells.
type Sentence = (&'static str, &'static [&'static str]);

/// Sentences of a group: each is written when one of its measures counts anything.
const SENTENCES: &[(Group, &[Sentence])] = &[
    (
        Group::Work,
        &[
            ("draft-work", &["work-given", "work-done", "work-open"]),
            ("draft-work-rolled", &["work-rolled"]),
            ("draft-obstacles", &["obstacles", "obstacles-open"]),
            ("draft-meetings", &["meetings", "meetings-missed"]),
            ("draft-trainings", &["trainings"]),
            ("draft-displays", &["displays", "displays-up"]),
            ("draft-money", &["money-paid", "money-paid-year", "money-assigned"]),
        ],
    ),
    (
        Group::Write,
        &[
            ("draft-stories", &["stories"]),
            ("draft-stories-quality", &["stories-returned", "stories-corrected", "stories-withdrawn"]),
            ("draft-stories-urgent", &["stories-urgent"]),
        ],
    ),
    (
        Group::Hear,
        &[
            ("draft-hot-spots", &["hot-spots", "hot-spots-answered", "hot-spots-open"]),
            ("draft-digests", &["digests"]),
        ],
    ),
    (
        Group::Press,
        &[
            ("draft-inquiries", &["inquiries", "inquiries-answered", "inquiries-refused"]),
            ("draft-releases", &["releases", "press-events"]),
            ("draft-demands", &["demands"]),
        ],
    ),
    (
        Group::Answer,
        &[
            ("draft-questions", &["questions", "questions-answered", "questions-refused"]),
            ("draft-information", &["information", "information-supplied"]),
            ("draft-consultations", &["consultations"]),
            ("draft-errors", &["errors"]),
        ],
    ),
    (Group::Promise, &[("draft-clocks", &["clocks-met", "clocks-broken"])]),
];

/// What a draft is made from.
pub(crate) struct Material<'m> {
    pub(crate) numbers: &'m Numbers,
    pub(crate) parts: &'m [PartRow],
    pub(crate) obstacles: &'m [Obstacle],
    pub(crate) planned: &'m [Planned],
    pub(crate) names: &'m Names,
}

fn vi(key: &str) -> String {
    lookup(Lang::Vi, key, &[]).replace('[', "{").replace(']', "}")
}

/// Words that people wrote, as they may stand in a text with numbers in braces.
fn plain(words: &str) -> String {
    words.replace(['{', '}'], "|").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The draft.
pub(crate) fn draft(material: &Material<'_>) -> Texts {
    Texts {
        results: results(material),
        difficulties: difficulties(material),
        proposals: proposals(material),
        next: next(material),
    }
}

fn tells(numbers: &Numbers, key: &str) -> bool {
    Measure::of_key(key).is_some() && numbers.count(key, None) + numbers.count_before(key, None) > 0
}

fn results(material: &Material<'_>) -> String {
    let mut lines = Vec::new();
    for (group, sentences) in SENTENCES {
        let said: Vec<String> = sentences
            .iter()
            .filter(|(_, keys)| keys.iter().any(|key| tells(material.numbers, key)))
            .map(|(sentence, _)| vi(sentence))
            .collect();
        if !said.is_empty() {
            lines.push(format!("# {}", vi(&format!("measure-group-{}", group.name()))));
            lines.extend(said);
        }
    }
    let units = of_units(material, |part| &part.results);
    if !units.is_empty() {
        lines.push(format!("# {}", vi("draft-units")));
        lines.extend(units);
    }
    lines.join("\n\n")
}

/// `- Unit: words`, one entry a line of what units wrote.
fn of_units(material: &Material<'_>, pick: impl Fn(&PartRow) -> &String) -> Vec<String> {
    let mut lines = Vec::new();
    for part in material.parts.iter().filter(|part| part.given_at.is_some()) {
        for words in pick(part).lines().map(plain).filter(|words| !words.is_empty()) {
            let words = words.trim_start_matches(['-', '+', '#', '*', '–']).trim();
            lines.push(format!("- {}: {words}", plain(&material.names.unit(part.unit))));
        }
    }
    lines
}

fn difficulties(material: &Material<'_>) -> String {
    let mut lines: Vec<String> = material
        .obstacles
        .iter()
        .map(|one| {
            let still = if one.open { vi("draft-obstacle-open") } else { vi("draft-obstacle-over") };
            format!("- {}: {} ({still})", plain(&material.names.unit(one.unit)), plain(&one.what))
        })
        .collect();
    lines.extend(of_units(material, |part| &part.difficulties));
    lines.join("\n\n")
}

fn proposals(material: &Material<'_>) -> String {
    let mut lines: Vec<String> = material
        .obstacles
        .iter()
        .filter(|one| one.open && !one.proposal.trim().is_empty())
        .map(|one| format!("- {}: {}", plain(&material.names.unit(one.unit)), plain(&one.proposal)))
        .collect();
    lines.extend(of_units(material, |part| &part.proposals));
    lines.join("\n\n")
}

/// More lines than these belong into the plan that is attached.
const MOST_NEXT: usize = 40;

fn next(material: &Material<'_>) -> String {
    let mut lines: Vec<String> = material
        .planned
        .iter()
        .take(MOST_NEXT)
        .map(|one| {
            let unit = plain(&material.names.unit(one.unit));
            let title = plain(&one.title);
            let title = title.trim_end_matches('.');
            match one.due {
                Some(due) => format!("- {title} ({unit}, {} {})", vi("draft-by"), paper::short_day(due)),
                None => format!("- {title} ({unit})"),
            }
        })
        .collect();
    lines.extend(of_units(material, |part| &part.next_words));
    lines.join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::MEASURES;
    use crate::words;

    #[test]
    fn every_sentence_reads_and_names_numbers_of_ours() {
        for (_, sentences) in SENTENCES {
            for (sentence, keys) in *sentences {
                let text = vi(sentence);
                let lines = words::read(&text).unwrap_or_else(|unknown| panic!("{sentence}: {unknown:?}"));
                assert!(!lines.is_empty() && text != *sentence, "{sentence}");
                assert!(keys.iter().all(|key| Measure::of_key(key).is_some()), "{sentence}");
            }
        }
    }

    #[test]
    fn no_measure_is_left_out_of_the_draft() {
        let told: Vec<&str> = SENTENCES
            .iter()
            .flat_map(|(_, all)| all.iter())
            .flat_map(|(_, keys)| keys.iter().copied())
            .collect();
        for measure in MEASURES.iter().filter(|one| one.key != "reminders") {
            assert!(told.contains(&measure.key), "{}", measure.key);
        }
    }

    #[test]
    fn what_units_write_cannot_pass_for_a_number() {
        assert_eq!(plain("đạt {tin-bai}\n  tin"), "đạt |tin-bai| tin");
    }
}
