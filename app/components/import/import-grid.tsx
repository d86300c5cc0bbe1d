import { DownloadSimpleIcon } from "@phosphor-icons/react/dist/ssr/DownloadSimple";
import { FunnelIcon } from "@phosphor-icons/react/dist/ssr/Funnel";
import { Icon } from "#app/components/ui/icon.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { EmptyState } from "#app/components/ui/states.tsx";
import { Segments } from "#app/components/ui/tabs.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { countStandings, ROW_STANDINGS, type RowStanding } from "#app/domain/import/progress.ts";
import { ImportRow } from "./import-row.tsx";
import type { ImportPageData } from "./import-types.ts";

type ImportGridProps = Pick<ImportPageData, "grid" | "line"> & { home: string; open: boolean };

/** The rows of the file: what was written, what was understood, and what is wrong or asked, page by page. */
export function ImportGridPanel({ grid, line, home, open }: ImportGridProps) {
  const text = useText();
  const format = useFormat();
  const sums = countStandings(line.counts);
  const all = Object.values(sums).reduce((sum, n) => sum + n, 0);
  const shown = ROW_STANDINGS.filter((standing) => sums[standing] > 0 || standing === grid.standing);
  const options = [
    { value: "all" as const, label: text("import.show.all", { n: format.number(all) }) },
    ...shown.map((value) => ({ value, label: text(`import.show.${value}`, { n: format.number(sums[value]) }) })),
  ];
  const toOf = (value: RowStanding | "all") => (value === "all" ? "?" : `?show=${value}`);
  return (
    <Panel
      title={text("import.grid")}
      acts={
        sums.error + sums.question + sums.differs > 0 && (
          <a href={`${home}/import/${line.id}/refused`} download className="button button-small">
            <Icon of={DownloadSimpleIcon} size={16} />
            {text("import.refused.download")}
          </a>
        )
      }
    >
      <div className="import-filter">
        <Segments label={text("import.show")} options={options} value={grid.standing ?? "all"} toOf={toOf} />
      </div>
      {grid.rows.length === 0 ? (
        <EmptyState icon={FunnelIcon} title={text("import.grid.none")} />
      ) : (
        <ol className="import-rows">
          {grid.rows.map((row) => (
            <ImportRow key={row.row} row={row} home={home} address={`${home}/import/${line.id}?index`} open={open} />
          ))}
        </ol>
      )}
      {grid.rows.length > 0 && (
        <Pager
          from={grid.from}
          to={grid.from + grid.rows.length - 1}
          total={grid.total}
          previousTo={grid.previous ?? undefined}
          nextTo={grid.next ?? undefined}
        />
      )}
    </Panel>
  );
}
