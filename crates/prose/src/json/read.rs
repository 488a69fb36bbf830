//! Reading the JSON of a text strictly: every error names its place.

use serde_json::Value;
use uuid::Uuid;

use super::fields::Fields;
use super::inline::inline;
use crate::{
    Align, Block, BodyError, Cell, CellKind, Figure, Inline, Level, MAX_CELLS, MAX_DEPTH, MAX_NODES,
    MAX_SPAN, Place, Reason, Row, Step, Table,
};

/// Reads a whole document.
pub(crate) fn read(value: &Value) -> Result<Vec<Block>, BodyError> {
    let mut reader = Reader { place: Place::default(), nodes: 0, depth: 0 };
    reader.document(value).map_err(|reason| reason.at(&reader.place))
}

/// Where the reader is; when it stops on an error, it stands on the place.
struct Reader {
    place: Place,
    nodes: usize,
    depth: usize,
}

impl Reader {
    fn document(&mut self, value: &Value) -> Result<Vec<Block>, Reason> {
        let mut fields = Fields::of(value, "a text must be an object of type “doc”")?;
        let kind = fields.kind()?;
        if kind != "doc" {
            return Err(Reason::UnknownNode(kind.chars().take(40).collect()));
        }
        let content = fields.list("content")?;
        fields.end()?;
        self.depth = 1;
        self.each(Step::Block, content, Self::block)
    }

    /// Goes through a list one level down, keeping count and place.
    fn each<T>(
        &mut self,
        step: Step,
        list: &[Value],
        read: fn(&mut Self, &Value) -> Result<T, Reason>,
    ) -> Result<Vec<T>, Reason> {
        self.depth += 1;
        let mut out = Vec::with_capacity(list.len().min(MAX_NODES));
        for (index, value) in list.iter().enumerate() {
            self.place.0.push((step, index + 1));
            self.nodes += 1;
            if self.nodes >= MAX_NODES {
                return Err(Reason::TooMany);
            }
            if self.depth > MAX_DEPTH {
                return Err(Reason::TooDeep);
            }
            out.push(read(self, value)?);
            self.place.0.pop();
        }
        self.depth -= 1;
        Ok(out)
    }

    fn block(&mut self, value: &Value) -> Result<Block, Reason> {
        let mut fields = Fields::of(value, "a block must be an object")?;
        let kind = fields.kind()?;
        let mut attrs = fields.attrs()?;
        let content = fields.list("content")?;
        fields.end()?;
        let block = match kind {
            "paragraph" => {
                let align = align(attrs.as_mut())?;
                Block::Paragraph { align, content: self.running(content)? }
            }
            "heading" => {
                let level = level(attrs.as_mut())?;
                Block::Heading { level, content: self.running(content)? }
            }
            "bulletList" => Block::BulletList(self.each(Step::Item, content, Self::item)?),
            "orderedList" => {
                let start = start(attrs.as_mut())?;
                Block::OrderedList { start, items: self.each(Step::Item, content, Self::item)? }
            }
            "blockquote" => Block::Blockquote(self.each(Step::Block, content, Self::block)?),
            "table" => Block::Table(self.table(content)?),
            "figure" if content.is_empty() => Block::Figure(figure(attrs.as_mut())?),
            "horizontalRule" if content.is_empty() => Block::Rule,
            "figure" | "horizontalRule" => return Err(Reason::Value("content")),
            other => return Err(Reason::UnknownNode(other.chars().take(40).collect())),
        };
        attrs.map_or(Ok(()), Fields::end)?;
        Ok(block)
    }

    fn running(&mut self, content: &[Value]) -> Result<Vec<Inline>, Reason> {
        self.each(Step::Text, content, |reader, value| {
            inline(value).map_err(|(mark, reason)| {
                reader.place.0.extend(mark.map(|index| (Step::Mark, index + 1)));
                reason
            })
        })
    }

