/**
 * Rule `emerging-v1`. Figures were set on one seed of `npm run bench -- emerging` and hold on others:
 * docs/decisions/emerging-corridors.md.
 */
export const RULE = "emerging-v1";

/** Below these the watch is silent. */
export const MINIMUM = {
  /** Cases since the change, of a corridor that was used before and of one that was not; on how many days. */
  rising: 4,
  fresh: 3,
  days: 2,
  /** Cases with a corridor before the change, of all corridors, and the days they come from. */
  past: 40,
  pastDays: 14,
  /** Of a corridor that gives way to another: so many must have been expected, and at most this part have come. */
  shifted: 3,
  shiftedPart: 0.5,
} as const;

/** A change is looked for among the last so many days; what began before is the usual by now. */
export const LOOK_BACK = 60;

/** How many times the usual a rise is taken to be. A larger one is seen the sooner for it. */
export const TIMES = 3;

/** What is taken for known of a corridor before anything was seen: half a case among so many of all corridors. */
export const BEFORE_ANYTHING = { cases: 0.5, among: 40 } as const;

/** A case of an earlier operation weighs so much of an own one: goods, people and effort were others. */
export const EARLIER_WEIGHT = 0.25;

/**
 * A false alarm a month is the budget of the whole operation, so evidence must grow with what is watched: the logarithm
 * of the cases that fall on all cells in 30 days, and this.
 */
export const SLACK = -1.9;
export const LEAST_VOLUME = 20;
