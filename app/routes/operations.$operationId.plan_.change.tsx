import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { v7 as uuid } from "uuid";
import { refusalOf } from "#app/components/form/answer.ts";
import { keepForm } from "#app/components/form/keep-form.ts";
import { useAnswer } from "#app/components/form/use-answer.ts";
import { PlanChange } from "#app/components/operation/plan-change.tsx";
import { Problem } from "#app/domain/problem.ts";
import { answeringForm, commandOf, readForm, wholeOf } from "#app/form.server.ts";
import { forParticipant } from "#app/http.server.ts";
import { inPlanNames, planValues, readPlanForm } from "#app/operation-form.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { changePlan } from "#app/services/operations.server.ts";
import { mustBeAllowed, read } from "#app/services/write.server.ts";
import { timeZones } from "#app/time-zones.server.ts";
import { findOperation } from "#db/queries/operations.server.ts";
import { listCodes, listCommodities } from "#db/queries/reference.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "plan.change") }];

/** A plan that changes meanwhile is told when this one is sent; until then the form stays based on what it began from. */
export const shouldRevalidate = keepForm;

export const loader = forParticipant(async ({ acting, operationId }) =>
  read(acting, async (tx, self) => {
    mustBeAllowed(self, "operation.plan");
    const operation = await findOperation(tx, operationId);
    if (!operation) throw new Problem("not-found", "operation.unknown");
    const [goods, handlings] = [await listCommodities(tx), await listCodes(tx, "handling")];
    return {
      initial: planValues(operation.plan),
      version: operation.version,
      fixed: operation.state !== "draft" && operation.state !== "planning",
      groups: [...new Set(goods.map(({ group }) => group))],
      handlings: handlings.map(({ code }) => code),
      zones: timeZones(),
      command: uuid(),
    };
  }),
);

export const action = forParticipant(async ({ request, acting, operationId }) => {
  const form = await readForm(request);
  return answeringForm(form, async () => {
    const input = { plan: readPlanForm(form), baseVersion: wholeOf(form, "version") };
    await changePlan(acting, commandOf(form, input)).catch((thrown) => {
      throw inPlanNames(thrown);
    });
    throw redirect(`/operations/${operationId}/plan`);
  });
});

export default function ChangePlan() {
  const answer = useAnswer<typeof action>();
  return <PlanChange {...useLoaderData<typeof loader>()} refused={refusalOf(answer, "")} />;
}
