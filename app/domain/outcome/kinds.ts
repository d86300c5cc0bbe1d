/** What may come of a case after it was reported, in the order in which it usually does. */
export const OUTCOME_KINDS = ["laboratory", "charge", "verdict", "sentence", "assets", "disposal"] as const;
export type OutcomeKind = (typeof OUTCOME_KINDS)[number];

export const FINDINGS = ["confirmed", "other", "nothing"] as const;
export const VERDICTS = ["convicted", "acquitted", "dismissed", "settled"] as const;
export const FINALITIES = ["final", "appealable", "unknown"] as const;
export const SANCTIONS = ["prison", "suspended", "fine", "community", "other"] as const;
export const TERMS = ["days", "months", "years", "life"] as const;
export const MEASURES = ["frozen", "confiscated", "released"] as const;

/** What somebody was sentenced to for a time, and not to pay or to do. */
const SERVED: readonly string[] = ["prison", "suspended"];
export const isServed = (sanction: string) => SERVED.includes(sanction);

/** Where the goods went; that it is not known or not decided is no outcome. */
const UNDECIDED: readonly string[] = ["pending", "unknown"];
export const isDecided = (disposal: string) => !UNDECIDED.includes(disposal);
