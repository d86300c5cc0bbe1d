import { REPORTED_OUTCOMES } from "#app/domain/operation-report/results.ts";
import { corridorName } from "./document.ts";
import type { ReportWords } from "./document-types.ts";
import { outcomeWord } from "./outcomes-part.ts";

/** What a part of a line's name is a code of, by the figure that the line belongs to. */
const LISTS: Readonly<Record<string, string>> = {
  byMode: "mode",
  slotByMode: "mode",
  byPlaceKind: "place_kind",
  byDirection: "direction",
  byDetection: "detection",
  byConcealment: "concealment_method",
  slotByConcealment: "concealment_method",
};

const ENDS: Readonly<Record<string, string>> = {
  total: "cases",
  confirmed: "confirmed",
  provisional: "provisional",
};

/** The name of one counted value in words: "Cases by transport mode: Air cargo, confirmed". */
export function lineName(line: string, words: ReportWords): string {
  const { text } = words;
  const [figure = "", ...rest] = line.split("/");
  if (figure === "counts" && rest[0] === "outcomes") return outcomeName(rest, words);
  if (figure === "counts") return rest.map((part) => countWord(part, rest[0] ?? "", words)).join(", ");
  const title = text.has(`figure.title.${figure}`)
    ? text.label(`figure.title.${figure}`)
    : text.label(`operation_report.line.${figure}`, undefined, figure);
  const said = rest
    .filter((part) => part !== "*")
    .map((part) => keyWord(figure, part, words))
    .join(", ");
  return said === "" ? title : `${title}: ${said}`;
}

function keyWord(figure: string, part: string, words: ReportWords): string {
  const { text, country } = words;
  if (part === "-") return text("figure.not_stated");
  const end = ENDS[part];
  if (end) return text.label(`figure.csv.${end}`);
  const list = LISTS[figure];
  if (list && text.has(`code.${list}.${part}`)) return text.code(list, part);
  if (figure === "corridors") return corridorName(words, part);
  if (figure === "byReporter" && /^[A-Z]{2}$/.test(part)) return country(part);
  if (figure === "byCountry" && /^[A-Z]{2}$/.test(part)) return country(part);
  if (/^[A-Z]$/.test(part) && text.has(`slot.${part}`)) return text.label(`slot.${part}`);
  if (text.has(`commodity.${part}`)) return text.commodity(part);
  if (text.has(`operation_report.family.${part}`)) return text.label(`operation_report.family.${part}`);
  if (text.has(`operation_report.persons.${part}`)) return text.label(`operation_report.persons.${part}`);
  return part === "mixed" ? text("figure.kind.mixed") : text.label(`unit.${part}`, { n: 2 }, part);
}

function countWord(part: string, figure: string, words: ReportWords): string {
  const { text, country } = words;
  if (figure === "passing" && /[>~]/.test(part)) return corridorName(words, part);
  if (figure === "personsByReporter" && text.has(`operation_report.persons.${part}`))
    return text.label(`operation_report.persons.${part}`);
  for (const where of ["complete", "line", "row", "column"]) {
    const key = `operation_report.${where}.${part}`;
    if (text.has(key)) return text.label(key);
  }
  if (text.has(`seizure.about.${part}`)) return text.label(`seizure.about.${part}`);
  return figure === "personsByReporter" ? country(part) : part;
}

/** "Outcomes: Verdict, Convicted, cases". */
function outcomeName([, kind = "", said = "-", end = ""]: readonly string[], words: ReportWords): string {
  const { text } = words;
  const known = REPORTED_OUTCOMES.find((one) => one === kind);
  const what = known && said !== "-" ? [outcomeWord(known, said, words)] : [];
  const named = [text.label(`outcome.kind.${kind}`), ...what, text.label(`operation_report.outcomes.${end}`)];
  return `${text("operation_report.part.outcomes")}: ${named.join(", ")}`;
}
