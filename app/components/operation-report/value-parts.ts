import { SLOTS } from "#app/domain/commodity-groups.ts";
import type { Quantities, QuantityRow } from "#app/domain/figures/result.ts";
import { COMPLETENESS, type Hours, type ReportResults } from "#app/domain/operation-report/results.ts";
import { isKept } from "#app/domain/operation-report/sheets.ts";
import type { PublishedNumber } from "#app/domain/published-series.ts";
import { publishedInUnit } from "../totals/published-value.tsx";
import { count, countOrMark, type Drawn, heads, shown } from "./count-parts.ts";
import type { Cell, ReportWords } from "./document-types.ts";

const VALUE = "operation_report.column.value";
const only = (table: Drawn["table"]): Drawn => ({ table, drawing: null });

/** Numerator and denominator beside every percentage. */
export function share({ format, text }: ReportWords, part: number, whole: number): Cell {
  return whole === 0
    ? shown(text("operation_report.no_share"))
    : { shown: `${format.percent(part, whole)} (${format.number(part)}/${format.number(whole)})` };
}

/** The figures of the first page; of a sheet those that it says. */
export function headlinePart(words: ReportWords, results: ReportResults): Drawn {
  const { text } = words;
  const { figures, counts } = results;
  const { cases, late, joint, persons, excluded } = figures;
  const row = (name: string, value: Cell) => [shown(text.label(`operation_report.row.${name}`)), value];
  const says = (line: string, rows: Cell[]) => (isKept(line, results.kept) ? [rows] : []);
  const animals = figures.liveAnimals.rows.filter(({ total }) => total !== "0");
  return only({
    heads: heads(text("operation_report.column.figure"), text(VALUE)),
    rows: [
      row("cases", count(words, cases.total)),
      row("confirmed", share(words, cases.confirmed, cases.total)),
      row("provisional", share(words, cases.provisional, cases.total)),
      ...figures.byFamily.flatMap(({ key, total }) =>
        key.family === null
          ? []
          : [[shown(text.label(`operation_report.family.${key.family}`)), share(words, total, cases.total)]],
      ),
      ...says("joint", row("joint", count(words, joint.cases))),
      row("takedowns", count(words, counts.takedowns)),
      row("persons", countOrMark(words, persons.persons, results)),
      ...animals.map((animal) => row("animals", quantity(words, animal))),
      ...says("late", row("late", share(words, late.total, cases.total))),
      ...says("counts/merged", row("merged", count(words, counts.merged))),
      row("outside", count(words, excluded.outsideWindow)),
    ],
  });
}

function quantity({ format, text }: ReportWords, { total, measure, atLeast }: QuantityRow): Cell {
  const said = format.quantity(total, measure);
  return { shown: atLeast > 0 ? text("ui.quantity.at_least", { quantity: said }) : said };
}

/** Goods in each of their units; measured and estimated apart, with the cases in which nobody said how much. */
export function quantitiesPart(
  words: ReportWords,
  { rows, without }: Quantities,
  nameOf: (key: string) => string,
): Drawn {
  const { text, format } = words;
  const place = ({ key }: { key: string }) => SLOTS.length + key.charCodeAt(0);
  const named = [...rows].sort((left, right) => place(left) - place(right) || (left.key < right.key ? -1 : 1));
  const silent = (key: string) => without.find((row) => row.key === key)?.cases ?? 0;
  return only({
    heads: [
      ...heads(text("figure.column.goods")),
      { name: text("operation_report.column.unit"), numeric: false },
      ...["measured", "confirmed", "cases", "estimated", "without"].map((name) => ({
        name: text.label(`operation_report.column.${name}`),
        numeric: true,
      })),
    ],
    rows: named.map((row) => [
      shown(nameOf(row.key)),
      shown(format.unit(row.measure, row.total)),
      { shown: format.decimal(row.total), exact: row.total },
      { shown: format.decimal(row.confirmed), exact: row.confirmed },
      count(words, row.cases),
      { shown: format.decimal(row.estimated), exact: row.estimated },
      count(words, silent(row.key)),
    ]),
  });
}

export function citesPart(words: ReportWords, { counts }: ReportResults): Drawn {
  const { text } = words;
  return only({
    heads: heads(
      text("operation_report.column.appendix"),
      ...["cases", "confirmed", "provisional"].map((name) => text.label(`figure.csv.${name}`)),
    ),
    rows: counts.cites.map(({ key, total, confirmed, provisional }) => [
      shown(key.appendix),
      ...[total, confirmed, provisional].map((value) => count(words, value)),
    ]),
  });
}

