//! The archive of a document, and what the library that writes its parts does not say: that a row is a header row, what
//! language the text is in, what the document is called.

use super::body::HEADER;
use super::order::ordered;
use crate::failed::Failed;
use docx_rs::XMLDocx;
use std::io::{Cursor, Read as _, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// What the document's properties say.
pub(super) struct About {
    pub(super) title: String,
    pub(super) by: String,
}

/// Completes the parts and packs them, compressed, without folders and all of one date, so that the same paper makes
/// the same bytes.
pub(super) fn pack(mut parts: XMLDocx, about: &About) -> Result<Vec<u8>, Failed> {
    parts.document = rewritten(&parts.document, header_rows)?;
    parts.styles = rewritten(&parts.styles, spoken)?;
    parts.document_rels = rewritten(&parts.document_rels, sorted_links)?;
    parts.doc_props.core = rewritten(&parts.doc_props.core, |xml| named(xml, about))?;
    let mut loose = Cursor::new(Vec::new());
    parts.pack(&mut loose).map_err(|error| Failed::Document(error.to_string()))?;
    let mut from = ZipArchive::new(loose)?;
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for at in 0..from.len() {
        let mut part = from.by_index(at)?;
        if part.is_dir() {
            continue;
        }
        let name = part.name()?.into_owned();
        to.start_file(name.as_str(), options)?;
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes)?;
        to.write_all(&if is_text(&name) {
            rewritten(&bytes, |xml| ordered(&nameless(xml)))?
        } else {
            bytes
        })?;
    }
    Ok(to.finish()?.into_inner())
}

/// Whether a part holds text or what it looks like.
fn is_text(name: &str) -> bool {
    name.starts_with("word/") && name.ends_with(".xml")
}

fn rewritten(part: &[u8], how: impl FnOnce(&str) -> String) -> Result<Vec<u8>, Failed> {
    let xml = std::str::from_utf8(part).map_err(|error| Failed::Document(error.to_string()))?;
    Ok(how(xml).into_bytes())
}

/// The library numbers paragraphs, anew only now and then. Nothing asks for the numbers, and they would make each file
/// differ from the one before.
fn nameless(xml: &str) -> String {
    let mut pieces = xml.split(r#"<w:p w14:paraId=""#);
    let mut without = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        without.push_str("<w:p");
        without.push_str(piece.split_once('"').map_or(piece, |(_, after)| after));
    }
    without
}

/// A row of the height [`HEADER`] is a header row. No text can look like the tag: text is escaped.
fn header_rows(xml: &str) -> String {
    xml.replace(&format!(r#"<w:trHeight w:val="{HEADER}" w:hRule="atLeast" />"#), "<w:tblHeader />")
}

/// The text is Vietnamese, so that spelling is checked and text is read aloud as such.
fn spoken(xml: &str) -> String {
    let with = r#"<w:lang w:val="vi-VN" w:eastAsia="vi-VN" /></w:rPr></w:rPrDefault>"#;
    xml.replacen("</w:rPr></w:rPrDefault>", with, 1)
}

/// The library keeps links in an order that differs from run to run.
fn sorted_links(xml: &str) -> String {
    let mut pieces: Vec<&str> = xml.split_inclusive("/>").collect();
    let is_link = |piece: &str| piece.contains(r#"Id="rIdHyperlink"#);
    // Links stand together after everything else; what follows the last one closes the list.
    let mut links: Vec<&str> = pieces.iter().copied().filter(|piece| is_link(piece)).collect();
    if links.is_empty() {
        return xml.to_owned();
    }
    links.sort_unstable();
    let last = pieces.pop_if(|piece| !piece.ends_with("/>"));
    pieces.retain(|piece| !is_link(piece));
    pieces.into_iter().chain(links).chain(last).collect()
}

fn named(xml: &str, about: &About) -> String {
    let by = escaped(&about.by);
    let title = format!(
        "<dc:title>{}</dc:title><dc:language>vi-VN</dc:language></cp:coreProperties>",
        escaped(&about.title)
    );
    xml.replacen("<dc:creator>unknown</dc:creator>", &format!("<dc:creator>{by}</dc:creator>"), 1)
        .replacen(
            "<cp:lastModifiedBy>unknown</cp:lastModifiedBy>",
            &format!("<cp:lastModifiedBy>{by}</cp:lastModifiedBy>"),
            1,
        )
        .replacen("</cp:coreProperties>", &title, 1)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
