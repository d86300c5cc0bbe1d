import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MyOperations } from "#app/components/operation/my-operations.tsx";
import { localDateIn } from "#app/domain/calendar.ts";
import { countByWeek } from "#app/domain/weeks.ts";
import { forPerson } from "#app/http.server.ts";
import { useRenewal } from "#app/live/use-renewal.ts";
import { pageTitle } from "#app/page-title.ts";
import type { Acting, House } from "#app/services/house.server.ts";
import { figuresFor } from "#app/services/kept-figures.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import type { Tx } from "#db/client.server.ts";
import { findMyself } from "#db/queries/accounts.server.ts";
import type { Membership, Self } from "#db/queries/acting.server.ts";
import { findOperation, listMyOperations, listParticipants } from "#db/queries/operations.server.ts";
import { listReports } from "#db/queries/reports.server.ts";
import { openQuestions } from "#db/queries/seizures.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "shell.home") }];

/** My operations, each read under the rights that I have there. An administrator has none and begins with accounts. */
export const loader = forPerson(async ({ acting }) => {
  const { administrator, mayOpen, name, operations } = await read(acting, async (tx, self) => ({
    ...self.person,
    name: (await findMyself(tx))?.name ?? "",
    operations: await listMyOperations(tx),
  }));
  if (administrator) throw redirect("/accounts");
  const rows = [];
  for (const operation of operations) {
    const { objectives: _long, ...shown } = operation;
    rows.push({ ...shown, ...(await insideOf({ ...acting, operationId: operation.id })) });
  }
  return { name, mayOpen, operations: rows };
});

async function insideOf(acting: Acting) {
  return read(acting, async (tx, self) => {
    const member = memberOf(self);
    return {
      today: localDateIn(member.operation.zone, self.now),
      ...(await countedIn(tx, acting.house, self, member)),
      waits: await waitingIn(tx, member),
    };
  });
}

async function countedIn(tx: Tx, house: House, self: Self, member: Membership) {
  if (!member.readsFacts) return { cases: null, coverage: [], weeks: [] };
  const { operationId, operation } = member;
  const today = localDateIn(operation.zone, self.now);
  const { cases, byDay, coverage } = await figuresFor(tx, { house, self });
  const participants = await listParticipants(tx, operationId);
  const days = byDay.map(({ key, total }) => ({ day: key.day, count: total }));
  const said = new Set(coverage.filter((row) => row.today > 0).map((row) => row.reporter));
  const names = new Map(
    participants
      .filter((row) => row.leftAt === null && row.readsAll)
      .map((row) => [row.administrationCode, row.officialName]),
  );
  return {
    cases: { confirmed: cases.confirmed, provisional: cases.provisional },
    coverage: operation.state === "active" ? [...names].map(([code, name]) => ({ name, said: said.has(code) })) : [],
    weeks: countByWeek(days, { ...operation, today }),
  };
}

/** What waits for this reader there: questions, reports to clear or to put right, and what a lead has to settle. */
async function waitingIn(tx: Tx, { role, operationId, agencyId, operation }: Membership) {
  const [questions, reports, found] = [
    await openQuestions(tx, operationId, agencyId),
    await listReports(tx, operationId),
    await findOperation(tx, operationId),
  ];
  const answers = role === "ncp" || role === "reporter";
  const planned = operation.state === "draft" || operation.state === "planning";
  return {
    questions: answers ? questions.length : 0,
    clearance: role === "ncp" ? reports.filter(({ state }) => state === "in_clearance").length : 0,
    returned: reports.filter(({ state }) => state === "returned").length,
    drafts: reports.filter(({ state }) => state === "draft").length,
    boundaries: role === "lead" && planned && !found?.boundaryApprovedAt,
  };
}

export default function Home() {
  useRenewal();
  return <MyOperations {...useLoaderData<typeof loader>()} />;
}
