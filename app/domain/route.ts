import type { FactPlace, SeizureFact } from "./fact.ts";
import { lastIndexOf } from "./last-of.ts";

/** What of a fact a route is read from. */
export type Routed = Pick<SeizureFact, "place" | "route">;

/** The same with places of any kind: all that a route asks of one is its country. */
export type RoutedBy<P extends Located> = { place: P; route: readonly NodeAt<P>[] };
export type Located = { country: string };
type NodeAt<P> = { role: string; place: P };

/** A leg that was travelled up to the place of discovery, or one that was only intended. */
export type LegKind = "travelled" | "intended";
export type LegBetween<P> = { from: P; to: P; kind: LegKind };
export type Leg = LegBetween<FactPlace>;

type Path<P, N> = {
  /** Parallel, never in a row: each gave its share of the goods. */
  origins: N[];
  /** Departure and transit, in order, before the discovery. */
  before: N[];
  discovery: P;
  /** In order, beyond the discovery. */
  after: N[];
  destinations: N[];
};

/** False for 'unknown' (XX) and for regional codes such as XF, of which nothing can be drawn or counted by country. */
export function isCountry(code: string): boolean {
  return code === "XK" || !(code.startsWith("X") || code === "ZZ" || code === "AA" || /^Q[M-Z]$/.test(code));
}

export function pathOf<P extends Located, N extends NodeAt<P>>(fact: { place: P; route: readonly N[] }): Path<P, N> {
  const { place, route } = fact;
  const position = discoveryPosition(fact);
  const between = (node: N) => node.role !== "origin" && node.role !== "destination" && node.role !== "discovery";
  return {
    origins: route.filter((node) => node.role === "origin"),
    before: route.filter((node, index) => between(node) && index < position),
    discovery: place,
    after: route.filter((node, index) => between(node) && index >= position),
    destinations: route.filter((node) => node.role === "destination"),
  };
}

/** At its own node; else at the last node on the way in the country where it was found; else before the destination. */
function discoveryPosition({ place, route }: RoutedBy<Located>): number {
  const told = route.findIndex((node) => node.role === "discovery");
  if (told >= 0) return told;
  const here = lastIndexOf(route, (node) => node.role !== "destination" && node.place.country === place.country);
  return here >= 0 ? here + 1 : route.length;
}

/** The legs between places known at least by country. Unknown places are passed over here and counted elsewhere. */
export function legsOf<P extends Located>(fact: RoutedBy<P>): LegBetween<P>[] {
  const { origins, before, discovery, after, destinations } = pathOf(fact);
  const travelled = chain([...before.map((node) => node.place), discovery]);
  const intended = chain([discovery, ...after.map((node) => node.place)]);
  const [first] = travelled.places;
  const last = intended.places.at(-1);
  const legs: LegBetween<P>[] = [];
  for (const { place } of origins)
    if (first && isKnown(place)) legs.push({ from: place, to: first, kind: "travelled" });
  for (const [from, to] of travelled.pairs) legs.push({ from, to, kind: "travelled" });
  for (const [from, to] of intended.pairs) legs.push({ from, to, kind: "intended" });
  for (const { place } of destinations)
    if (last && isKnown(place)) legs.push({ from: last, to: place, kind: "intended" });
  return legs;
}

function chain<P extends Located>(all: P[]): { places: P[]; pairs: (readonly [P, P])[] } {
  const places = all.filter(isKnown);
  const pairs = places.slice(1).flatMap((to, index) => {
    const from = places[index];
    return from ? [[from, to] as const] : [];
  });
  return { places, pairs };
}

function isKnown(place: Located): boolean {
  return isCountry(place.country);
}

/** How many cases lack an end of their route. They are counted like all others; only their lines are missing. */
export type RouteKnowledge = {
  total: number;
  known: number;
  lackOrigin: number;
  lackDestination: number;
  lackBoth: number;
};

/** Whether a place is known that the goods came from, and one that they were bound for. */
export function knownEndsOf({ route }: Pick<RoutedBy<Located>, "route">): { start: boolean; end: boolean } {
  const known = (...roles: string[]) => route.some((node) => roles.includes(node.role) && isKnown(node.place));
  return { start: known("origin", "departure"), end: known("destination") };
}
