import type { FactFilter } from "../fact-filter.ts";
import type { Dictionary } from "./dictionary.ts";
import type { Lists, RouteColumns } from "./route-table.ts";

type Test = (row: number) => boolean;
type Findable = Pick<Dictionary, "size" | "find">;

/** What a filter asks of place and route, as questions about a row; none where it asks nothing. */
export function routeTests(routes: RouteColumns, { seizedIn, through, corridors, box }: FactFilter): Test[] {
  const byPlace = corridors.filter((key) => key.includes(":"));
  const byCountry = corridors.filter((key) => !key.includes(":"));
  const wide = holding(routes.corridors, routes.names.corridor, byCountry);
  const near = holding(routes.placeCorridors, routes.names.placeCorridor, byPlace);
  return [
    ...(seizedIn.length > 0 ? [at(routes, seizedIn)] : []),
    ...(through.length > 0 ? [holding(routes.passed, routes.names.passed, through)] : []),
    ...(corridors.length > 0 ? [(row: number) => wide(row) || near(row)] : []),
    ...(box === null ? [] : [inside(routes, box)]),
  ];
}

/** A place is found by itself or by its country. */
function at({ place, places }: RouteColumns, wanted: readonly string[]): Test {
  const marks = Uint8Array.from(places, ({ country, placeId }) =>
    Number(wanted.includes(country) || (placeId !== null && wanted.includes(placeId))),
  );
  return (row) => marks[place[row] ?? 0] === 1;
}

/** Whether the list of a row holds one of these. */
function holding(lists: Lists, names: Findable, wanted: readonly string[]): Test {
  if (wanted.length === 0) return () => false;
  const marks = marked(names, wanted);
  return (row) => {
    const start = lists.start[row] ?? 0;
    const end = start + (lists.count[row] ?? 0);
    for (let at = start; at < end; at++) if (marks[lists.values[at] ?? 0] === 1) return true;
    return false;
  };
}

/** No comparison with NaN holds: what has no position is in no box. */
function inside({ lat, lon }: RouteColumns, [west, south, east, north]: NonNullable<FactFilter["box"]>): Test {
  return (row) => {
    const [x, y] = [lon[row] ?? Number.NaN, lat[row] ?? Number.NaN];
    const between = west <= east ? x >= west && x <= east : x >= west || x <= east;
    return between && y >= south && y <= north;
  };
}

/** One entry per number of the dictionary, 1 where its text is asked for. */
export function marked(dictionary: Findable, wanted: readonly string[]): Uint8Array {
  const marks = new Uint8Array(dictionary.size);
  for (const name of wanted) if (dictionary.find(name) >= 0) marks[dictionary.find(name)] = 1;
  return marks;
}
