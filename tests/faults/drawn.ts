/** Chance that is the same on every machine for the same seed (mulberry32). */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 to below the bound. */
  below(bound: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
  }

  of<T>(choices: readonly T[]): T {
    const chosen = choices[this.below(choices.length)];
    if (chosen === undefined) throw new Error("nothing to choose from");
    return chosen;
  }

  /** So many letters of the alphabet. */
  letters(count: number): string {
    return Array.from({ length: count }, () => String.fromCharCode(97 + this.below(26))).join("");
  }

  digits(count: number): string {
    return Array.from({ length: count }, () => String(1 + this.below(9))).join("");
  }

  bytes(count: number): Buffer {
    return Buffer.from(Array.from({ length: count }, () => this.below(256)));
  }
}

/** A named kind of wrong, of which each seed makes another one. */
export type Kind<T> = { kind: string; make: (chance: Chance) => T };
export type Drawn<T> = { kind: string; seed: number; wrong: T };

/** So many inputs of each kind, no two alike; kind and seed name each of them in a failure. */
export function draw<T>(kinds: readonly Kind<T>[], ofEach: number, firstSeed: number): Drawn<T>[] {
  const seen = new Set<string>();
  return kinds.flatMap(({ kind, make }, at) => {
    const drawn: Drawn<T>[] = [];
    for (let seed = firstSeed + at * 1_000; drawn.length < ofEach; seed++) {
      if (seed - firstSeed - at * 1_000 > 900) throw new Error(`no more of ${kind}`);
      const wrong = make(new Chance(seed));
      const told = JSON.stringify([kind, wrong]);
      if (seen.has(told)) continue;
      seen.add(told);
      drawn.push({ kind, seed, wrong });
    }
    return drawn;
  });
}

/** How many were tried of each kind, in one line. */
export function tallyOf(tried: readonly { kind: string }[]): string {
  const counts = new Map<string, number>();
  for (const { kind } of tried) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, n]) => `${n} ${kind}`).join(", ");
}
