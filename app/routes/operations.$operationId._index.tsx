import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ObserverToday } from "#app/components/workspace/observer-today.tsx";
import { ReporterToday } from "#app/components/workspace/reporter-today.tsx";
import { TodayView } from "#app/components/workspace/today-view.tsx";
import { may } from "#app/domain/access.ts";
import { NO_FILTER } from "#app/domain/filter-address.ts";
import { waitingPairs } from "#app/duplicates-page.server.ts";
import { forParticipant } from "#app/http.server.ts";
import { overdueQuestions } from "#app/overdue-questions.server.ts";
import { waitingEntries } from "#app/own-reports.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { watchAlarms } from "#app/services/handover-sheet.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { figuresFor } from "#app/services/kept-figures.server.ts";
import { onlyUnitOf } from "#app/services/reading.server.ts";
import { noteVisit } from "#app/services/visits.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { sinceLastHere } from "#app/since-page.server.ts";
import { tallyToday } from "#app/tally-page.server.ts";
import { tallyTotalsBeside } from "#app/tally-totals.server.ts";
import { unreadNotices } from "#app/views-page.server.ts";
import type { Tx } from "#db/client.server.ts";
import type { Membership, Self } from "#db/queries/acting.server.ts";
import { handoversToAccept } from "#db/queries/handovers.server.ts";
import { observerPanel } from "#db/queries/observer-panel.server.ts";
import { placeNamesOf } from "#db/queries/place-names.server.ts";
import { listReports } from "#db/queries/reports.server.ts";
import { listSeizures, openQuestions } from "#db/queries/seizures.server.ts";
import { openTallyQuestions } from "#db/queries/tally-watch.server.ts";
import { stoppedWebhooks } from "#db/queries/webhooks.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "shell.place.today") }];

const NEWEST = 12;

/** What one opens an operation on: where it stands, what is new, and what waits for the reader, as far as the role reads. */
export const loader = forParticipant(async ({ request, acting }) => {
  // Where scripts run, the page says so itself; one that was only fetched ahead is not before anybody's eyes.
  const opened = request.headers.get("Sec-Fetch-Dest") === "document" && !request.headers.has("Sec-Purpose");
  const page = await read(acting, firstPage(acting, new URL(request.url).searchParams.get("by")));
  // A page is not withheld because its visit could not be written down.
  if (opened) await noteVisit(acting).catch((fault: unknown) => acting.house.log.error({ err: fault }, "visit lost"));
  return page;
});

function firstPage({ house }: Acting, by: string | null) {
  return async (tx: Tx, self: Self) => {
    const member = memberOf(self);
    const since = await sinceLastHere(tx, self);
    if (member.role === "observer") return { sees: "panel" as const, since, panel: await observerPanel(tx) };
    const mine = { since, ...(await waitingFor(tx, self, member)), tallies: await tallyToday(tx, self) };
    // An officer at a post looks for what to do, not at totals and maps, whatever else the plan lets them read.
    if (member.role === "reporter" || !member.readsFacts) {
      const { facts } = await newest(tx, member, member.unitId);
      return { sees: "own" as const, ...mine, facts };
    }
    const figures = await figuresFor(tx, { house, self });
    const watches = may(member, "watch.hand_over", member.operation.state, { agencyId: member.agencyId });
    const alarms = watches ? await watchAlarms(tx, member, self.now) : [];
    const toAccept = watches ? await handoversToAccept(tx, member.operationId, member.id) : [];
    const handovers = toAccept.filter(({ agencyId }) => agencyId === member.agencyId);
    const stopped = may(member, "key.issue", member.operation.state, { agencyId: member.agencyId })
      ? await stoppedWebhooks(tx)
      : [];
    const tallyTotals = await tallyTotalsBeside(tx, self, { by, cases: figures.cases.total });
    const told = await unreadNotices(tx, self);
    const pairs = member.role === "ncp" ? await waitingPairs(tx, member) : [];
    const own = { alarms, stopped, told, pairs, handovers, ...mine };
    return { sees: "facts" as const, figures, tallyTotals, ...own, ...(await newest(tx, member)) };
  };
}

async function waitingFor(tx: Tx, { now }: Self, member: Membership) {
  const { operationId, agencyId } = member;
  const [reports, questions, differences, entries] = await Promise.all([
    listReports(tx, operationId),
    member.role === "ocu" ? overdueQuestions(tx, operationId, now) : openQuestions(tx, operationId, agencyId),
    openTallyQuestions(tx, operationId, agencyId),
    waitingEntries(tx, member),
  ]);
  const own = reports.map(({ id, state, step, steps, onHold, note, author, updatedAt, input }) => {
    const what = input?.items[0]?.commodity ?? null;
    return { id, state, step, steps, onHold, note, author, at: updatedAt.toISOString(), commodity: what };
  });
  return {
    reports: own,
    differences,
    entries,
    questions: questions.map(({ id, seizureId, question, askedAt }) => ({
      id,
      seizureId,
      question,
      at: askedAt.toISOString(),
    })),
  };
}

async function newest(tx: Tx, member: Membership, unitId = onlyUnitOf(member)) {
  const { operationId } = member;
  const wanted = { filter: NO_FILTER, search: "", sort: "newest", cursor: null, limit: NEWEST, unitId } as const;
  const { facts } = await listSeizures(tx, operationId, wanted);
  return {
    facts,
    places: await placeNamesOf(
      tx,
      facts.flatMap((fact) => fact.place.placeId ?? []),
    ),
  };
}

export default function TodayRoute() {
  const data = useLoaderData<typeof loader>();
  if (data.sees === "panel") return <ObserverToday panel={data.panel} since={data.since} />;
  if (data.sees === "own") return <ReporterToday {...data} />;
  return <TodayView {...data} />;
}
