import { Panel } from "#app/components/ui/panel.tsx";
import { type Column, Table } from "#app/components/ui/table.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import type { FrequentFinding, Spread } from "#app/domain/digest.ts";
import "#app/components/totals/sum-page.css";

type DigestPageProps = {
  cases: number;
  most: number;
  late: number;
  toCleared: Spread | null;
  toReleased: Spread | null;
  findings: readonly FrequentFinding[];
  corrections: readonly { kind: string; n: number }[];
  returned: number;
  questions: { asked: number; open: number; toAnswer: Spread | null };
};

/** How fast the own reports went and what the checks found in them: nobody outside the agency sees it. */
export function DigestPage(props: DigestPageProps) {
  const text = useText();
  const { cases, most, late } = props;
  const { person } = useWorkspace();
  return (
    <div className="view sum-page">
      <header className="view-head">
        <h1>{text("digest.title")}</h1>
        <span className="caption">{text("digest.note", { agency: person.agency })}</span>
      </header>
      <p className="sum-line">
        {text("digest.cases", { n: cases })}
        {late > 0 && ` · ${text("digest.late", { n: late })}`}
      </p>
      {cases === most && <p className="caption">{text("digest.most", { n: most })}</p>}
      <div className="sum-panels">
        <Timeliness {...props} />
        <Findings {...props} />
        <Changes {...props} />
      </div>
    </div>
  );
}

type Way = { name: string; spread: Spread | null };

function Timeliness({ toCleared, toReleased, questions }: DigestPageProps) {
  const text = useText();
  const format = useFormat();
  const rows: Way[] = [
    { name: text("digest.to_cleared"), spread: toCleared },
    { name: text("digest.to_released"), spread: toReleased },
    { name: text("digest.to_answer"), spread: questions.toAnswer },
  ];
  const said = (spread: Spread | null, of: "median" | "ninetieth") => (spread ? format.duration(spread[of]) : "–");
  const columns: Column<Way>[] = [
    { key: "name", label: text("digest.way"), names: true, cell: ({ name }) => name },
    { key: "n", label: text("digest.n"), numeric: true, cell: ({ spread }) => format.number(spread?.n ?? 0) },
    { key: "median", label: text("digest.median"), numeric: true, cell: ({ spread }) => said(spread, "median") },
    { key: "p90", label: text("digest.ninetieth"), numeric: true, cell: ({ spread }) => said(spread, "ninetieth") },
  ];
  return (
    <Panel title={text("digest.timeliness")} note={text("digest.timeliness.note")}>
      <Table label={text("digest.timeliness")} columns={columns} rows={rows} keyOf={({ name }) => name} />
    </Panel>
  );
}

function Findings({ findings, cases }: DigestPageProps) {
  const text = useText();
  const format = useFormat();
  const columns: Column<FrequentFinding>[] = [
    { key: "what", label: text("digest.found"), names: true, cell: ({ check }) => text.label(`digest.check.${check}`) },
    { key: "n", label: text("digest.in_cases"), numeric: true, cell: (row) => format.number(row.cases) },
    {
      key: "share",
      label: text("digest.share"),
      numeric: true,
      cell: (row) => text("digest.percent", { n: Math.round((100 * row.cases) / cases) }),
    },
  ];
  return (
    <Panel title={text("digest.findings")} note={text("digest.findings.note")}>
      {findings.length === 0 ? (
        <p className="caption">{text("digest.none")}</p>
      ) : (
        <Table label={text("digest.findings")} columns={columns} rows={findings} keyOf={({ check }) => check} />
      )}
    </Panel>
  );
}

function Changes({ corrections, returned, questions }: DigestPageProps) {
  const text = useText();
  const format = useFormat();
  const rows = [
    ...corrections.map(({ kind, n }) => ({ name: text.label(`seizure.change.${kind}`), n })),
    { name: text("digest.returned"), n: returned },
    { name: text("digest.asked"), n: questions.asked },
    { name: text("digest.open"), n: questions.open },
  ];
  return (
    <Panel title={text("digest.changes")}>
      <Table
        label={text("digest.changes")}
        rows={rows}
        keyOf={({ name }) => name}
        columns={[
          {
            key: "name",
            label: text("digest.what"),
            names: true,
            cell: ({ name }) => <span className="sum-name">{name}</span>,
          },
          { key: "n", label: text("digest.n"), numeric: true, cell: ({ n }) => format.number(n) },
        ]}
      />
    </Panel>
  );
}
