import type { FigureLine } from "#app/domain/operation-report/lines.ts";
import { count, heads, shown } from "./count-parts.ts";
import type { PartTable, ReportWords } from "./document-types.ts";

const VALUES: readonly string[] = ["total", "confirmed", "provisional"];

/** Figures of one administration by kinds of goods, and all together; null where it has none. */
export function signedTable(lines: readonly FigureLine[], words: ReportWords): PartTable | null {
  const { text } = words;
  const kinds = new Map<string, number[]>();
  for (const { line, value } of lines) {
    const [, kind = "", , name] = line.split("/");
    const place = VALUES.indexOf(name ?? "");
    const row = kinds.get(kind) ?? VALUES.map(() => 0);
    kinds.set(
      kind,
      row.map((before, at) => (at === place ? Number(value) : before)),
    );
  }
  if (kinds.size === 0) return null;
  const rows = [...kinds].map(([kind, values]) => ({ name: kindName(kind, words), values }));
  const sums = VALUES.map((_, at) => rows.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));
  return {
    heads: heads(
      text("figure.column.goods"),
      ...["cases", "confirmed", "provisional"].map((name) => text.label(`figure.csv.${name}`)),
    ),
    rows: [...rows, ...(rows.length > 1 ? [{ name: text("operation_report.sign.all"), values: sums }] : [])].map(
      ({ name, values }) => [shown(name), ...values.map((value) => count(words, value))],
    ),
  };
}

function kindName(kind: string, { text }: ReportWords): string {
  if (kind === "mixed") return text("figure.kind.mixed");
  return text.has(`slot.${kind}`) ? text.label(`slot.${kind}`) : text("figure.not_stated");
}

/** "figures, Executive summary" */
export function whatIsSigned(sections: readonly string[], { text, format }: ReportWords): string {
  const named = sections.map((code) => text.label(`operation_report.section.${code}`));
  return format.list([text("operation_report.signature.figures"), ...named]);
}
