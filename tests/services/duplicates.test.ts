import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import { agreeToMerge, closeDuplicate, proposeMerge, tellApart } from "#app/services/duplicates.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { amendSeizure, withdrawSeizure } from "#app/services/seizures.server.ts";
import { read } from "#app/services/write.server.ts";
import { listDuplicates, proposalsFor } from "#db/queries/duplicates.server.ts";
import { findCase, findFact, versionsOf } from "#db/queries/seizures.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

let world: World;
let ocu: Acting;
let thai: Acting;
let lao: Acting;
beforeAll(async () => {
  world = await aWorld({ steps: { "TH-CUS": 0, "LA-CUS": 0 } });
  ocu = await world.join({ role: "ocu", agency: agencyOf(world, "RILO") });
  thai = await world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });
  lao = await world.join({ role: "ncp", agency: agencyOf(world, "LA-CUS") });
});
afterAll(() => world.close());

async function released(by: Acting): Promise<Id> {
  const input = aSeizureInput();
  await submitReport(by, aCommand(input));
  return input.id;
}

const stateOf = async (id: Id) => (await read(lao, (tx) => findFact(tx, world.operationId, id)))?.state;

async function proposed(kept: Id, dropped: Id): Promise<Id> {
  const id = uuid();
  await proposeMerge(ocu, aCommand({ id, kept, dropped, note: "Same parcel" }));
  return id;
}

describe("two messages of one agency", () => {
  test("are one case once its contact point agrees; both originals and their history stay, and it can be undone", async () => {
    const [kept, dropped] = [await released(thai), await released(thai)];
    const duplicate = await proposed(kept, dropped);
    expect([await stateOf(kept), await stateOf(dropped)]).toEqual(["submitted", "submitted"]);
    expect(await agreeToMerge(thai, aCommand({ duplicate }))).toMatchObject({ state: "merged" });
    expect([await stateOf(kept), await stateOf(dropped)]).toEqual(["submitted", "merged"]);
    expect(await read(thai, (tx) => findCase(tx, world.operationId, dropped))).toMatchObject({ version: 1 });
    expect(await read(thai, (tx) => versionsOf(tx, world.operationId, dropped))).toHaveLength(1);
    await closeDuplicate(ocu, aCommand({ duplicate, note: "Two parcels after all" }));
    expect(await stateOf(dropped)).toBe("submitted");
    const [row] = await read(ocu, (tx) => listDuplicates(tx, world.operationId));
    expect(row).toMatchObject({ id: duplicate, state: "undone", closedNote: "Two parcels after all" });
  });

  test("a merged one does not change until the merge is undone", async () => {
    const [kept, dropped] = [await released(thai), await released(thai)];
    await agreeToMerge(thai, aCommand({ duplicate: await proposed(kept, dropped) }));
    const withdrawing = withdrawSeizure(thai, aCommand({ seizure: dropped, base: 2, reason: "Twice" }));
    await expect(withdrawing).rejects.toMatchObject({ message: "seizure.merged" });
    const kase = await read(thai, (tx) => findCase(tx, world.operationId, dropped));
    if (!kase) throw new Error("no case");
    const base = { facts: 2, case: 1, nominal: 0 };
    const amending = amendSeizure(thai, aCommand({ seizure: kase.input, base, kind: "own_error", reason: "Late" }));
    await expect(amending).rejects.toMatchObject({ message: "seizure.merged" });
  });
});

