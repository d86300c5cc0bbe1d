import { strictest } from "#app/domain/operation-report/highlight.ts";
import type { DocumentPart, ReportSource, ReportWords } from "./document-types.ts";

/** Cases in the words that their owners cleared. Outside of the operation nothing but these words stands there. */
export function highlightsPart({ highlights, audience }: ReportSource, { text, format }: ReportWords): DocumentPart {
  const bare = audience === "public";
  const title = text("operation_report.part.highlights");
  const heads = ["words", ...(bare ? [] : ["case", "cleared"])];
  return {
    part: "highlights",
    title,
    notes: highlights.length > 0 ? [text("operation_report.highlight.note")] : [],
    table: {
      heads: heads.map((name) => ({ name: text.label(`operation_report.column.${name}`), numeric: false })),
      rows: highlights.map(({ words, caseNo, cleared }) => [
        { shown: words },
        ...(bare
          ? []
          : [
              { shown: caseNo },
              {
                shown: format.list(
                  cleared.map(({ agency, at }) =>
                    text("operation_report.highlight.cleared_on", { agency, day: format.day(format.dayOf(at)) }),
                  ),
                ),
              },
            ]),
      ]),
    },
    drawing: null,
    suppressed: null,
    alt: title,
  };
}

/**
 * How the whole is to be handled: as strictly as the operation is and as any case in it. In a public report it is said
 * where a case asks for more than the least.
 */
export function handlingOf({ audience, highlights, results: { context } }: ReportSource): string | null {
  const ofCases = highlights.map(({ handling }) => handling);
  if (audience !== "public") return strictest([context.handling, ...ofCases]);
  const most = strictest(ofCases);
  return most > LEAST ? most : null;
}

/** "May be used to prevent and fight crime." */
const LEAST = "H0";

/** Counted facts are of tier A; what is said of a case is of tier B. What is public has none. */
export function tierOf({ audience, highlights }: ReportSource): "A" | "B" | null {
  if (audience === "public") return null;
  return highlights.length > 0 ? "B" : "A";
}
