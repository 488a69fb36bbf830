//! The whole text of a story: always canonical, always within limits, so that equal content has equal bytes.

use crate::{Block, BodyError, Inline, Place, Reason, Row, canon, json};

/// Most bytes of a text as JSON: a report of 300 pages has about one million.
pub const MAX_BYTES: usize = 2_000_000;
/// Most levels of nesting, the document being the first.
pub const MAX_DEPTH: usize = 32;
/// Most nodes: blocks, items, rows, cells and pieces of running text together.
pub const MAX_NODES: usize = 50_000;
/// Most cells in one table.
pub const MAX_CELLS: usize = 10_000;
/// Most columns or rows one cell may cover.
pub const MAX_SPAN: u16 = 1_000;

/// The structured text of a story.
///
/// However it was made, a body is canonical: letters composed (NFC), neighbours with equal marks merged, empty
/// paragraphs and headings gone, no spaces at the edges of a line. Equal content therefore has equal bytes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Body {
    pub(crate) blocks: Vec<Block>,
}

impl Body {
    /// Reads the JSON of the rich editor (Tiptap's document) or of the database.
    ///
    /// # Errors
    /// [`BodyError`] names the place and what is wrong there; nothing unknown is dropped silently.
    pub fn parse(json: &str) -> Result<Self, BodyError> {
        if json.len() > MAX_BYTES {
            return Err(Reason::TooLong.at(&Place::default()));
        }
        let value = serde_json::from_str(json)
            .map_err(|error| Reason::NotJson(error.to_string()).at(&Place::default()))?;
        Self::from_value(&value)
    }

    /// As [`Body::parse`], from JSON that is already read.
    ///
    /// # Errors
    /// As [`Body::parse`].
    pub fn from_value(value: &serde_json::Value) -> Result<Self, BodyError> {
        Self::from_blocks(json::read(value)?)
    }

    /// Makes a body of blocks, bringing them into canonical form.
    ///
    /// # Errors
    /// When a limit is passed ([`MAX_BYTES`], [`MAX_DEPTH`], [`MAX_NODES`], [`MAX_CELLS`]).
    pub fn from_blocks(blocks: Vec<Block>) -> Result<Self, BodyError> {
        let body = Self { blocks: canon::blocks(blocks)? };
        check(&body.blocks)?;
        if body.to_json().len() > MAX_BYTES {
            return Err(Reason::TooLong.at(&Place::default()));
        }
        Ok(body)
    }

    /// Makes a body of bare text: every line that is not empty is a paragraph; nothing in it is notation.
    ///
    /// # Errors
    /// When the text is too long.
    pub fn from_text(text: &str) -> Result<Self, BodyError> {
        Self::from_blocks(text.lines().map(|line| Block::paragraph(vec![Inline::plain(line)])).collect())
    }

    /// The canonical JSON: stable order of keys, nothing that says what is understood anyway.
    /// [`Body::parse`] of it gives the same body.
    pub fn to_json(&self) -> String {
        json::write(&self.blocks)
    }

    /// The bytes to hash for the content hash of a revision. They are the canonical JSON.
    pub fn hash_input(&self) -> Vec<u8> {
        self.to_json().into_bytes()
    }

    /// The blocks, from first to last.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The blocks, for changing them and making a new body with [`Body::from_blocks`].
    pub fn into_blocks(self) -> Vec<Block> {
        self.blocks
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }
}

impl Block {
    /// An ordinary paragraph.
    pub fn paragraph(content: Vec<Inline>) -> Self {
        Self::Paragraph { align: None, content }
    }
}

/// Holds canonical blocks against the limits, from the first level down.
fn check(blocks: &[Block]) -> Result<(), BodyError> {
    let mut nodes = 1;
    count(blocks, 2, &mut nodes).map_err(|reason| reason.at(&Place::default()))
}

fn count(blocks: &[Block], depth: usize, nodes: &mut usize) -> Result<(), Reason> {
    if depth > MAX_DEPTH {
        return Err(Reason::TooDeep);
    }
    add(nodes, blocks.len())?;
    for block in blocks {
        match block {
            Block::Paragraph { content, .. } | Block::Heading { content, .. } => {
                if depth >= MAX_DEPTH && !content.is_empty() {
                    return Err(Reason::TooDeep);
                }
                add(nodes, content.len())?;
            }
            Block::BulletList(items) | Block::OrderedList { items, .. } => {
                add(nodes, items.len())?;
                items.iter().try_for_each(|item| count(item, depth + 2, nodes))?;
            }
            Block::Blockquote(blocks) => count(blocks, depth + 1, nodes)?,
            Block::Table(table) => count_rows(&table.rows, depth, nodes)?,
            Block::Figure(_) | Block::Rule => {}
        }
    }
    Ok(())
}

fn count_rows(rows: &[Row], depth: usize, nodes: &mut usize) -> Result<(), Reason> {
    let cells: usize = rows.iter().map(|row| row.cells.len()).sum();
    if cells > MAX_CELLS {
        return Err(Reason::TooManyCells);
    }
    add(nodes, rows.len() + cells)?;
    rows.iter().flat_map(|row| &row.cells).try_for_each(|cell| count(&cell.content, depth + 3, nodes))
}

fn add(nodes: &mut usize, more: usize) -> Result<(), Reason> {
    *nodes += more;
    if *nodes > MAX_NODES { Err(Reason::TooMany) } else { Ok(()) }
}
