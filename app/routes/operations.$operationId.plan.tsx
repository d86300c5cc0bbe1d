import type { MetaFunction, ShouldRevalidateFunction } from "@remix-run/react";
import { useLoaderData } from "@remix-run/react";
import { v7 as uuid } from "uuid";
import { z } from "zod";
import { refusalOf } from "#app/components/form/answer.ts";
import { useAnswer } from "#app/components/form/use-answer.ts";
import { PlanPage } from "#app/components/operation/plan-page.tsx";
import { may } from "#app/domain/access.ts";
import { nextStates, OPERATION_STATES } from "#app/domain/operation.ts";
import { Problem } from "#app/domain/problem.ts";
import { Text } from "#app/domain/text.ts";
import { timeBox } from "#app/domain/time-box.ts";
import { answeringForm, commandOf, parsed, readForm, textOf } from "#app/form.server.ts";
import { forParticipant } from "#app/http.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { boundaryFiles } from "#app/services/boundaries.server.ts";
import { approveBoundaries, moveOperation } from "#app/services/operations.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { findOperation, listParticipants } from "#db/queries/operations.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "plan.title") }];

/** After a refusal too: the page then stands where the operation stands. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus !== undefined || defaultShouldRevalidate;

export const loader = forParticipant(async ({ acting, operationId, context }) =>
  read(acting, async (tx, self) => {
    const member = memberOf(self);
    const [operation, participants] = [await findOperation(tx, operationId), await listParticipants(tx, operationId)];
    if (!operation) throw new Problem("not-found", "operation.unknown");
    const { state } = operation;
    const isNational = operation.plan.boundaryProfile === "national";
    const { cutOffAt, ...box } = timeBox({ ...operation.plan, state }, self.now);
    return {
      operation: {
        ...operation,
        createdAt: operation.createdAt.toISOString(),
        boundaryApprovedAt: operation.boundaryApprovedAt?.toISOString() ?? null,
      },
      box: { ...box, cutOffAt: cutOffAt?.toISOString() ?? null },
      leads: participants
        .filter((row) => row.leads && row.leftAt === null)
        .map(({ officialName, agencyName }) =>
          agencyName.includes(officialName) ? agencyName : `${agencyName}, ${officialName}`,
        ),
      moves: may(member, "operation.move", state) ? nextStates(state) : [],
      mayChange: may(member, "operation.plan", state),
      mayApprove: may(member, "operation.boundaries", state),
      ends: {
        closing: may(member, "closing.read", state),
        packages: may(member, "records.take", state, { agencyId: member.agencyId }),
      },
      boundaryFiles: isNational ? await boundaryFiles(context.boundariesFolder, operation.code) : null,
      command: uuid(),
    };
  }),
);

const Step = z.object({ from: z.enum(OPERATION_STATES), to: z.enum(OPERATION_STATES), reason: Text(1000) });

export const action = forParticipant(async ({ request, acting, context }) => {
  const form = await readForm(request);
  return answeringForm(form, async (intent) => {
    if (intent === "approve") {
      const filesOf = (code: string) => boundaryFiles(context.boundariesFolder, code);
      await approveBoundaries(acting, commandOf(form, { profile: textOf(form, "profile") }), filesOf);
      return { done: intent, to: null };
    }
    if (intent !== "move") throw new Problem("invalid", "form.invalid");
    const [from, to, reason] = ["from", "to", "reason"].map((name) => textOf(form, name));
    const step = parsed(Step, { from, to, reason });
    await moveOperation(acting, commandOf(form, step));
    return { done: intent, to: step.to };
  });
});

export default function Plan() {
  const answer = useAnswer<typeof action>();
  const done = answer && "done" in answer ? answer : undefined;
  return (
    <PlanPage
      {...useLoaderData<typeof loader>()}
      refused={{ move: refusalOf(answer, "move"), approve: refusalOf(answer, "approve") }}
      moved={done?.to ?? null}
      approved={done?.done === "approve"}
    />
  );
}
