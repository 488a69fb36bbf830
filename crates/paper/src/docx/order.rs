//! Properties in the order the schema sets (ECMA-376 part 1, annex A). The library writes some in another one; Word is
//! patient with that, other readers and the validators of document exchanges are not.

/// The children of an element, first to last; only those that are written here.
const ORDERS: [(&str, &[&str]); 8] = [
    (
        "w:pPr",
        &[
            "w:pStyle",
            "w:keepNext",
            "w:keepLines",
            "w:pageBreakBefore",
            "w:widowControl",
            "w:numPr",
            "w:pBdr",
            "w:shd",
            "w:tabs",
            "w:spacing",
            "w:ind",
            "w:jc",
            "w:outlineLvl",
            "w:rPr",
        ],
    ),
    (
        "w:rPr",
        &[
            "w:rStyle", "w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:color", "w:sz", "w:szCs", "w:u",
            "w:lang",
        ],
    ),
    ("w:tblPr", &["w:tblStyle", "w:tblW", "w:jc", "w:tblInd", "w:tblBorders", "w:tblLayout", "w:tblCellMar"]),
    ("w:tcPr", &["w:tcW", "w:gridSpan", "w:vMerge", "w:tcBorders", "w:shd", "w:tcMar", "w:vAlign"]),
    (
        "w:sectPr",
        &["w:headerReference", "w:pgSz", "w:pgMar", "w:pgNumType", "w:cols", "w:titlePg", "w:docGrid"],
    ),
    (
        "w:style",
        &[
            "w:name",
            "w:basedOn",
            "w:next",
            "w:link",
            "w:uiPriority",
            "w:semiHidden",
            "w:unhideWhenUsed",
            "w:qFormat",
            "w:pPr",
            "w:rPr",
        ],
    ),
    ("w:settings", &["w:zoom", "w:defaultTabStop", "w:compat"]),
    (
        "w:compat",
        &[
            "w:spaceForUL",
            "w:balanceSingleByteDoubleByteWidth",
            "w:doNotLeaveBackslashAlone",
            "w:ulTrailSpace",
            "w:doNotExpandShiftReturn",
            "w:adjustLineHeightInTable",
            "w:useFELayout",
            "w:compatSetting",
        ],
    ),
];

/// An element that is not closed yet: its name, and its children so far, each with its name and its text.
struct Open<'a> {
    name: &'a str,
    tag: &'a str,
    children: Vec<(&'a str, String)>,
}

/// The same document with the children of [`ORDERS`] in order; as it came if its tags do not match.
pub(super) fn ordered(xml: &str) -> String {
    sorted(xml).unwrap_or_else(|| xml.to_owned())
}

fn sorted(xml: &str) -> Option<String> {
    let mut open = vec![Open { name: "", tag: "", children: Vec::new() }];
    let mut rest = xml;
    while let Some((text, tag)) = rest.split_once('<') {
        let (tag, after) = tag.split_once('>')?;
        rest = after;
        let here = open.last_mut()?;
        if !text.is_empty() {
            here.children.push(("", text.to_owned()));
        }
        let name = tag.trim_start_matches('/').split([' ', '/']).next()?;
        if tag.starts_with('/') {
            let closed = open.pop()?;
            if closed.name != name {
                return None;
            }
            open.last_mut()?.children.push((name, written(closed)));
        } else if tag.ends_with('/') || tag.starts_with('?') {
            // The library gives the columns of a table's grid a type, which the schema does not know.
            let tag = if name == "w:gridCol" { tag.replace(r#" w:type="dxa""#, "") } else { tag.to_owned() };
            here.children.push((name, format!("<{tag}>")));
        } else {
            open.push(Open { name, tag, children: Vec::new() });
        }
    }
    let whole = open.pop().filter(|_| open.is_empty())?;
    Some(whole.children.into_iter().map(|(_, text)| text).chain([rest.to_owned()]).collect())
}

fn written(mut element: Open<'_>) -> String {
    if let Some((_, order)) = ORDERS.iter().find(|(name, _)| *name == element.name) {
        let place = |name: &str| order.iter().position(|other| *other == name).unwrap_or(order.len());
        element.children.sort_by_key(|(name, _)| place(name));
        if element.name == "w:pPr" {
            element.children.retain(|(_, text)| text != "<w:rPr />");
        }
    }
    let mut text = format!("<{}>", element.tag);
    for (_, child) in element.children {
        text.push_str(&child);
    }
    text.push_str(&format!("</{}>", element.name));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_are_put_in_order_and_nothing_else_moves() {
        let xml = r#"<?xml version="1.0"?><w:p><w:pPr><w:rPr /><w:jc w:val="left" /><w:ind /><w:x /><w:keepNext /></w:pPr><w:r><w:rPr><w:sz /><w:b /></w:rPr><w:t>a &lt; b</w:t></w:r></w:p>"#;
        assert_eq!(
            ordered(xml),
            r#"<?xml version="1.0"?><w:p><w:pPr><w:keepNext /><w:ind /><w:jc w:val="left" /><w:x /></w:pPr><w:r><w:rPr><w:b /><w:sz /></w:rPr><w:t>a &lt; b</w:t></w:r></w:p>"#
        );
        assert_eq!(ordered(r#"<w:gridCol w:w="9" w:type="dxa" />"#), r#"<w:gridCol w:w="9" />"#);
        assert_eq!(ordered("<a><b></a></b>"), "<a><b></a></b>");
    }
}
