import type { Goods } from "#app/domain/goods.ts";
import type { AskedAbout, Finding } from "#app/domain/verification.ts";

/** A released report that nobody has checked yet, with everything there is to look at. */
export type UncheckedReport = {
  id: string;
  version: number;
  messageNo: string;
  agency: string;
  reporter: string;
  releasedAt: string;
  goods: Goods[];
  place: { name: string; country: string };
  happened: { occurredOn: string; occurredTo: string | null; datePrecision: "day" | "month" | "year" | "range" };
  findings: Finding[];
  risk: number;
  /** Since when an answer is awaited; null where none is. */
  awaitedSince: string | null;
  answers: { field: string; question: string; answer: string }[];
  commands: { verify: string; ask: string; question: string };
};

/** A question to an agency that is not answered yet. */
export type AwaitedAnswer = {
  id: string;
  seizureId: string;
  messageNo: string;
  agency: string;
  field: AskedAbout | (string & {});
  question: string;
  askedAt: string;
};
