import { caseNumberKeys } from "./case-number.ts";
import type { Comparable } from "./comparable.ts";
import { type Features, featuresOf } from "./features.ts";
import { mayBeOne } from "./may-be-one.ts";
import { CONSIGNMENT_DAYS, CONTAINER_DAYS, EVENT_DAYS } from "./weights.ts";

/** Pairs that are worth comparing, each once: far fewer than all, and all that could be found among all. */
export function candidatePairs(reports: readonly Comparable[]): [Comparable, Comparable][] {
  return pairsToCompare(reports.map(featuresOf)).map(([a, b]) => [a.report, b.report]);
}

/** What two reports have to have in common, and how many days they may be apart then. */
type Block = { keysOf: (features: Features) => Iterable<string>; days: number };

export const BLOCKS: readonly Block[] = [
  { keysOf: ({ report }) => [report.place.country], days: EVENT_DAYS },
  { keysOf: ({ transport }) => (transport === "" ? [] : [transport]), days: EVENT_DAYS },
  { keysOf: ({ container }) => (container === "" ? [] : [container]), days: CONTAINER_DAYS },
  { keysOf: goodsByCountry, days: CONSIGNMENT_DAYS },
  {
    keysOf: ({ report, caseNumber }) =>
      caseNumber ? caseNumberKeys(caseNumber).map((key) => `${report.agencyId}|${key}`) : [],
    days: Number.POSITIVE_INFINITY,
  },
];

/** Each group of goods in each country that it was found in or led through. */
function goodsByCountry({ report, countries, groups }: Features): string[] {
  return [...new Set([report.place.country, ...countries])].flatMap((country) =>
    [...groups].map((group) => `${country}|${group}`),
  );
}

export function pairsToCompare(all: readonly Features[]): [Features, Features][] {
  const places = new Map(all.map((features, index) => [features, index]));
  const seen = new Set<number>();
  const pairs: [Features, Features][] = [];
  for (const { keysOf, days } of BLOCKS) {
    for (const block of blocksBy(all, keysOf).values()) {
      for (const [a, b] of within(block, days)) {
        const [one = 0, other = 0] = [places.get(a), places.get(b)];
        const pair = Math.min(one, other) * all.length + Math.max(one, other);
        if (seen.has(pair)) continue;
        seen.add(pair);
        if (mayBeOne(a, b)) pairs.push([a, b]);
      }
    }
  }
  return pairs;
}

function blocksBy(all: readonly Features[], keysOf: Block["keysOf"]): Map<string, Features[]> {
  const blocks = new Map<string, Features[]>();
  for (const features of all) {
    for (const key of new Set(keysOf(features))) {
      const block = blocks.get(key);
      if (block) block.push(features);
      else blocks.set(key, [features]);
    }
  }
  return blocks;
}

/** In the order of their first days: once one begins too late, all after it do. */
function* within(block: readonly Features[], days: number): Generator<[Features, Features]> {
  const sorted = [...block].sort((left, right) => left.first - right.first);
  for (const [index, a] of sorted.entries()) {
    for (let next = index + 1; next < sorted.length; next++) {
      const b = sorted[next];
      if (!b || b.first > a.last + days) break;
      yield [a, b];
    }
  }
}
