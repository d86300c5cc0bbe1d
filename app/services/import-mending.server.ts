import { agreeEverywhere, keepRow, lockRow, mendEverywhere, regroupCases } from "#db/queries/import-rows.server.ts";
import { changeImport, countRows, type Import, type ImportRow } from "#db/queries/imports.server.ts";
import type { Id } from "../domain/id.ts";
import { agreeing, askedOf } from "../domain/import/agreed.ts";
import { answered, cellsOf } from "../domain/import/sheet.ts";
import { tidyCell } from "../domain/import/understood.ts";
import { Problem } from "../domain/problem.ts";
import type { Acting } from "./house.server.ts";
import { contextOf, readStored, withMended } from "./import-reading.server.ts";
import { type Changing, changeFile, giveWork, mustBeRead } from "./imports.server.ts";
import { type Command, memberOf } from "./write.server.ts";

export type Mending = {
  importId: Id;
  row: number;
  /** What stands in cells now, by the number of their column. */
  cells: Record<string, string>;
  /** The same text is put in wherever these columns have the same one. */
  everywhere: boolean;
};

/** Cells of a row, written anew; what the file had stays beside them. The row is read again at once. */
export function mendRow(acting: Acting, command: Command<Mending>) {
  return changeFile(acting, "import.mend", command, async (changing) => {
    const { tx, of } = changing;
    const { row, cells, everywhere } = command.input;
    const line = await openRow(changing, row);
    const changed = changedCells(line, of, cells);
    if (Object.keys(changed).length === 0) return;
    if (everywhere) {
      const now = withMended(line);
      for (const [at, text] of Object.entries(changed))
        await mendEverywhere(tx, of, Number(at), now[Number(at)] ?? "", text);
      return giveWork(changing, of, { state: "reading" });
    }
    await keepAnew(changing, { ...line, mended: mendedWith(line, changed) });
  });
}

export type Agreeing = { importId: Id; row: number; field: string; everywhere: boolean };

/** "That is right": what was read with a doubt holds, for this row or for all of which the same was asked. */
export function agreeToRow(acting: Acting, command: Command<Agreeing>) {
  return changeFile(acting, "import.agree", command, async (changing) => {
    const { tx, of } = changing;
    const { row, field, everywhere } = command.input;
    const line = await openRow(changing, row);
    if (!line.questions.includes(field)) return;
    if (agreeing(line, field) === null) throw new Problem("invalid", "import.agree.nothing");
    const asked = askedOf(line.notes, field);
    if (everywhere) {
      await agreeEverywhere(tx, of, field, line, asked);
      return giveWork(changing, of, { state: "reading" });
    }
    await keepAnew(changing, { ...line, agreed: { ...line.agreed, [field]: asked } });
  });
}

async function openRow({ tx, of }: Changing, row: number): Promise<ImportRow> {
  mustBeRead(of);
  const line = await lockRow(tx, of, row);
  if (!line) throw new Problem("not-found", "import.row.unknown");
  if (!["", "refused", "updated"].includes(line.outcome)) throw new Problem("conflict", "import.row.done");
  return line;
}

/** Those that say something else than stands there now; a column that the file does not have is refused. */
function changedCells(line: ImportRow, { sheet }: Import, cells: Record<string, string>): Record<string, string> {
  const now = withMended(line);
  const most = Math.max(sheet?.headings.length ?? 0, line.written.length);
  const said = (at: string) => (now[Number(at)] ?? "").normalize("NFC").trim();
  const changed = Object.entries(cells).filter(([at, text]) => text !== said(at));
  if (changed.some(([at]) => !/^\d{1,3}$/.test(at) || Number(at) >= most))
    throw new Problem("invalid", "import.columns.count");
  return Object.fromEntries(changed);
}

/** What is put back as the file had it is mended no more. */
function mendedWith({ written, mended }: ImportRow, changed: Record<string, string>): Record<string, string> {
  const all = Object.entries({ ...mended, ...changed });
  return Object.fromEntries(all.filter(([at, text]) => text !== (written[Number(at)] ?? "")));
}

async function keepAnew({ tx, self, of, acting }: Changing, line: ImportRow): Promise<void> {
  if (!of.sheet) throw new Problem("conflict", "import.busy");
  const sheet = answered(of.sheet, of.answers);
  const reading = readStored(line, sheet, await contextOf(acting, memberOf(self)));
  const caseNo = tidyCell(cellsOf(withMended(line), sheet).nationalCaseNo ?? "").slice(0, 60);
  await keepRow(tx, of, { ...line, ...reading, caseNo });
  if (caseNo !== line.caseNo) await regroupCases(tx, of, line.row, [line.caseNo, caseNo]);
  await changeImport(tx, of, { counts: await countRows(tx, of) });
}
