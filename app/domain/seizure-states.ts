/** Where a released seizure stands; `submitted` counts as provisional, `verified` as confirmed. */
export const SEIZURE_STATES = ["submitted", "verified", "withdrawn", "merged"] as const;

export const DATE_PRECISIONS = ["day", "month", "year", "range"] as const;
