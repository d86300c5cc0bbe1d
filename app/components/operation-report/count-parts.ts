import { slotOf } from "#app/domain/commodity-groups.ts";
import type { CaseRow } from "#app/domain/figures/result.ts";
import type { ReportResults } from "#app/domain/operation-report/results.ts";
import { isMark, markUnder } from "#app/domain/operation-report/suppression.ts";
import { barsBy, type KeyedCount, mostFirst, nameOrder, valuesInTurn } from "../charts/count-bars.ts";
import type { Drawing } from "../charts/drawing.ts";
import { namedPeriods, timelineOf } from "../charts/periods.ts";
import { reporterBars } from "../charts/reporter-bars.ts";
import { type Bar, scaleOf } from "../charts/stack.ts";
import type { Cell, PartTable, ReportWords } from "./document-types.ts";

/** More rows than these make no chart that can be read; the table has all of them. */
const MOST_BARS = 20;

export type Drawn = { table: PartTable; drawing: Drawing | null };

export const shown = (words: string): Cell => ({ shown: words });
export const count = ({ format }: ReportWords, value: number): Cell => ({
  shown: format.number(value),
  exact: String(value),
});

/** A count of persons, or the mark of one that is too small to be said. */
export const countOrMark = (words: ReportWords, value: number | null, { suppressed }: ReportResults): Cell =>
  value === null ? shown(markUnder(suppressed?.under ?? 0)) : count(words, value);

/** A value as it is read: a number in the reader's language, or the mark of one that is not said. */
export const valueShown = ({ format }: Pick<ReportWords, "format">, value: string): string =>
  isMark(value) ? value : format.decimal(value);

export const heads = (names: string, ...numbers: string[]): PartTable["heads"] => [
  { name: names, numeric: false },
  ...numbers.map((name) => ({ name, numeric: true })),
];

type Naming = { by: string; head: string; nameOf: (code: string) => string; order?: "most" | "name" };

/** Cases by one key: all rows as a table, the first of them as bars divided by kinds of goods. */
export function countPart(words: ReportWords, rows: readonly KeyedCount[], naming: Naming): Drawn {
  const { table, bars } = countedBy(words, rows, naming);
  return { table, drawing: drawnAsBars(bars) };
}

/** All rows as a table and as bars. */
export function countedBy(words: ReportWords, rows: readonly KeyedCount[], naming: Naming) {
  const { by, head, nameOf, order = "most" } = naming;
  const notStated = words.text("figure.not_stated");
  const bars = mostFirst(barsBy(rows, { by, nameOf, notStated, ...(by === "group" && { kindOf: slotOf }) }));
  if (order === "name") bars.sort(nameOrder(words.format.locale));
  return { table: tableOf(words, head, bars), bars };
}

/** Bars in the order given, with the same numbers as a table. */
export function barsPart(words: ReportWords, head: string, bars: readonly Bar[]): Drawn {
  return { table: tableOf(words, head, bars), drawing: drawnAsBars(bars) };
}

function tableOf(words: ReportWords, head: string, bars: readonly Bar[]): PartTable {
  return {
    heads: heads(head, ...["cases", "confirmed", "provisional"].map((name) => words.text.label(`figure.csv.${name}`))),
    rows: bars.map(({ label, total, confirmed, provisional }) => [
      shown(label),
      ...[total, confirmed, provisional].map((value) => count(words, value)),
    ]),
  };
}

function drawnAsBars(bars: readonly Bar[]): Drawing | null {
  return bars.length > 1 ? { kind: "bars", bars: bars.slice(0, MOST_BARS) } : null;
}

/** All that take part, with or without cases, by their names: an order by numbers can offend. */
export function reporterPart(words: ReportWords, { figures, context }: ReportResults): Drawn {
  const bars = reporterBars(figures.byReporter, context.participants).sort(nameOrder(words.format.locale));
  return barsPart(words, words.text("figure.column.administration"), bars);
}

/** Weeks of the whole time box, those without a case too. */
export function timePart(words: ReportWords, { figures, context }: ReportResults): Drawn {
  const { format, text } = words;
  const { periods, undated } = timelineOf(figures.byDay, context, context.today, "week");
  const past = periods.filter(({ future }) => !future);
  const bars = past.map((period) => ({ ...period, label: format.dayShort(period.from) }));
  const rows = [...past.map((period) => ({ ...period, label: format.dayRange(period.from, period.to) }))];
  const table = tableOf(words, text("figure.column.week"), [
    ...rows,
    ...(undated.total > 0 ? [{ ...undated, label: text("ui.unknown") }] : []),
  ]);
  const most = Math.max(0, ...past.map(({ total }) => total));
  const names = namedPeriods(past, 8).map(({ period, at }) => ({ at, name: format.dayShort(period.from) }));
  return { table, drawing: past.length > 1 ? { kind: "columns", bars, ...scaleOf(most), names } : null };
}

/** Goods by a way: a table of counts, the same as a picture. */
export function heatPart<Key extends "mode" | "concealment">(
  words: ReportWords,
  rows: readonly CaseRow<"slot" | Key>[],
  { by, nameOf }: { by: Key; nameOf: (code: string) => string },
): Drawn {
  const { text } = words;
  const cells = rows.map(({ key, total }) => ({ slot: key.slot, value: key[by], total }));
  const values = valuesInTurn(cells);
  const slots = [...new Set(cells.flatMap(({ slot }) => slot ?? []))];
  const columns = values.map((value) => (value === null ? text("figure.not_stated") : nameOf(value)));
  const counted = slots.map((slot) => ({
    name: text.label(`slot.${slot}`),
    counts: values.map((value) => cells.find((cell) => cell.slot === slot && cell.value === value)?.total ?? 0),
  }));
  return {
    table: {
      heads: heads(text("figure.column.goods"), ...columns),
      rows: counted.map(({ name, counts }) => [shown(name), ...counts.map((value) => count(words, value))]),
    },
    drawing: slots.length > 0 ? { kind: "heat", columns, rows: counted } : null,
  };
}
