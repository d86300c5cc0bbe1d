import { documentOf } from "../components/operation-report/document.ts";
import type { ReportSource, ReportWords } from "../components/operation-report/document-types.ts";
import { lineName } from "../components/operation-report/line-names.ts";
import { csvOf } from "../domain/csv.ts";
import { figureLines } from "../domain/operation-report/lines.ts";
import { isMark } from "../domain/operation-report/suppression.ts";

/** Every counted value with its name in words and the name by which it can be counted again. */
export function csvOfReport(source: ReportSource, words: ReportWords): string {
  const whole = documentOf(source, words);
  const { text } = words;
  const header = ["line", text("operation_report.column.figure"), text("operation_report.column.value")];
  const about = [whole.title, whole.operation, whole.period, whole.marking, ...whole.origin].map((line) => [
    "",
    line,
    "",
  ]);
  const lines = figureLines(source.results).map(({ line, value }) => [
    line,
    lineName(line, words),
    isMark(value) ? value : { decimal: value },
  ]);
  const cases = whole.sections
    .flatMap(({ parts }) => parts.filter(({ part }) => part === "highlights"))
    .flatMap(({ title, table }) =>
      table.rows.map((row, at) => [`highlights/${at + 1}`, title, row.map(({ shown }) => shown).join(" · ")]),
    );
  return csvOf(header, [...about, ...cases, ...lines]);
}
