import { z } from "zod";
import type { FactNode } from "../fact.ts";
import { cellsOf, countryAlone } from "./cell.ts";
import type { Known } from "./evidence.ts";

/** What earlier operations knew: cases with a corridor in all, over how many days, and of each cell by its key. */
export type Earlier = {
  operations: number;
  days: number;
  among: number;
  cells: Readonly<Record<string, number>>;
};

export const NO_EARLIER: Earlier = { operations: 0, days: 0, among: 0, cells: {} };

export function earlierOf(earlier: Earlier, key: string): Known {
  return { cases: earlier.cells[key] ?? 0, among: earlier.among };
}

/** Cases of an earlier operation that had the same place of discovery, route and goods; countries and groups alone. */
export const PastRoute = z.object({
  country: z.string(),
  route: z.array(z.object({ role: z.string(), country: z.string() })),
  groups: z.array(z.string()),
  cases: z.number().int(),
});
export type PastRoute = z.infer<typeof PastRoute>;

/** What one operation of so many days told. */
export function earlierFrom(days: number, routes: readonly PastRoute[]): Earlier {
  const cells: Record<string, number> = {};
  let among = 0;
  for (const { country, route, groups, cases } of routes) {
    const of = cellsOf({
      place: countryAlone(country),
      route: route.map((node): FactNode => ({ ...NODE, role: node.role, place: countryAlone(node.country) })),
      items: groups.map((commodity) => ({ commodity })),
    });
    if (of.length > 0) among += cases;
    for (const { key } of of) cells[key] = (cells[key] ?? 0) + cases;
  }
  return { operations: 1, days, among, cells };
}

export function together(all: readonly Earlier[]): Earlier {
  return all.reduce((sum, one) => {
    const cells = { ...sum.cells };
    for (const [key, cases] of Object.entries(one.cells)) cells[key] = (cells[key] ?? 0) + cases;
    const [operations, days] = [sum.operations + one.operations, sum.days + one.days];
    return { operations, days, among: sum.among + one.among, cells };
  }, NO_EARLIER);
}

/** What corridors are not made of is not known here. */
const NODE = { sharePercent: null, opportunity: null, modeToNext: null, evidence: "unknown" };
