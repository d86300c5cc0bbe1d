import { slotOf } from "#app/domain/commodity-groups.ts";
import { MIXED } from "#app/domain/figures/definition.ts";
import type { EvaluatedFigures } from "#app/domain/figures/result.ts";
import { useText } from "../ui/text-context.tsx";
import { BarTable } from "./bar-table.tsx";
import { useCountCsv } from "./count-csv.ts";
import { FigurePanel } from "./figure-panel.tsx";
import type { Reckoning } from "./reckoning.ts";
import { type Bar, KINDS, type Kind, plainBar } from "./stack.ts";

type GoodsPanelProps = {
  figures: Pick<EvaluatedFigures, "byGroup" | "cases">;
  /** The address of the page with one commodity group alone. */
  linkOf?: (group: string) => string;
  reckoning: Reckoning;
};

/** Cases by commodity group, in the order of the slots. A case with several groups stands under each of them. */
export function GoodsPanel({ figures, linkOf, reckoning }: GoodsPanelProps) {
  const text = useText();
  const bars = useGroupBars(figures.byGroup);
  const more = bars.reduce((sum, bar) => sum + bar.total, 0) - figures.cases.total;
  return (
    <FigurePanel
      figure="byGroup"
      title={text("figure.title.byGroup")}
      note={more > 0 ? text("figure.groups.more", { n: more }) : undefined}
      reckoning={reckoning}
      csv={useCountCsv(bars)}
      drawing={{ kind: "bars", bars }}
    >
      <BarTable
        label={text("figure.title.byGroup")}
        names={text("figure.column.group")}
        bars={bars}
        markOf={(bar) => bar.segments[0]?.kind}
        linkOf={linkOf && ((bar) => linkOf(bar.key))}
      />
    </FigurePanel>
  );
}

function useGroupBars(rows: EvaluatedFigures["byGroup"]): Bar[] {
  const text = useText();
  const placeOf = (kind: Kind | undefined) => KINDS.indexOf(kind ?? MIXED);
  return rows
    .flatMap((row) => {
      const group = row.key.group;
      return group === null ? [] : [plainBar(group, text.commodity(group), slotOf(group), row)];
    })
    .sort(
      (left, right) =>
        placeOf(left.segments[0]?.kind) - placeOf(right.segments[0]?.kind) || (left.key < right.key ? -1 : 1),
    );
}
