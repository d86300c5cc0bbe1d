import { Panel } from "#app/components/ui/panel.tsx";
import { type Column, Table } from "#app/components/ui/table.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import type { ListPart } from "#app/domain/reference-list.ts";
import { partLabel } from "./part-label.ts";

/** One list of reference data: its parts, where each comes from, and what it is used by. */
export function ReferenceList({ list, parts }: { list: string; parts: readonly ListPart[] }) {
  const text = useText();
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  const title = text.label(`reference.list.${list}`);
  return (
    <Panel
      title={title}
      note={rows > 0 && text("reference.count", { n: rows })}
      foot={<p>{text.label(`reference.use.${list}`, {}, "")}</p>}
    >
      <Table
        label={title}
        stack
        rows={parts}
        keyOf={({ part, source }) => `${part} ${source}`}
        columns={useColumns(parts)}
      />
    </Panel>
  );
}

function useColumns(parts: readonly ListPart[]): Column<ListPart>[] {
  const text = useText();
  const format = useFormat();
  const memory: Column<ListPart> = {
    key: "memory",
    label: text("reference.memory"),
    numeric: true,
    cell: ({ toBeConfirmed }) => format.number(toBeConfirmed ?? 0),
  };
  return [
    { key: "part", label: text("reference.part"), names: true, cell: ({ list, part }) => partLabel(text, list, part) },
    {
      key: "rows",
      label: text("reference.rows"),
      numeric: true,
      cell: ({ rows }) => (rows > 0 ? format.number(rows) : ""),
    },
    ...(parts.some(({ toBeConfirmed }) => toBeConfirmed !== null) ? [memory] : []),
    { key: "source", label: text("reference.source"), cell: (row) => <Source {...row} /> },
    { key: "version", label: text("reference.version"), cell: ({ version }) => version },
    { key: "licence", label: text("reference.licence"), cell: ({ licence }) => licence },
    { key: "speaks", label: text("reference.speaks"), cell: (row) => <Span {...row} /> },
  ];
}

function Source({ title, note }: ListPart) {
  return (
    <span>
      {title}
      {note && <small className="muted"> {note}</small>}
    </span>
  );
}

/** Of which days the source speaks; nothing where it says nothing of it. */
function Span({ validFrom: from, validTo: until }: ListPart) {
  const text = useText();
  const { day, dayRange } = useFormat();
  if (from && from === until) return text("reference.on", { on: day(from) });
  if (from && until) return dayRange(from, until);
  if (from) return text("reference.from", { from: day(from) });
  return until ? text("reference.until", { until: day(until) }) : "";
}
