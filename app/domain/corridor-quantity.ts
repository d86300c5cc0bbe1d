import { type CorridorLevel, corridorKeyOf } from "./corridor-key.ts";
import type { SeizureFact } from "./fact.ts";
import { type Amount, statedBy } from "./figures/amounts.ts";
import type { FactColumns } from "./figures/columns.ts";
import type { Selection } from "./figures/select.ts";
import { legsOf, type Routed } from "./route.ts";

export type Quantity = Extract<Amount, { kind: "quantity" }>;

/** What passed a corridor, as a decimal in the unit of the quantity, and of how many cases it is. */
export type CorridorQuantity = { amount: string; cases: number };

type Wanted = { facts: FactColumns; selection: Selection; factAt: (row: number) => SeizureFact };

/** The measured quantity of one commodity that passed each corridor; estimates are left out, as from all sums. */
export function corridorQuantities(
  { facts, selection, factAt }: Wanted,
  quantity: Quantity,
  level: CorridorLevel,
): Map<string, CorridorQuantity> {
  const state = statedBy(facts, selection, quantity);
  const sums = new Map<string, { amount: number; cases: number }>();
  for (const row of selection.cases) {
    const stated = state(row);
    if (stated === null) continue;
    for (const [key, part] of partsOf(factAt(row), level)) {
      const sum = sums.get(key) ?? { amount: 0, cases: 0 };
      sum.amount += part * (stated.whole + stated.micro / 1e6);
      sum.cases += 1;
      sums.set(key, sum);
    }
  }
  return new Map([...sums].map(([key, { amount, cases }]) => [key, { amount: decimal(amount), cases }]));
}

/**
 * How much of a case passed each corridor: an origin gave its share, all else passed every leg after it (ETIS, worked
 * route: of 1,000 kg from UG 20 % and KE 80 %, exported by KE, 200 kg left UG and 1,000 kg KE). An origin whose share
 * nobody has told counts whole.
 */
export function partsOf(fact: Routed, level: CorridorLevel): Map<string, number> {
  const shares = new Map(
    fact.route.flatMap(({ role, place, sharePercent }) =>
      role === "origin" && sharePercent !== null ? [[place, Number(sharePercent) / 100] as const] : [],
    ),
  );
  const parts = new Map<string, number>();
  for (const leg of legsOf(fact)) {
    const key = corridorKeyOf(leg, level);
    if (key === null) continue;
    // A corridor that is passed twice was passed by the same goods; two origins of one country add up.
    const part = (parts.get(key) ?? 0) + (shares.get(leg.from) ?? 1);
    parts.set(key, Math.min(1, part));
  }
  return parts;
}

/** As exact as quantities are kept: six decimals. */
function decimal(amount: number): string {
  return amount.toFixed(6).replace(/\.?0+$/, "");
}
