import type { FactNode, FactPlace, SeizureFact } from "./fact.ts";
import { lastIndexOf } from "./last-of.ts";

/** What of a fact a route is read from. */
export type Routed = Pick<SeizureFact, "place" | "route">;

/** A leg that was travelled up to the place of discovery, or one that was only intended. */
export type LegKind = "travelled" | "intended";
export type Leg = { from: FactPlace; to: FactPlace; kind: LegKind };

export type Path = {
  /** Parallel, never in a row: each gave its share of the goods. */
  origins: FactNode[];
  /** Departure and transit, in order, before the discovery. */
  before: FactNode[];
  discovery: FactPlace;
  /** In order, beyond the discovery. */
  after: FactNode[];
  destinations: FactNode[];
};

/** False for 'unknown' (XX) and for regional codes such as XF, of which nothing can be drawn or counted by country. */
export function isCountry(code: string): boolean {
  return code === "XK" || !(code.startsWith("X") || code === "ZZ" || code === "AA" || /^Q[M-Z]$/.test(code));
}

export function pathOf({ place, route }: Routed): Path {
  const position = discoveryPosition({ place, route });
  const between = (node: FactNode) =>
    node.role !== "origin" && node.role !== "destination" && node.role !== "discovery";
  return {
    origins: route.filter((node) => node.role === "origin"),
    before: route.filter((node, index) => between(node) && index < position),
    discovery: place,
    after: route.filter((node, index) => between(node) && index >= position),
    destinations: route.filter((node) => node.role === "destination"),
  };
}

/** At its own node; else at the last node on the way in the country where it was found; else before the destination. */
function discoveryPosition({ place, route }: Routed): number {
  const told = route.findIndex((node) => node.role === "discovery");
  if (told >= 0) return told;
  const here = lastIndexOf(route, (node) => node.role !== "destination" && node.place.country === place.country);
  return here >= 0 ? here + 1 : route.length;
}

/** The legs between places known at least by country. Unknown places are passed over here and counted elsewhere. */
export function legsOf(fact: Routed): Leg[] {
  const { origins, before, discovery, after, destinations } = pathOf(fact);
  const travelled = chain([...before.map((node) => node.place), discovery]);
  const intended = chain([discovery, ...after.map((node) => node.place)]);
  const [first] = travelled.places;
  const last = intended.places.at(-1);
  const legs: Leg[] = [];
  for (const { place } of origins)
    if (first && isKnown(place)) legs.push({ from: place, to: first, kind: "travelled" });
  for (const [from, to] of travelled.pairs) legs.push({ from, to, kind: "travelled" });
  for (const [from, to] of intended.pairs) legs.push({ from, to, kind: "intended" });
  for (const { place } of destinations)
    if (last && isKnown(place)) legs.push({ from: last, to: place, kind: "intended" });
  return legs;
}

function chain(all: FactPlace[]): { places: FactPlace[]; pairs: (readonly [FactPlace, FactPlace])[] } {
  const places = all.filter(isKnown);
  const pairs = places.slice(1).flatMap((to, index) => {
    const from = places[index];
    return from ? [[from, to] as const] : [];
  });
  return { places, pairs };
}

function isKnown(place: FactPlace): boolean {
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
export function knownEndsOf({ route }: Pick<Routed, "route">): { start: boolean; end: boolean } {
  const known = (...roles: string[]) => route.some((node) => roles.includes(node.role) && isKnown(node.place));
  return { start: known("origin", "departure"), end: known("destination") };
}
