import type { Readable } from "node:stream";
import { type CaseExport, type CaseExportRow, exportRows } from "#db/queries/case-exports.server.ts";
import { type CellOut, writeWorkbook } from "../spreadsheet/write-workbook.server.ts";
import type { Acting } from "./house.server.ts";
import { asBearer } from "./import-job.server.ts";

const AT_ONCE = 500;
const WIDE = /narrative|text|summary|route|description|details/i;

/** The workbook of a finished export, made out of what was stored then: the same today as on its first day. */
export function fileOfExport(acting: Acting, of: CaseExport): Readable {
  const { headings, sheet, about } = of.shape;
  const widths = headings.map((heading) => (WIDE.test(heading) ? 48 : Math.max(12, heading.length + 2)));
  return writeWorkbook([
    { name: sheet, widths, headed: true, rows: cellsOf(acting, of) },
    { name: sheet === "About" ? "Read me" : "About", widths: [28, 90], headed: false, rows: about },
  ]);
}

async function* cellsOf(acting: Acting, of: CaseExport): AsyncGenerator<CellOut[]> {
  yield of.shape.headings.map((text) => ({ text, style: "heading" as const }));
  for (let after = -1; ; ) {
    const rows = await asBearer(acting, (tx) => exportRows(tx, of, { mark: null, after, limit: AT_ONCE }));
    const last = rows.at(-1);
    if (!last) return;
    for (const row of rows) yield* linesOf(row, of);
    after = last.place;
  }
}

/** The lines of a case with its mark; cells that say something else than before stand out. */
function linesOf({ cells, mark, changed }: CaseExportRow, { shape }: CaseExport): CellOut[][] {
  const { headings, words, separator, numbers } = shape;
  return cells.map((line) =>
    line.map((text, at): CellOut => {
      if (at === shape.mark) return words[mark];
      if (at === shape.changed) return changed.join(separator);
      const style = changed.includes(headings[at] ?? "") ? "marked" : "text";
      return { text, number: numbers.includes(at), style };
    }),
  );
}
