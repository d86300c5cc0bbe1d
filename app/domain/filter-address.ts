import type { FactFilter } from "./fact-filter.ts";

/** The name of each field in an address: `?from=2026-04-15&reporter=VN&reporter=CN&slot=I`. */
export const NAME_OF = {
  reporters: "reporter",
  seizedIn: "in",
  through: "through",
  corridors: "corridor",
  slots: "slot",
  groups: "group",
  commodities: "commodity",
  modes: "mode",
  placeKinds: "place_kind",
  directions: "direction",
  detections: "detection",
  concealments: "concealment",
  states: "state",
} as const satisfies Partial<Record<keyof FactFilter, string>>;
export type ManyField = keyof typeof NAME_OF;
const MANY_FIELDS = Object.keys(NAME_OF) as ManyField[];

export const NO_FILTER: FactFilter = {
  from: null,
  to: null,
  reporters: [],
  seizedIn: [],
  through: [],
  corridors: [],
  box: null,
  slots: [],
  groups: [],
  commodities: [],
  modes: [],
  placeKinds: [],
  directions: [],
  detections: [],
  concealments: [],
  states: [],
};

/** The address of a filter: `base` with the filter's own parameters replaced and everything else kept. */
export function writeFactFilter(filter: FactFilter, base: URLSearchParams = new URLSearchParams()): URLSearchParams {
  const params = new URLSearchParams(base);
  for (const name of ["from", "to", "box", ...Object.values(NAME_OF)]) params.delete(name);
  if (filter.from !== null) params.set("from", filter.from);
  if (filter.to !== null) params.set("to", filter.to);
  if (filter.box !== null) params.set("box", filter.box.join(","));
  for (const field of MANY_FIELDS) for (const value of [...filter[field]].sort()) params.append(NAME_OF[field], value);
  return params;
}

export function isFiltered(filter: FactFilter): boolean {
  return (
    filter.from !== null ||
    filter.to !== null ||
    filter.box !== null ||
    MANY_FIELDS.some((field) => filter[field].length > 0)
  );
}
