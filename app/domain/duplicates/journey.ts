import { distanceKm } from "../great-circle.ts";
import { isCountry } from "../route.ts";
import type { Features } from "./features.ts";
import { nameLikeness, SAME_NAME, slips } from "./likeness.ts";
import { eitherWay, SAME, type Signal } from "./signal.ts";
import { EVENT_DAYS } from "./weights.ts";

/** Days between two reports; 0 where their days may be the same. */
export function daysApart(a: Features, b: Features): number {
  return Math.max(0, a.first - b.last, b.first - a.last);
}

export function compareDays(a: Features, b: Features): Signal {
  const apart = daysApart(a, b);
  if (apart > EVENT_DAYS) return { agree: 0, differ: 1 };
  // A month or a year that both may lie in is little to agree on.
  const width = Math.max(a.last - a.first, b.last - b.first) + 1;
  const telling = width <= 3 ? 1 : width <= 31 ? 0.4 : 0.1;
  return { agree: (1 - apart / 10) * telling, differ: 0 };
}

/** Sender and receiver have their own days: later ones speak for less, and never against. */
export function compareDaysOfConsignment(a: Features, b: Features): Signal {
  const near = compareDays(a, b);
  return near && near.differ === 0 ? near : { agree: 0.4, differ: 0 };
}

export function compareCountries(a: Features, b: Features): Signal {
  const [one, other] = [a.report.place.country, b.report.place.country];
  return isCountry(one) && isCountry(other) ? eitherWay(one === other) : null;
}

/** Whether the journey that one tells of leads through the country of the other. */
export function leadsTo(a: Features, b: Features): boolean {
  return a.countries.has(b.report.place.country);
}

export function compareBorders(a: Features, b: Features): Signal {
  const ways = Number(leadsTo(a, b)) + Number(leadsTo(b, a));
  return { agree: ways / 2, differ: ways === 0 ? 1 : 0 };
}

/** Within so many kilometres it is one place, and beyond these another. */
const [SAME_KM, OTHER_KM] = [10, 50];
const LOCATED = ["exact", "facility", "city"];

export function comparePlaces(a: Features, b: Features): Signal {
  const [one, other] = [a.report.place, b.report.place];
  const sameKind = one.precision === other.precision;
  if (one.placeId !== null && one.placeId === other.placeId) return SAME;
  const km = kilometres(one, other);
  if (km !== null && km <= SAME_KM) return SAME;
  const named = a.placeName.length > 0 && b.placeName.length > 0;
  const like = named ? nameLikeness(a.placeName, b.placeName) : null;
  if (like !== null && like >= SAME_NAME) return SAME;
  if (km !== null && km >= OTHER_KM) return { agree: 0, differ: 1 };
  // An airport and its city are two rows of the gazetteer and may be one place.
  if (one.placeId !== null && other.placeId !== null) return sameKind ? { agree: 0, differ: 1 } : null;
  // One place has several names, so that another name is only half a reason.
  if (like === null || !sameKind) return null;
  return like >= 0.5 ? { agree: 0.4, differ: 0.2 } : { agree: 0, differ: 0.5 };
}

type Located = Features["report"]["place"];

function kilometres(one: Located, other: Located): number | null {
  const known = [one, other].every(({ precision }) => LOCATED.includes(precision));
  if (!known || one.lat === null || one.lon === null || other.lat === null || other.lon === null) return null;
  return distanceKm([one.lon, one.lat], [other.lon, other.lat]);
}

export function compareContainers(a: Features, b: Features): Signal {
  if (a.container === "" || b.container === "") return null;
  if (a.container === b.container) return SAME;
  return slips(a.container, b.container) === 1 ? { agree: 0.8, differ: 0 } : { agree: 0, differ: 1 };
}

/** VN 123 and VN 125 are two flights; VN 123 and HVN 123 are one, by the two codes of a carrier. */
export function compareTransports(a: Features, b: Features): Signal {
  if (a.transport === "" || b.transport === "") return null;
  if (a.transport === b.transport) return SAME;
  const [one, other] = [a.transport.replace(/\D/g, ""), b.transport.replace(/\D/g, "")];
  return one !== "" && one === other ? { agree: 0.5, differ: 0.3 } : { agree: 0, differ: 1 };
}

/**
 * Where it came from, what it passed, where it was bound for: each as far as both say so. The countries of the two
 * places are left out: that goods seized in a country were bound for it says nothing.
 */
export function compareRoutes(a: Features, b: Features): Signal {
  const shared = new Set<string>();
  let [same, compared] = [0, 0];
  for (const part of ["starts", "stops", "ends"] as const) {
    if (a[part].size === 0 || b[part].size === 0) continue;
    const both = [...a[part]].filter((country) => b[part].has(country));
    same += both.length / Math.min(a[part].size, b[part].size);
    compared++;
    for (const country of both) shared.add(country);
  }
  if (compared === 0) return null;
  for (const { report } of [a, b]) shared.delete(report.place.country);
  return { agree: (same / compared) * Math.min(1, shared.size / 2), differ: 1 - same / compared };
}

export function compareModes({ report: a }: Features, { report: b }: Features): Signal {
  if (a.mode === "unknown" || b.mode === "unknown") return null;
  if (a.mode === b.mode) return SAME;
  // Hold and cabin of one aircraft, or two words for one post.
  return classOf(a.mode) === classOf(b.mode) ? { agree: 0.5, differ: 0.3 } : { agree: 0, differ: 1 };
}

const classOf = (mode: string) => (mode === "express_courier" ? "post" : (mode.split("_")[0] ?? ""));
