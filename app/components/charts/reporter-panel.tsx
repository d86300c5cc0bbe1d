import type { ReactNode } from "react";
import type { EvaluatedFigures } from "#app/domain/figures/result.ts";
import { useJointNote } from "../ui/joint-note.ts";
import { Segments } from "../ui/tabs.tsx";
import { useFormat, useText } from "../ui/text-context.tsx";
import { BarTable } from "./bar-table.tsx";
import { besideBars } from "./beside-bars.ts";
import { nameOrder } from "./count-bars.ts";
import { useCountCsv } from "./count-csv.ts";
import { FigurePanel } from "./figure-panel.tsx";
import type { Participant } from "./participant.ts";
import type { Reckoning } from "./reckoning.ts";
import { reporterBars } from "./reporter-bars.ts";
import type { Bar } from "./stack.ts";

export type Order = "name" | "rank";

type ReporterPanelProps = {
  rows: EvaluatedFigures["byReporter"];
  /** The same figure of the period that it is compared with. */
  than?: EvaluatedFigures["byReporter"];
  participants: readonly Participant[];
  own?: string;
  /** Only part of the cases is shown: an empty row then says nothing of the administration. */
  filtered?: boolean;
  order: Order;
  /** The address of the same page in another order; left out where the order is settled. */
  toOrder?: (order: Order) => string;
  /** The address of the page with one administration alone. */
  linkOf?: (reporter: string) => string;
  /** How another measure or split is chosen. */
  choice?: ReactNode;
  joint: EvaluatedFigures["joint"];
  reckoning: Reckoning;
};

/** Cases by administration: by name unless the reader asks for rank. All that take part are there, with or without cases. */
export function ReporterPanel(props: ReporterPanelProps) {
  const { rows, participants, own, filtered = false, order, toOrder, linkOf, joint, reckoning } = props;
  const text = useText();
  const bars = useReporterBars({ rows, than: props.than }, participants, order);
  const orders = (["name", "rank"] as const).map((value) => ({ value, label: text(`figure.order.${value}`) }));
  const reporting = bars.filter((bar) => bar.total > 0).length;
  const table = useCountCsv(bars, reckoning.compared);
  const footnote = useJointNote(joint);
  return (
    <FigurePanel
      figure="byReporter"
      title={text("figure.title.byReporter")}
      note={text(filtered ? "figure.reporters.note_filtered" : "figure.reporters.note", {
        n: reporting,
        total: bars.length,
      })}
      acts={
        <>
          {toOrder && <Segments label={text("figure.order")} options={orders} value={order} toOf={toOrder} />}
          {props.choice}
        </>
      }
      reckoning={reckoning}
      csv={footnote ? { ...table, notes: [footnote] } : table}
      drawing={{ kind: "bars", bars, compared: reckoning.compared }}
    >
      <BarTable
        label={text("figure.title.byReporter")}
        names={text("figure.column.administration")}
        bars={bars}
        compared={reckoning.compared}
        own={own}
        empty={() => text(filtered ? "figure.reporters.none_fits" : "figure.reporters.none")}
        linkOf={linkOf && ((bar) => linkOf(bar.key))}
      />
      {footnote && <p className="footnote">{footnote}</p>}
      <p className="caution">{text("figure.caution")}</p>
    </FigurePanel>
  );
}

function useReporterBars(
  { rows, than }: Pick<ReporterPanelProps, "rows" | "than">,
  participants: readonly Participant[],
  order: Order,
): Bar[] {
  const { locale } = useFormat();
  const bars = besideBars(reporterBars(rows, participants), than ? reporterBars(than, participants) : null);
  const byName = nameOrder(locale);
  return bars.sort((left, right) => (order === "rank" ? right.total - left.total : 0) || byName(left, right));
}
