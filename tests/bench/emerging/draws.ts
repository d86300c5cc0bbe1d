import type { Chance } from "#seeds/random.ts";

/** A count whose mean is given (Knuth's product of uniforms; means here are small). */
export function poisson(mean: number, { next }: Chance): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = next(); product > limit; product *= next()) count++;
  return count;
}

/** Around 1 with this coefficient of variation: a gamma, by Marsaglia and Tsang. */
export function factor(variation: number, luck: Chance): number {
  if (variation <= 0) return 1;
  const shape = 1 / variation ** 2;
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const bell = normal(luck);
    const v = (1 + c * bell) ** 3;
    if (v > 0 && Math.log(luck.next() || 1e-12) < 0.5 * bell ** 2 + d - d * v + d * Math.log(v)) return (d * v) / shape;
  }
}

function normal({ next }: Chance): number {
  return Math.sqrt(-2 * Math.log(next() || 1e-12)) * Math.cos(2 * Math.PI * next());
}

/** How many more come with one on the same day: none mostly, else one and perhaps others after it. */
export function batch(share: number, luck: Chance): number {
  let more = 0;
  while (luck.next() < share) more++;
  return more;
}
