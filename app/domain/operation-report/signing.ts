import { z } from "zod";
import { Id } from "../id.ts";
import { RequiredText } from "../text.ts";
import { type Counted, type FigureLine, figureLines, lineValues, valueOfLine } from "./lines.ts";
import { isSection } from "./outline.ts";
import { linesNamedIn, type ReportText } from "./report-text.ts";

/**
 * How it stands with the signature of an administration that was asked: signed as everything stands now, signed before
 * figures or words moved, refused, or not answered.
 */
export const SIGNED_STATES = ["signed", "earlier", "refused", "open"] as const;
export type SignedState = (typeof SIGNED_STATES)[number];

/** Words of a section as they are signed: which version, and what the figures among them said then. */
export type SignedSection = { code: string; version: number; text: ReportText; named: FigureLine[]; hash: string };

/** The lines that count what an administration itself reported; what others found in its country is theirs to sign. */
export function ownLines(results: Counted, code: string): FigureLine[] {
  return figureLines(results).filter(({ line }) => {
    const [figure, , reporter] = line.split("/");
    return figure === "byReporter" && reporter === code;
  });
}

/** What the figures in a text say, each once, by the names of their lines. */
export function namedLines(results: Counted, text: ReportText): FigureLine[] {
  const values = lineValues(results);
  const names = [...new Set(linesNamedIn(text))].sort();
  return names.map((line) => ({ line, value: valueOfLine(values, line) ?? "" }));
}

export const SignaturesAsked = z.object({
  report: Id,
  administrations: z.array(Id).min(1, "operation_report.signature.nobody").max(300),
  sections: z.array(z.string().refine(isSection, "operation_report.section.unknown")).max(30),
});
export type SignaturesAsked = z.infer<typeof SignaturesAsked>;

/** An answer to exactly one request, and to what stands in it: the hash is sent back as it was seen. */
export const SignatureGiven = z.object({ report: Id, request: Id, hash: z.string().regex(/^[0-9a-f]{64}$/) });
export type SignatureGiven = z.infer<typeof SignatureGiven>;

export const SignatureRefused = SignatureGiven.extend({
  reason: RequiredText(1000, "operation_report.signature.reason.missing"),
});
export type SignatureRefused = z.infer<typeof SignatureRefused>;
