import type { FactFilter } from "../fact-filter.ts";
import { NO_FILTER } from "../filter-address.ts";
import { STANDINGS } from "./case-rule.ts";
import { countAll, countCases } from "./cases.ts";
import { type FactColumns, NO_NUMBER } from "./columns.ts";
import { FIGURES } from "./definition.ts";
import { byText } from "./order.ts";
import { addQuantities } from "./quantities.ts";
import type { CoverageRow, EvaluatedFigures, ExcludedCount, PersonCount, Today } from "./result.ts";
import { type Selection, select } from "./select.ts";
import { quantityStrips } from "./strips.ts";

/** Every figure over the columns that a browser holds. Coverage is of the whole operation, whatever the filter. */
export function evaluateFigures(facts: FactColumns, filter: FactFilter, today: Today): EvaluatedFigures {
  const chosen = select(facts, filter);
  const byMessage = { ...chosen, cases: chosen.messages };
  return {
    cases: countAll(facts, chosen),
    late: countAll(facts, chosen, facts.late),
    joint: chosen.joint,
    byReporter: countCases(facts, byMessage, FIGURES.byReporter.by),
    bySlot: countCases(facts, chosen, FIGURES.bySlot.by),
    byGroup: countCases(facts, chosen, FIGURES.byGroup.by),
    byFamily: countCases(facts, chosen, FIGURES.byFamily.by),
    byDay: countCases(facts, chosen, FIGURES.byDay.by),
    byMode: countCases(facts, chosen, FIGURES.byMode.by),
    slotByMode: countCases(facts, chosen, FIGURES.slotByMode.by),
    persons: countPersons(facts, chosen),
    quantityBySlot: addQuantities(facts, chosen, "slot"),
    quantityByCommodity: addQuantities(facts, chosen, "commodity"),
    strips: quantityStrips(facts, chosen),
    liveAnimals: addQuantities(facts, chosen, null, facts.items.live),
    excluded: countExcluded(facts, chosen),
    coverage: countCoverage(facts, today),
  };
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
