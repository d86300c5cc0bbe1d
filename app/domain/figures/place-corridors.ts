import { BETWEEN } from "../corridor-key.ts";
import type { LegKind } from "../route.ts";
import type { Dictionary } from "./dictionary.ts";

/** More than there are ends, so that two of them fit into a number. */
const MOST_ENDS = 2 ** 25;

/**
 * Numbers for corridors by place, as a dictionary gives them for texts. Each is kept as the numbers of its two ends: an
 * operation has tens of thousands, and texts are made of those alone that somebody reads.
 */
export class PlaceCorridors {
  readonly #ends: Dictionary;
  /** Of each: its ends and its kind in one number. */
  readonly #pairs: number[];
  #numbers: Map<number, number> | null = null;

  constructor(ends: Dictionary, packed?: Float64Array) {
    this.#ends = ends;
    this.#pairs = Array.from(packed ?? []);
  }

  /** As it goes from one thread to another. */
  packed(): Float64Array {
    return Float64Array.from(this.#pairs);
  }

  get size(): number {
    return this.#pairs.length;
  }

  /** The number of a corridor between two ends, given now if it had none. */
  number(from: number, to: number, kind: LegKind): number {
    const pair = pairOf(from, to, kind);
    const numbers = this.#byPair();
    const known = numbers.get(pair);
    if (known !== undefined) return known;
    numbers.set(pair, this.#pairs.length);
    return this.#pairs.push(pair) - 1;
  }

  /** The number of a corridor by its key, or -1 where no row passes it. */
  find(key: string): number {
    const between = key.search(/[>~]/);
    const [from, to] = [this.#ends.find(key.slice(0, between)), this.#ends.find(key.slice(between + 1))];
    if (from < 0 || to < 0) return -1;
    const kind = key[between] === BETWEEN.intended ? "intended" : "travelled";
    return this.#byPair().get(pairOf(from, to, kind)) ?? -1;
  }

  name(number: number): string {
    const { from, to, kind } = this.#corridor(number);
    return this.#ends.name(from) + BETWEEN[kind] + this.#ends.name(to);
  }

  /** Numbers of the two ends of a corridor. */
  ends(number: number): readonly [from: number, to: number] {
    const { from, to } = this.#corridor(number);
    return [from, to];
  }

  #corridor(number: number): { from: number; to: number; kind: LegKind } {
    const pair = this.#pairs[number];
    if (pair === undefined) throw new RangeError(`No corridor has the number ${number}`);
    const ends = Math.floor(pair / 2);
    return {
      from: Math.floor(ends / MOST_ENDS),
      to: ends % MOST_ENDS,
      kind: pair % 2 === 1 ? "intended" : "travelled",
    };
  }

  /** Made when somebody asks: a page that only draws does not. */
  #byPair(): Map<number, number> {
    this.#numbers ??= new Map(this.#pairs.map((pair, number) => [pair, number]));
    return this.#numbers;
  }
}

function pairOf(from: number, to: number, kind: LegKind): number {
  return (from * MOST_ENDS + to) * 2 + Number(kind === "intended");
}
