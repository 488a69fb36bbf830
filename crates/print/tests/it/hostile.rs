//! Whatever anybody writes, a paper is set or refused; nothing breaks down.

use crate::read;
use paper::{
    Annex, Closing, Column, Heading, Level, Paper, Paragraph, Part, Reference, Row, Run, Signer, Size, Table,
    Title,
};
use print::{Check, Fault, Particulars};
use proptest::prelude::*;

/// Text that is something else elsewhere, and any text.
fn words() -> impl Strategy<Value = String> {
    let nasty = prop::sample::select(vec![
        "#panic(\"x\")",
        "#let x = 1",
        "#read(\"/etc/passwd\")",
        "#while true {}",
        "$ x^2 $",
        "*a* _b_",
        "[",
        "]",
        "{",
        "}",
        "\\",
        "\\u{0}",
        "//",
        "/*",
        "```",
        "@a",
        "<a>",
        "= a",
        "- a",
        "+ a",
        "/ a: b",
        "~",
        "---",
        "\"",
        "'",
        "\u{0}\u{7}",
        "\u{202e}abc\u{202d}",
        "\u{2066}\u{2069}",
        "\u{feff}",
        "\u{200b}\u{200d}",
        "👩‍🌾🏳️‍🌈",
        "e\u{301}\u{301}\u{301}\u{301}",
        "\u{e000}",
        "\u{fffd}",
        "\u{10ffff}",
        "שלום",
        "العربية",
        "𡨸喃",
        "ﷺ",
        "\r\n\r",
        "\n\n\n",
        "\t\t",
        "\u{a0}\u{a0}",
        "https://a.vn/#frag?x=1",
        "%s%n",
        "&amp;",
        "</svg>",
        "(",
        ")",
        ")>>endobj",
        "TỈNH VÀ XÃ",
    ]);
    prop_oneof![
        3 => nasty.prop_map(str::to_owned),
        2 => any::<String>(),
        1 => ("[ a-zà-ỹ]{0,40}", 1..60_usize).prop_map(|(text, times)| text.repeat(times)),
    ]
}

fn maybe() -> impl Strategy<Value = Option<String>> {
    prop::option::of(words())
}

fn paragraph() -> impl Strategy<Value = Paragraph> {
    let link = prop_oneof![
        words(),
        words().prop_map(|rest| format!("https://{rest}")),
        words().prop_map(|rest| format!("mailto:{rest}"))
    ];
    let run = (words(), any::<bool>(), any::<bool>(), prop::option::of(link))
        .prop_map(|(text, bold, italic, link)| Run { text, bold, italic, link });
    prop::collection::vec(run, 0..4).prop_map(|runs| Paragraph { runs })
}

fn table() -> impl Strategy<Value = Table> {
    let column = || {
        (words(), any::<u16>(), 0..3).prop_map(|(title, share, align)| match align {
            0 => Column::words(title, share),
            1 => Column::marks(title, share),
            _ => Column::amounts(title, share),
        })
    };
    let cells = || prop::collection::vec(paragraph(), 0..6);
    let row = prop_oneof![
        cells().prop_map(Row::Cells),
        cells().prop_map(Row::Sum),
        paragraph().prop_map(Row::Group),
    ];
    let columns = prop_oneof![
        4 => prop::collection::vec(column(), 0..6),
        1 => prop::collection::vec(column(), 60..66)
    ];
    (prop::option::of(paragraph()), columns, prop::collection::vec(row, 0..6))
        .prop_map(|(caption, columns, rows)| Table { caption, columns, rows })
}

fn part() -> impl Strategy<Value = Part> {
    let level = prop::sample::select(vec![Level::Roman, Level::Arabic, Level::Letter, Level::Bare]);
    let several = || prop::collection::vec(paragraph(), 0..4);
    prop_oneof![
        (level, paragraph()).prop_map(|(level, words)| Part::Heading(level, words)),
        paragraph().prop_map(Part::Text),
        several().prop_map(Part::List),
        table().prop_map(Part::Table),
        (several(), prop::option::of(paragraph())).prop_map(|(said, by)| Part::Quotation { said, by }),
        Just(Part::PageBreak),
    ]
}

fn heading() -> impl Strategy<Value = Heading> {
    let reference = prop::option::of((prop::option::of(any::<u32>()), words()))
        .prop_map(|it| it.map(|(number, symbol)| Reference { number, symbol }));
    let date = prop::option::of((-9999..=9999_i16, 1..=12_i8, 1..=28_i8))
        .prop_map(|it| it.map(|(year, month, day)| jiff::civil::date(year, month, day)));
    (any::<bool>(), maybe(), maybe(), reference, maybe(), maybe(), date).prop_map(
        |(national, superior, issuer, reference, about, place, date)| Heading {
            national,
            superior,
            issuer,
            reference,
            about,
            place,
            date,
        },
    )
}

fn closing() -> impl Strategy<Value = Closing> {
    let signer = (prop::collection::vec(words(), 0..4), words(), maybe())
        .prop_map(|(authority, post, name)| Signer { authority, post, name });
    (any::<bool>(), prop::collection::vec(words(), 0..5), prop::option::of(signer))
        .prop_map(|(end_mark, recipients, signer)| Closing { end_mark, recipients, signer })
}

fn paper() -> impl Strategy<Value = Paper> {
    let title = (maybe(), words()).prop_map(|(kind, subject)| Title { kind, subject });
    let size = prop::sample::select(vec![Size::Thirteen, Size::Fourteen]);
    let several = prop::collection::vec(paragraph(), 0..3);
    (
        heading(),
        title,
        prop::collection::vec(words(), 0..4),
        several,
        prop::collection::vec(part(), 0..6),
        closing(),
        size,
        prop::collection::vec(annex(), 0..3),
    )
        .prop_map(|(heading, title, addressees, intro, parts, closing, size, annexes)| Paper {
            heading,
            title,
            addressees,
            intro,
            parts,
            closing,
            size,
            annexes,
        })
}

fn annex() -> impl Strategy<Value = Annex> {
    (words(), prop::collection::vec(part(), 0..3)).prop_map(|(title, parts)| Annex { title, parts })
}

fn particulars() -> impl Strategy<Value = Particulars> {
    let check = (words(), words().prop_map(|rest| format!("https://{rest}")))
        .prop_map(|(words, address)| Check { words, address });
    (maybe(), maybe(), prop::option::of(check), any::<bool>()).prop_map(|(title, author, check, archival)| {
        Particulars { title, author, check, archival, ..Particulars::default() }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_paper_is_set_or_refused((paper, particulars) in (paper(), particulars())) {
        match print::pdf(&paper, &particulars) {
            Ok(pdf) => prop_assert!(read::pages(&pdf) >= 1),
            Err(Fault::NotArchival(_)) if particulars.archival => {}
            Err(fault) => prop_assert!(false, "{fault}"),
        }
    }
}
