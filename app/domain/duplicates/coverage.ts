/**
 * Among how many cases duplicates were looked for so far, whether comparing is through with them, and whether these are
 * all that there are: in a very large operation the earliest stay out.
 */
export type DuplicateCoverage = { cases: number; complete: boolean; whole: boolean };
