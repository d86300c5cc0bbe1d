/** Nothing waits longer than this so that more may come with it. */
export const LONGEST_WAIT_MS = 100;

export type Pace = {
  /** Milliseconds until the next round may begin. */
  wait: () => number;
  /** Does a round. */
  measure: <T>(work: () => T | Promise<T>) => Promise<T>;
};

/**
 * Keeps repeated work to a share of the time: the next round waits until the last one has taken no more than its share.
 * When it is quiet nothing waits; the dearer the rounds, the more is gathered for the next.
 */
export function paceOf({ share, clock = () => performance.now() }: { share: number; clock?: () => number }): Pace {
  let began = Number.NEGATIVE_INFINITY;
  let cost = 0;

  return {
    wait: () => Math.max(0, began + Math.min(cost / share, LONGEST_WAIT_MS) - clock()),
    async measure(work) {
      began = clock();
      const result = await work();
      const took = clock() - began;
      // A dear round counts at once; cheap ones bring the mean down slowly.
      cost = Math.max(took, cost * 0.7 + took * 0.3);
      return result;
    },
  };
}
