import type { ReactNode } from "react";
import type { EvaluatedFigures } from "#app/domain/figures/result.ts";
import { useJointNote } from "../ui/joint-note.ts";
import { Segments } from "../ui/tabs.tsx";
import { useFormat, useText } from "../ui/text-context.tsx";
import { BarTable } from "./bar-table.tsx";
import { besideBars } from "./beside-bars.ts";
import { useCountCsv } from "./count-csv.ts";
import { FigurePanel } from "./figure-panel.tsx";
import type { Participant } from "./participant.ts";
import type { Reckoning } from "./reckoning.ts";
import { type Bar, barOf } from "./stack.ts";

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
  const names = new Map(participants.map(({ code, name }) => [code, name]));
  const barsOf = (some: EvaluatedFigures["byReporter"]) =>
    [...new Set([...names.keys(), ...some.flatMap((row) => row.key.reporter ?? [])])].map((code) =>
      barOf(
        code,
        names.get(code) ?? code,
        some.filter((row) => row.key.reporter === code),
      ),
    );
  const bars = besideBars(barsOf(rows), than ? barsOf(than) : null);
  const { compare } = new Intl.Collator(locale === "pseudo" ? "en" : locale);
  return bars.sort(
    (left, right) => (order === "rank" ? right.total - left.total : 0) || compare(left.label, right.label),
  );
}
