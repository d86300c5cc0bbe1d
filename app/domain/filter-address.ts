import type { FactFilter } from "./fact-filter.ts";

export type ManyField = "reporters" | "slots" | "groups" | "modes" | "states";

/** The name of each field in an address: `?from=2026-04-15&reporter=VN&reporter=CN&slot=I`. */
export const NAME_OF: Record<ManyField, string> = {
  reporters: "reporter",
  slots: "slot",
  groups: "group",
  modes: "mode",
  states: "state",
};
const MANY_FIELDS = Object.keys(NAME_OF) as ManyField[];

export const NO_FILTER: FactFilter = {
  from: null,
  to: null,
  reporters: [],
  slots: [],
  groups: [],
  modes: [],
  states: [],
};

/** The address of a filter: `base` with the filter's own parameters replaced and everything else kept. */
export function writeFactFilter(filter: FactFilter, base: URLSearchParams = new URLSearchParams()): URLSearchParams {
  const params = new URLSearchParams(base);
  for (const name of ["from", "to", ...Object.values(NAME_OF)]) params.delete(name);
  if (filter.from !== null) params.set("from", filter.from);
  if (filter.to !== null) params.set("to", filter.to);
  for (const field of MANY_FIELDS) for (const value of [...filter[field]].sort()) params.append(NAME_OF[field], value);
  return params;
}

export function isFiltered(filter: FactFilter): boolean {
  return filter.from !== null || filter.to !== null || MANY_FIELDS.some((field) => filter[field].length > 0);
}
