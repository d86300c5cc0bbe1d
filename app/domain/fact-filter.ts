import { z } from "zod";
import { Code } from "./code.ts";
import { CommodityCode, groupOf, SLOTS, slotOf } from "./commodity.ts";
import { CorridorKey, corridorKeysOf } from "./corridor-key.ts";
import type { FactPlace, SeizureFact } from "./fact.ts";
import { type ManyField, NAME_OF } from "./filter-address.ts";
import { Box, isInBox, readBox } from "./filter-box.ts";
import { LocalDate } from "./local-date.ts";
import { SEIZURE_STATES } from "./seizure.ts";

export { isFiltered, NO_FILTER, writeFactFilter } from "./filter-address.ts";

const Reporter = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$/);
const Group = z.string().regex(/^[A-Z][0-9]$/);
/** A country, or a place of the gazetteer by its id. */
export const Passed = z.string().regex(/^([A-Z]{2}|[a-z][A-Za-z0-9_.:-]{1,79})$/, "code.malformed");

/**
 * Which seizures a list, a map or a figure speaks of. Within one field any of the values fits, the fields must all fit;
 * an empty field leaves everything in. Slots, groups and commodities are one field: what was found. There is no free text
 * in it.
 */
export const FactFilter = z.object({
  from: LocalDate.nullable(),
  to: LocalDate.nullable(),
  reporters: z.array(Reporter),
  /** Where it was seized: a country, or a place of the gazetteer. */
  seizedIn: z.array(Passed),
  /** Where it was seized or what its route names, in whatever role. */
  through: z.array(Passed),
  corridors: z.array(CorridorKey),
  /** Positions inside it; what is known by country alone lies nowhere. */
  box: Box.nullable(),
  slots: z.array(z.enum(SLOTS)),
  groups: z.array(Group),
  commodities: z.array(CommodityCode),
  modes: z.array(Code),
  placeKinds: z.array(Code),
  directions: z.array(Code),
  detections: z.array(Code),
  concealments: z.array(Code),
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
  const box = () => {
    const told = params.get("box") ?? "";
    const read = readBox(told);
    if (read === null && told !== "") dropped.push({ name: "box", value: told });
    return read;
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
    box: box(),
    reporters: many("reporters"),
    seizedIn: many("seizedIn"),
    through: many("through"),
    corridors: many("corridors"),
    slots: many("slots"),
    groups: many("groups"),
    commodities: many("commodities"),
    modes: many("modes"),
    placeKinds: many("placeKinds"),
    directions: many("directions"),
    detections: many("detections"),
    concealments: many("concealments"),
    states: many("states"),
  };
  if (filter.from !== null && filter.to !== null && filter.from > filter.to) {
    dropped.push({ name: "to", value: filter.to });
    filter.to = null;
  }
  return { filter, dropped };
}

function knows(known: KnownValues, field: ManyField, value: string): boolean {
  if (field === "reporters" || field === "groups" || field === "modes") return known[field]?.has(value) ?? true;
  return true;
}

/** Whether the filter names goods at all. */
export function choosesGoods({ slots, groups, commodities }: FactFilter): boolean {
  return slots.length + groups.length + commodities.length > 0;
}

/** Whether a commodity is among those asked for. Figures by commodity and quantities count these alone. */
export function choosesCommodity(filter: FactFilter, commodity: string): boolean {
  if (!choosesGoods(filter)) return true;
  const { slots, groups, commodities } = filter;
  return slots.includes(slotOf(commodity)) || groups.includes(groupOf(commodity)) || commodities.includes(commodity);
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
  return (
    isAmong(filter.reporters, fact.reporter) &&
    isAmong(filter.modes, fact.mode) &&
    isAmong(filter.states, fact.state) &&
    isAmong(filter.placeKinds, fact.placeKind) &&
    isAmong(filter.directions, fact.direction) &&
    someAmong(filter.detections, fact.detections) &&
    someAmong(filter.concealments, fact.concealmentMethods) &&
    fitsPlaces(filter, fact) &&
    (!choosesGoods(filter) || fact.items.some((item) => choosesCommodity(filter, item.commodity)))
  );
}

function fitsPlaces({ seizedIn, through, corridors, box }: FactFilter, fact: SeizureFact): boolean {
  return (
    (seizedIn.length === 0 || namedBy(fact.place).some((named) => seizedIn.includes(named))) &&
    (through.length === 0 || passedBy(fact).some((passed) => through.includes(passed))) &&
    (corridors.length === 0 || corridorKeysOf(fact).some((key) => corridors.includes(key))) &&
    (box === null || isInBox(box, fact.place))
  );
}

/** Countries and places of the gazetteer that the goods were in, came from or were bound for. */
export function passedBy({ place, route }: Pick<SeizureFact, "place" | "route">): string[] {
  return [...new Set([place, ...route.map((node) => node.place)].flatMap(namedBy))];
}

export function namedBy({ country, placeId }: FactPlace): string[] {
  return placeId === null ? [country] : [country, placeId];
}

/** An empty list leaves everything in. */
function isAmong(wanted: readonly string[], value: string): boolean {
  return wanted.length === 0 || wanted.includes(value);
}

function someAmong(wanted: readonly string[], values: readonly string[]): boolean {
  return wanted.length === 0 || values.some((value) => wanted.includes(value));
}

export function fitsFilter(filter: FactFilter, fact: SeizureFact): boolean {
  return fitsPeriod(filter, fact.operationalDay) === "inside" && fitsApartFromPeriod(filter, fact);
}
