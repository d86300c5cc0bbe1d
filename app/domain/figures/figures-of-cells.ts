import { slotOf } from "../commodity-groups.ts";
import { choosesCommodity, type FactFilter } from "../fact-filter.ts";
import { type CaseKey, type GoodsKey, MIXED } from "./definition.ts";
import { GOODS_KEYS } from "./keys.ts";
import type {
  CaseCount,
  CaseRow,
  CoverageRow,
  DelayRow,
  EvaluatedFigures,
  PersonCount,
  Quantities,
  Strip,
} from "./result.ts";

/** Joint cases stand in no cell. */
export type Rolled = Exclude<keyof EvaluatedFigures, "joint">;

type Counts = { cases: number; confirmed: number };
type Base = Counts & { goods: string; reporter?: string; country?: string; mode?: string };
type Quantity = {
  dim: string;
  value: string;
  measure: string;
  cases: number;
  total: string;
  totalConfirmed: string;
  atLeast: number;
  estimated: string;
  estimatedCases: number;
};

/** What a statement read out of the cells, as far as it was asked for. */
export type CellRows = {
  base?: Base[];
  late?: Counts[];
  persons?: (Counts & { value: string })[];
  delays?: (Counts & { reporter: string; value: string })[];
  sorted?: (Counts & { dim: string; value: string; goods: string })[];
  listed?: (Counts & { dim: string; value: string })[];
  days?: (Counts & { day: string | null; kind?: string; goods?: string })[];
  slots?: Quantity[];
  commodities?: Quantity[];
  live?: Quantity[];
  strips?: Strip[];
  excluded?: (Counts & { value: string })[];
  undated?: Counts[];
  coverage?: CoverageRow[];
};

/** Figures out of cells: what stands under the goods of a case is told apart here, by the rules of the domain. */
export function figuresOfCells<Name extends Rolled>(
  rows: CellRows,
  filter: FactFilter,
  names: readonly Name[],
): Pick<EvaluatedFigures, Name> {
  const made = makers(rows, filter);
  return Object.fromEntries(names.map((name) => [name, made[name]()])) as Pick<EvaluatedFigures, Name>;
}

function makers(rows: CellRows, filter: FactFilter): { [Name in Rolled]: () => EvaluatedFigures[Name] } {
  const goods = goodsOf(filter);
  const { base = [], sorted = [], listed = [], days = [] } = rows;
  const kindOf = (row: { goods?: string }) => [goods.kind(row.goods ?? "")];
  const under = (key: Exclude<GoodsKey, "commodity">) => (row: { goods: string }) => goods.keys(row.goods, key);
  const of = <Row extends { dim: string }>(some: Row[], dim: string) => some.filter((row) => row.dim === dim);
  const named = (row: { value: string }) => [row.value];
  const code = (row: { value: string }) => [row.value === "" ? null : row.value];
  return {
    cases: () => sumOf(base),
    late: () => sumOf(rows.late ?? []),
    byReporter: () => tally(base, { reporter: (row) => [row.reporter ?? ""], kind: kindOf }),
    bySlot: () => tally(base, { slot: under("slot") }),
    byGroup: () => tally(base, { group: under("group") }),
    byFamily: () => tally(base, { family: under("family") }),
    byDay: () => tally(days, { day: (row) => [row.day], kind: (row) => (row.kind ? [row.kind] : kindOf(row)) }),
    byMode: () => tally(base, { mode: (row) => [row.mode ?? ""], kind: kindOf }),
    slotByMode: () => tally(base, { slot: under("slot"), mode: (row) => [row.mode ?? ""] }),
    byCountry: () => tally(base, { country: (row) => [row.country ?? ""], kind: kindOf }),
    byPlaceKind: () => tally(of(sorted, "placeKind"), { placeKind: named, kind: kindOf }),
    byDirection: () => tally(of(sorted, "direction"), { direction: named, kind: kindOf }),
    byDetection: () => tally(of(listed, "detection"), { detection: code }),
    byConcealment: () =>
      tally([...of<{ dim: string; value: string } & Counts>(listed, "concealment"), ...of(sorted, "concealment")], {
        concealment: code,
      }),
    slotByConcealment: () => tally(of(sorted, "concealment"), { slot: under("slot"), concealment: code }),
    corridors: () => tally(of(listed, "corridor"), { corridor: code }),
    flows: () => tally(of(listed, "flow"), { flow: code }),
    byDelay: () => delaysIn(rows.delays ?? []),
    delayByReporter: () =>
      [...new Set((rows.delays ?? []).map(({ reporter }) => reporter))].flatMap((reporter) =>
        delaysIn((rows.delays ?? []).filter((row) => row.reporter === reporter)).map((row) => ({ ...row, reporter })),
      ),
    persons: () => personsOf(rows.persons ?? []),
    quantityBySlot: () => quantitiesOf(rows.slots ?? [], slotNamed),
    quantityByCommodity: () =>
      quantitiesOf((rows.commodities ?? []).filter(({ value }) => choosesCommodity(filter, value))),
    strips: () => (rows.strips ?? []).map((strip) => ({ ...strip, key: slotNamed(strip.key) })),
    liveAnimals: () => quantitiesOf(rows.live ?? [], () => ""),
    excluded: () => ({
      notASeizure: sumOf((rows.excluded ?? []).filter((row) => row.value === "not_a_seizure")).total,
      outsideWindow: sumOf((rows.excluded ?? []).filter((row) => row.value === "outside_window")).total,
      undated: sumOf(rows.undated ?? []).total,
    }),
    coverage: () => rows.coverage ?? [],
  };
}

