import { Link } from "@remix-run/react";
import { GoodsWords } from "#app/components/seizure/seizure-words.tsx";
import { useJointNote } from "#app/components/ui/joint-note.ts";
import { Panel } from "#app/components/ui/panel.tsx";
import { type Column, Table } from "#app/components/ui/table.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import { useCountryNames, useWorkspace } from "#app/components/workspace/use-workspace.ts";
import type { Corrected, DeadlineFigures } from "#app/domain/deadline.ts";
import { DeadlineQuantities } from "./deadline-quantities.tsx";
import { Tallies } from "./deadlines-page.tsx";
import "#app/components/seizure/seizure.css";
import "#app/components/totals/sum-page.css";

type DeadlinePageProps = {
  day: string;
  dueAt: string;
  frozenAt: string;
  figures: DeadlineFigures;
  corrected: readonly Corrected[];
  /** Counted here, and erased since. */
  erased: readonly { id: string; messageNo: string }[];
};

/** The provisional sum of one deadline, and beside it what was corrected since. */
export function DeadlinePage({ day, dueAt, frozenAt, figures, corrected, erased }: DeadlinePageProps) {
  const text = useText();
  const format = useFormat();
  return (
    <div className="view sum-page">
      <header className="view-head">
        <div>
          <p>
            <Link to=".." relative="path" className="link">
              {text("deadlines.title")}
            </Link>
          </p>
          <h1>{format.dayLong(day)}</h1>
        </div>
        <span className="caption">
          {text("deadlines.due")} <Time at={dueAt} as="exact" />
        </span>
      </header>
      <p className="sum-line">
        {text("deadlines.sum", {
          n: figures.cases,
          confirmed: figures.confirmed,
          provisional: figures.cases - figures.confirmed,
        })}
        {" · "}
        <Tallies tallies={figures.tallies} />
      </p>
      <p className="caption">
        {text("deadlines.frozen")} <Time at={frozenAt} as="moment" />
      </p>
      <ErasedSince erased={erased} />
      <Since corrected={corrected} />
      <div className="sum-panels">
        <Counts
          title={text("deadlines.by_country")}
          counts={figures.reporters}
          kind="country"
          note={useJointNote(figures.joint)}
        />
        <Counts title={text("deadlines.by_group")} counts={figures.groups} kind="group" />
        <DeadlineQuantities quantities={figures.quantities} />
      </div>
    </div>
  );
}

function ErasedSince({ erased }: Pick<DeadlinePageProps, "erased">) {
  const text = useText();
  const home = `/operations/${useWorkspace().operation.id}/seizures`;
  if (erased.length === 0) return null;
  return (
    <p>
      {text("deadlines.erased", { n: erased.length })}{" "}
      {erased.map(({ id, messageNo }) => (
        <Link key={id} to={`${home}/${id}`} className="code">
          {messageNo}{" "}
        </Link>
      ))}
    </p>
  );
}

function Since({ corrected }: { corrected: readonly Corrected[] }) {
  const text = useText();
  const home = `/operations/${useWorkspace().operation.id}/seizures`;
  // A check alone changes no figure but 'confirmed'.
  const rows = corrected.filter(
    ({ before, after, stateNow }) => stateNow === "merged" || JSON.stringify(before) !== JSON.stringify(after),
  );
  const columns: Column<Corrected>[] = [
    {
      key: "no",
      label: text("seizures.column.no"),
      names: true,
      cell: ({ id, messageNo }) => (
        <Link to={`${home}/${id}`} className="code">
          {messageNo}
        </Link>
      ),
    },
    { key: "before", label: text("deadlines.then"), cell: ({ before }) => <GoodsWords items={before} hollow /> },
    {
      key: "after",
      label: text("deadlines.now"),
      cell: ({ after, stateNow }) =>
        stateNow === "merged" ? text("seizures.state.merged") : <GoodsWords items={after} hollow />,
    },
  ];
  return (
    <Panel title={text("deadlines.corrected", { n: rows.length })} note={text("deadlines.corrected.note")}>
      {rows.length > 0 && (
        <Table
          label={text("deadlines.corrected", { n: rows.length })}
          columns={columns}
          rows={rows}
          keyOf={({ id }) => id}
          stack
        />
      )}
    </Panel>
  );
}

type CountsProps = { title: string; counts: Record<string, number>; kind: "country" | "group"; note?: string };

function Counts({ title, counts, kind, note }: CountsProps) {
  const text = useText();
  const format = useFormat();
  const countries = useCountryNames();
  const rows = Object.entries(counts)
    .map(([code, n]) => ({ code, n, name: kind === "country" ? (countries[code] ?? code) : text.commodity(code) }))
    .sort((left, right) => left.name.localeCompare(right.name));
  return (
    <Panel title={title}>
      <Table
        label={title}
        rows={rows}
        keyOf={({ code }) => code}
        columns={[
          { key: "name", label: text(`deadlines.${kind}`), names: true, cell: ({ name }) => name },
          { key: "n", label: text("deadlines.cases"), numeric: true, cell: ({ n }) => format.number(n) },
        ]}
      />
      {note && <p className="footnote">{note}</p>}
    </Panel>
  );
}
