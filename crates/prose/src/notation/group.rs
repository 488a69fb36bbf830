//! Lists and tables out of the plain notation.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::read::Reader;
use super::source;
use crate::{Block, Cell, CellKind, Reason, Row, Table};

impl Reader<'_> {
    pub(super) fn list(&mut self, start: Option<u64>) -> Result<Block, Reason> {
        let end = TagEnd::List(start.is_some());
        let mut items = vec![];
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => items.push(self.deeper(2, &mut vec![], TagEnd::Item)?),
                Event::End(tag) if tag == end => break,
                _ => {}
            }
        }
        Ok(match start {
            None => Block::BulletList(items),
            Some(start) => Block::OrderedList { start: u32::try_from(start).unwrap_or(1), items },
        })
    }

    pub(super) fn table(&mut self) -> Result<Table, Reason> {
        let mut table = Table::default();
        let mut columns = 0;
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::Start(Tag::TableHead | Tag::TableRow) => {
                    let row = self.text.get(range).and_then(|row| row.lines().next()).unwrap_or_default();
                    let cells = source::cells_in(row);
                    if columns > 0 && cells > columns {
                        return Err(Reason::TooManyColumns);
                    }
                    columns = columns.max(cells);
                    table.rows.push(Row::default());
                }
                Event::Start(Tag::TableCell) => {
                    let kind = if table.rows.len() == 1 { CellKind::Header } else { CellKind::Data };
                    let content = self.deeper(3, &mut vec![], TagEnd::TableCell)?;
                    if let Some(row) = table.rows.last_mut() {
                        row.cells.push(Cell::new(kind, content));
                    }
                }
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        let nameless = |row: &Row| row.cells.iter().all(|cell| cell.content.is_empty());
        if table.rows.first().is_some_and(nameless) {
            table.rows.remove(0);
        }
        Ok(table)
    }
}
