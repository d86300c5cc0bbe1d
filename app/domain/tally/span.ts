/** How many days of the calendar are looked at. */
export const SPANS = ["week", "month", "operation"] as const;
export type Span = (typeof SPANS)[number];
