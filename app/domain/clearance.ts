/** What a contact point may decide on reports that wait for national clearance. */
export const CLEARANCE_ACTS = ["clear", "return", "put_on_hold", "take_up"] as const;
export type ClearanceAct = (typeof CLEARANCE_ACTS)[number];

/** What became of one of several reports that were decided on together. */
export type Decided = {
  seizure: string;
  /** `released`, `in_clearance`, `returned`; null where it was refused. */
  state: string | null;
  problem: string;
  values: Record<string, string | number>;
};
