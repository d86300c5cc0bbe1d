import type { FactFilter } from "../fact-filter.ts";
import { NO_FILTER } from "../filter-address.ts";
import { STANDINGS } from "./case-rule.ts";
import { countAll, countCases } from "./cases.ts";
import { type FactColumns, NO_NUMBER } from "./columns.ts";
import { type CaseKey, FIGURES } from "./definition.ts";
import { countDelays, countDelaysByReporter } from "./delays.ts";
import { byText } from "./order.ts";
import { addQuantities } from "./quantities.ts";
import type { CoverageRow, EvaluatedFigures, ExcludedCount, PersonCount, Today } from "./result.ts";
import { type Selection, select } from "./select.ts";
import { quantityStrips } from "./strips.ts";

/**
 * Every figure over the columns that a browser holds, each counted when it is first read. Coverage is of the whole
 * operation, whatever the filter. `selected` gives the rows of the filter, where somebody keeps them.
 */
export function evaluateFigures(
  facts: FactColumns,
  filter: FactFilter,
  today: Today,
  selected: () => Selection = keeping(() => select(facts, filter)),
): EvaluatedFigures {
  const cases = <const K extends CaseKey>({ by }: { by: readonly K[] }) => countCases(facts, selected(), by);
  const byMessage = () => ({ ...selected(), cases: selected().messages });
  return whenRead<EvaluatedFigures>({
    cases: () => countAll(facts, selected()),
    late: () => countAll(facts, selected(), facts.late),
    joint: () => selected().joint,
    byReporter: () => countCases(facts, byMessage(), FIGURES.byReporter.by),
    bySlot: () => cases(FIGURES.bySlot),
    byGroup: () => cases(FIGURES.byGroup),
    byFamily: () => cases(FIGURES.byFamily),
    byDay: () => cases(FIGURES.byDay),
    byMode: () => cases(FIGURES.byMode),
    slotByMode: () => cases(FIGURES.slotByMode),
    byCountry: () => cases(FIGURES.byCountry),
    byPlaceKind: () => cases(FIGURES.byPlaceKind),
    byDirection: () => cases(FIGURES.byDirection),
    byDetection: () => cases(FIGURES.byDetection),
    byConcealment: () => cases(FIGURES.byConcealment),
    slotByConcealment: () => cases(FIGURES.slotByConcealment),
    corridors: () => cases(FIGURES.corridors),
    flows: () => cases(FIGURES.flows),
    byDelay: () => countDelays(facts, selected().cases, today.zone),
    delayByReporter: () => countDelaysByReporter(facts, selected().messages, today.zone),
    persons: () => countPersons(facts, selected()),
    quantityBySlot: () => addQuantities(facts, selected(), "slot"),
    quantityByCommodity: () => addQuantities(facts, selected(), "commodity"),
    strips: () => quantityStrips(facts, selected()),
    liveAnimals: () => addQuantities(facts, selected(), null, facts.items.live),
    excluded: () => countExcluded(facts, selected()),
    coverage: () => countCoverage(facts, today),
  });
}

function keeping<T>(make: () => T): () => T {
  let kept: { made: T } | undefined;
  return () => {
    kept ??= { made: make() };
    return kept.made;
  };
}

/** An object whose properties are made when they are first read: a page that shows four figures counts four. */
function whenRead<T extends object>(makers: { [Name in keyof T]: () => T[Name] }): T {
  const made = {} as T;
  for (const name of Object.keys(makers) as (keyof T)[]) {
    const get = () => {
      const value = makers[name]();
      Object.defineProperty(made, name, { enumerable: true, value });
      return value;
    };
    Object.defineProperty(made, name, { enumerable: true, configurable: true, get });
  }
  return made;
}

function countPersons(facts: FactColumns, { cases }: Selection): PersonCount {
  let [persons, confirmed, stating] = [0, 0, 0];
  for (const row of cases) {
    const arrested = facts.arrested[row] ?? NO_NUMBER;
    if (arrested === NO_NUMBER) continue;
    stating += 1;
    persons += arrested;
    if (facts.confirmed[row] === 1) confirmed += arrested;
  }
  return { persons, confirmed, provisional: persons - confirmed, stating, silent: cases.length - stating };
}

function countExcluded(facts: FactColumns, { rows, undated }: Selection): ExcludedCount {
  const found = STANDINGS.map(() => 0);
  for (const row of rows) found[facts.standing[row] ?? 0] = (found[facts.standing[row] ?? 0] ?? 0) + 1;
  const of = (standing: (typeof STANDINGS)[number]) => found[STANDINGS.indexOf(standing)] ?? 0;
  return { notASeizure: of("not_a_seizure"), outsideWindow: of("outside_window"), undated };
}

function countCoverage(facts: FactColumns, today: Today): CoverageRow[] {
  const [from, to] = [today.from.getTime(), today.to.getTime()];
  const cases = new Uint32Array(facts.names.reporter.size);
  const released = new Uint32Array(facts.names.reporter.size);
  for (const row of select(facts, NO_FILTER).messages) {
    const [reporter, at] = [facts.reporter[row] ?? 0, facts.releasedAt[row] ?? 0];
    cases[reporter] = (cases[reporter] ?? 0) + 1;
    if (at >= from && at < to) released[reporter] = (released[reporter] ?? 0) + 1;
  }
  return facts.names.reporter.names
    .map((reporter, at) => ({ reporter, cases: cases[at] ?? 0, today: released[at] ?? 0 }))
    .filter((row) => row.cases > 0)
    .sort((left, right) => byText(left.reporter, right.reporter));
}
