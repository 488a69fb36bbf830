//! Random texts for property tests, and one story that has everything.

use proptest::prelude::*;
use uuid::Uuid;

use crate::{Align, Block, Body, Cell, CellKind, Figure, Href, Inline, Level, Mark, Marks, Row, Table, Text};

/// A story in which every kind of block and mark occurs.
pub(crate) fn everything() -> Body {
    Body::parse(
        r##"{"type":"doc","content":[
        {"type":"heading","attrs":{"level":2},"content":[{"type":"text","text":"Họp báo quý III"}]},
        {"type":"paragraph","attrs":{"textAlign":"center"},"content":[
            {"type":"text","text":"Sáng "},
            {"type":"text","marks":[{"type":"bold"}],"text":"25/9"},
            {"type":"text","text":", "},
            {"type":"text","marks":[{"type":"link","attrs":{"href":"https://so.example.vn/a?b=1&c=2","target":"_blank"}},{"type":"italic"}],"text":"Sở Thông tin"},
            {"type":"hardBreak"},
            {"type":"text","text":"họp. Diện tích 5 m"},
            {"type":"text","marks":[{"type":"superscript"}],"text":"2"},
            {"type":"text","text":", H"},
            {"type":"text","marks":[{"type":"subscript"}],"text":"2"},
            {"type":"text","text":"O, "},
            {"type":"text","marks":[{"type":"underline"}],"text":"chú ý"},
            {"type":"text","text":" "},
            {"type":"text","marks":[{"type":"strike"}],"text":"bỏ"}]},
        {"type":"bulletList","content":[
            {"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"một"}]},
                {"type":"orderedList","attrs":{"start":3},"content":[
                    {"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"ba"}]}]}]}]},
            {"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"hai"}]}]}]},
        {"type":"blockquote","content":[{"type":"paragraph","content":[{"type":"text","text":"“Lời <nói>”"}]}]},
        {"type":"table","content":[
            {"type":"tableRow","content":[
                {"type":"tableHeader","content":[{"type":"paragraph","content":[{"type":"text","text":"Xã"}]}]},
                {"type":"tableHeader","attrs":{"colspan":2},"content":[{"type":"paragraph","content":[{"type":"text","text":"Số hộ"}]}]}]},
            {"type":"tableRow","content":[
                {"type":"tableHeader","content":[{"type":"paragraph","content":[{"type":"text","text":"Nà Ớt"}]}]},
                {"type":"tableCell","content":[{"type":"paragraph","content":[{"type":"text","text":"120"}]}]},
                {"type":"tableCell"}]}]},
        {"type":"figure","attrs":{"asset":"018f0000-0000-7000-8000-00000000000a","alt":"Bà con \"họp\"","caption":"Họp thôn","credit":"Ảnh: Lò Thị Mai"}},
        {"type":"horizontalRule"},
        {"type":"heading","attrs":{"level":3},"content":[{"type":"text","text":"Họp báo quý III"}]},
        {"type":"paragraph"}
        ]}"##,
    )
    .unwrap()
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-dơệđ ]{1,8}",
        2 => r##"[ab .,;:!?()\[\]{}<>*_`~^|#&+=\\/"'-]{1,8}"##,
        1 => r"[0-9]{1,3}[.)] x?",
        1 => prop::sample::select(vec![
            "---", "- a", "> a", "## a", "a | b", "| --- |", "&amp;", "&#8203;", "<br>", "<script>", "<!-- -->", "```",
            "[1]: x", "![a](b)", "http://x.vn", "\u{a0}", "e\u{301}", "\u{301}", "a\u{202e}b", "\t", "===", "x\n", "$a$",
            "[^1]", "\\", "C#", "\u{3000}", "1. ", "<https://x.vn>", "a@b.vn", "** a **", "!", "~", "^",
        ]).prop_map(str::to_owned),
    ]
}

fn marks() -> impl Strategy<Value = Marks> {
    let link = prop::option::weighted(
        0.2,
        prop::sample::select(vec![
            "https://a.vn/x",
            "/tin/(1)",
            "#m",
            "mailto:a@b.vn",
            "https://a.vn/?a=1&copy;=2&b=|",
            "/a\"b*c_d",
        ]),
    );
    (prop::collection::vec(prop::sample::select(Mark::ALL.to_vec()), 0..3), link).prop_map(|(on, link)| {
        let mut marks = Marks::default();
        on.into_iter().for_each(|mark| marks.add(mark));
        marks.link = link.map(|href| Href::parse(href).unwrap());
        marks
    })
}

fn line() -> impl Strategy<Value = Vec<Inline>> {
    let text = (words(), prop_oneof![2 => Just(Marks::default()), 1 => marks()])
        .prop_map(|(text, marks)| Inline::Text(Text { text, marks }));
    prop::collection::vec(prop_oneof![6 => text, 1 => Just(Inline::Break)], 0..6)
}

fn figure() -> impl Strategy<Value = Figure> {
    (any::<u128>(), words(), words(), words()).prop_map(|(id, alt, caption, credit)| Figure {
        asset: Uuid::from_u128(id),
        alt,
        caption,
        credit,
    })
}

fn leaf() -> impl Strategy<Value = Block> {
    let align =
        prop::option::weighted(0.1, prop::sample::select(vec![Align::Center, Align::Right, Align::Justify]));
    prop_oneof![
        6 => (align, line()).prop_map(|(align, content)| Block::Paragraph { align, content }),
        2 => (1_u64..6, line()).prop_map(|(n, content)| Block::Heading { level: Level::nearest(n), content }),
        1 => figure().prop_map(Block::Figure),
        1 => Just(Block::Rule),
    ]
}

fn cell(inner: impl Strategy<Value = Block>) -> impl Strategy<Value = Cell> {
    let span = || prop_oneof![8 => Just(1_u16), 1 => 0_u16..4];
    (any::<bool>(), span(), span(), prop::collection::vec(inner, 0..2)).prop_map(
        |(header, colspan, rowspan, content)| Cell {
            kind: if header { CellKind::Header } else { CellKind::Data },
            colspan,
            rowspan,
            content,
        },
    )
}

fn block() -> impl Strategy<Value = Block> {
    leaf().prop_recursive(3, 24, 4, |inner| {
        let blocks = || prop::collection::vec(inner.clone(), 0..3);
        let items = || prop::collection::vec(blocks(), 0..3);
        let row = prop::collection::vec(cell(inner.clone()), 0..3).prop_map(|cells| Row { cells });
        prop_oneof![
            items().prop_map(Block::BulletList),
            (0_u32..12, items()).prop_map(|(start, items)| Block::OrderedList { start, items }),
            blocks().prop_map(Block::Blockquote),
            prop::collection::vec(row, 0..3).prop_map(|rows| Block::Table(Table { rows })),
        ]
    })
}

/// Blocks as any author or attacker may have written them.
pub(crate) fn blocks() -> impl Strategy<Value = Vec<Block>> {
    prop::collection::vec(block(), 0..6)
}

/// Any body.
pub(crate) fn body() -> impl Strategy<Value = Body> {
    blocks().prop_map(|blocks| Body::from_blocks(blocks).unwrap())
}

/// A body the plain notation is made for: bold, italic, links, tables of words.
pub(crate) fn plain_body() -> impl Strategy<Value = Body> {
    let row = |kind| {
        prop::collection::vec(line(), 2).prop_map(move |cells| Row {
            cells: cells.into_iter().map(|line| Cell::new(kind, vec![Block::paragraph(line)])).collect(),
        })
    };
    let table = (row(CellKind::Header), prop::collection::vec(row(CellKind::Data), 1..3)).prop_map(
        |(mut head, mut rows)| {
            head.cells[0].content.push(Block::paragraph(vec![Inline::plain("Xã")]));
            rows.insert(0, head);
            Block::Table(Table { rows })
        },
    );
    prop::collection::vec(prop_oneof![4 => block(), 1 => table], 0..5).prop_map(|mut blocks| {
        blocks.iter_mut().for_each(plainly);
        Body::from_blocks(blocks).unwrap()
    })
}

fn plainly(block: &mut Block) {
    match block {
        Block::Paragraph { align, content } => {
            *align = None;
            content.iter_mut().for_each(unmark);
        }
        Block::Heading { content, .. } => content.iter_mut().for_each(unmark),
        Block::BulletList(items) | Block::OrderedList { items, .. } => {
            for item in items {
                // Empty lists in empty lists are three hyphens in a row.
                if matches!(item.first(), Some(Block::BulletList(_) | Block::OrderedList { .. })) {
                    item.insert(0, Block::paragraph(vec![Inline::plain("x")]));
                }
                item.iter_mut().for_each(plainly);
            }
        }
        Block::Blockquote(blocks) => blocks.iter_mut().for_each(plainly),
        Block::Table(table) => {
            let words = table.rows.len() > 1
                && table.rows.iter().all(|row| row.cells.len() == 2)
                && table
                    .rows
                    .iter()
                    .flat_map(|row| &row.cells)
                    .all(|cell| matches!(cell.content.as_slice(), [Block::Paragraph { .. }]));
            if words {
                table.rows.iter_mut().flat_map(|row| &mut row.cells).for_each(|cell| {
                    (cell.colspan, cell.rowspan) = (1, 1);
                    cell.content.iter_mut().for_each(plainly);
                    cell.kind = CellKind::Data;
                });
            } else {
                *block = Block::Rule;
            }
        }
        Block::Figure(_) | Block::Rule => {}
    }
}

fn unmark(inline: &mut Inline) {
    if let Inline::Text(text) = inline {
        for mark in [Mark::Underline, Mark::Strike, Mark::Superscript, Mark::Subscript] {
            text.marks.remove(mark);
        }
    }
}
