import { choosesCommodity, choosesGoods, type FactFilter } from "../fact-filter.ts";
import { SEIZURE_STATES } from "../seizure-states.ts";
import { STANDINGS } from "./case-rule.ts";
import { dayNumber } from "./coded-fact.ts";
import { type FactColumns, NO_DAY } from "./columns.ts";
import { Dictionary } from "./dictionary.ts";
import { type JointCount, onceEach } from "./joint.ts";
import { marked, routeTests } from "./select-routes.ts";

/** The rows that a filter leaves, and which goods of them it speaks of. */
export type Selection = {
  /** All rows that fit, whatever their standing. */
  rows: Uint32Array;
  /** Those among them that are cases; of a joint case one message. */
  cases: Uint32Array;
  /** Those that are cases by reporter; of a joint case one message of each that told of it. */
  messages: Uint32Array;
  joint: JointCount;
  /** Cases that fit in all but the period, because their day is not known. */
  undated: number;
  /** 1 for each commodity (by its number) that is counted. */
  chosen: Uint8Array;
};

const COUNTED = STANDINGS.indexOf("counted");

export function select(facts: FactColumns, filter: FactFilter): Selection {
  const chosen = Uint8Array.from(facts.names.commodity.names, (name) => Number(choosesCommodity(filter, name)));
  const fits = fitting(facts, filter, chosen);
  const period = periodOf(filter);
  const rows = new Uint32Array(facts.size);
  const cases = new Uint32Array(facts.size);
  let [rowCount, caseCount, undated] = [0, 0, 0];
  for (let row = 0; row < facts.size; row++) {
    if (!fits(row)) continue;
    const day = facts.day[row] ?? NO_DAY;
    const counted = facts.standing[row] === COUNTED;
    if (period && day === NO_DAY) undated += Number(counted);
    if (period && (day === NO_DAY || day < period.from || day > period.to)) continue;
    rows[rowCount++] = row;
    if (counted) cases[caseCount++] = row;
  }
  return { rows: rows.subarray(0, rowCount), ...onceEach(facts, cases.subarray(0, caseCount)), undated, chosen };
}

function periodOf({ from, to }: FactFilter) {
  if (from === null && to === null) return null;
  return { from: from === null ? -Infinity : dayNumber(from), to: to === null ? Infinity : dayNumber(to) };
}

type Test = (row: number) => boolean;

/** Everything of the filter but the period, as one question about a row. */
function fitting(facts: FactColumns, filter: FactFilter, chosen: Uint8Array): Test {
  const { names } = facts;
  const tests: Test[] = [
    ...ofColumn(names.reporter, filter.reporters, facts.reporter),
    ...ofColumn(STATES, filter.states, facts.state),
    ...ofColumn(names.mode, filter.modes, facts.mode),
    ...ofColumn(names.placeKind, filter.placeKinds, facts.placeKind),
    ...ofColumn(names.direction, filter.directions, facts.direction),
    ...ofSets(names.detections, filter.detections, facts.detections),
    ...ofSets(names.concealments, filter.concealments, facts.concealments),
    ...routeTests(facts.routes, filter),
    ...(choosesGoods(filter) ? [(row: number) => holdsChosen(facts, row, chosen)] : []),
  ];
  return (row) => tests.every((test) => test(row));
}

const STATES = new Dictionary(SEIZURE_STATES);

/** No test where everything is wanted. */
function ofColumn(names: Dictionary, wanted: readonly string[], column: Uint8Array | Uint16Array): Test[] {
  if (wanted.length === 0) return [];
  const marks = marked(names, wanted);
  return [(row) => marks[column[row] ?? 0] === 1];
}

/** Sets that hold one of the wanted codes. */
function ofSets(names: Dictionary, wanted: readonly string[], column: Uint32Array): Test[] {
  if (wanted.length === 0) return [];
  const marks = Uint8Array.from(names.names, (set) => Number(set.split(" ").some((code) => wanted.includes(code))));
  return [(row) => marks[column[row] ?? 0] === 1];
}

function holdsChosen(facts: FactColumns, row: number, chosen: Uint8Array): boolean {
  const start = facts.itemStart[row] ?? 0;
  const end = start + (facts.itemCount[row] ?? 0);
  for (let item = start; item < end; item++) if (chosen[facts.items.commodity[item] ?? 0] === 1) return true;
  return false;
}
