import { setImmediate as nextTurn } from "node:timers/promises";

const LONGEST_REST_MS = 250;

/** For work that nobody waits for: between its steps it rests as long as it worked, so that those who wait go first. */
export function resting(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    const worked = performance.now() - began;
    await nextTurn();
    await new Promise((resolve) => setTimeout(resolve, Math.min(worked, LONGEST_REST_MS)));
    began = performance.now();
  };
}
