import { addDecimals, multiplyDecimal, toMicro } from "./exact-decimal.ts";
import type { FactNode, SeizureFact } from "./fact.ts";
import { isCountry, pathOf, type Routed } from "./route.ts";

/**
 * Two ways to count what left a country, after the elephant-trade information system (ETIS). `enforcement`: a seizure
 * out for each country before the discovery that had the goods in hand. `trade_flow`: the intended destination too.
 */
export const COUNTING_VIEWS = ["enforcement", "trade_flow"] as const;
export type CountingView = (typeof COUNTING_VIEWS)[number];

/** A country that the goods left, or were meant for, and which part of them; null: several origins without shares. */
export type Outflow = { country: string; sharePercent: string | null };

const ALL = "100";

/** Each country once, with the largest part that it had in any of its roles; never the country of discovery. */
export function outflowsOf(fact: Routed, view: CountingView): Outflow[] {
  const { origins, before, destinations, discovery } = pathOf(fact);
  const parts: Outflow[] = [
    ...origins.map((node) => ({ country: node.place.country, sharePercent: originShare(node, origins) })),
    ...before.filter(hadTheGoods).map((node) => ({ country: node.place.country, sharePercent: ALL })),
    ...(view === "trade_flow" ? destinations : []).map((node) => ({ country: node.place.country, sharePercent: ALL })),
  ];
  const byCountry = new Map<string, Outflow>();
  for (const part of parts) {
    if (!isCountry(part.country) || part.country === discovery.country) continue;
    const before = byCountry.get(part.country);
    if (!before || isMore(part.sharePercent, before.sharePercent)) byCountry.set(part.country, part);
  }
  return [...byCountry.values()];
}

function originShare(node: FactNode, origins: readonly FactNode[]): string | null {
  return node.sharePercent ?? (origins.length === 1 ? ALL : null);
}

/** Departure exported the goods; transit counts only where it is said to have had a chance to seize them. */
function hadTheGoods(node: FactNode): boolean {
  return node.role === "transit" ? node.opportunity === true : node.opportunity !== false;
}

function isMore(share: string | null, than: string | null): boolean {
  return share !== null && (than === null || toMicro(share) > toMicro(than));
}

export type CountryTally = {
  country: string;
  seizuresIn: number;
  seizuresOut: number;
  weightIn: string;
  weightOut: string;
  /** Cases whose part of the weight is not known; they are in the counts, not in the weights. */
  withoutWeight: number;
};

/** In and out of every country, in the order of the codes. `weightOf` gives one commodity in one unit, or null. */
export function countryTallies<F extends Pick<SeizureFact, "place" | "route">>(
  facts: Iterable<F>,
  view: CountingView,
  weightOf: (fact: F) => string | null,
): CountryTally[] {
  const tallies = new Map<string, CountryTally>();
  for (const fact of facts) {
    const weight = weightOf(fact);
    if (isCountry(fact.place.country)) countIn(tallyOf(tallies, fact.place.country), weight);
    for (const outflow of outflowsOf(fact, view)) countOut(tallyOf(tallies, outflow.country), weight, outflow);
  }
  return [...tallies.values()].sort((left, right) => (left.country < right.country ? -1 : 1));
}

function tallyOf(tallies: Map<string, CountryTally>, country: string): CountryTally {
  const tally = tallies.get(country) ?? {
    country,
    seizuresIn: 0,
    seizuresOut: 0,
    weightIn: "0",
    weightOut: "0",
    withoutWeight: 0,
  };
  tallies.set(country, tally);
  return tally;
}

function countIn(tally: CountryTally, weight: string | null): void {
  tally.seizuresIn++;
  if (weight === null) tally.withoutWeight++;
  else tally.weightIn = addDecimals([tally.weightIn, weight]);
}

function countOut(tally: CountryTally, weight: string | null, { sharePercent }: Outflow): void {
  tally.seizuresOut++;
  if (weight === null || sharePercent === null) tally.withoutWeight++;
  else tally.weightOut = addDecimals([tally.weightOut, multiplyDecimal(multiplyDecimal(weight, sharePercent), "0.01")]);
}
