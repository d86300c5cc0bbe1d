import type { TallySpan, TallyTotals } from "#app/domain/tally/totals.ts";
import { Segments } from "../ui/tabs.tsx";
import { useFormat, useText } from "../ui/text-context.tsx";
import { TOTALS_BY, type TotalsBy } from "./totals-by-address.ts";

type TotalsByChoiceProps = { by: TotalsBy; tallies: TallySpan; toOf: (by: TotalsBy) => string };

/** By cases or by tallies, and what the chosen one is. */
export function TotalsByChoice({ by, tallies, toOf }: TotalsByChoiceProps) {
  const text = useText();
  const format = useFormat();
  const days = tallies.from === tallies.to ? format.day(tallies.from) : format.dayRange(tallies.from, tallies.to);
  return (
    <div className="totals-by">
      <Segments
        label={text("totals.by")}
        options={TOTALS_BY.map((value) => ({ value, label: text(`totals.by.${value}`) }))}
        value={by}
        toOf={toOf}
      />
      <span className="caption">
        {by === "cases" ? text("totals.by.cases.note") : text(`totals.by.tallies.note.${tallies.scope}`, { days })}
      </span>
    </div>
  );
}

/** What a page that offers both is given: no span where the reader has no tallies, no totals where they were not asked for. */
export type TotalsBeside = { span: TallySpan | null; totals: TallyTotals | null };
