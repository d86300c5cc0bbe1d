import type { Id } from "#app/domain/id.ts";
import type { Scope } from "#app/domain/key.ts";
import { createMachine } from "#app/services/accounts.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { issueKey } from "#app/services/keys.server.ts";
import { addMember } from "#app/services/operations.server.ts";
import { makeWebhook } from "#app/services/webhooks.server.ts";
import { NO_ADDRESSES, readAddressRules } from "#app/webhooks/addresses.server.ts";
import { attachGateway } from "#realtime/gateway.ts";
import { everyRoute } from "#tests/support/every-route.ts";
import { nationalSystem } from "#tests/support/national-system.ts";
import { envFor, type RunningServer, runServer } from "#tests/support/server.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

export type System = Awaited<ReturnType<typeof nationalSystem>>;

export type NationalStage = {
  world: World;
  server: RunningServer;
  aKey: (...scopes: Scope[]) => Promise<string>;
  /** A system that knows the document and holds a key for that. */
  system: (...scopes: Scope[]) => Promise<System>;
  /** Has a key for that told of seizures at an address; answers the secret. */
  subscribe: (address: string, ...scopes: Scope[]) => Promise<string>;
  close: () => Promise<void>;
};

/** An operation in which a machine of Viet Nam's customs takes part, served with every route. */
export async function nationalStage(): Promise<NationalStage> {
  const world = await aWorld({ steps: { "VN-CUS": 1, "LA-CUS": 0 } });
  const contact = await world.join({ role: "ncp", agency: agencyOf(world, "VN-CUS") });
  const rates = { machineCallsPerMinute: 100_000 };
  const webhookAddresses = readAddressRules("http://127.0.0.0/8") ?? NO_ADDRESSES;
  const server = await runServer(envFor(world.database, { webhookAddresses }), {
    build: await everyRoute(),
    rates,
    attachGateway,
  });
  const machineId = await aMachine(world, contact);
  const issue = (scopes: Scope[]) =>
    issueKey(contact, aCommand({ machineId, label: "Gateway", days: 30, reach: "operation" as const, scopes }));
  const aKey = async (...scopes: Scope[]) => (await issue(scopes)).token ?? "";
  return {
    world,
    server,
    aKey,
    system: async (...scopes) => nationalSystem(`${server.address}/api/v1/openapi.json`, await aKey(...scopes)),
    subscribe: async (address, ...scopes) => {
      const keyId = (await issue(scopes)).key ?? "";
      const input = { keyId, address, label: "Cases", kinds: ["seizure" as const], reach: "operation" as const };
      return (await makeWebhook({ ...contact, house: server.house }, aCommand(input))).secret ?? "";
    },
    close: async () => {
      await server.close();
      await world.close();
    },
  };
}

async function aMachine(world: World, contact: Acting): Promise<Id> {
  const { id: agencyId, units } = agencyOf(world, "VN-CUS");
  const machine = { id: crypto.randomUUID(), agencyId, unitId: units[0].id, name: "National case system" };
  await createMachine(contact, aCommand(machine));
  const member = { memberId: crypto.randomUUID(), personId: machine.id, unitId: machine.unitId, toDay: null };
  await addMember(contact, aCommand({ ...member, role: "ncp" as const, fromDay: "2021-04-01" }));
  return machine.id;
}

/** The example of the document, as another case of its own. */
export function aCase(national: System): { id: string; body: Record<string, unknown> } {
  const { seizure, ...rest } = national.exampleOf("createSeizure");
  const id = crypto.randomUUID();
  const own = { ...(seizure as object), id, nationalCaseNo: `CASE-${id.slice(0, 8)}` };
  return { id, body: { ...rest, commandId: crypto.randomUUID(), seizure: own } };
}

export async function theOperation(national: System): Promise<string> {
  const { body } = await national.send("listOperations");
  const [first] = body.operations as { id: string }[];
  return first?.id ?? "";
}
