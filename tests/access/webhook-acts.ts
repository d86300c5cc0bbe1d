import type { Id } from "#app/domain/id.ts";
import { type Act, AGENCY, aKey, id, type Stage } from "./acts.ts";

const WEBHOOKS = `${AGENCY}/webhooks`;

export const WEBHOOK_ACTS: Record<string, Act> = {
  [`${WEBHOOKS} webhook`]: {
    send: async (stage) => ({ form: { ...NEW_WEBHOOK, keyId: await aKey(stage, "feed.read") } }),
  },
  [`${WEBHOOKS} secret`]: {
    send: async (stage) => ({ form: { webhook: await aWebhook(stage), overlapHours: "24" } }),
  },
  [`${WEBHOOKS} pause`]: { send: async (stage) => ({ form: { webhook: await aWebhook(stage) } }) },
  [`${WEBHOOKS} resume`]: { send: async (stage) => ({ form: { webhook: await aWebhook(stage, "paused") } }) },
  [`${WEBHOOKS} test`]: { send: async (stage) => ({ form: { webhook: await aWebhook(stage) } }) },
  [`${WEBHOOKS} delete`]: { send: async (stage) => ({ form: { webhook: await aWebhook(stage) } }) },
  [`${WEBHOOKS} again`]: {
    send: async (stage) => {
      const webhook = await aWebhook(stage);
      const delivery = id();
      const row = { id: delivery, webhook_id: webhook, type: "webhook.test", happened_at: new Date(), state: "failed" };
      await stage.world.owner`insert into webhook_deliveries ${stage.world.owner(row)}`;
      return { form: { webhook, delivery } };
    },
  },
};

const NEW_WEBHOOK = {
  label: "Case system",
  address: "https://cases.example.org/naga",
  "kinds[]": ["seizure"],
  reach: "operation",
};

/** A webhook for a key of the owner; it reads by that key itself, as none is read for here. */
async function aWebhook(stage: Stage, state: "active" | "paused" = "active"): Promise<Id> {
  const { world, owner } = stage;
  const key = await aKey(stage, "feed.read");
  const { personId } = await world.join({ role: "ncp", agency: owner });
  const to = { label: "Case system", address: "https://cases.example.org/naga", kinds: ["seizure"] };
  const made = { secret_id: id(), secret_check: Buffer.alloc(32), made_by: personId };
  const row = { id: key, key_id: key, agency_id: owner.id, operation_id: world.operationId, state, ...to, ...made };
  await world.owner`insert into webhooks ${world.owner(row)}`;
  return key;
}
