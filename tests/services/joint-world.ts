import { v7 as uuid } from "uuid";
import { expect } from "vitest";
import type { Id } from "#app/domain/id.ts";
import type { SeizureInput } from "#app/domain/seizure.ts";
import { agreeToMerge, proposeJoint } from "#app/services/duplicates.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { read } from "#app/services/write.server.ts";
import { findFact } from "#db/queries/seizures.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

/** Each test begins with an operation without cases: it counts all of them. */
export let world: World;
export let ocu: Acting;
export let thai: Acting;
export let lao: Acting;
export let viet: Acting;
export let analyst: Acting;
export let observer: Acting;

/** Before each test; what it answers is done after it. */
export async function openWorld(): Promise<() => Promise<void>> {
  world = await aWorld({ steps: { "TH-CUS": 0, "LA-CUS": 0, "VN-CUS": 0 } });
  ocu = await world.join({ role: "ocu", agency: agencyOf(world, "RILO") });
  thai = await world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });
  lao = await world.join({ role: "ncp", agency: agencyOf(world, "LA-CUS") });
  viet = await world.join({ role: "ncp", agency: agencyOf(world, "VN-CUS") });
  analyst = await world.join({ role: "analyst", agency: agencyOf(world, "VN-CUS") });
  observer = await world.join({ role: "observer", agency: agencyOf(world, "VN-CUS") });
  return () => world.close();
}

export async function told(by: Acting, over: Partial<SeizureInput> = {}): Promise<Id> {
  const input = aSeizureInput(over);
  await submitReport(by, aCommand(input));
  return input.id;
}

/** Proposed by the unit, not yet agreed to. */
export async function proposed(kept: Id, dropped: Id): Promise<Id> {
  const id = uuid();
  await proposeJoint(ocu, aCommand({ id, kept, dropped, note: "Sender and receiver" }));
  return id;
}

/** Agreed to by both. */
export async function joined(one: [Acting, Id], other: [Acting, Id]): Promise<Id> {
  const duplicate = await proposed(one[1], other[1]);
  await agreeToMerge(one[0], aCommand({ duplicate }));
  expect(await agreeToMerge(other[0], aCommand({ duplicate }))).toMatchObject({ state: "joined" });
  return duplicate;
}

export const fact = async (id: Id, reader = ocu) => read(reader, (tx) => findFact(tx, world.operationId, id));
export const jointOf = async (id: Id) => (await fact(id))?.joint;

/** A word of its owner on a message as it stands now. */
export async function standing(seizure: Id, reason: string) {
  return aCommand({ seizure, base: (await fact(seizure, thai))?.revision ?? 0, reason });
}
