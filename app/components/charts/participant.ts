/** An administration that takes part, under the name that the plan gives it. */
export type Participant = { code: string; name: string };
