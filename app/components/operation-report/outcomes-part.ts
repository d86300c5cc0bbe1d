import type { OutcomeCount, ReportedOutcome, ReportResults } from "#app/domain/operation-report/results.ts";
import { REPORTED_OUTCOMES } from "#app/domain/operation-report/results.ts";
import { count, type Drawn, heads, shown } from "./count-parts.ts";
import type { Cell, ReportWords } from "./document-types.ts";
import { share } from "./value-parts.ts";

/**
 * Charges, verdicts and disposals, each over the cases of the sheet. That nothing was told says nothing of what came: it is
 * said as that, and is no share.
 */
export function outcomesPart(words: ReportWords, { counts, figures }: ReportResults): Drawn {
  const { text } = words;
  const rows = counts.outcomes ?? [];
  const line = (name: string, row: OutcomeCount | undefined): Cell[] => [
    shown(name),
    row ? share(words, row.cases, figures.cases.total) : shown(text("operation_report.outcomes.none")),
    row ? count(words, row.outcomes) : shown("–"),
  ];
  const table = {
    heads: heads(
      text("operation_report.column.outcome"),
      text("operation_report.column.share"),
      text("operation_report.column.told"),
    ),
    rows:
      counts.outcomes === undefined
        ? []
        : REPORTED_OUTCOMES.flatMap((kind) => [
            line(
              text(`outcome.kind.${kind}`),
              rows.find(({ key }) => key.kind === kind && key.said === null),
            ),
            ...rows
              .filter(({ key }) => key.kind === kind && key.said !== null)
              .map((row) =>
                line(`${text(`outcome.kind.${kind}`)}: ${outcomeWord(kind, row.key.said ?? "", words)}`, row),
              ),
          ]),
  };
  return { table, drawing: null };
}

/** What a verdict or a disposal was, in words. */
export function outcomeWord(kind: ReportedOutcome, said: string, { text }: ReportWords): string {
  return kind === "disposal" ? text.code("disposal", said) : text.label(`outcome.result.${said}`);
}
