import { lazy, Suspense } from "react";
import { useLater, useReadyForNoLine } from "#app/components/outbox/use-outbox-of-device.ts";
import { type SinceData, SinceLastHere } from "#app/components/since/since-panel.tsx";
import { TallyToday, type TallyTodayData } from "#app/components/tally/tally-today.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { SeizureFact } from "#app/domain/fact.ts";
import { useRenewalOn } from "#app/live/use-renewal-on.ts";
import { withTexts } from "#app/page-texts.ts";
import { NilAtThumb } from "./nil-at-thumb.tsx";
import { QuestionsToMe } from "./questions-to-me.tsx";
import { useWorkspace } from "./use-workspace.ts";
import type { Waiting } from "./waiting-list.tsx";
import { WarningsToMe } from "./warnings-to-me.tsx";
import { WhereReportsAre } from "./where-reports-are.tsx";
import "./officer.css";
import "./workspace.css";

type ReporterTodayProps = Waiting & {
  /** What the unit has released, the newest first. */
  facts: readonly SeizureFact[];
  tallies: TallyTodayData | null;
  since: SinceData;
};

/** What the device keeps is known in the browser alone, and nothing waits for it. */
const OutboxPanel = lazy(() =>
  withTexts(() => import("#app/components/outbox/outbox-panel.tsx")).catch(() => ({ default: OutboxToCome })),
);

/** Its place is there from the first, so that nothing moves under a thumb when it comes. */
function OutboxToCome(_: { operation: string }) {
  const text = useText();
  return (
    <Panel title={text("outbox.title")}>
      <p className="caption">{text("ui.loading")}</p>
    </Panel>
  );
}

/** An officer's first page: Report and Nil at the thumb, what warns and what is asked, and where each report is. */
export function ReporterToday({ facts, tallies, since, reports, questions, differences, entries }: ReporterTodayProps) {
  const text = useText();
  const { me, operation } = useWorkspace();
  const later = useLater();
  useReadyForNoLine(operation.id);
  useRenewalOn("unit", () => true);
  useRenewalOn("operation", (type) => type.startsWith("seizure."));
  return (
    <div className="today officer">
      <div className="officer-head">
        <h1 className="title">{text("today.title")}</h1>
        <NilAtThumb tallies={tallies} />
      </div>
      <div className="today-duty">
        <WarningsToMe tallies={tallies} differences={differences} entries={entries} />
        <QuestionsToMe questions={questions} />
      </div>
      <div className="today-duty">
        {later ? (
          <Suspense fallback={<OutboxToCome operation={operation.id} />}>
            <OutboxPanel operation={operation.id} />
          </Suspense>
        ) : (
          <OutboxToCome operation={operation.id} />
        )}
        <WhereReportsAre reports={reports} released={facts} />
      </div>
      <div className="today-duty">
        <TallyToday tallies={tallies} standingAlone />
        <SinceLastHere since={since} />
        {!me.readsFacts && <p className="caption">{text("today.own.note")}</p>}
      </div>
    </div>
  );
}
