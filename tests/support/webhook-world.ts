import type { Id } from "#app/domain/id.ts";
import type { Scope } from "#app/domain/key.ts";
import type { WebhookInput } from "#app/domain/webhook.ts";
import { createMachine } from "#app/services/accounts.server.ts";
import type { Acting, House } from "#app/services/house.server.ts";
import { issueKey } from "#app/services/keys.server.ts";
import { addMember } from "#app/services/operations.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { webhookWorker } from "#app/services/webhook-work.server.ts";
import { makeWebhook } from "#app/services/webhooks.server.ts";
import { read } from "#app/services/write.server.ts";
import { readAddressRules } from "#app/webhooks/addresses.server.ts";
import { resolveByDns, type WebhookDoors } from "#app/webhooks/call.server.ts";
import { webhookKey } from "#app/webhooks/signature.server.ts";
import { sealStreams, waitingStreams } from "#db/queries/events.server.ts";
import { listDeliveries, listWebhooks } from "#db/queries/webhooks.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { aReceiver, type Receiver } from "./receiver.ts";
import { aCommand, agencyOf, aWorld, type World } from "./world.ts";

/** Doors that lead to this machine alone, without TLS. */
export function doorsHere(sessionSecret = "a secret of tests"): WebhookDoors {
  const addresses = readAddressRules("http://127.0.0.0/8");
  if (!addresses) throw new Error("no rules");
  return { key: webhookKey(sessionSecret), addresses, resolve: resolveByDns };
}

export type WebhookWorld = Awaited<ReturnType<typeof aWebhookWorld>>;

const ALL: readonly Scope[] = ["feed.read", "seizures.read"];

/** Viet Nam's customs is told what others release: whoever manages its keys, and a Thai officer who reports. */
export async function aWebhookWorld() {
  const world = await aWorld({ steps: { "VN-CUS": 0, "TH-CUS": 0 } });
  const house: House = { ...world.house, webhooks: doorsHere() };
  const contact: Acting = { ...(await world.join({ role: "ncp", agency: agencyOf(world, "VN-CUS") })), house };
  const thai = await world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });

  async function aMachine(role: "ncp" | "reporter" = "ncp"): Promise<{ id: Id; memberId: Id }> {
    const { id: agencyId, units } = agencyOf(world, "VN-CUS");
    const machine = { id: crypto.randomUUID(), agencyId, unitId: units[0].id, name: "National case system" };
    await createMachine(contact, aCommand(machine));
    const member = { memberId: crypto.randomUUID(), personId: machine.id, unitId: machine.unitId, role, toDay: null };
    await addMember(contact, aCommand({ ...member, fromDay: "2021-04-01" }));
    return { id: machine.id, memberId: member.memberId };
  }

  async function aKey(scopes = ALL, reach: "operation" | "all" = "operation", of?: Id): Promise<Id> {
    const machineId = of ?? (await aMachine()).id;
    const input = { machineId, label: "Gateway", days: 30, reach, scopes: [...scopes] };
    return (await issueKey(contact, aCommand(input))).key ?? "";
  }

  async function subscribe(address: string, over: Partial<WebhookInput> = {}) {
    const keyId = over.keyId ?? (await aKey());
    const input: WebhookInput = { keyId, label: "Cases", address, kinds: ["seizure"], reach: "operation", ...over };
    const { webhook = "", secret = "" } = await makeWebhook(contact, aCommand(input));
    return { id: webhook, secret, keyId };
  }

  /** A seizure of Thailand that everybody sees, with its number. */
  async function release(over: Parameters<typeof aSeizureInput>[0] = {}): Promise<Id> {
    const seizure = aSeizureInput(over);
    await submitReport(thai, aCommand(seizure));
    await seal(world);
    return seizure.id;
  }

  return {
    ...{ world, house, contact, thai, aMachine, aKey, subscribe, release },
    /** What is due now is sent; chance stands in the middle. */
    work: (by: House = house) => webhookWorker(by, { isOver: () => false, chance: () => 0.5 })(),
    /** So much time goes by for what waits. */
    later: async (webhook: Id, seconds: number) => {
      await world.owner`update webhook_deliveries set next_at = next_at - make_interval(secs => ${seconds}) where webhook_id = ${webhook}`;
      await world.owner`update webhooks set due_at = due_at - make_interval(secs => ${seconds}) where id = ${webhook}`;
    },
    /** Oldest first, as its makers see it. */
    log: async (webhook: Id) => (await read(contact, (tx) => listDeliveries(tx, webhook, null, 100))).reverse(),
    standing: async (webhook: Id) => (await read(contact, listWebhooks)).find(({ id }) => id === webhook),
  };
}

/** A receiver for one test, and what ends it: what subscribed to it goes with it. */
export async function aReceiverOf({ world }: WebhookWorld): Promise<{ receiver: Receiver; end: () => Promise<void> }> {
  const receiver = await aReceiver();
  const end = async () => {
    await receiver.close();
    await world.owner`delete from tokens where id in (select id from webhooks)`;
  };
  return { receiver, end };
}

export async function seal({ app }: World): Promise<void> {
  for (let left = await waitingStreams(app.db); left.length > 0; left = await waitingStreams(app.db))
    await sealStreams(app.db, left);
}
