import { FunnelIcon } from "@phosphor-icons/react/dist/ssr/Funnel";
import { Link } from "@remix-run/react";
import { Pager } from "#app/components/ui/pager.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { EmptyState } from "#app/components/ui/states.tsx";
import { type Column, Table } from "#app/components/ui/table.tsx";
import { Segments } from "#app/components/ui/tabs.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { CASE_MARKS, type CaseMark } from "#app/domain/cen/mapping.ts";
import type { ExportedCase, ExportPageData } from "./export-types.ts";

const TONES = { new: "lamp", changed: "warn", unchanged: undefined, withdrawn: "danger" } as const;

/** The cases in a workbook, each with its mark and where it says something else than before. */
export function ExportedCases({ cases, line, home }: ExportPageData & { home: string }) {
  const text = useText();
  const format = useFormat();
  const inside = { ...line.counts, unchanged: line.scope === "all" ? line.counts.unchanged : 0 };
  const all = CASE_MARKS.reduce((sum, mark) => sum + inside[mark], 0);
  const options = [
    { value: "every" as const, label: text("export.show.every", { n: format.number(all) }) },
    ...CASE_MARKS.filter((mark) => inside[mark] > 0 || mark === cases.mark).map((mark) => ({
      value: mark,
      label: text(`export.show.${mark}`, { n: format.number(inside[mark]) }),
    })),
  ];
  const toOf = (value: CaseMark | "every") => (value === "every" ? "?" : `?show=${value}`);
  const changed: Column<ExportedCase> = {
    key: "changed",
    label: text("export.column.changed"),
    cell: ({ changed: said }) => <span lang="en">{said.join(", ")}</span>,
  };
  const columns: Column<ExportedCase>[] = [
    {
      key: "case",
      label: text("export.column.case"),
      names: true,
      cell: ({ seizureId, caseNo }) => (
        <Link to={`${home}/seizures/${seizureId}`} className="row-link code">
          {caseNo || text("export.erased")}
        </Link>
      ),
    },
    {
      key: "mark",
      label: text("export.column.mark"),
      cell: ({ mark }) => <Tag tone={TONES[mark]}>{text(`export.mark.${mark}`)}</Tag>,
    },
    ...(cases.rows.some(({ changed: said }) => said.length > 0) ? [changed] : []),
    {
      key: "version",
      label: text("export.column.version"),
      numeric: true,
      cell: ({ version }) => format.number(version),
    },
  ];
  return (
    <Panel title={text("export.cases")}>
      {all === 0 ? (
        <p className="caption">{text("export.cases.none")}</p>
      ) : (
        <>
          <div className="export-filter">
            <Segments label={text("export.show")} options={options} value={cases.mark ?? "every"} toOf={toOf} />
          </div>
          {cases.rows.length === 0 ? (
            <EmptyState icon={FunnelIcon} title={text("export.cases.filtered")} />
          ) : (
            <>
              <Table
                label={text("export.cases")}
                columns={columns}
                rows={cases.rows}
                keyOf={({ seizureId }) => seizureId}
                stack
              />
              <Pager
                from={cases.from}
                to={cases.from + cases.rows.length - 1}
                total={cases.total}
                previousTo={cases.from > 1 ? toOf(cases.mark ?? "every") : undefined}
                nextTo={cases.next ?? undefined}
              />
            </>
          )}
        </>
      )}
    </Panel>
  );
}
