import { useText } from "#app/components/ui/text-context.tsx";
import { CASE_MARKS, type CaseMark } from "#app/domain/cen/mapping.ts";

/** How the cases of an export stand to the one before, in one line. */
export function MarkCounts({ counts }: { counts: Readonly<Record<CaseMark, number>> }) {
  const text = useText();
  const said = CASE_MARKS.filter((mark) => counts[mark] > 0);
  if (said.length === 0) return <span>{text("export.nothing")}</span>;
  return <span>{said.map((mark) => text(`export.count.${mark}`, { n: counts[mark] })).join(" · ")}</span>;
}
