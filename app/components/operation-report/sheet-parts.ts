import { addDecimals } from "#app/domain/exact-decimal.ts";
import type { QuantityRow } from "#app/domain/figures/result.ts";
import type { ReportPart } from "#app/domain/operation-report/outline.ts";
import type { PersonsCounted, ReportResults } from "#app/domain/operation-report/results.ts";
import { seriesOf } from "#app/domain/published-series.ts";
import { nameOrder } from "../charts/count-bars.ts";
import { count, countOrMark, type Drawn, heads, shown } from "./count-parts.ts";
import type { ReportWords } from "./document-types.ts";
import { share } from "./value-parts.ts";

const only = (table: Drawn["table"]): Drawn => ({ table, drawing: null });

/** Persons by who reported them, and in all: a joint case stands under each, so the rows may add up to more. */
export function personsByReporterPart(words: ReportWords, results: ReportResults): Drawn {
  const { text, format, country } = words;
  const named = new Map(results.context.participants.map(({ code, name }) => [code, name]));
  const rows = (results.counts.personsByReporter ?? [])
    .map((row) => ({ ...row, label: named.get(row.key.reporter) ?? country(row.key.reporter) }))
    .sort(nameOrder(format.locale));
  const columns = ["persons", "confirmed", "provisional"] as const;
  const cells = (row: PersonsCounted) => columns.map((name) => countOrMark(words, row[name], results));
  return only({
    heads: heads(
      text("figure.column.administration"),
      ...columns.map((name) => text.label(`operation_report.persons.${name}`)),
    ),
    rows:
      rows.length === 0
        ? []
        : [
            ...rows.map((row) => [shown(row.label), ...cells(row)]),
            [shown(text("operation_report.row.all")), ...cells(results.figures.persons)],
          ],
  });
}

/** What an administration has told day by day; what is missing has no name. */
export function ownTalliesPart(words: ReportWords, { counts }: ReportResults): Drawn {
  const { text } = words;
  const { onRecord, nil } = counts.agencyDays;
  return only({
    heads: heads(text("operation_report.column.tallies"), text("operation_report.column.value")),
    rows: [
      [shown(text("operation_report.row.on_record")), count(words, onRecord)],
      [shown(text("operation_report.row.nil")), share(words, nil, onRecord)],
    ],
  });
}

/** Goods of a group in the one unit in which most cases were measured, and their sum: units are never added up. */
export function inOneUnitPart(words: ReportWords, { figures }: ReportResults): Drawn {
  const { text, format } = words;
  const { rows } = inUsualUnit(figures.quantityByCommodity.rows);
  const columns = ["measured", "confirmed", "cases", "estimated"] as const;
  const amount = (value: string) => ({ shown: format.decimal(value), exact: value });
  const cells = (row: Pick<QuantityRow, "total" | "confirmed" | "cases" | "estimated">) => [
    ...[amount(row.total), amount(row.confirmed), count(words, row.cases), amount(row.estimated)],
  ];
  const sum = {
    total: addDecimals(rows.map(({ total }) => total)),
    confirmed: addDecimals(rows.map(({ confirmed }) => confirmed)),
    cases: rows.reduce((all, row) => all + row.cases, 0),
    estimated: addDecimals(rows.map(({ estimated }) => estimated)),
  };
  return only({
    heads: heads(text("figure.column.goods"), ...columns.map((name) => text.label(`operation_report.column.${name}`))),
    rows: [
      ...rows.map((row) => [shown(text.commodity(row.key)), ...cells(row)]),
      ...(rows.length > 1 ? [[shown(text("operation_report.row.sum")), ...cells(sum)]] : []),
    ],
  });
}

/** Rows in the unit of most cases (the first by name where two are equal), and those in others. */
function inUsualUnit(rows: readonly QuantityRow[]) {
  const cases = new Map<string, number>();
  for (const row of rows) cases.set(row.measure, (cases.get(row.measure) ?? 0) + row.cases + row.estimatedCases);
  const [usual] = [...cases].sort(([left, many], [right, more]) => more - many || (left < right ? -1 : 1));
  const unit = usual?.[0] ?? null;
  return {
    unit,
    rows: rows.filter(({ measure }) => measure === unit),
    others: rows.filter(({ measure }) => measure !== unit),
  };
}

/** Of earlier editions the cases alone, which is what a short sheet compares. */
export function casesOfEditions(results: ReportResults): ReportResults {
  const editions = results.editions.flatMap((edition) => {
    const figures = edition.figures.filter(({ line }) => line === "cases");
    return figures.length > 0 ? [{ ...edition, figures }] : [];
  });
  return { ...results, editions };
}

/** What is to be known of a part beside what stands under each. */
export function sheetNotes(part: ReportPart, words: ReportWords, results: ReportResults): string[] {
  const { figures, editions } = results;
  if (part === "editions") return editionWarnings(words, editions);
  if (part === "editionCases") return editionWarnings(words, casesOfEditions(results).editions);
  if (part !== "inOneUnit") return [];
  const { text, format } = words;
  const { unit, others } = inUsualUnit(figures.quantityByCommodity.rows);
  if (unit === null) return [];
  const n = others.reduce((all, row) => all + row.cases + row.estimatedCases, 0);
  const units = format.list([...new Set(others.map(({ measure }) => format.unit(measure, "2")))]);
  return [
    text("operation_report.note.unit_of", { unit: format.unit(unit, "2") }),
    ...(n > 0 ? [text("operation_report.note.other_units", { n, units })] : []),
  ];
}

/** Definitions that changed between editions, and figures of which several values were published. */
function editionWarnings({ text }: ReportWords, editions: ReportResults["editions"]): string[] {
  const series = seriesOf(editions);
  const several = new Map<string, Set<string>>();
  for (const { id, figures } of editions)
    for (const { line, unit, value } of figures)
      if (value !== null)
        several.set(`${id} ${line} ${unit}`, (several.get(`${id} ${line} ${unit}`) ?? new Set()).add(value));
  const differ = [...several.values()].filter(({ size }) => size > 1).length;
  return [
    ...(editions.length > 0 ? [text("operation_report.note.never_added")] : []),
    ...(series.some(({ broken }) => broken) ? [text("published.broken")] : []),
    ...(differ > 0 ? [text("operation_report.note.differ", { n: differ })] : []),
  ];
}
