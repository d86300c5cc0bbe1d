import type { SeizureFact } from "#app/domain/fact.ts";
import type { Goods } from "#app/domain/goods.ts";
import type { Delay } from "#app/domain/timeliness.ts";

/** Who will read a case once it is released. */
export type TrayReaders = {
  /** Addressed to every participant that reads what is addressed to all. */
  everybody: boolean;
  /** How many countries and organisations, the own one among them. */
  administrations: number;
  names: string[];
  /** The agencies that names of persons go to; null where the report has none. */
  ofNames: string[] | null;
};

/** One report that waits for a decision of the reader's agency. */
export type TrayReport = {
  id: string;
  version: number;
  step: number;
  steps: number;
  author: string | null;
  unit: string;
  submittedAt: string | null;
  /** A decision that comes twice is taken once. */
  command: string;
  nationalCaseNo: string;
  handling: string;
  /** It will count for its owner alone, even when released. */
  heldBack: boolean;
  goods: Goods[];
  place: { name: string; country: string };
  happened: Pick<SeizureFact, "occurredOn" | "occurredTo" | "datePrecision">;
  /** Since it happened. */
  delay: Delay | null;
  readers: TrayReaders;
  hold: { by: string | null; at: string; note: string } | null;
  approvedByMe: boolean;
  approvedBy: string[];
};
