import { SunHorizonIcon } from "@phosphor-icons/react/dist/ssr/SunHorizon";
import { Link, useSearchParams } from "@remix-run/react";
import { lazy, Suspense } from "react";
import { type SinceData, SinceLastHere } from "#app/components/since/since-panel.tsx";
import { TallyToday, type TallyTodayData } from "#app/components/tally/tally-today.tsx";
import { Coverage } from "#app/components/totals/coverage.tsx";
import { Headline } from "#app/components/totals/headline.tsx";
import { NewReports } from "#app/components/totals/new-reports.tsx";
import { SlotTotals } from "#app/components/totals/slot-totals.tsx";
import {
  TallyDifference,
  TallyGroupTotals,
  TallyHeadline,
  TallyStanding,
} from "#app/components/totals/tally-totals.tsx";
import { type TotalsBeside, TotalsByChoice } from "#app/components/totals/totals-by.tsx";
import { readTotalsBy } from "#app/components/totals/totals-by-address.ts";
import { LinkButton } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/states.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { NewNotices } from "#app/components/views/new-notices.tsx";
import type { ViewNotice } from "#app/components/views/views-types.ts";
import { AlarmNotices } from "#app/components/watch/alarm-notices.tsx";
import type { SeizureFact } from "#app/domain/fact.ts";
import type { EvaluatedFigures } from "#app/domain/figures/result.ts";
import { NO_FILTER, writeFactFilter } from "#app/domain/filter-address.ts";
import type { Alarm } from "#app/domain/watch/alarm.ts";
import type { WebhookReason } from "#app/domain/webhook.ts";
import { withTexts } from "#app/page-texts.ts";
import { useCurrentFacts, useCurrentFigures } from "./use-current.ts";
import { usePlaceNamesOf, usePlaceWords } from "./use-place-names.ts";
import { useParticipants, useToday, useWorkspace } from "./use-workspace.ts";
import { type Waiting, type WaitingHandover, WaitingList, type WaitingPair } from "./waiting-list.tsx";
import "./workspace.css";

type TodayViewProps = Waiting & {
  /** Proposed as one case, waiting for the own agency. */
  pairs: readonly WaitingPair[];
  handovers: readonly WaitingHandover[];
  figures: EvaluatedFigures;
  facts: readonly SeizureFact[];
  places: Readonly<Record<string, string>>;
  tallies: TallyTodayData | null;
  tallyTotals: TotalsBeside;
  alarms: readonly Alarm[];
  /** Webhooks of the own agency that stopped by themselves. */
  stopped: readonly { id: string; label: string; reason: WebhookReason }[];
  since: SinceData;
  /** What came to fit the views that the reader watches. */
  told: readonly ViewNotice[];
};

const NEWEST = 12;

/** Seldom there, and never for an officer at a post, whose first page comes with this one. */
const StoppedWebhooks = lazy(() =>
  withTexts(() => import("#app/components/webhooks/stopped-webhooks.tsx")).catch(() => ({ default: () => null })),
);

/** Where the operation stands: the total and who stands behind it, the newest reports, and what waits for the reader. */
export function TodayView(props: TodayViewProps) {
  const { figures: loaded, facts, places, tallies, tallyTotals, alarms, stopped, since, told, ...waiting } = props;
  const { span, totals } = tallyTotals;
  const text = useText();
  const today = useToday();
  const participants = useParticipants();
  const { operation, me, canReport, participants: agencies } = useWorkspace();
  const home = `/operations/${operation.id}`;
  const [params] = useSearchParams();
  const by = totals ? readTotalsBy(params) : "cases";
  const figures = useCurrentFigures(loaded, NO_FILTER, today);
  const newest = useCurrentFacts(facts).slice(0, NEWEST);
  const placeOf = usePlaceWords(usePlaceNamesOf(newest, places));
  const cameToday = figures.coverage.reduce((sum, row) => sum + row.today, 0);
  return (
    <div className="today">
      <h1 className="aside">{text("today.title")}</h1>
      <AlarmNotices
        alarms={alarms}
        agencies={Object.fromEntries(agencies.map(({ agencyId, agencyName }) => [agencyId, agencyName]))}
      />
      {stopped.length > 0 && (
        <Suspense>
          <StoppedWebhooks stopped={stopped} />
        </Suspense>
      )}
      <NewNotices notices={told} />
      <SinceLastHere since={since} />
      <section className="today-totals" aria-label={text("panel.title")}>
        {span && <TotalsByChoice by={by} tallies={span} toOf={(value) => `?by=${value}`} />}
        {totals && by === "tallies" ? (
          <>
            <TallyHeadline totals={totals} />
            <TallyStanding totals={totals} />
            <TallyGroupTotals totals={totals} brief />
          </>
        ) : (
          <>
            <Headline cases={figures.cases} joint={figures.joint} />
            <Coverage rows={figures.coverage} participants={participants} />
            {figures.cases.total > 0 && (
              <SlotTotals
                figures={figures}
                linkOf={(slot) => `${home}/seizures?${writeFactFilter({ ...NO_FILTER, slots: [slot] })}`}
              />
            )}
          </>
        )}
        {totals && <TallyDifference totals={totals} to={`${home}/tallies?span=operation`} />}
        <nav className="today-ways" aria-label={text("today.title")}>
          <Link to={`${home}/map`}>{text("today.map")}</Link>
          <Link to={`${home}/statistics`}>{text("today.figures")}</Link>
          <Link to={`${home}/seizures`}>{text("today.list")}</Link>
        </nav>
      </section>
      {newest.length === 0 ? (
        <EmptyState
          icon={SunHorizonIcon}
          title={text("today.none.title")}
          acts={
            canReport && (
              <LinkButton to={`${home}/seizures/new`} kind="primary">
                {text("shell.report.long")}
              </LinkButton>
            )
          }
        >
          {text("today.none.text")}
        </EmptyState>
      ) : (
        <NewReports
          reports={newest}
          today={cameToday}
          placeOf={(fact) => placeOf(fact.place)}
          linkOf={(id) => `${home}/seizures/${id}`}
        />
      )}
      <div className={tallies?.own ? "today-duty today-duty-first" : "today-duty"}>
        <TallyToday tallies={tallies} />
        <WaitingList {...waiting} checks={me.role === "ocu" ? figures.cases.provisional : 0} />
      </div>
    </div>
  );
}
