import type { ReactNode } from "react";
import type { CaseKey, FIGURES } from "#app/domain/figures/definition.ts";
import type { CaseRow } from "#app/domain/figures/result.ts";
import { useFormat, useText } from "../ui/text-context.tsx";
import { BarTable } from "./bar-table.tsx";
import { besideBars } from "./beside-bars.ts";
import { barsBy, mostFirst, nameOrder } from "./count-bars.ts";
import { useCountCsv } from "./count-csv.ts";
import { FigurePanel } from "./figure-panel.tsx";
import type { Reckoning } from "./reckoning.ts";

/** Figures that count cases by one key, some of them with the kinds of goods that a bar is divided by. */
export type CountFigure =
  | ("byMode" | "byCountry" | "byPlaceKind" | "byDirection")
  | ("byDetection" | "byConcealment" | "corridors");

type Rows<Key extends CaseKey> = readonly CaseRow<Key | "kind">[] | readonly CaseRow<Key>[];

type CountPanelProps<Key extends CaseKey> = {
  figure: CountFigure & keyof typeof FIGURES;
  by: Key;
  rows: Rows<Key>;
  /** The same figure of the period that it is compared with. */
  than?: Rows<Key>;
  title: string;
  /** Head of the first column. */
  names: string;
  nameOf: (code: string) => string;
  /** Countries stand by their names: an order by numbers can offend. */
  order?: "most" | "name";
  /** Where the name of a row leads: the page with this row alone. */
  linkOf?: (code: string) => string;
  /** No more than the first so many stand in the table; the file has all of them. */
  most?: number;
  acts?: ReactNode;
  reckoning: Reckoning;
};

/** Cases by the values of a key, most first; what is not known stands last and looks it. */
export function CountPanel<Key extends CaseKey>(props: CountPanelProps<Key>) {
  const { figure, title, names, order = "most", linkOf, most = Number.POSITIVE_INFINITY, reckoning } = props;
  const text = useText();
  const { locale } = useFormat();
  const { rows, than, by, nameOf } = props;
  const naming = { by, nameOf, notStated: text("figure.not_stated") };
  const bars = mostFirst(besideBars(barsBy(rows, naming), than ? barsBy(than, naming) : null));
  if (order === "name") bars.sort(nameOrder(locale));
  const shown = bars.slice(0, most);
  return (
    <FigurePanel
      figure={figure}
      title={title}
      note={bars.length > shown.length ? text("figure.top", { n: shown.length, of: bars.length }) : undefined}
      acts={props.acts}
      reckoning={reckoning}
      csv={useCountCsv(bars, reckoning.compared)}
      drawing={{ kind: "bars", bars: shown, compared: reckoning.compared }}
    >
      <BarTable
        label={title}
        names={names}
        bars={shown}
        compared={reckoning.compared}
        linkOf={linkOf && ((bar) => (bar.key === "" ? null : linkOf(bar.key)))}
      />
    </FigurePanel>
  );
}
