import type { FigureLine } from "#app/domain/operation-report/lines.ts";
import type { ReportAudience } from "#app/domain/operation-report/report.ts";
import type { SignedSection, SignedState } from "#app/domain/operation-report/signing.ts";

/** One administration that was asked to sign. `code` is null where its name is not for the reader. */
export type SigningLine = {
  code: string | null;
  state: SignedState;
  /** Words that are signed beside the figures. */
  sections: string[];
  /** What it was last asked is no longer what stands in the draft. */
  moved: boolean;
  anew: boolean;
  signer: string | null;
  agency: string | null;
  at: string | null;
  reason: string | null;
};

/** Signatures of a draft: how it stands with those asked, and who and what can be asked for. */
export type DraftSignings = {
  lines: SigningLine[];
  /** Administrations of the operation, and whether they are worth asking again. */
  administrations: { id: string; code: string; due: boolean }[];
  /** Sections that have words, and whether they were asked for last. */
  sections: { code: string; asked: boolean }[];
};

/** Signatures as they were frozen: those that are there by name, and how many are not. */
export type EditionSignatures = {
  asked: number;
  unsigned: number;
  /** Others than `signed` for leads and the coordination unit alone. */
  lines: Pick<SigningLine, "code" | "state" | "sections" | "signer" | "agency" | "at">[];
};

/** What the reader's administration is asked to sign of a report; null where it is asked nothing. */
export type SigningPageData = {
  administration: string;
  asked: {
    request: string;
    hash: string;
    title: string;
    /** For whom the report was when it was asked: the signature is for these readers. */
    audience: ReportAudience;
    asOf: string;
    at: string;
    lines: FigureLine[];
    sections: SignedSection[];
    answer: { signed: boolean; signer: string; agency: string; at: string; reason: string } | null;
  } | null;
  /** Whose name the answer gets. */
  signer: { person: string; agency: string };
  maySign: boolean;
  command: string;
};

/** A report of which the reader's administration is asked to sign something. */
export type ToSign = {
  report: string;
  title: string;
  at: string;
  answer: "signed" | "refused" | null;
  signer: string | null;
};
