import { Link } from "@remix-run/react";
import type { TallyTodayData } from "#app/components/tally/tally-today.tsx";
import { useTalliesHome } from "#app/components/tally/use-tallies-home.ts";
import { Panel } from "#app/components/ui/panel.tsx";
import { useFormat, useNow, useText } from "#app/components/ui/text-context.tsx";
import { useWorkspace } from "./use-workspace.ts";
import { DifferenceLine, type Waiting, WaitingEntryLine } from "./waiting-list.tsx";

type WarningsToMeProps = Pick<Waiting, "differences" | "entries"> & { tallies: TallyTodayData | null };

/** More days than that are named by the first and the last. */
const NAMED = 4;

/** What is overdue, was asked for, differs, or was entered in this officer's name. */
export function WarningsToMe({ tallies, differences, entries }: WarningsToMeProps) {
  const text = useText();
  const own = tallies?.own ?? null;
  const overdue = useOverdue(tallies);
  const home = useTalliesHome();
  const seizures = `/operations/${useWorkspace().operation.id}/seizures`;
  const format = useFormat();
  const now = useNow();
  const asked = own?.asked ?? null;
  const none = overdue.length + differences.length + entries.length === 0 && !asked;
  return (
    <Panel title={text("today.warnings")}>
      {none && <p className="caption">{text("today.warnings.none")}</p>}
      <ul className="waiting">
        {asked && (
          <li className="waiting-question">
            <Link to={`${home}/${own?.agencyId}/${asked.day}`}>
              {text("tally.today.asked", { day: format.dayShort(asked.day), at: format.relative(asked.at, now) })}
            </Link>
          </li>
        )}
        {overdue.map(({ said, to }) => (
          <li key={to} className="waiting-question">
            <Link to={to}>{said}</Link>
          </li>
        ))}
        {entries.map((entry) => (
          <WaitingEntryLine key={entry.seizureId} entry={entry} to={`${seizures}/${entry.seizureId}`} />
        ))}
        {differences.map((difference) => (
          <DifferenceLine key={difference.id} difference={difference} />
        ))}
      </ul>
    </Panel>
  );
}

/** Tallies that should be there and are not: today's, and those of the days before it. */
function useOverdue(tallies: TallyTodayData | null): { said: string; to: string }[] {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  const home = useTalliesHome();
  const { operation, person } = useWorkspace();
  const { zone } = operation.plan;
  const own = tallies?.own;
  if (!tallies || !own) return [];
  const { standing, said, missing } = own;
  const late = standing?.owed && !said && now > new Date(standing.dueAt);
  const today = late && {
    said: text("tally.today.over.named", {
      ...{ day: format.dayShort(tallies.day), agency: person.agency },
      at: format.timeIn(standing.dueAt, zone),
    }),
    to: `${home}/${own.agencyId}/${tallies.day}`,
  };
  const [first = "", last = first] = [missing[0], missing.at(-1)];
  const days = missing.length > NAMED ? format.dayRange(first, last) : format.list(missing.map(format.dayShort));
  const before = missing.length > 0 && {
    said: text("tally.today.missing", { n: missing.length, days }),
    to: `${home}/week`,
  };
  return [today, before].filter((line) => line !== undefined && line !== false && line !== null);
}
