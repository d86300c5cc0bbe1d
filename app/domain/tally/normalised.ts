import { type Measures, normalise } from "../quantity.ts";
import type { CasesOfGroup } from "./difference.ts";

/** The quantities of a tally line by line, each in the base unit of its dimension too, with the rule that led there. */
export function normalisedQuantities(
  groups: readonly Pick<CasesOfGroup, "group" | "quantities">[],
  measures: Measures,
) {
  return groups.flatMap(({ group, quantities }) =>
    quantities.map(({ quantity, unit }, line) => {
      const base = normalise({ quantity, unit, commodity: group }, measures);
      const { normalised = null, dimension = null, rule = null, ruleVersion = null } = base ?? {};
      return { group, line, quantity, unit, normalised, dimension, rule, ruleVersion };
    }),
  );
}
