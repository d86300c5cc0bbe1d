import { join } from "node:path";
import { diskStore } from "#app/attachments/store.server.ts";
import { readAddressRules } from "#app/webhooks/addresses.server.ts";
import { keepProofKey, proofKey } from "#db/server-secret.ts";
import { envFor, type RunningServer, runServer } from "#tests/support/server.ts";
import { agencyOf, aWorld } from "#tests/support/world.ts";
import type { Stage } from "./acts.ts";
import { actionsAlone } from "./all-acts.ts";
import { aCast } from "./cast.ts";

/** A world with its cast, served by the actions of all routes, to as many requests as a test has. */
export async function actingServer(): Promise<{ stage: Stage; server: RunningServer }> {
  const world = await aWorld();
  const lead = await world.join({ role: "lead", agency: agencyOf(world, "RILO") });
  const stage = { world, cast: await aCast(world), lead, owner: agencyOf(world, "VN-CUS") };
  const addresses = readAddressRules("*");
  const env = envFor(world.database, addresses ? { webhookAddresses: addresses } : {});
  // Photos that acts put there are read by the server.
  world.house.files = diskStore(join(env.dataDir, "attachments"));
  await keepProofKey(env.ownerUrl, proofKey(env.sessionSecret));
  const rates = { writesPerMinute: 1_000_000, machineCallsPerMinute: 1_000_000 };
  return { stage, server: await runServer(env, { build: await actionsAlone(), rates }) };
}
