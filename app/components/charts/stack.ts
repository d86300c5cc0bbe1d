import { SLOTS, type Slot } from "#app/domain/commodity-groups.ts";
import { MIXED } from "#app/domain/figures/definition.ts";
import type { CaseCount } from "#app/domain/figures/result.ts";

/** What a part of a bar stands for: one slot, or several kinds of goods in one case. */
export type Kind = Slot | typeof MIXED;
export const KINDS: readonly Kind[] = [...SLOTS, MIXED];

export type Segment = { kind: Kind; confirmed: boolean; count: number };

/** One bar: its parts add up to its total, because every case is of one kind. `than`: the same row in another period. */
export type Bar = CaseCount & { key: string; label: string; segments: Segment[]; than?: CaseCount };

type KindRow = CaseCount & { key: { kind: string | null } };

/** The parts of one bar in the fixed order: confirmed kinds first, then provisional ones, each in the order of slots. */
export function segmentsOf(rows: readonly KindRow[]): Segment[] {
  return [true, false].flatMap((confirmed) =>
    KINDS.map((kind) => ({ kind, confirmed, count: countOf(rows, kind, confirmed) })).filter(({ count }) => count > 0),
  );
}

function countOf(rows: readonly KindRow[], kind: Kind, confirmed: boolean): number {
  return rows
    .filter((row) => row.key.kind === kind)
    .reduce((sum, row) => sum + (confirmed ? row.confirmed : row.provisional), 0);
}

export function barOf(key: string, label: string, rows: readonly KindRow[]): Bar {
  const segments = segmentsOf(rows);
  const sum = (confirmed: boolean) =>
    segments.reduce((total, segment) => total + (segment.confirmed === confirmed ? segment.count : 0), 0);
  return { key, label, segments, total: sum(true) + sum(false), confirmed: sum(true), provisional: sum(false) };
}

/** A bar of one kind, for tables by slot and by group. */
export function plainBar(key: string, label: string, kind: Kind, { total, confirmed, provisional }: CaseCount): Bar {
  const segments = [
    { kind, confirmed: true, count: confirmed },
    { kind, confirmed: false, count: provisional },
  ];
  return { key, label, total, confirmed, provisional, segments: segments.filter((segment) => segment.count > 0) };
}

/** The kinds that any of the bars shows, in the order of slots: what a legend has to explain. */
export function kindsIn(bars: readonly Bar[]): Kind[] {
  const shown = new Set(bars.flatMap((bar) => bar.segments.map((segment) => segment.kind)));
  return KINDS.filter((kind) => shown.has(kind));
}

/** The end of a scale that holds `most` with at most four steps between round numbers. */
export function scaleOf(most: number): { end: number; ticks: number[] } {
  if (most <= 0) return { end: 1, ticks: [0, 1] };
  const rough = most / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((times) => times * power).find((size) => size >= rough) ?? 10 * power);
  const ticks = Array.from({ length: Math.ceil(most / step) + 1 }, (_, at) => at * step);
  return { end: ticks.at(-1) ?? step, ticks };
}