describe("two messages of two agencies", () => {
  test("need the word of both, in whichever order", async () => {
    const [kept, dropped] = [await released(thai), await released(lao)];
    const duplicate = await proposed(kept, dropped);
    const waitingFor = (who: Acting, code: string) =>
      read(who, async (tx) =>
        (await proposalsFor(tx, world.operationId, agencyOf(world, code).id)).map(({ id }) => id),
      );
    expect(await waitingFor(thai, "TH-CUS")).toContain(duplicate);
    expect(await agreeToMerge(thai, aCommand({ duplicate }))).toMatchObject({ state: "proposed" });
    expect(await waitingFor(thai, "TH-CUS")).not.toContain(duplicate);
    expect(await waitingFor(lao, "LA-CUS")).toContain(duplicate);
    expect(await stateOf(dropped)).toBe("submitted");
    expect(await agreeToMerge(lao, aCommand({ duplicate }))).toMatchObject({ state: "merged" });
    expect(await stateOf(dropped)).toBe("merged");
  });

  test("both at once: one completes what the other began, and it is merged once", async () => {
    const [kept, dropped] = [await released(thai), await released(lao)];
    const duplicate = await proposed(kept, dropped);
    const answers = await Promise.all([
      agreeToMerge(thai, aCommand({ duplicate })),
      agreeToMerge(lao, aCommand({ duplicate })),
    ]);
    expect(answers.map(({ state }) => state).sort()).toEqual(["merged", "proposed"]);
    expect((await read(lao, (tx) => findFact(tx, world.operationId, dropped)))?.revision).toBe(2);
  });

  test("either refuses, and then nothing is merged", async () => {
    const [kept, dropped] = [await released(thai), await released(lao)];
    const duplicate = await proposed(kept, dropped);
    await agreeToMerge(thai, aCommand({ duplicate }));
    expect(await closeDuplicate(lao, aCommand({ duplicate, note: "Another parcel" }))).toMatchObject({
      state: "refused",
    });
    await expect(agreeToMerge(lao, aCommand({ duplicate }))).rejects.toMatchObject({ message: "duplicate.closed" });
    expect(await stateOf(dropped)).toBe("submitted");
  });

  test("where one was withdrawn meanwhile the last word is refused, and nothing of it stays", async () => {
    const [kept, dropped] = [await released(thai), await released(lao)];
    const duplicate = await proposed(kept, dropped);
    await agreeToMerge(thai, aCommand({ duplicate }));
    await withdrawSeizure(thai, aCommand({ seizure: kept, base: 1, reason: "Not ours" }));
    await expect(agreeToMerge(lao, aCommand({ duplicate }))).rejects.toMatchObject({ kind: "stale" });
    const row = (await read(ocu, (tx) => listDuplicates(tx, world.operationId))).find(({ id }) => id === duplicate);
    expect(row).toMatchObject({ state: "proposed", droppedAgreedBy: null });
    expect(await stateOf(dropped)).toBe("submitted");
  });
});

describe("who may", () => {
  test("only the coordination unit proposes, only owners agree, and nobody else knows of it", async () => {
    const [kept, dropped] = [await released(thai), await released(thai)];
    const pair = { id: uuid(), kept, dropped, note: "" };
    await expect(proposeMerge(thai, aCommand(pair))).rejects.toMatchObject({ kind: "forbidden" });
    const duplicate = await proposed(kept, dropped);
    await expect(agreeToMerge(ocu, aCommand({ duplicate }))).rejects.toMatchObject({ kind: "forbidden" });
    await expect(agreeToMerge(lao, aCommand({ duplicate }))).rejects.toMatchObject({ message: "duplicate.unknown" });
    const seen = await read(lao, (tx) => listDuplicates(tx, world.operationId));
    expect(seen.map(({ id }) => id)).not.toContain(duplicate);
    await expect(
      read(lao, (tx) => tx.execute(`select agree_to_merge('${duplicate}', '${uuid()}')`)),
    ).rejects.toBeDefined();
    expect(await stateOf(dropped)).toBe("submitted");
  });

  test("a pair is decided on once; the same command is one decision", async () => {
    const [kept, dropped] = [await released(thai), await released(thai)];
    const command = aCommand({ id: uuid(), kept, dropped, note: "" });
    expect(await tellApart(ocu, command)).toEqual(await tellApart(ocu, command));
    const turned = proposeMerge(ocu, aCommand({ id: uuid(), kept: dropped, dropped: kept, note: "" }));
    await expect(turned).rejects.toMatchObject({ message: "duplicate.decided" });
    await expect(closeDuplicate(ocu, aCommand({ duplicate: command.input.id, note: "" }))).rejects.toMatchObject({
      detail: { fields: { note: ["duplicate.reason"] } },
    });
    await closeDuplicate(ocu, aCommand({ duplicate: command.input.id, note: "Look again" }));
    await expect(proposed(dropped, kept)).resolves.toBeDefined();
  });

  test("what is not there, is the same twice or does not count is refused", async () => {
    const [kept, gone] = [await released(thai), await released(thai)];
    await withdrawSeizure(thai, aCommand({ seizure: gone, base: 1, reason: "Not ours" }));
    await expect(proposed(kept, kept)).rejects.toMatchObject({ message: "seizure.unknown" });
    await expect(proposed(kept, uuid())).rejects.toMatchObject({ message: "seizure.unknown" });
    await expect(proposed(kept, gone)).rejects.toMatchObject({ kind: expect.stringMatching(/conflict|not-found/) });
  });
});
