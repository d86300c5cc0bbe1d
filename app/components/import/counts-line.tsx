import { useText } from "#app/components/ui/text-context.tsx";
import { ROW_OUTCOMES, type RowCount } from "#app/domain/import/progress.ts";

/** What became of the lines of a file, and what is left of them, in one line. */
export function CountsLine({ counts }: { counts: readonly RowCount[] }) {
  const text = useText();
  const of = (match: (count: RowCount) => boolean) => counts.filter(match).reduce((sum, { n }) => sum + n, 0);
  const became = ROW_OUTCOMES.filter((outcome) => outcome !== "").map((outcome) => ({
    key: `import.became.${outcome}`,
    n: of((count) => count.outcome === outcome),
  }));
  const left = (["ok", "question", "error"] as const).map((status) => ({
    key: `import.left.${status}`,
    n: of((count) => count.outcome === "" && count.status === status),
  }));
  const said = [...became, ...left].filter(({ n }) => n > 0);
  return <span>{said.map(({ key, n }) => text.label(key, { n })).join(" · ")}</span>;
}
