import { addDecimals, toMicro } from "../exact-decimal.ts";
import type { CaseKey } from "./definition.ts";
import type { JointCount } from "./joint.ts";
import type {
  CaseCount,
  CaseRow,
  CoverageRow,
  DelayRow,
  EvaluatedFigures,
  ExcludedCount,
  PersonCount,
  Quantities,
  QuantityRow,
  Strip,
} from "./result.ts";
import { STRIP_LENGTH } from "./strips.ts";

/** Figures of some cases and of others together. No case may be among both. */
export function addFigures<Name extends keyof EvaluatedFigures>(
  left: Pick<EvaluatedFigures, Name>,
  right: Pick<EvaluatedFigures, Name>,
  names: readonly Name[],
): Pick<EvaluatedFigures, Name> {
  const sum = <N extends Name>(name: N) => ADDERS[name](left[name], right[name]);
  return Object.fromEntries(names.map((name) => [name, sum(name)])) as Pick<EvaluatedFigures, Name>;
}

const ADDERS: {
  [Name in keyof EvaluatedFigures]: (
    left: EvaluatedFigures[Name],
    right: EvaluatedFigures[Name],
  ) => EvaluatedFigures[Name];
} = {
  cases: counts,
  late: counts,
  joint: (left, right): JointCount => numbers(left, right),
  byReporter: rows,
  bySlot: rows,
  byGroup: rows,
  byFamily: rows,
  byDay: rows,
  byMode: rows,
  slotByMode: rows,
  byCountry: rows,
  byPlaceKind: rows,
  byDirection: rows,
  byDetection: rows,
  byConcealment: rows,
  slotByConcealment: rows,
  corridors: rows,
  flows: rows,
  byDelay: (left, right) => merged<DelayRow>(left, right, ({ days }) => String(days), numbersBut("days")),
  delayByReporter: (left, right) =>
    merged<DelayRow & { reporter: string }>(
      left,
      right,
      ({ reporter, days }) => `${reporter} ${days}`,
      numbersBut("reporter", "days"),
    ),
  persons: (left, right): PersonCount => numbers(left, right),
  quantityBySlot: quantities,
  quantityByCommodity: quantities,
  strips,
  liveAnimals: quantities,
  excluded: (left, right): ExcludedCount => numbers(left, right),
  coverage: (left, right) => merged<CoverageRow>(left, right, ({ reporter }) => reporter, numbersBut("reporter")),
};

function counts(left: CaseCount, right: CaseCount): CaseCount {
  return numbers(left, right);
}

function rows<K extends CaseKey>(left: CaseRow<K>[], right: CaseRow<K>[]): CaseRow<K>[] {
  return merged(left, right, ({ key }) => JSON.stringify(Object.entries(key).sort()), numbersBut("key"));
}

function quantities(left: Quantities, right: Quantities): Quantities {
  return {
    rows: merged(left.rows, right.rows, ({ key, measure }) => `${key} ${measure}`, quantityRow),
    without: merged(left.without, right.without, ({ key }) => key, numbersBut("key")),
  };
}

function quantityRow(left: QuantityRow, right: QuantityRow): QuantityRow {
  const amount = (name: "total" | "confirmed" | "estimated") => addDecimals([left[name], right[name]]);
  return {
    ...left,
    total: amount("total"),
    confirmed: amount("confirmed"),
    estimated: amount("estimated"),
    cases: left.cases + right.cases,
    atLeast: left.atLeast + right.atLeast,
    estimatedCases: left.estimatedCases + right.estimatedCases,
  };
}

function strips(left: Strip[], right: Strip[]): Strip[] {
  const longest = (one: Strip, other: Strip): Strip => ({
    ...one,
    bars: [...one.bars, ...other.bars].sort(largerFirst).slice(0, STRIP_LENGTH),
  });
  return merged(left, right, ({ key, measure }) => `${key} ${measure}`, longest);
}

type Bar = Strip["bars"][number];

function largerFirst(left: Bar, right: Bar): number {
  const [one, other] = [toMicro(left.quantity), toMicro(right.quantity)];
  if (one !== other) return one < other ? 1 : -1;
  return Number(right.confirmed) - Number(left.confirmed);
}

/** Rows of either; those with one name together. */
function merged<Row>(
  left: Row[],
  right: Row[],
  nameOf: (row: Row) => string,
  add: (one: Row, other: Row) => Row,
): Row[] {
  const found = new Map(left.map((row) => [nameOf(row), row]));
  for (const row of right) {
    const known = found.get(nameOf(row));
    found.set(nameOf(row), known ? add(known, row) : row);
  }
  return [...found.values()];
}

function numbers<Row extends object>(left: Row, right: Row): Row {
  return numbersBut<Row, never>()(left, right);
}

/** Every field added, but those that name the row. */
function numbersBut<Row extends object, Name extends keyof Row & string>(...names: Name[]) {
  return (left: Row, right: Row): Row => {
    const fields = Object.entries(left).map(([name, value]) => {
      const isName = names.some((known) => known === name);
      return [name, isName ? value : Number(value) + Number(right[name as keyof Row])];
    });
    return Object.fromEntries(fields) as Row;
  };
}