export function participationPart(words: ReportWords, { counts }: ReportResults): Drawn {
  const { text } = words;
  const { administrations, reporting, nilOnly, silent } = counts.participation;
  const rows = { reporting, nil_only: nilOnly, silent };
  return only({
    heads: heads(text("operation_report.column.participation"), text(VALUE)),
    rows: [
      [shown(text("operation_report.row.administrations")), count(words, administrations)],
      ...Object.entries(rows).map(([name, value]) => [
        shown(text.label(`operation_report.row.${name}`)),
        share(words, value, administrations),
      ]),
    ],
  });
}

export function personsPart(words: ReportWords, results: ReportResults): Drawn {
  const { text } = words;
  const { persons, confirmed, provisional, stating, silent } = results.figures.persons;
  const values = { persons, confirmed, provisional, stating, silent };
  return only({
    heads: heads(text("figure.title.persons"), text(VALUE)),
    rows: Object.entries(values).map(([name, value]) => [
      shown(text.label(`operation_report.persons.${name}`)),
      countOrMark(words, value, results),
    ]),
  });
}

export function talliesPart(words: ReportWords, { counts }: ReportResults): Drawn {
  const { text } = words;
  const { onRecord, nil, missing } = counts.agencyDays;
  const owed = onRecord + missing;
  return only({
    heads: heads(text("operation_report.column.tallies"), text(VALUE)),
    rows: [
      [shown(text("operation_report.row.on_record")), share(words, onRecord, owed)],
      [shown(text("operation_report.row.nil")), share(words, nil, owed)],
      [shown(text("operation_report.row.missing")), share(words, missing, owed)],
    ],
  });
}

export function timelinessPart(words: ReportWords, { counts, figures }: ReportResults): Drawn {
  const { text, format } = words;
  const hours = (value: string | null): Cell =>
    value === null
      ? shown(text("operation_report.no_share"))
      : { shown: text("operation_report.hours", { n: format.decimal(value) }), exact: value };
  const row = (name: string, { n, atLeast, median, ninetieth }: Hours) => [
    shown(text.label(`operation_report.row.${name}`)),
    ...[hours(median), hours(ninetieth), count(words, n), count(words, atLeast)],
  ];
  return only({
    heads: heads(
      text("operation_report.column.from_occurrence"),
      ...["median", "ninetieth", "cases", "at_least"].map((name) => text.label(`operation_report.column.${name}`)),
    ),
    rows: [
      row("to_clearance", counts.toClearance),
      row("to_release", counts.toRelease),
      [
        shown(text("operation_report.row.late")),
        share(words, figures.late.total, figures.cases.total),
        ...[shown(""), shown(""), shown("")],
      ],
    ],
  });
}

export function completenessPart(words: ReportWords, { counts, figures }: ReportResults): Drawn {
  const { text } = words;
  return only({
    heads: heads(text("operation_report.column.said"), text("operation_report.column.share")),
    rows: COMPLETENESS.map((what) => [
      shown(text.label(`operation_report.complete.${what}`)),
      share(words, counts.completeness[what], figures.cases.total),
    ]),
  });
}

/** What was asked about most often, and so what is told wrong or not at all. */
export function questionsPart(words: ReportWords, { counts }: ReportResults): Drawn {
  const { text } = words;
  const rows = [...(counts.questions ?? [])].sort(
    (left, right) => right.asked - left.asked || (left.key.about < right.key.about ? -1 : 1),
  );
  return only({
    heads: heads(
      text("operation_report.column.about"),
      text("operation_report.column.asked"),
      text("operation_report.column.answered"),
    ),
    rows: rows.map(({ key, asked, answered }) => [
      shown(text.label(`seizure.about.${key.about}`)),
      count(words, asked),
      count(words, answered),
    ]),
  });
}

/** What was published of earlier editions beside what is counted here: with its source, and never added. */
export function editionsPart(words: ReportWords, { editions, figures, context }: ReportResults): Drawn {
  const { text, format } = words;
  const said = ({ value, unit, qualifier }: PublishedNumber) => {
    if (value === null) return text("published.not_found");
    const number = publishedInUnit(text, format.decimal(value), unit);
    if (qualifier === "at_least") return text("ui.quantity.at_least", { quantity: number });
    return qualifier === "approx" ? text("ui.quantity.about", { quantity: number }) : number;
  };
  const lines = editions.flatMap(({ name, figures: published }) =>
    published.map((one) => [
      shown(name),
      shown(text.label(`published.line.${one.line}`, undefined, one.line)),
      { shown: said(one), ...(one.value !== null && { exact: one.value }) },
      shown(text.label(`published.definition.${one.definition}`, undefined, one.definition)),
      shown(one.source),
    ]),
  );
  const own = [
    shown(context.name),
    shown(text.label("published.line.cases", undefined, "cases")),
    count(words, figures.cases.total),
    shown(text("published.counted")),
    shown(""),
  ];
  const columns = ["edition", "figure", "value", "definition", "source"] as const;
  return only({
    heads: columns.map((name) => ({ name: text.label(`operation_report.column.${name}`), numeric: name === "value" })),
    rows: [...lines, own],
  });
}
