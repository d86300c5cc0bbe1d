import type { MetaFunction } from "@remix-run/react";
import { v7 as uuid } from "uuid";
import { useAnswer } from "#app/components/form/use-answer.ts";
import { WebhooksPage } from "#app/components/webhooks/webhooks-page.tsx";
import { Id } from "#app/domain/id.ts";
import { Problem } from "#app/domain/problem.ts";
import { answeringForm, readForm } from "#app/form.server.ts";
import { forParticipant } from "#app/http.server.ts";
import { useLoadedAgain } from "#app/live/use-again.ts";
import { pageTitle } from "#app/page-title.ts";
import { mustBeAllowed, read } from "#app/services/write.server.ts";
import { changeWebhooks } from "#app/webhook-form.server.ts";
import type { Tx } from "#db/client.server.ts";
import { listMachineKeys } from "#db/queries/keys.server.ts";
import { listMembers, listParticipants } from "#db/queries/operations.server.ts";
import { listDeliveries, listWebhooks } from "#db/queries/webhooks.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "webhook.title") }];

const ON_A_PAGE = 50;
/** Calls are looked for once a second and are the agency's, of several operations perhaps: no stream tells of them. */
const AGAIN_MS = 3_000;

/** What the agency's keys are told where, and the log of one of them. */
export const loader = forParticipant(async ({ request, params, acting, operationId }) => {
  const agencyId = idOf(params.agencyId);
  const asked = new URL(request.url).searchParams;
  return read(acting, async (tx, self) => {
    mustBeAllowed(self, "key.issue", { agencyId });
    const agency = (await listParticipants(tx, operationId)).find((row) => row.agencyId === agencyId);
    if (!agency) throw new Problem("not-found", "agency.unknown");
    const [members, keys] = [await listMembers(tx, operationId), await listMachineKeys(tx)];
    const nameOf = new Map(members.map(({ personId, name }) => [personId, name]));
    const webhooks = await listWebhooks(tx);
    const chosen = webhooks.find(({ id }) => id === asked.get("log"))?.id ?? webhooks[0]?.id ?? null;
    return {
      readAt: self.now.toISOString(),
      agencyName: agency.agencyName,
      open: !acting.house.webhooks.addresses.isEmpty,
      keys: keys.map(({ id, label, prefix, scopes, operationId: of, personId }) => ({
        ...{ id, label, prefix, everywhere: of === null, machine: nameOf.get(personId) ?? "" },
        follows: scopes.includes("feed.read"),
      })),
      webhooks: webhooks.map(({ madeAt, changedAt, previousUntil, lastAt, ...webhook }) => ({
        ...webhook,
        ...{ madeAt: madeAt.toISOString(), changedAt: changedAt.toISOString(), lastAt: lastAt?.toISOString() ?? null },
        previousUntil: previousUntil && previousUntil > self.now ? previousUntil.toISOString() : null,
      })),
      log: chosen === null ? null : await logOf(tx, chosen, asked.get("before")),
      command: uuid(),
    };
  });
});

function idOf(said: string | undefined): Id {
  const id = Id.safeParse(said);
  if (!id.success) throw new Problem("not-found", "agency.unknown");
  return id.data;
}

async function logOf(tx: Tx, webhook: Id, before: string | null) {
  const from = before !== null && /^\d{1,15}$/.test(before) ? Number(before) : null;
  const rows = await listDeliveries(tx, webhook, from, ON_A_PAGE + 1);
  const shown = rows.slice(0, ON_A_PAGE);
  return {
    webhook,
    isFirst: from === null,
    older: rows.length > ON_A_PAGE ? (shown.at(-1)?.place ?? null) : null,
    deliveries: shown.map(({ happenedAt, nextAt, askedAt, ...row }) => ({
      ...row,
      ...{ happenedAt: happenedAt.toISOString(), nextAt: nextAt?.toISOString() ?? null, asked: askedAt !== null },
    })),
  };
}

export const action = forParticipant(async ({ request, params, acting }) => {
  const agencyId = idOf(params.agencyId);
  await read(acting, async (_, self) => mustBeAllowed(self, "key.issue", { agencyId }));
  const form = await readForm(request);
  return answeringForm(form, (intent) => changeWebhooks(acting, intent, form));
});

export default function Webhooks() {
  const { loaded, again } = useLoadedAgain<typeof loader>(AGAIN_MS);
  const answer = useAnswer<typeof action>();
  return <WebhooksPage {...loaded} webhooks={again.webhooks} log={again.log} answer={answer} />;
}
