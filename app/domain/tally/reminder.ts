/** Before a deadline, once it has passed, and a day after that: each once, in the hours of the agency that owes it. */
export const REMINDERS = ["before", "missing", "again"] as const;
export type Reminder = { day: string; kind: (typeof REMINDERS)[number]; at: string };
