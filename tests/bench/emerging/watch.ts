import { type Earlier, NO_EARLIER } from "#app/domain/emerging/earlier.ts";
import { findEmerging } from "#app/domain/emerging/emerging.ts";
import { tallyOf } from "#app/domain/emerging/tally.ts";
import type { Operation } from "./traffic.ts";

/** What came of watching one operation day by day. */
export type Watched = {
  months: number;
  /** Findings in cells that no change was planted in; one that comes back within 30 days is the same. */
  falseAlarms: number;
  /** Cases of the changed cell since the change until it was named; Infinity: never. Null: none, or named before it. */
  delay: number | null;
};

const SAME = 30;

/** Each evening the rule is asked anew about what was told by then, as the page does with every frame. */
export function watch(operation: Operation, earlier: Earlier = NO_EARLIER): Watched {
  return judge(operation, (told, today) =>
    findEmerging(tallyOf(told), today, earlier).findings.map((finding) =>
      [finding, ...finding.also].map(({ cell }) => cell.key),
    ),
  );
}

/** Which cells are named on a day; those of one finding together. */
export type Rule = (told: Operation["cases"], today: number) => readonly (readonly string[])[];

export function judge(operation: Operation, rule: Rule): Watched {
  const { setting, cases, planted } = operation;
  const named = new Map<string, number>();
  let falseAlarms = 0;
  let delay = planted ? Number.POSITIVE_INFINITY : null;
  for (let today = 0; today < setting.days; today++) {
    const told = cases.filter((one) => one.told <= today);
    for (const keys of rule(told, today)) {
      const known = keys.some((key) => today - (named.get(key) ?? Number.NEGATIVE_INFINITY) <= SAME);
      for (const key of keys) named.set(key, today);
      if (!known && !isTrue(operation, keys, today)) falseAlarms++;
      if (!planted || !keys.includes(planted.cell.key)) continue;
      if (today === planted.day - 1) delay = null;
      else if (today >= planted.day && delay === Number.POSITIVE_INFINITY)
        delay = told.filter(({ day, cells }) => day >= planted.day && cells.includes(planted.cell)).length;
    }
  }
  return { months: setting.days / 30, falseAlarms, delay };
}

function isTrue({ planted, moved }: Operation, keys: readonly string[], today: number): boolean {
  return planted !== null && today >= planted.day && keys.some((key) => moved.has(key));
}

export type Sum = { months: number; falseAlarms: number; delays: number[]; before: number };

export function sumOf(all: readonly Watched[]): Sum {
  const delays = all.flatMap(({ delay }) => delay ?? []).sort((left, right) => left - right);
  return {
    months: all.reduce((sum, { months }) => sum + months, 0),
    falseAlarms: all.reduce((sum, one) => sum + one.falseAlarms, 0),
    delays,
    before: all.length - delays.length,
  };
}

/** The delay that so large a part of the planted changes does not exceed. */
export function delayAt({ delays }: Sum, part: number): number {
  return delays[Math.max(0, Math.ceil(part * delays.length) - 1)] ?? Number.POSITIVE_INFINITY;
}
