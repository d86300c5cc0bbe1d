import type { ReactNode } from "react";
import { SLOTS, slotOf } from "#app/domain/commodity-groups.ts";
import type { EvaluatedFigures } from "#app/domain/figures/result.ts";
import { useText } from "../ui/text-context.tsx";
import { BarTable } from "./bar-table.tsx";
import { besideBars } from "./beside-bars.ts";
import { useCountCsv } from "./count-csv.ts";
import { FigurePanel } from "./figure-panel.tsx";
import type { Reckoning } from "./reckoning.ts";
import { type Bar, plainBar } from "./stack.ts";

type GoodsPanelProps = {
  figures: Pick<EvaluatedFigures, "byGroup" | "cases">;
  /** The same figure of the period that it is compared with. */
  than?: EvaluatedFigures["byGroup"];
  /** The address of the page with one commodity group alone. */
  linkOf?: (group: string) => string;
  acts?: ReactNode;
  reckoning: Reckoning;
};

/** Cases by commodity group, in the order of the slots. A case with several groups stands under each of them. */
export function GoodsPanel({ figures, than, linkOf, acts, reckoning }: GoodsPanelProps) {
  const text = useText();
  const bars = useGroupBars(figures.byGroup, than);
  const more = bars.reduce((sum, bar) => sum + bar.total, 0) - figures.cases.total;
  return (
    <FigurePanel
      figure="byGroup"
      title={text("figure.title.byGroup")}
      note={more > 0 ? text("figure.groups.more", { n: more }) : undefined}
      acts={acts}
      reckoning={reckoning}
      csv={useCountCsv(bars, reckoning.compared)}
      drawing={{ kind: "bars", bars, compared: reckoning.compared }}
    >
      <BarTable
        label={text("figure.title.byGroup")}
        names={text("figure.column.group")}
        bars={bars}
        compared={reckoning.compared}
        markOf={(bar) => slotOf(bar.key)}
        linkOf={linkOf && ((bar) => linkOf(bar.key))}
      />
    </FigurePanel>
  );
}

function useGroupBars(rows: EvaluatedFigures["byGroup"], than?: EvaluatedFigures["byGroup"]): Bar[] {
  const text = useText();
  const barsOf = (some: EvaluatedFigures["byGroup"]) =>
    some.flatMap((row) => {
      const group = row.key.group;
      return group === null ? [] : [plainBar(group, text.commodity(group), slotOf(group), row)];
    });
  const placeOf = ({ key }: Bar) => SLOTS.indexOf(slotOf(key));
  return besideBars(barsOf(rows), than ? barsOf(than) : null).sort(
    (left, right) => placeOf(left) - placeOf(right) || (left.key < right.key ? -1 : 1),
  );
}