    fn item(&mut self, value: &Value) -> Result<Vec<Block>, Reason> {
        let content = only_content(value, "listItem")?;
        self.each(Step::Block, content, Self::block)
    }

    fn table(&mut self, content: &[Value]) -> Result<Table, Reason> {
        let rows = self.each(Step::Row, content, |reader, value| {
            let content = only_content(value, "tableRow")?;
            Ok(Row { cells: reader.each(Step::Cell, content, Self::cell)? })
        })?;
        let cells: usize = rows.iter().map(|row| row.cells.len()).sum();
        if cells > MAX_CELLS { Err(Reason::TooManyCells) } else { Ok(Table { rows }) }
    }

    fn cell(&mut self, value: &Value) -> Result<Cell, Reason> {
        let mut fields = Fields::of(value, "a cell must be an object")?;
        let kind = match fields.kind()? {
            "tableHeader" => CellKind::Header,
            "tableCell" => CellKind::Data,
            other => return Err(Reason::UnknownNode(other.chars().take(40).collect())),
        };
        let mut cell = Cell::new(kind, vec![]);
        if let Some(mut attrs) = fields.attrs()? {
            let most = u64::from(MAX_SPAN);
            cell.colspan = attrs.number("colspan", 1, most, 1)?.try_into().unwrap_or(1);
            cell.rowspan = attrs.number("rowspan", 1, most, 1)?.try_into().unwrap_or(1);
            // Widths the editor remembers on its own screen mean nothing on others.
            attrs.list("colwidth")?;
            attrs.end()?;
        }
        let content = fields.list("content")?;
        fields.end()?;
        cell.content = self.each(Step::Block, content, Self::block)?;
        Ok(cell)
    }
}

fn only_content<'a>(value: &'a Value, wanted: &str) -> Result<&'a [Value], Reason> {
    let mut fields = Fields::of(value, "every part must be an object")?;
    let kind = fields.kind()?;
    if kind != wanted {
        return Err(Reason::UnknownNode(kind.chars().take(40).collect()));
    }
    if let Some(attrs) = fields.attrs()? {
        attrs.end()?;
    }
    let content = fields.list("content")?;
    fields.end()?;
    Ok(content)
}

fn align(attrs: Option<&mut Fields<'_>>) -> Result<Option<Align>, Reason> {
    let Some(attrs) = attrs else { return Ok(None) };
    match attrs.text("textAlign")? {
        None | Some("left") => Ok(None),
        Some("center") => Ok(Some(Align::Center)),
        Some("right") => Ok(Some(Align::Right)),
        Some("justify") => Ok(Some(Align::Justify)),
        Some(_) => Err(Reason::Value("textAlign")),
    }
}

fn level(attrs: Option<&mut Fields<'_>>) -> Result<Level, Reason> {
    let number = attrs.map_or(Ok(0), |attrs| attrs.number("level", 2, 4, 0))?;
    Level::exact(number).ok_or(Reason::Value("level"))
}

fn start(attrs: Option<&mut Fields<'_>>) -> Result<u32, Reason> {
    let Some(attrs) = attrs else { return Ok(1) };
    let start = attrs.number("start", 0, 999_999_999, 1)?;
    u32::try_from(start).map_err(|_| Reason::Value("start"))
}

fn figure(attrs: Option<&mut Fields<'_>>) -> Result<Figure, Reason> {
    let attrs = attrs.ok_or(Reason::Value("asset"))?;
    let asset = attrs.text("asset")?.ok_or(Reason::Value("asset"))?;
    let asset = asset_id(asset).ok_or(Reason::Value("asset"))?;
    let mut words = |name| attrs.text(name).map(|text| text.unwrap_or_default().to_owned());
    Ok(Figure { asset, alt: words("alt")?, caption: words("caption")?, credit: words("credit")? })
}

/// The id of an asset in its usual spelling with hyphens; `None` for all other spellings.
pub(crate) fn asset_id(text: &str) -> Option<Uuid> {
    if text.len() == 36 { Uuid::try_parse(text).ok() } else { None }
}
