// Tables: rows and columns added and taken away, header row on and off, Tab from cell to cell.
// The table is read into a grid (cells with row, column, height, width), changed there, and written
// back in one step, so that spanning cells stay right and undo takes one key.
const { Extension } = window.TipTap;

/** Where the cursor stands: the table, its position, and the cell, or null outside a table. */
export function here(state) {
  const { $from } = state.selection;
  let cellAt = null;
  for (let d = $from.depth; d > 0; d--) {
    const name = $from.node(d).type.name;
    if (!cellAt && (name === "tableCell" || name === "tableHeader")) cellAt = $from.before(d);
    if (name === "table" && cellAt != null) {
      const grid = read($from.node(d), $from.before(d));
      return { node: $from.node(d), pos: $from.before(d), grid, cell: grid.cells.find((c) => c.pos === cellAt) };
    }
  }
  return null;
}

function read(table, pos = 0) {
  const cells = [];
  const taken = new Set();
  let columns = 0;
  table.forEach((row, rowOffset, r) => {
    let c = 0;
    row.forEach((node, offset) => {
      while (taken.has(`${r},${c}`)) c++;
      const { colspan: w, rowspan } = node.attrs;
      const h = Math.min(rowspan, table.childCount - r);
      for (let y = r; y < r + h; y++) for (let x = c; x < c + w; x++) taken.add(`${y},${x}`);
      cells.push({ node, r, c, h, w, pos: pos + 1 + rowOffset + 1 + offset });
      c += w;
      columns = Math.max(columns, c);
    });
  });
  return { cells, rows: table.childCount, columns };
}

function write(grid, schema) {
  const taken = new Set();
  for (const { r, c, h, w } of grid.cells) for (let y = r; y < r + h; y++) for (let x = c; x < c + w; x++) taken.add(`${y},${x}`);
  const rows = [];
  for (let r = 0; r < grid.rows; r++) {
    const row = grid.cells.filter((cell) => cell.r === r);
    for (let c = 0; c < grid.columns; c++) if (!taken.has(`${r},${c}`)) row.push(blank(schema, r, c));
    row.sort((a, b) => a.c - b.c);
    rows.push(schema.nodes.tableRow.create(null, row.map((cell) =>
      (cell.type ?? cell.node.type).create({ colspan: cell.w, rowspan: cell.h }, cell.node.content))));
  }
  return schema.nodes.table.create(null, rows);
}

const blank = (schema, r, c, type = schema.nodes.tableCell) => ({ node: type.createAndFill(), r, c, h: 1, w: 1 });

// One function serves rows (at = r, size = h) and columns (at = c, size = w).
function insert(grid, schema, at, [start, size, count], [crossStart, crossSize, crossCount]) {
  const covered = new Set();
  for (const cell of grid.cells) {
    if (cell[start] >= at) cell[start]++;
    else if (cell[start] + cell[size] > at) {
      cell[size]++;
      for (let i = 0; i < cell[crossSize]; i++) covered.add(cell[crossStart] + i);
    }
  }
  // a new column goes on being a header in a header row, a new row in a header column
  for (let i = 0; i < grid[crossCount]; i++) {
    if (covered.has(i)) continue;
    const line = grid.cells.filter((c) => c[crossStart] === i && !(start === "r" && c.r === 0));
    const head = line.length > 0 && line.every((c) => c.node.type.name === "tableHeader");
    const cell = blank(schema, 0, 0, head ? schema.nodes.tableHeader : schema.nodes.tableCell);
    grid.cells.push({ ...cell, [start]: at, [crossStart]: i });
  }
  grid[count]++;
}

function remove(grid, at, [start, size, count]) {
  grid.cells = grid.cells.filter((cell) => !(cell[start] === at && cell[size] === 1));
  for (const cell of grid.cells) {
    if (cell[start] > at) cell[start]--;
    else if (cell[start] + cell[size] > at) cell[size]--;
  }
  grid[count]--;
}

const ROW = ["r", "h", "rows"];
const COLUMN = ["c", "w", "columns"];

function change(editor, work) {
  const spot = here(editor.state);
  if (!spot) return false;
  const { grid, cell } = spot;
  const { schema } = editor.state;
  let [r, c] = work(grid, cell, schema) ?? [cell.r, cell.c];
  const end = spot.pos + spot.node.nodeSize;
  if (grid.rows < 1 || grid.columns < 1) {
    return editor.chain().focus().command(({ tr }) => Boolean(tr.delete(spot.pos, end))).run();
  }
  const table = write(grid, schema);
  r = Math.min(r, grid.rows - 1);
  c = Math.min(c, grid.columns - 1);
  const after = read(table, spot.pos).cells;
  const target = after.find((k) => r >= k.r && r < k.r + k.h && c >= k.c && c < k.c + k.w) ?? after[0];
  // "closeHistory$": each press of a button is one step of undo
  return editor.chain().command(({ tr }) => Boolean(tr.replaceWith(spot.pos, end, table).setMeta("closeHistory$", true)))
    .setTextSelection(target.pos + 2).focus().scrollIntoView().run();
}