/** Groups have two signs, slots one. */
const slotNamed = (key: string) => (key.length > 1 ? slotOf(key) : key);

/** What a case holds of the goods that a filter chooses, read from the groups that its cell names. */
function goodsOf(filter: FactFilter) {
  const known = new Map<string, { slot: string[]; group: string[]; family: string[]; kind: string }>();
  const read = (goods: string) => {
    const groups = goods.split(",").filter((group) => group !== "" && choosesCommodity(filter, group));
    const under = (key: Exclude<GoodsKey, "commodity">) => [...new Set(groups.map(GOODS_KEYS[key]))];
    const [kind = MIXED, ...others] = under("slot");
    return { slot: under("slot"), group: groups, family: under("family"), kind: others.length > 0 ? MIXED : kind };
  };
  const of = (goods: string) => {
    const made = known.get(goods) ?? read(goods);
    known.set(goods, made);
    return made;
  };
  return {
    keys: (goods: string, key: Exclude<GoodsKey, "commodity">) => of(goods)[key],
    kind: (goods: string) => of(goods).kind,
  };
}

function countOf(total: number, confirmed: number): CaseCount {
  return { total, confirmed, provisional: total - confirmed };
}

function sumOf(rows: readonly Counts[]): CaseCount {
  const sum = (field: keyof Counts) => rows.reduce((all, row) => all + row[field], 0);
  return countOf(sum("cases"), sum("confirmed"));
}

/** Rows under each combination of the values that they have of each key. */
function tally<Row extends Counts, K extends CaseKey>(
  rows: readonly Row[],
  valuesOf: Record<K, (row: Row) => readonly (string | null)[]>,
): CaseRow<K>[] {
  const keys = Object.keys(valuesOf) as K[];
  const found = new Map<string, { key: Record<K, string | null>; cases: number; confirmed: number }>();
  for (const row of rows) {
    for (const values of combined(keys.map((key) => valuesOf[key](row)))) {
      const name = JSON.stringify(values);
      const key = Object.fromEntries(keys.map((key, at) => [key, values[at] ?? null])) as Record<K, string | null>;
      const sum = found.get(name) ?? { key, cases: 0, confirmed: 0 };
      sum.cases += row.cases;
      sum.confirmed += row.confirmed;
      found.set(name, sum);
    }
  }
  return [...found.values()]
    .filter(({ cases }) => cases !== 0)
    .map(({ key, cases, confirmed }) => ({ key, ...countOf(cases, confirmed) }));
}

function combined(lists: readonly (readonly (string | null)[])[]): (string | null)[][] {
  return lists.reduce<(string | null)[][]>(
    (made, list) => made.flatMap((one) => list.map((value) => [...one, value])),
    [[]],
  );
}

/** The value of a row is its number of days, empty where the day of the case is not known. */
function delaysIn(rows: readonly (Counts & { value: string })[]): DelayRow[] {
  return [...new Set(rows.map(({ value }) => value))]
    .map((value) => ({
      days: value === "" ? null : Number(value),
      ...sumOf(rows.filter((row) => row.value === value)),
    }))
    .filter(({ total }) => total !== 0);
}

/** The value of a row is how many persons were arrested in each of its cases; nobody said it where it is empty. */
function personsOf(rows: readonly (Counts & { value: string })[]): PersonCount {
  const told = rows.filter(({ value }) => value !== "");
  const times = (field: keyof Counts) => told.reduce((sum, row) => sum + Number(row.value) * row[field], 0);
  const [persons, confirmed] = [times("cases"), times("confirmed")];
  const stating = sumOf(told).total;
  return { persons, confirmed, provisional: persons - confirmed, stating, silent: sumOf(rows).total - stating };
}

function quantitiesOf(rows: readonly Quantity[], named = (value: string) => value): Quantities {
  return {
    rows: rows
      .filter(({ measure }) => measure !== "")
      .map(({ value, measure, total, totalConfirmed, cases, atLeast, estimated, estimatedCases }) => ({
        key: named(value),
        measure,
        total,
        confirmed: totalConfirmed,
        cases,
        atLeast,
        estimated,
        estimatedCases,
      })),
    without: rows.filter(({ measure }) => measure === "").map(({ value, cases }) => ({ key: named(value), cases })),
  };
}
