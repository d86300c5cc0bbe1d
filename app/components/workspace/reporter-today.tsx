import { type SinceData, SinceLastHere } from "#app/components/since/since-panel.tsx";
import { TallyToday, type TallyTodayData } from "#app/components/tally/tally-today.tsx";
import { NewReports } from "#app/components/totals/new-reports.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { SeizureFact } from "#app/domain/fact.ts";
import { usePlaceNames, usePlaceWords } from "./use-place-names.ts";
import { useWorkspace } from "./use-workspace.ts";
import { type Waiting, WaitingList } from "./waiting-list.tsx";
import "./workspace.css";

type ReporterTodayProps = Waiting & {
  facts: readonly SeizureFact[];
  places: Readonly<Record<string, string>>;
  tallies: TallyTodayData | null;
  since: SinceData;
};

/** A reporter's first page: the way to report, what the unit sent, and what waits. */
export function ReporterToday({ facts, places, tallies, since, ...waiting }: ReporterTodayProps) {
  const text = useText();
  const { operation, canReport } = useWorkspace();
  const home = `/operations/${operation.id}/seizures`;
  const placeOf = usePlaceWords(usePlaceNames(facts, places));
  return (
    <div className="today today-own">
      <h1 className="title">{text("today.own.title")}</h1>
      <p className="caption">{text("today.own.note")}</p>
      {canReport && (
        <LinkButton to={`${home}/new`} kind="primary" size="large">
          {text("shell.report.long")}
        </LinkButton>
      )}
      <SinceLastHere since={since} />
      <TallyToday tallies={tallies} />
      <WaitingList {...waiting} />
      <NewReports reports={facts} today={0} placeOf={(fact) => placeOf(fact.place)} linkOf={(id) => `${home}/${id}`} />
    </div>
  );
}
