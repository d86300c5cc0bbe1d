import { Outlet, type ShouldRevalidateFunction, useLoaderData } from "@remix-run/react";
import { wasLost } from "#app/components/form/line-loss.ts";
import { isLookMove } from "#app/components/workspace/look-move.ts";
import { Workspace } from "#app/components/workspace/workspace.tsx";
import { may } from "#app/domain/access.ts";
import { Problem } from "#app/domain/problem.ts";
import { timeBox } from "#app/domain/time-box.ts";
import { forParticipant } from "#app/http.server.ts";
import { preferencesOf } from "#app/preferences.ts";
import { waitsOnWatch } from "#app/services/handover-sheet.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { proposalsFor } from "#db/queries/duplicates.server.ts";
import { numbersAtLoading } from "#db/queries/events.server.ts";
import { countAsked } from "#db/queries/highlights.server.ts";
import { countWaitingReleases } from "#db/queries/media.server.ts";
import { findOperation, listParticipants } from "#db/queries/operations.server.ts";
import { readerOfPerson } from "#db/queries/readers.server.ts";
import { listCountries } from "#db/queries/reference.server.ts";
import { waitingToSign } from "#db/queries/report-signing.server.ts";
import { countUnread } from "#db/queries/saved-views.server.ts";
import { openQuestions } from "#db/queries/seizures.server.ts";
import { openTallyQuestions } from "#db/queries/tally-watch.server.ts";
import { waitingForClearance } from "#db/queries/waiting.server.ts";

/** What the frame of an operation shows on each of its pages: its time box, its names, and what waits for the reader. */
export const loader = forParticipant(async ({ acting, operationId, request }) =>
  read(acting, async (tx, self) => {
    const member = memberOf(self);
    const [
      operation,
      participants,
      questions,
      waiting,
      differences,
      proposals,
      highlights,
      toSign,
      media,
      watch,
      notices,
      countries,
      person,
      loaded,
    ] = await Promise.all([
      findOperation(tx, operationId),
      listParticipants(tx, operationId),
      openQuestions(tx, operationId, member.agencyId),
      waitingForClearance(tx, operationId),
      member.role === "ncp" ? openTallyQuestions(tx, operationId, member.agencyId) : [],
      member.role === "ncp" ? proposalsFor(tx, operationId, member.agencyId) : [],
      member.role === "ncp" ? countAsked(tx) : null,
      member.role === "ncp" ? waitingToSign(tx) : 0,
      member.role === "lead" ? countWaitingReleases(tx, operationId) : 0,
      waitsOnWatch(tx, member, self.now),
      member.readsFacts ? countUnread(tx, member) : 0,
      listCountries(tx, preferencesOf(request).locale),
      readerOfPerson(tx, self.person.id),
      numbersAtLoading(tx),
    ]);
    if (!operation || !person) throw new Problem("not-found", "operation.unknown");
    const { plan, ...what } = operation;
    const box = timeBox({ ...plan, state: what.state }, self.now);
    const canReport = may(member, "report.write", what.state, { agencyId: member.agencyId, unitId: member.unitId });
    return {
      operation: { ...what, plan },
      box: { ...box, cutOffAt: box.cutOffAt?.toISOString() ?? null },
      me: {
        memberId: member.id,
        agencyId: member.agencyId,
        administration: member.administrationCode,
        role: member.role,
        readsFacts: member.readsFacts,
      },
      participants: participants
        .filter((row) => row.leftAt === null)
        .map(({ leftAt: _left, joinedOn: _joined, ...row }) => row),
      names: Object.fromEntries(countries.map(({ iso2, name }) => [iso2, name])),
      person: { name: person.name, agency: person.agency },
      canReport,
      waiting: {
        questions: questions.length,
        clearance: member.role === "ncp" ? waiting : 0,
        differences: differences.length,
        duplicates: proposals.length,
        highlights,
        toSign,
        media,
        watch: watch.count,
        notices,
      },
      alarmsChangeIn: watch.changesIn,
      now: self.now.toISOString(),
      loaded,
    };
  }),
);

/** A report that could not be sent leaves everything as it stands: without a line there is nothing to load anew. */
export const shouldRevalidate: ShouldRevalidateFunction = (moved) =>
  !wasLost(moved.actionResult) && !isLookMove(moved) && moved.defaultShouldRevalidate;

export default function OperationRoute() {
  return (
    <Workspace data={useLoaderData<typeof loader>()}>
      <Outlet />
    </Workspace>
  );
}
