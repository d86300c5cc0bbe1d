/** Where a file stands on its way in. */
export const IMPORT_STATES = ["uploading", "reading", "read", "importing", "done", "cancelled", "refused"] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** What became of a record; nothing yet, where it is empty. `updated`: it differs from what is here, and nobody changed that. */
export const ROW_OUTCOMES = ["", "imported", "drafted", "unchanged", "updated", "corrected", "refused"] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

/** More lines than this are not taken in one transaction: others of the same administration would wait for its end. */
export const MOST_AT_ONCE = 5_000;
