import type { EditionSignatures } from "./signing-types.ts";

/** One thing that was found wrong in a published version. */
export type Erratum = {
  id: string;
  section: string;
  /** The figure or paragraph that it corrects; empty where it is about more. */
  line: string;
  said: string;
  correct: string;
  reason: string;
  author: string;
  at: string;
  /** Why, by whom and when it was taken back. */
  withdrawn: { reason: string; author: string; at: string } | null;
};

/** What stands beside a frozen version: who signed it, and what was found wrong in it since. */
export type ReportBeside = { signatures: EditionSignatures | null; errata: readonly Erratum[] };
