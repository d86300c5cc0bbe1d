import { paragraphOf } from "#app/domain/operation-report/erratum-line.ts";
import type { ReportWords } from "./document-types.ts";
import { lineName } from "./line-names.ts";

/** The figure or paragraph that an erratum corrects, in words; empty where it names none. */
export function placeName(line: string, words: ReportWords): string {
  if (line === "") return "";
  const paragraph = paragraphOf(line);
  return paragraph ? words.text("operation_report.errata.paragraph", { n: paragraph.number }) : lineName(line, words);
}
