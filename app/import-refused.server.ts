import { pageOfRows } from "#db/queries/import-rows.server.ts";
import type { Import, ImportRow } from "#db/queries/imports.server.ts";
import { csvLines, csvOf } from "./domain/csv.ts";
import { cellsOfField } from "./domain/import/field-cells.ts";
import { isOwnHeading, ofSender, ownHeading } from "./domain/import/own-columns.ts";
import type { FieldNote } from "./domain/import/told.ts";
import type { TextOf } from "./messages/catalogue.ts";
import type { Acting } from "./services/house.server.ts";
import { asBearer } from "./services/import-job.server.ts";

const AT_ONCE = 1_000;

/**
 * The rows that were not taken, as the file had them with what was mended since, each with its number and the reasons in
 * words: mended in a spreadsheet they can be sent again, our own columns are passed over then.
 */
export async function* refusedRows(acting: Acting, of: Import, text: TextOf): AsyncGenerator<string> {
  const headings = of.sheet?.headings ?? [];
  const own = [ownHeading(text("import.refused.row")), ownHeading(text("import.refused.why"))];
  const lineOf = (line: ImportRow) => {
    const cells = headings.map((_, at) => line.mended[String(at)] ?? line.written[at] ?? "");
    return [...ofSender(headings, cells), line.row + 1, reasonsOf(line, text)];
  };
  yield csvOf([...headings.filter((heading) => !isOwnHeading(heading)), ...own], []);
  for (let after = -1; ; ) {
    const rows = await asBearer(acting, (tx) =>
      pageOfRows(tx, of, { standings: ["error", "question", "differs"], after, limit: AT_ONCE }),
    );
    const last = rows.at(-1);
    if (!last) return;
    yield csvLines(rows.map(lineOf));
    after = last.row;
  }
}

/** Sentences that ask or refuse; what was only told along the way is left out. */
function reasonsOf({ notes, questions, status, outcome }: ImportRow, text: TextOf): string {
  const all = status === "error" || outcome === "refused";
  const says = ({ field }: FieldNote) => all || field === "" || questions.includes(field);
  const asks = notes.filter((note) => says(note) || note.key.startsWith("import.differs"));
  return [...new Set(asks.map((note) => noteText(note, text)))].join(" | ");
}

/** A sentence behind the name of its field. */
function noteText({ key, params, field }: FieldNote, text: TextOf): string {
  const sentence = text.has(key) ? text.label(key, params) : text.error(key, params);
  const [target] = cellsOfField(field);
  return target ? `${text.label(`import.holds.${target}`)}: ${sentence}` : sentence;
}
