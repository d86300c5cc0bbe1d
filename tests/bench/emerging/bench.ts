import { parseArgs } from "node:util";
import { excessOf } from "#app/domain/emerging/dispersion.ts";
import type { Earlier } from "#app/domain/emerging/earlier.ts";
import { RULE } from "#app/domain/emerging/rule.ts";
import { tallyOf } from "#app/domain/emerging/tally.ts";
import { bareRule } from "./bare.ts";
import { type Operation, operationOf, type Pattern, realPatterns, type Setting } from "./traffic.ts";
import { delayAt, type Sum, sumOf, watch } from "./watch.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);

const YEAR = 360;
const FIVE_MONTHS = 150;
const USUAL = { batches: 0.15, swing: 0.25, lag: 2 };
/** Cases with a corridor in a month: twice the demo's, four times, and the exercise's. */
const SIZES = [25, 50, 130] as const;

/** `npm run bench -- emerging [--seed 2] [--operations 40]`; the rule was set on seed 1. */
export async function benchEmerging(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { seed: { type: "string", default: "2" }, operations: { type: "string", default: "40" } },
  });
  const patterns = realPatterns();
  const made = (setting: Setting, times: number) =>
    Array.from({ length: Number(values.operations) }, (_, at) =>
      operationOf(patterns, setting, Number(values.seed) * 100_003 + at * 101, times),
    );
  sayWhatRuns(patterns, values.seed);
  const years = SIZES.map((perMonth) => {
    const operations = made({ ...USUAL, days: YEAR, perMonth }, 3);
    const sum = sumOf(operations.map((operation) => watch(operation)));
    sayRow(`a year, ${perMonth} cases a month`, sum);
    sayRow("  bare CUSUM, told all true rates", bareRule(patterns, operations));
    return sum;
  });
  for (const [name, { setting, times, earlier }] of otherRows(patterns))
    sayRow(name, sumOf(made(setting, times).map((operation) => watch(operation, earlier))));
  const all: Sum = {
    months: total(years, ({ months }) => months),
    falseAlarms: total(years, ({ falseAlarms }) => falseAlarms),
    delays: years.flatMap(({ delays }) => delays).sort((left, right) => left - right),
    before: total(years, ({ before }) => before),
  };
  say(`\nThe three years together: ${all.months} months, ${all.delays.length} changes.`);
  say(
    `emerging: delay ${delayAt(all, 0.5)} cases, false alarms ${(all.falseAlarms / all.months).toFixed(2)} per month`,
  );
}

type Row = { setting: Setting; times: number; earlier?: Earlier };

/** What else is asked: shorter operations with and without an earlier one, larger and smaller changes, none, even traffic. */
function otherRows(patterns: readonly Pattern[]): [string, Row][] {
  const [short, year] = [
    { ...USUAL, days: FIVE_MONTHS, perMonth: 130 },
    { ...USUAL, days: YEAR, perMonth: 130 },
  ];
  const before = earlierFrom(operationOf(patterns, year, 7, 1));
  return [
    ["five months, 130 a month", { setting: short, times: 3 }],
    ["  and what a year before it told", { setting: short, times: 3, earlier: before }],
    ["a year, 130 a month: six times as many", { setting: year, times: 6 }],
    ["  nothing planted", { setting: year, times: 1 }],
    ["  neither batches nor swings", { setting: { ...year, batches: 0, swing: 0 }, times: 3 }],
  ];
}

function earlierFrom({ cases }: Operation): Earlier {
  const cells: Record<string, number> = {};
  for (const { cells: of } of cases) for (const { key } of of) cells[key] = (cells[key] ?? 0) + 1;
  return { operations: 1, days: YEAR, among: cases.length, cells };
}

function sayWhatRuns(patterns: readonly Pattern[], seed: string) {
  const records = total(patterns, (pattern) => pattern.records);
  const cells = new Set(patterns.flatMap((pattern) => pattern.cells)).size;
  const sample = operationOf(patterns, { ...USUAL, days: YEAR, perMonth: 130 }, 1, 1);
  say(
    `Rule ${RULE}, seed ${seed}. Corridors and goods as often as in ${records} real records with a corridor: ${cells} cells,`,
  );
  say(
    `a few busy and most rare. Weekdays, effort doubled for all in half of the operations, 15 in 100 cases bring another`,
  );
  say(
    `one on their day (variance ${(1 + excessOf(tallyOf(sample.cases), YEAR)).toFixed(2)} of the mean), each consignment's rate swings by a quarter from month to month, and`,
  );
  say("a case is told two days late in the mean. One change each, in a corridor with a case a month or more.");
  say(
    `\n${"".padEnd(42)}${["months", "changes", "25 %", "median", "75 %", "never", "named before", "false/month"].map((name) => name.padStart(13)).join("")}`,
  );
}

function sayRow(name: string, sum: Sum) {
  const cells = [
    sum.months,
    sum.delays.length,
    ...[0.25, 0.5, 0.75].map((part) => (sum.delays.length === 0 ? "-" : delayAt(sum, part))),
    sum.delays.filter((delay) => delay === Number.POSITIVE_INFINITY).length,
    sum.delays.length === 0 ? "-" : sum.before,
    (sum.falseAlarms / sum.months).toFixed(2),
  ];
  say(`${name.padEnd(42)}${cells.map((cell) => String(cell).replace("Infinity", "never").padStart(13)).join("")}`);
}

function total<T>(all: readonly T[], of: (one: T) => number): number {
  return all.reduce((sum, one) => sum + of(one), 0);
}
