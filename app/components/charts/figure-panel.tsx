import { TableIcon } from "@phosphor-icons/react/dist/ssr/Table";
import type { ReactNode } from "react";
import type { FigureId } from "#app/domain/figures/definition.ts";
import { Icon } from "../ui/icon.tsx";
import { Panel } from "../ui/panel.tsx";
import { useText } from "../ui/text-context.tsx";
import { CsvLink, type CsvTable } from "./csv-link.tsx";
import type { Drawing } from "./drawing.ts";
import { FigureCaption } from "./figure-caption.tsx";
import { PictureLinks } from "./picture-links.tsx";
import type { Reckoning } from "./reckoning.ts";
import "./charts.css";

type FigurePanelProps = {
  figure: FigureId;
  title: string;
  note?: ReactNode;
  acts?: ReactNode;
  reckoning: Reckoning;
  csv: CsvTable;
  /** How it is drawn as a picture to take away. */
  drawing?: Drawing;
  /** The numbers as a table, where the figure is not one itself. */
  numbers?: ReactNode;
  children: ReactNode;
};

/** One figure: what it shows, the numbers behind it, what stands under it, and the file to take away. */
export function FigurePanel(props: FigurePanelProps) {
  const { figure, title, note, acts, reckoning, csv, drawing, numbers, children } = props;
  const text = useText();
  const foot = (
    <>
      <FigureCaption figure={figure} reckoning={reckoning} />
      <span className="figure-files">
        <CsvLink figure={figure} title={title} table={csv} reckoning={reckoning} />
        {drawing && <PictureLinks figure={figure} title={title} drawing={drawing} reckoning={reckoning} />}
      </span>
    </>
  );
  return (
    <Panel title={title} note={note} acts={acts} foot={foot}>
      {children}
      {numbers && (
        <details className="figure-numbers">
          <summary>
            <Icon of={TableIcon} />
            {text("figure.as_table")}
          </summary>
          {numbers}
        </details>
      )}
    </Panel>
  );
}
