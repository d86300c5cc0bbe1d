/** A file of a frozen version that the reader asked for. */
export type ReportFileLine = {
  id: string;
  form: string;
  locale: string;
  state: "making" | "done" | "stopped" | "stale" | "replaced" | "expired";
  /** How many of its parts are made, and of how many it consists. */
  done: number;
  expected: number;
  bytes: number | null;
  askedAt: string;
};
