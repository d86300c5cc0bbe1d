import { ClockCounterClockwiseIcon } from "@phosphor-icons/react/dist/ssr/ClockCounterClockwise";
import { Link } from "@remix-run/react";
import { EmptyState } from "#app/components/ui/states.tsx";
import { type Column, Table } from "#app/components/ui/table.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import type { DeadlineFigures } from "#app/domain/deadline.ts";

export type DeadlineRow = { day: string; dueAt: string; figures: DeadlineFigures };

/** Two weeks stand open: who looks for a day longer ago opens the rest. */
const RECENT = 14;

const keyOf = ({ day }: DeadlineRow) => day;

/** Every deadline with what was counted at it: written down then, and not changed since. */
export function DeadlinesPage({ rows }: { rows: readonly DeadlineRow[] }) {
  const text = useText();
  const format = useFormat();
  const columns: Column<DeadlineRow>[] = [
    {
      key: "day",
      label: text("deadlines.day"),
      names: true,
      cell: ({ day }) => <Link to={day}>{format.dayLong(day)}</Link>,
    },
    { key: "due", label: text("deadlines.due"), cell: ({ dueAt }) => <Time at={dueAt} as="moment" /> },
    {
      key: "cases",
      label: text("deadlines.cases"),
      numeric: true,
      cell: ({ figures }) => format.number(figures.cases),
    },
    {
      key: "new",
      label: text("deadlines.since_last"),
      numeric: true,
      cell: (row) => {
        const before = rows[rows.indexOf(row) + 1];
        const more = before ? row.figures.cases - before.figures.cases : 0;
        return before ? `${more > 0 ? "+" : ""}${format.number(more)}` : "";
      },
    },
    {
      key: "confirmed",
      label: text("deadlines.confirmed"),
      numeric: true,
      cell: ({ figures }) => format.number(figures.confirmed),
    },
    {
      key: "countries",
      label: text("deadlines.countries"),
      numeric: true,
      cell: ({ figures }) => format.number(Object.keys(figures.reporters).length),
    },
    {
      key: "tallies",
      label: text("deadlines.tallies"),
      numeric: true,
      cell: ({ figures }) => text("deadlines.tallies.of", saidOf(figures.tallies)),
    },
  ];
  return (
    <div className="view">
      <header className="view-head">
        <h1>{text("deadlines.title")}</h1>
        <span className="caption">{text("deadlines.note")}</span>
      </header>
      {rows.length === 0 ? (
        <EmptyState level={2} icon={ClockCounterClockwiseIcon} title={text("deadlines.empty.title")}>
          {text("deadlines.empty.text")}
        </EmptyState>
      ) : (
        <>
          <Table label={text("deadlines.title")} {...{ columns, keyOf }} rows={rows.slice(0, RECENT)} stack />
          {rows.length > RECENT && (
            <details>
              <summary>{text("deadlines.earlier", { n: rows.length - RECENT })}</summary>
              <Table label={text("deadlines.title")} {...{ columns, keyOf }} rows={rows.slice(RECENT)} stack />
            </details>
          )}
        </>
      )}
    </div>
  );
}

/** How many agencies had given the day's tally, of those that owed one: who is silent is a number only. */
export function Tallies({ tallies }: { tallies: DeadlineFigures["tallies"] }) {
  return <>{useText()("deadlines.tallies.said", saidOf(tallies))}</>;
}

function saidOf(tallies: DeadlineFigures["tallies"]) {
  const of = (mark: string) => tallies[mark] ?? 0;
  const said = of("reported") + of("nil") + of("late");
  return { said, due: said + of("missing") };
}
