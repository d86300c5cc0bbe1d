import { groupOf } from "../commodity-groups.ts";
import type { Features, Total } from "./features.ts";
import { nameLikeness, SAME_NAME } from "./likeness.ts";
import type { Signal } from "./signal.ts";

/** Kinds that the other has too; a group alone ("F2") goes with each of its kinds ("F2.raw_ivory"). */
export function compareCommodities(a: Features, b: Features): Signal {
  const found = [...foundIn(a, b), ...foundIn(b, a)];
  const share = found.reduce((sum, likeness) => sum + likeness, 0) / found.length;
  const both = [...a.commodities].filter((code) => b.commodities.has(code));
  // One group is what many cases of a day have in common, one kind fewer; the same mixture of goods is rare.
  const telling = both.length > 1 ? MIXED : both.some((code) => code.length > 2) ? 1 : 0.7;
  return { agree: share * telling, differ: 1 - share };
}

/** So much more the same mixture tells than the same kind. */
const MIXED = 1.5;

/** Goods of one group are sometimes taken for each other: one parrot for another bird, seldom a drug for a precursor. */
const WITHIN_GROUP = 0.3;

function foundIn(a: Features, b: Features): number[] {
  return [...a.commodities].map((code) => {
    const group = groupOf(code);
    if (b.commodities.has(code) || b.commodities.has(group)) return 1;
    if (!b.groups.has(group)) return 0;
    return code === group ? 1 : WITHIN_GROUP;
  });
}

export function compareTaxa(a: Features, b: Features): Signal {
  if (a.taxa.length === 0 || b.taxa.length === 0) return null;
  const found = [...bestOf(a, b), ...bestOf(b, a)];
  const share = found.reduce((sum, likeness) => sum + likeness, 0) / found.length;
  const telling = Math.min(wordsIn(a.taxa), wordsIn(b.taxa)) >= LIST_OF_WORDS ? MIXED : 1;
  return { agree: share * telling, differ: 1 - share };
}

/** From so many words on it is a list of animals, not one name. */
const LIST_OF_WORDS = 4;

const wordsIn = (taxa: Features["taxa"]) => taxa.reduce((sum, { name }) => sum + name.length, 0);

function bestOf(a: Features, b: Features): number[] {
  return a.taxa.map((one) => {
    let best = 0;
    for (const other of b.taxa) {
      best = Math.max(best, sameTaxon(one, other));
      if (best === 1) break;
    }
    return best;
  });
}

type Taxon = Features["taxa"][number];

/** One taxon under two names is half the same: "amphibia" stands for many, and a tortoise has several names. */
function sameTaxon(one: Taxon, other: Taxon): number {
  const named = one.name.length > 0 && other.name.length > 0;
  if (named && nameLikeness(one.name, other.name) >= SAME_NAME) return 1;
  if (one.id === null || other.id === null) return named ? 0 : 0.5;
  if (one.id !== other.id) return 0;
  return named ? 0.5 : 1;
}

/** Totals per group of commodities and dimension, as far as both have them. */
export function compareQuantities(a: Features, b: Features): Signal {
  let [telling, differ, compared] = [0, 0, 0];
  for (const [key, one] of a.totals) {
    const other = b.totals.get(key);
    const near = other ? nearness(one, other) : null;
    if (!other || near === null) continue;
    compared++;
    telling += near * tellingOf(Math.min(one.digits, other.digits));
    differ += 1 - near;
  }
  if (compared > 0) return { agree: Math.min(1, telling), differ: differ / compared };
  return measureUnlike(a, b) ? { agree: 0, differ: UNLIKE } : null;
}

/** Whoever has the same goods before him mostly measures them alike; kilograms here and pieces there are half a doubt. */
const UNLIKE = 0.25;

function measureUnlike(a: Features, b: Features): boolean {
  const [keys, others] = [[...a.totals.keys()], [...b.totals.keys()]];
  const shared = (one: readonly string[], other: readonly string[]) => one.some((key) => other.includes(key));
  return !shared(keys, others) && shared(keys.map(groupOf), others.map(groupOf));
}

/** Within 2 % it is the same, from 5 % on another; five times as much where one of them was estimated. */
const [SAME_WITHIN, OTHER_FROM, ESTIMATED] = [0.02, 0.05, 5];

/** Null where a total is not the whole and the difference may be what nobody measured. */
function nearness(one: Total, other: Total): number | null {
  const most = Math.max(one.amount, other.amount);
  const apart = most === 0 ? 0 : Math.abs(one.amount - other.amount) / most;
  const width = one.exact && other.exact ? 1 : ESTIMATED;
  const near = 1 - (apart - SAME_WITHIN * width) / ((OTHER_FROM - SAME_WITHIN) * width);
  if (near >= 1 - 1e-9) return 1;
  return one.whole && other.whole ? Math.max(0, near) : null;
}

/** How little two cases agree in a quantity by chance: one animal is seized every day, 12.45 kg are not. */
function tellingOf(digits: number): number {
  if (digits <= 1) return 0.35;
  return digits === 2 ? 0.75 : 1;
}