/** What the table buttons do, by name. */
export const commands = {
  "row-above": (e) => change(e, (g, k, s) => { insert(g, s, k.r, ROW, COLUMN); return [k.r - 1, k.c]; }),
  "row-below": (e) => change(e, (g, k, s) => { const at = k.r + k.h; insert(g, s, at, ROW, COLUMN); return [at, k.c]; }),
  "row-remove": (e) => change(e, (g, k) => { const at = k.r; for (let i = 0; i < k.h; i++) remove(g, at, ROW); return [at, k.c]; }),
  "col-before": (e) => change(e, (g, k, s) => { insert(g, s, k.c, COLUMN, ROW); return [k.r, k.c - 1]; }),
  "col-after": (e) => change(e, (g, k, s) => { const at = k.c + k.w; insert(g, s, at, COLUMN, ROW); return [k.r, at]; }),
  "col-remove": (e) => change(e, (g, k) => { const at = k.c; for (let i = 0; i < k.w; i++) remove(g, at, COLUMN); return [k.r, at]; }),
  "table-head": (e) => change(e, (g, k, s) => {
    const first = g.cells.filter((cell) => cell.r === 0);
    const type = first.every((cell) => cell.node.type.name === "tableHeader") ? s.nodes.tableCell : s.nodes.tableHeader;
    for (const cell of first) cell.type = type;
  }),
  "table-remove": (e) => change(e, (g) => { g.rows = 0; }),
};

/** A new table of this size with a header row, the cursor in its first cell. */
export function insertTable(editor, rows = 3, columns = 3) {
  const row = (type) => ({ type: "tableRow", content: Array.from({ length: columns }, () => ({ type, content: [{ type: "paragraph" }] })) });
  const table = { type: "table", content: [row("tableHeader"), ...Array.from({ length: rows - 1 }, () => row("tableCell"))] };
  const from = editor.state.selection.from;
  editor.chain().focus().insertContent([table, { type: "paragraph" }]).run();
  let first = null;
  editor.state.doc.nodesBetween(Math.max(0, from - 2), editor.state.doc.content.size, (node, pos) => {
    if (first == null && node.type.name === "table" && pos + node.nodeSize > from) first = pos;
  });
  if (first != null) editor.chain().setTextSelection(first + 4).focus().run();
}

// Tab goes to the next cell; in the last one it adds a row, unless that row is still empty: then Tab
// leaves the text as everywhere else, so that the keyboard is never caught.
function tab(editor, by) {
  const spot = here(editor.state);
  if (!spot) return false;
  const { cells, rows } = spot.grid;
  const next = cells[cells.indexOf(spot.cell) + by];
  if (next) return editor.chain().setTextSelection(next.pos + 2).scrollIntoView().run();
  if (by < 0) return false;
  if (cells.filter((k) => k.r === rows - 1).every((k) => !k.node.textContent)) return false;
  commands["row-below"](editor);
  const now = here(editor.state);
  const first = now?.grid.cells.find((k) => k.r === now.cell.r);
  return first ? editor.chain().setTextSelection(first.pos + 2).run() : true;
}

/** Keys of tables; weaker than those of lists, which also use Tab. */
export const TableKeys = Extension.create({
  name: "tableKeys",
  priority: 50,
  addKeyboardShortcuts() {
    return { Tab: () => tab(this.editor, 1), "Shift-Tab": () => tab(this.editor, -1) };
  },
});

/** After every change: rows of equal length, and a line to write on after a table or picture at the end. */
export function keepWhole(state) {
  const { doc, schema } = state;
  const tr = state.tr;
  doc.descendants((node, pos) => {
    if (node.type.name !== "table") return !node.isTextblock;
    const grid = read(node);
    const area = grid.cells.reduce((sum, k) => sum + k.h * k.w, 0);
    const short = area !== grid.rows * grid.columns || grid.cells.some((k) => k.h !== k.node.attrs.rowspan);
    if (short && grid.columns > 0) tr.replaceWith(tr.mapping.map(pos), tr.mapping.map(pos + node.nodeSize), write(grid, schema));
    return false;
  });
  const last = tr.doc.lastChild;
  if (last && (last.type.name === "table" || last.type.name === "figure" || last.type.name === "horizontalRule")) {
    tr.insert(tr.doc.content.size, schema.nodes.paragraph.create());
  }
  return tr.docChanged ? tr : null;
}
