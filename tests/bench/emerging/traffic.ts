import { type Cell, cellsOf, type RoutedCase } from "#app/domain/emerging/cell.ts";
import { readAirSeizures } from "#seeds/demo-air.server.ts";
import { readLemisSeizures } from "#seeds/demo-lemis.server.ts";
import { type Chance, chance } from "#seeds/random.ts";
import { batch, factor, poisson } from "./draws.ts";

/** Consignments that took the same corridors with the same goods in the real records, and how many there were. */
export type Pattern = { cells: readonly Cell[]; records: number };

/** Of both files, all years together: a few busy corridors and hundreds of rare ones, as they are. */
export function realPatterns(): Pattern[] {
  const patterns = new Map<string, Pattern>();
  for (const { input } of [...readAirSeizures(() => null).records, ...readLemisSeizures(() => null).records]) {
    const cells = cellsOf(input);
    if (cells.length === 0) continue;
    const key = cells.map((cell) => cell.key).join(" ");
    const pattern = patterns.get(key) ?? { cells, records: 0 };
    pattern.records++;
    patterns.set(key, pattern);
  }
  return [...patterns.values()];
}

export type Setting = {
  days: number;
  /** Cases with a corridor in 30 days. */
  perMonth: number;
  /** How often a case brings another one on the same day. */
  batches: number;
  /** Coefficient of variation of each pattern's own rate from month to month. */
  swing: number;
  /** Mean days until a case is reported. */
  lag: number;
};

/** From `day` on each consignment that lies in the cell comes so many times as often. */
export type Planted = { cell: Cell; day: number; times: number };

/** A case and the day on which it is known. */
export type ToldCase = RoutedCase & { told: number };

export type Operation = {
  setting: Setting;
  cases: ToldCase[];
  planted: Planted | null;
  /** Cells whose rate the planted change moves by a half or more: a finding there is none that is false. */
  moved: ReadonlySet<string>;
  /** The day from which on twice as many cases are made of everything; null where effort stays. */
  doubled: number | null;
};

/** Between weekdays and weekends. */
const WEEK = [1.1, 1.15, 1.1, 1.15, 1.1, 0.75, 0.65];

/** An operation of many days, with a change planted in it where one is asked for. */
export function operationOf(patterns: readonly Pattern[], setting: Setting, seed: number, times: number): Operation {
  const luck = chance(seed);
  const records = patterns.reduce((sum, pattern) => sum + pattern.records, 0);
  const day = luck.between(60, setting.days - 61);
  const cell = times === 1 ? null : luck.pick(busyCells(patterns, setting, records));
  const planted = cell && { cell, day, times };
  const doubled = luck.percent(50) ? luck.between(30, setting.days - 31) : null;
  const cases: ToldCase[] = [];
  for (const pattern of patterns) {
    const rate = (setting.perMonth * pattern.records) / records / 30 / (1 + setting.batches / (1 - setting.batches));
    const swings = Array.from({ length: Math.ceil(setting.days / 30) }, () => factor(setting.swing, luck));
    for (let at = 0; at < setting.days; at++) {
      const effort =
        (WEEK[at % 7] ?? 1) * (doubled !== null && at >= doubled ? 2 : 1) * (swings[Math.floor(at / 30)] ?? 1);
      const more = planted && at >= planted.day && pattern.cells.includes(planted.cell) ? planted.times : 1;
      for (let first = poisson(rate * effort * more, luck); first > 0; first--)
        for (let one = batch(setting.batches, luck); one >= 0; one--)
          cases.push(caseOf(pattern, at, setting, luck, cases.length));
    }
  }
  return { setting, cases, planted, moved: movedBy(patterns, planted), doubled };
}

function caseOf({ cells }: Pattern, day: number, { lag }: Setting, luck: Chance, serial: number): ToldCase {
  const waits = lag > 0 ? Math.floor(Math.log(luck.next() || 1e-12) / Math.log(lag / (1 + lag))) : 0;
  return { id: String(serial).padStart(6, "0"), day, cells, told: day + waits };
}

/** Cells with a case a month or more: of quieter ones even three times as many are too few to speak of. */
export function busyCells(patterns: readonly Pattern[], { perMonth }: Setting, records: number): Cell[] {
  return [...ratesOf(patterns)].filter(([, of]) => (perMonth * of) / records >= 1).map(([cell]) => cell);
}

function ratesOf(patterns: readonly Pattern[]): Map<Cell, number> {
  const rates = new Map<Cell, number>();
  for (const { cells, records } of patterns)
    for (const cell of cells) rates.set(cell, (rates.get(cell) ?? 0) + records);
  return rates;
}

function movedBy(patterns: readonly Pattern[], planted: Planted | null): Set<string> {
  if (!planted) return new Set();
  const before = ratesOf(patterns);
  const with_ = ratesOf(patterns.filter(({ cells }) => cells.includes(planted.cell)));
  const moved = [...with_].filter(([cell, own]) => (own * (planted.times - 1)) / (before.get(cell) ?? own) >= 0.5);
  return new Set(moved.map(([cell]) => cell.key));
}
