import { clueKey, clueOf } from "./clue-key.ts";
import type { Linkable, Stop } from "./linkable.ts";
import {
  CLOSE,
  COMMODITY,
  DAYS_CLOSE,
  HIDDEN,
  IDENTITY,
  MINIMUM,
  MOST_SHARING,
  PACKED,
  ROUTE,
  SHARED,
  SHARED_CARRIES_FROM,
  SHARED_LEAST,
} from "./rule.ts";

/** In the order in which they are told: what says most first. */
export const REASON_KINDS = [
  ...(["container", "waybill", "registration", "mark", "transport"] as const),
  ...(["hidden", "packed", "route", "commodity", "close"] as const),
] as const;
export type ReasonKind = (typeof REASON_KINDS)[number];

/**
 * One thing that two cases have in common: what it is, in how many cases the reader sees it (of those hidden so the
 * fewest), or how many days lie between them, and what it counts for.
 */
export type Reason = { kind: ReasonKind; values: readonly string[]; n: number; points: number; carries: boolean };

/** How common things are among the cases that the reader sees. */
export type Commonness = {
  cases: number;
  /** Clue → how many cases have it. What is not in it is had by the two alone. */
  sharing: ReadonlyMap<string, number>;
};

/** What two cases belong together by, and how much it is. */
export type Suggestion = { reasons: Reason[]; points: number };

/** All that two cases have in common, whether it makes a suggestion or not; the same from both sides. */
export function reasonsBetween(one: Linkable, other: Linkable, common: Commonness): Reason[] {
  const found = [
    ...(one.case && other.case ? ofCases(one.case, other.case, common) : []),
    ...(one.names && other.names ? ofNames(one.names, other.names) : []),
    ...ofFacts(one, other, common),
  ];
  const place = ({ kind }: Reason) => REASON_KINDS.indexOf(kind);
  return found.sort((left, right) => place(left) - place(right));
}

/** A suggestion, where there is enough and one reason that few other cases have. */
export function suggestionOf(one: Linkable, other: Linkable, common: Commonness): Suggestion | null {
  const reasons = reasonsBetween(one, other, common);
  const points = reasons.reduce((sum, reason) => sum + reason.points, 0);
  return points >= MINIMUM && reasons.some(({ carries }) => carries) ? { reasons, points } : null;
}

function ofCases(one: NonNullable<Linkable["case"]>, other: typeof one, common: Commonness): Reason[] {
  const marks = sharedText(one.marks, other.marks);
  const words = one.words.filter((word) => other.words.includes(word)).sort();
  return [
    ...identity("container", one.container, other.container, 6),
    ...sharedByFew("mark", marks, common),
    ...sharedByFew("transport", sameText(one.transport, other.transport, 4), common),
    ...reason(
      "packed",
      words,
      words.length,
      stepAt(PACKED, (least) => words.length >= least),
    ),
  ];
}

function ofNames(one: NonNullable<Linkable["names"]>, other: typeof one): Reason[] {
  return [
    ...identity("waybill", one.waybill, other.waybill, 4),
    ...identity("registration", one.registration, other.registration, 4),
  ];
}

function ofFacts(one: Linkable, other: Linkable, common: Commonness): Reason[] {
  const goods = one.commodities.filter((code) => other.commodities.includes(code)).sort();
  const apart = one.day === null || other.day === null ? null : Math.abs(one.day - other.day);
  const close = apart === null || apart > DAYS_CLOSE ? 0 : stepAt(CLOSE, (most) => apart <= most);
  return [
    ...hiddenAlike(one.hidden, other.hidden, common),
    ...sameWay(one, other),
    ...reason("commodity", goods, goods.length, goods.length > 0 ? COMMODITY : 0),
    ...reason("close", [], apart ?? 0, close),
  ];
}

function reason(kind: ReasonKind, values: readonly string[], n: number, points: number, carries = false): Reason[] {
  return points > 0 ? [{ kind, values, n, points, carries }] : [];
}

function identity(kind: keyof typeof IDENTITY, one: string, other: string, least: number): Reason[] {
  const values = sameText(one, other, least);
  return values.length > 0 ? reason(kind, values, 2, IDENTITY[kind], true) : [];
}

/** Worth less the more cases have it; nothing where it is usual. */
function sharedByFew(kind: keyof typeof SHARED, values: readonly string[], { sharing }: Commonness): Reason[] {
  const times = (value: string) => Math.max(2, sharing.get(clueOf(kind, value)) ?? 2);
  const rare = values.filter((value) => times(value) <= MOST_SHARING);
  if (rare.length === 0) return [];
  const n = Math.min(...rare.map(times));
  const points = Math.max(SHARED_LEAST, SHARED[kind] - Math.log2(n / 2));
  return reason(kind, rare, n, points, points >= SHARED_CARRIES_FROM);
}

/** Each way of hiding counts by how few cases have it. */
function hiddenAlike(one: readonly string[], other: readonly string[], { cases, sharing }: Commonness): Reason[] {
  const times = (code: string) => Math.max(2, sharing.get(`hidden ${code}`) ?? 2);
  const both = one.filter((code) => other.includes(code));
  const telling = both.filter((code) => times(code) < cases).sort((a, b) => times(a) - times(b) || (a < b ? -1 : 1));
  if (telling.length === 0) return [];
  const sum = telling.reduce((points, code) => points + HIDDEN.perBit * Math.log2(cases / times(code)), 0);
  const points = Math.min(HIDDEN.most, sum);
  return reason("hidden", telling, Math.min(...telling.map(times)), points, points >= HIDDEN.carriesFrom);
}

/** Both began in one country and were, or were to be, in one other; more where these were the same places. */
function sameWay({ way: one }: Linkable, { way: other }: Linkable): Reason[] {
  const legs = common(one.from, other.from).flatMap((from) =>
    common(one.on, other.on)
      .filter(({ country }) => country !== from.country)
      .map((to) => ({ values: [from.country, to.country], exact: from.exact && to.exact })),
  );
  const best = legs.find(({ exact }) => exact) ?? legs[0];
  return best ? reason("route", best.values, 2, best.exact ? ROUTE.places : ROUTE.countries) : [];
}

/** Countries that both lists have, in order, and whether some place in them is the same. */
function common(one: readonly Stop[], other: readonly Stop[]): { country: string; exact: boolean }[] {
  const countries = new Set(one.map(({ country }) => country));
  return [...countries]
    .filter((country) => other.some((stop) => stop.country === country))
    .sort()
    .map((country) => {
      const places = (stops: readonly Stop[]) =>
        stops.flatMap((stop) => (stop.country === country && stop.placeId !== null ? [stop.placeId] : []));
      const known = new Set(places(one));
      return { country, exact: places(other).some((id) => known.has(id)) };
    });
}

function sameText(one: string, other: string, least: number): string[] {
  const key = clueKey(one);
  return key.length >= least && key === clueKey(other) ? [shown(one, other)] : [];
}

function sharedText(one: readonly string[], other: readonly string[]): string[] {
  const theirs = new Map(other.map((text) => [clueKey(text), text]));
  const both = new Map<string, string>();
  for (const text of one) {
    const match = theirs.get(clueKey(text));
    if (match !== undefined) both.set(clueKey(text), shown(text, match));
  }
  return [...both.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
}

/** Of two ways to write the same always one, from whichever side it is looked at. */
const shown = (one: string, other: string) => (one < other ? one : other);

function stepAt(steps: readonly (readonly [number, number])[], reaches: (step: number) => boolean): number {
  return steps.find(([step]) => reaches(step))?.[1] ?? 0;
}
