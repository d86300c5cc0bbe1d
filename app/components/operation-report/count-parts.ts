import { slotOf } from "#app/domain/commodity-groups.ts";
import type { CaseCount, CaseRow } from "#app/domain/figures/result.ts";
import type { ReportResults } from "#app/domain/operation-report/results.ts";
import { UNKNOWN } from "#app/domain/unknown.ts";
import type { Drawing } from "../charts/drawing.ts";
import { namedPeriods, timelineOf } from "../charts/periods.ts";
import { type Bar, barOf, plainBar, scaleOf } from "../charts/stack.ts";
import type { Cell, PartTable, ReportWords } from "./document-types.ts";

/** More rows than these make no chart that can be read; the table has all of them. */
const MOST_BARS = 20;

export type Drawn = { table: PartTable; drawing: Drawing | null };

export const shown = (words: string): Cell => ({ shown: words });
export const count = ({ format }: ReportWords, value: number): Cell => ({
  shown: format.number(value),
  exact: String(value),
});

export const heads = (names: string, ...numbers: string[]): PartTable["heads"] => [
  { name: names, numeric: false },
  ...numbers.map((name) => ({ name, numeric: true })),
];

type Keyed = { key: Readonly<Record<string, string | null>> } & CaseCount;
type Naming = { by: string; head: string; nameOf: (code: string) => string; order?: "most" | "name" };

/** Cases by one key: all rows as a table, the first of them as bars divided by kinds of goods. */
export function countPart(words: ReportWords, rows: readonly Keyed[], naming: Naming): Drawn {
  const { by, head, nameOf, order = "most" } = naming;
  const { text } = words;
  const values = [...new Set(rows.map(({ key }) => key[by] ?? null))];
  const bars = values.map((value) => {
    const own = rows.filter(({ key }) => (key[by] ?? null) === value);
    const name = value === null ? text("figure.not_stated") : nameOf(value);
    const divided = own.flatMap((row) => ("kind" in row.key ? [{ ...row, key: { kind: row.key.kind ?? null } }] : []));
    if (divided.length === own.length && own.length > 0) return barOf(value ?? "", name, divided);
    return plainBar(value ?? "", name, by === "group" ? slotOf(value ?? "") : "mixed", own[0] ?? NONE);
  });
  return barsPart(words, head, inTurn(bars, order, words));
}

const NONE: CaseCount = { total: 0, confirmed: 0, provisional: 0 };

/** Bars in the order given, with the same numbers as a table. */
export function barsPart(words: ReportWords, head: string, bars: readonly Bar[]): Drawn {
  const { text } = words;
  return {
    table: {
      heads: heads(head, ...["cases", "confirmed", "provisional"].map((name) => text.label(`figure.csv.${name}`))),
      rows: bars.map(({ label, total, confirmed, provisional }) => [
        shown(label),
        ...[total, confirmed, provisional].map((value) => count(words, value)),
      ]),
    },
    drawing: bars.length > 1 ? { kind: "bars", bars: bars.slice(0, MOST_BARS) } : null,
  };
}

function inTurn(bars: Bar[], order: "most" | "name", { format }: ReportWords): Bar[] {
  const { compare } = new Intl.Collator(format.locale === "pseudo" ? "en" : format.locale);
  const last = ({ key }: Bar) => (key === "" ? 2 : Number(key === UNKNOWN));
  return bars.sort(
    (left, right) =>
      last(left) - last(right) || (order === "most" ? right.total - left.total : 0) || compare(left.label, right.label),
  );
}

/** All that take part, with or without cases, by their names: an order by numbers can offend. */
export function reporterPart(words: ReportWords, { figures, context }: ReportResults): Drawn {
  const names = new Map(context.participants.map(({ code, name }) => [code, name]));
  const codes = [...new Set([...names.keys(), ...figures.byReporter.flatMap(({ key }) => key.reporter ?? [])])];
  const bars = codes.map((code) =>
    barOf(
      code,
      names.get(code) ?? words.country(code),
      figures.byReporter.filter(({ key }) => key.reporter === code),
    ),
  );
  return barsPart(words, words.text("figure.column.administration"), inTurn(bars, "name", words));
}

/** Weeks of the whole time box, those without a case too. */
export function timePart(words: ReportWords, { figures, context }: ReportResults): Drawn {
  const { format, text } = words;
  const { periods, undated } = timelineOf(figures.byDay, context, context.today, "week");
  const past = periods.filter(({ future }) => !future);
  const bars = past.map((period) => ({ ...period, label: format.dayShort(period.from) }));
  const rows = [...past.map((period) => ({ ...period, label: format.dayRange(period.from, period.to) }))];
  const { table } = barsPart(words, text("figure.column.week"), [
    ...rows,
    ...(undated.total > 0 ? [{ ...undated, label: text("ui.unknown") }] : []),
  ]);
  const most = Math.max(0, ...past.map(({ total }) => total));
  const names = namedPeriods(past, 8).map(({ period, at }) => ({ at, name: format.dayShort(period.from) }));
  return { table, drawing: past.length > 1 ? { kind: "columns", bars, ...scaleOf(most), names } : null };
}

type HeatKeys = "mode" | "concealment";

/** Goods by a way: a table of counts, the same as a picture. */
export function heatPart<Key extends HeatKeys>(
  words: ReportWords,
  rows: readonly CaseRow<"slot" | Key>[],
  { by, nameOf }: { by: Key; nameOf: (code: string) => string },
): Drawn {
  const { text } = words;
  const keyed: readonly Keyed[] = rows;
  const totalOf = (value: string | null) =>
    keyed.filter(({ key }) => (key[by] ?? null) === value).reduce((sum, { total }) => sum + total, 0);
  const last = (value: string | null) => (value === null ? 2 : Number(value === UNKNOWN));
  const values = [...new Set(keyed.map(({ key }) => key[by] ?? null))].sort(
    (left, right) =>
      last(left) - last(right) || totalOf(right) - totalOf(left) || ((left ?? "") < (right ?? "") ? -1 : 1),
  );
  const slots = [...new Set(keyed.flatMap(({ key }) => key.slot ?? []))];
  const columns = values.map((value) => (value === null ? text("figure.not_stated") : nameOf(value)));
  const counted = slots.map((slot) => ({
    name: text.label(`slot.${slot}`),
    counts: values.map(
      (value) => keyed.find(({ key }) => key.slot === slot && (key[by] ?? null) === value)?.total ?? 0,
    ),
  }));
  return {
    table: {
      heads: heads(text("figure.column.goods"), ...columns),
      rows: counted.map(({ name, counts }) => [shown(name), ...counts.map((value) => count(words, value))]),
    },
    drawing: slots.length > 0 ? { kind: "heat", columns, rows: counted } : null,
  };
}
