import { TableIcon } from "@phosphor-icons/react/dist/ssr/Table";
import { Link } from "@remix-run/react";
import { Panel } from "#app/components/ui/panel.tsx";
import { EmptyState } from "#app/components/ui/states.tsx";
import { type Column, Table } from "#app/components/ui/table.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import type { ImportState } from "#app/domain/import/progress.ts";
import { TEMPLATE_NAMES } from "#app/domain/import-templates.ts";
import { CountsLine } from "./counts-line.tsx";
import type { ImportLine } from "./import-types.ts";
import { StartImport } from "./start-import.tsx";
import "./import.css";

const KINDS = ["xlsx", "csv"] as const;

type ImportsPageProps = { lines: readonly ImportLine[]; mayWrite: boolean };

/** The agency's files, the way to send one more, and empty tables to fill. */
export function ImportsPage({ lines, mayWrite }: ImportsPageProps) {
  const text = useText();
  const hydrated = useHydrated();
  const home = `/operations/${useWorkspace().operation.id}/import`;
  return (
    <div className="view imports">
      <header className="view-head">
        <h1>{text("import.title")}</h1>
        <span className="caption">{text("import.what")}</span>
      </header>
      {mayWrite && hydrated && <StartImport home={home} lines={lines} />}
      {!mayWrite && <p className="caption">{text("import.closed")}</p>}
      {lines.length === 0 ? (
        <EmptyState level={2} icon={TableIcon} title={text("import.empty.title")}>
          {text("import.empty.text")}
        </EmptyState>
      ) : (
        <Panel title={text("import.list")} note={text("import.list.note")}>
          <Files lines={lines} home={home} />
        </Panel>
      )}
      <Panel title={text("import.templates")} note={text("import.templates.note")}>
        <ul className="import-templates">
          {TEMPLATE_NAMES.map((name) => (
            <li key={name}>
              <span className="strong">{text(`import.template.${name}`)}</span>
              <span className="import-template-kinds">
                {KINDS.map((kind) => (
                  <a key={kind} href={`${home}/templates/${name}.${kind}`} download className="link">
                    {text(`import.template.${kind}`)}
                    <span className="aside">: {text(`import.template.${name}`)}</span>
                  </a>
                ))}
              </span>
              <span className="caption">{text(`import.template.${name}.note`)}</span>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}

function Files({ lines, home }: { lines: readonly ImportLine[]; home: string }) {
  const text = useText();
  const format = useFormat();
  const columns: Column<ImportLine>[] = [
    {
      key: "file",
      label: text("import.column.file"),
      names: true,
      cell: (line) => (
        <Link to={`${home}/${line.id}`} className="row-link import-name">
          {line.fileName}
        </Link>
      ),
    },
    { key: "state", label: text("import.column.state"), cell: (line) => <StateTag state={line.state} /> },
    { key: "counts", label: text("import.column.counts"), cell: (line) => <CountsLine counts={line.counts} /> },
    {
      key: "rows",
      label: text("import.column.rows"),
      numeric: true,
      cell: (line) =>
        line.state === "uploading"
          ? text("import.received", {
              received: format.bytes(line.received),
              bytes: format.bytes(line.fileBytes),
            })
          : format.number(line.rows),
    },
    { key: "by", label: text("import.column.by"), cell: (line) => line.by },
    { key: "at", label: text("import.column.at"), cell: (line) => <Time at={line.madeAt} /> },
  ];
  return <Table label={text("import.list")} columns={columns} rows={lines} keyOf={(line) => line.id} stack />;
}

const TONES: Partial<Record<ImportState, "lamp" | "warn" | "danger" | "passed">> = {
  reading: "lamp",
  importing: "lamp",
  uploading: "warn",
  read: "warn",
  refused: "danger",
  done: "passed",
};

export function StateTag({ state }: { state: ImportState }) {
  const text = useText();
  return <Tag tone={TONES[state]}>{text(`import.state.${state}`)}</Tag>;
}
