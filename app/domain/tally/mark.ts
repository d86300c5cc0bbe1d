/** How an agency stands on a day. Missing is neither nil nor nothing: nobody knows. */
export const TALLY_MARKS = ["reported", "nil", "late", "missing", "not_due"] as const;
export type TallyMark = (typeof TALLY_MARKS)[number];

/** How one agency stands, and whether it owes a tally for that day: before the deadline it may owe one and not be due. */
export type Standing = { mark: TallyMark; owed: boolean };

/**
 * How many agencies stand how. `onRecord` have spoken; `due` are those and all others of which a tally is owed, whether
 * the deadline has passed (missing) or not (awaited).
 */
export type TallyCoverage = Record<TallyMark, number> & { due: number; onRecord: number; awaited: number };

export function coverageOf(standings: Iterable<Standing>): TallyCoverage {
  const counts = { reported: 0, nil: 0, late: 0, missing: 0, not_due: 0 };
  let awaited = 0;
  for (const { mark, owed } of standings) {
    counts[mark]++;
    if (mark === "not_due" && owed) awaited++;
  }
  const onRecord = counts.reported + counts.nil + counts.late;
  return { ...counts, awaited, onRecord, due: onRecord + counts.missing + awaited };
}
