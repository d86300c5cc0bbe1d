import { TableIcon } from "@phosphor-icons/react/dist/ssr/Table";
import { useId } from "react";
import { BarTable } from "#app/components/charts/bar-table.tsx";
import type { Drawing } from "#app/components/charts/drawing.ts";
import { ColumnsSvg } from "#app/components/charts/figure-svg.tsx";
import { KindLegend } from "#app/components/charts/legend.tsx";
import { type Bar, kindsIn } from "#app/components/charts/stack.ts";
import { CorridorPicture } from "#app/components/corridor-picture/corridor-picture.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { TableFrame } from "#app/components/ui/table-frame.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { PartForm } from "#app/domain/operation-report/report-text.ts";
import type { DocumentPart, PartTable } from "./document-types.ts";
import "#app/components/charts/charts.css";

const COLUMNS_HEIGHT = 160;
/** Corridors under their map; the table has all. */
const MOST_CORRIDORS = 20;

/**
 * One figure of a report: as a chart where it makes one, always as a table, with what stands under it. Between words as
 * the one or the other.
 */
export function PartView({ part, form }: { part: DocumentPart; form?: PartForm }) {
  const id = useId();
  const { title, table, notes } = part;
  const drawing = form === "table" ? null : part.drawing;
  return (
    <section className="report-part" aria-labelledby={id}>
      <h3 id={id} className="report-part-title">
        {title}
      </h3>
      {drawing?.kind === "bars" && (
        <>
          <KindLegend kinds={kindsIn(drawing.bars)} />
          <BarTable label={title} names={table.heads[0]?.name ?? ""} bars={drawing.bars} />
        </>
      )}
      {drawing?.kind === "corridors" && (
        <>
          <CorridorPicture
            bars={drawing.bars}
            participants={drawing.participants}
            nameOf={(code) => drawing.names[code] ?? code}
          />
          <BarTable label={title} names={table.heads[0]?.name ?? ""} bars={barsUnder(drawing)} />
        </>
      )}
      {drawing?.kind === "columns" && (
        <div className="report-columns" role="img" aria-label={part.alt}>
          <KindLegend kinds={kindsIn(drawing.bars)} />
          <ColumnsSvg bars={drawing.bars} end={drawing.end} ticks={drawing.ticks} height={COLUMNS_HEIGHT} />
        </div>
      )}
      {drawing === null || drawing.kind === "heat" ? (
        <PartTableView title={title} table={table} />
      ) : (
        table.rows.length > barsUnder(drawing).length && <AsTable title={title} table={table} />
      )}
      {notes.map((note) => (
        <p key={note} className="caption">
          {note}
        </p>
      ))}
    </section>
  );
}

/** Bars that already stand on the page as a table of their own. */
function barsUnder(drawing: Drawing): readonly Bar[] {
  if (drawing.kind === "bars") return drawing.bars;
  return drawing.kind === "corridors" ? drawing.bars.slice(0, MOST_CORRIDORS) : [];
}

function AsTable({ title, table }: { title: string; table: PartTable }) {
  const text = useText();
  return (
    <details className="figure-numbers">
      <summary>
        <Icon of={TableIcon} />
        {text("figure.as_table")}
      </summary>
      <PartTableView title={title} table={table} />
    </details>
  );
}

/** Its numbers, row by row. */
export function PartTableView({ title, table: { heads, rows } }: { title: string; table: PartTable }) {
  const text = useText();
  if (rows.length === 0) return <p className="muted">{text("operation_report.no_share")}</p>;
  return (
    <TableFrame label={text("figure.table_of", { title })}>
      <table className="table report-table">
        <caption className="aside">{title}</caption>
        <thead>
          <tr>
            {heads.map(({ name, numeric }) => (
              <th key={name} scope="col" className={numeric ? "numeric" : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...cells], at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a made table never move.
            <tr key={`${at} ${first?.shown}`}>
              <th scope="row">{first?.shown}</th>
              {cells.map((cell, column) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells stand under their heads.
                  key={column}
                  className={heads[column + 1]?.numeric ? "numeric" : undefined}
                >
                  {cell.shown}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
