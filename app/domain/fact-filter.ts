import { z } from "zod";
import { Code } from "./code.ts";
import { groupOf, SLOTS, slotOf } from "./commodity.ts";
import type { SeizureFact } from "./fact.ts";
import { type ManyField, NAME_OF } from "./filter-address.ts";
import { LocalDate } from "./local-date.ts";
import { SEIZURE_STATES } from "./seizure.ts";

export { isFiltered, NO_FILTER, writeFactFilter } from "./filter-address.ts";

const Reporter = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$/);
const Group = z.string().regex(/^[A-Z][0-9]$/);

/**
 * Which seizures a list, a map or a figure speaks of. Within one field any of the values fits, the fields must all fit;
 * an empty field leaves everything in. Slots and groups are one field: what was found. There is no free text in it.
 */
export const FactFilter = z.object({
  from: LocalDate.nullable(),
  to: LocalDate.nullable(),
  reporters: z.array(Reporter),
  slots: z.array(z.enum(SLOTS)),
  groups: z.array(Group),
  modes: z.array(Code),
  states: z.array(z.enum(SEIZURE_STATES)),
});
export type FactFilter = z.infer<typeof FactFilter>;

/** What an address asked for and is not done: the value is no such thing, or contradicts another one. */
export type DroppedValue = { name: string; value: string };

/** The values that exist in this operation; a field that is left out takes every value of the right shape. */
export type KnownValues = {
  reporters?: ReadonlySet<string>;
  groups?: ReadonlySet<string>;
  modes?: ReadonlySet<string>;
};

const MOST_VALUES = 300;

/** Reads the filter from an address. Other parameters of the page are none of its business. */
export function readFactFilter(params: URLSearchParams, known: KnownValues = {}) {
  const dropped: DroppedValue[] = [];
  const day = (name: "from" | "to") => {
    const values = params.getAll(name).filter((value) => value !== "");
    const fitting = values.filter((value) => LocalDate.safeParse(value).success);
    dropped.push(...values.filter((value) => value !== fitting[0]).map((value) => ({ name, value })));
    return fitting[0] ?? null;
  };
  const many = <F extends ManyField>(field: F): FactFilter[F] => {
    const name = NAME_OF[field];
    const values = [...new Set(params.getAll(name))].filter((value) => value !== "");
    const fits = (value: string) => FactFilter.shape[field].safeParse([value]).success && knows(known, field, value);
    dropped.push(...values.filter((value) => !fits(value)).map((value) => ({ name, value })));
    const kept = values.filter(fits).sort().slice(0, MOST_VALUES);
    return FactFilter.shape[field].parse(kept) as FactFilter[F];
  };

  const filter: FactFilter = {
    from: day("from"),
    to: day("to"),
    reporters: many("reporters"),
    slots: many("slots"),
    groups: many("groups"),
    modes: many("modes"),
    states: many("states"),
  };
  if (filter.from !== null && filter.to !== null && filter.from > filter.to) {
    dropped.push({ name: "to", value: filter.to });
    filter.to = null;
  }
  return { filter, dropped };
}

function knows(known: KnownValues, field: ManyField, value: string): boolean {
  if (field === "slots" || field === "states") return true;
  return known[field]?.has(value) ?? true;
}

/** Whether a commodity is among those asked for. Figures by commodity and quantities count these alone. */
export function choosesCommodity(filter: FactFilter, commodity: string): boolean {
  if (filter.slots.length === 0 && filter.groups.length === 0) return true;
  return filter.slots.includes(slotOf(commodity)) || filter.groups.includes(groupOf(commodity));
}

export type DayFit = "inside" | "outside" | "unknown";

/** Whether its day lies in the period asked for. Without a known day nobody can say; figures count these apart. */
export function fitsPeriod(filter: FactFilter, operationalDay: string | null): DayFit {
  if (filter.from === null && filter.to === null) return "inside";
  if (operationalDay === null) return "unknown";
  const inside =
    (filter.from === null || operationalDay >= filter.from) && (filter.to === null || operationalDay <= filter.to);
  return inside ? "inside" : "outside";
}

/** Everything of the filter but the period. */
export function fitsApartFromPeriod(filter: FactFilter, fact: SeizureFact): boolean {
  const { reporters, modes, states } = filter;
  return (
    (reporters.length === 0 || reporters.includes(fact.reporter)) &&
    (modes.length === 0 || modes.includes(fact.mode)) &&
    (states.length === 0 || states.includes(fact.state)) &&
    ((filter.slots.length === 0 && filter.groups.length === 0) ||
      fact.items.some((item) => choosesCommodity(filter, item.commodity)))
  );
}

export function fitsFilter(filter: FactFilter, fact: SeizureFact): boolean {
  return fitsPeriod(filter, fact.operationalDay) === "inside" && fitsApartFromPeriod(filter, fact);
}
