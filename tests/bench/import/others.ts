import type { Throng } from "../../support/throng.ts";
import { aReport, bodyOf, poster } from "../live/product.ts";

/** Each of the others reports this often: far more than any officer, far less than a machine can. */
const EVERY_MS = 500;

/** People of other agencies who report all the while, over HTTP; how long each report took goes to whoever listens. */
export function startOthers(throng: Throng, port: number, count: number) {
  const posts = throng.keys.slice(0, count).map((key) => poster({ ...throng, keys: [key] }, port));
  let took: number[] = [];
  let over = false;
  const each = posts.map(async ({ post }, at) => {
    await wait((at / count) * EVERY_MS);
    while (!over) {
      const began = performance.now();
      await post(bodyOf(aReport()));
      took.push(performance.now() - began);
      await wait(Math.max(0, EVERY_MS - (performance.now() - began)));
    }
  });
  return {
    /** What was told since the last time. */
    take(): number[] {
      const taken = took;
      took = [];
      return taken;
    },
    async stop() {
      over = true;
      await Promise.all(each);
      for (const { close } of posts) close();
    },
  };
}

export const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export function p95(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? Number.NaN;
}
