import type { Comparable } from "./comparable.ts";
import { compareFeatures } from "./compare.ts";
import { type Features, featuresOf } from "./features.ts";
import { bySureness, isWorthReview, type Match } from "./find.ts";
import { mayBeOne } from "./may-be-one.ts";
import { BLOCKS } from "./pairs.ts";

/** Reports that have been compared with each other: one that comes is compared with those that it could be one with. */
export class Compared {
  readonly #features = new Map<string, Features>();
  readonly #blocks = BLOCKS.map(() => new Map<string, Block>());
  readonly #matches = new Map<string, Map<string, Match>>();

  get size(): number {
    return this.#features.size;
  }

  /** Takes a report in, in the place of an earlier version of it. */
  add(report: Comparable): void {
    this.remove(report.id);
    const own = featuresOf(report);
    for (const other of this.#near(own)) {
      if (!mayBeOne(own, other)) continue;
      const comparison = compareFeatures(own, other);
      if (!isWorthReview(comparison)) continue;
      const [left, right] = [report.id, other.report.id];
      const match: Match = { ...comparison, ids: left < right ? [left, right] : [right, left] };
      this.#matchesOf(left).set(right, match);
      this.#matchesOf(right).set(left, match);
    }
    this.#features.set(report.id, own);
    for (const [at, { keysOf }] of BLOCKS.entries()) {
      for (const key of new Set(keysOf(own))) this.#block(at, key).add(own);
    }
  }

  remove(id: string): void {
    const gone = this.#features.get(id);
    if (!gone) return;
    this.#features.delete(id);
    for (const [at, { keysOf }] of BLOCKS.entries()) {
      for (const key of new Set(keysOf(gone))) this.#block(at, key).remove(gone);
    }
    for (const other of this.#matchesOf(id).keys()) this.#matchesOf(other).delete(id);
    this.#matches.delete(id);
  }

  /** Pairs that are certain, or likely enough for the coordination unit to look at; the surest first. */
  matches(): Match[] {
    const all: Match[] = [];
    for (const [id, matches] of this.#matches) {
      for (const match of matches.values()) if (match.ids[0] === id) all.push(match);
    }
    return all.sort(bySureness);
  }

  /** Everything in one of its blocks within the days of that block, each once. */
  #near(own: Features): Set<Features> {
    const near = new Set<Features>();
    for (const [at, { keysOf, days }] of BLOCKS.entries()) {
      for (const key of new Set(keysOf(own))) {
        for (const other of this.#blocks[at]?.get(key)?.within(own, days) ?? []) near.add(other);
      }
    }
    return near;
  }

  #block(at: number, key: string): Block {
    const blocks = this.#blocks[at] ?? new Map<string, Block>();
    const block = blocks.get(key) ?? new Block();
    blocks.set(key, block);
    return block;
  }

  #matchesOf(id: string): Map<string, Match> {
    const matches = this.#matches.get(id) ?? new Map<string, Match>();
    this.#matches.set(id, matches);
    return matches;
  }
}

/** Reports with one thing in common, in the order of their first days. */
class Block {
  readonly #sorted: Features[] = [];
  /** So many days the longest span has: whatever began earlier than that before a day is over by then. */
  #widest = 0;

  add(features: Features): void {
    this.#sorted.splice(this.#from(features.first), 0, features);
    this.#widest = Math.max(this.#widest, features.last - features.first);
  }

  remove(features: Features): void {
    const at = this.#sorted.indexOf(features, this.#from(features.first));
    if (at >= 0) this.#sorted.splice(at, 1);
  }

  *within({ first, last }: Features, days: number): Generator<Features> {
    for (let at = this.#from(first - days - this.#widest); at < this.#sorted.length; at++) {
      const other = this.#sorted[at];
      if (!other || other.first > last + days) return;
      if (other.last + days >= first) yield other;
    }
  }

  /** Where those begin whose first day is this or a later one. */
  #from(day: number): number {
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle]?.first ?? day) < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
