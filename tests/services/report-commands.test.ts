import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import { clearReport } from "#app/services/clearance.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { saveDraft, submitReport } from "#app/services/reports.server.ts";
import { read } from "#app/services/write.server.ts";
import { visibleFacts } from "#db/queries/facts.server.ts";
import { findCase } from "#db/queries/seizures.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld({ steps: { "VN-CUS": 1, "TH-CUS": 0, "LA-CUS": 2 } });
});
afterAll(() => world.close());

const factsSeenBy = (acting: Acting) => read(acting, (tx) => visibleFacts(tx, world.operationId));
const caseSeenBy = (acting: Acting, id: Id) => read(acting, (tx) => findCase(tx, world.operationId, id));

describe("commands", () => {
  test("the same command twenty times at once makes one seizure and one answer", async () => {
    const officer = await world.join({ role: "reporter", agency: agencyOf(world, "TH-CUS") });
    const command = aCommand(aSeizureInput());
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => submitReport(officer, command)));
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    const mine = (await factsSeenBy(await world.join({ role: "ocu", agency: agencyOf(world, "RILO") }))).filter(
      (fact) => fact.id === command.input.id,
    );
    expect(mine).toHaveLength(1);
  });

  test("the same id with other content is a conflict, and so is an id that belongs to somebody else", async () => {
    const thai = await world.join({ role: "reporter", agency: agencyOf(world, "TH-CUS") });
    const lao = await world.join({ role: "reporter", agency: agencyOf(world, "LA-CUS") });
    const command = aCommand(aSeizureInput({ held: true }));
    await submitReport(thai, command);
    const other = submitReport(thai, { ...command, input: aSeizureInput() });
    await expect(other).rejects.toMatchObject({ kind: "conflict", message: "command.reused" });
    const theirs = saveDraft(lao, aCommand({ id: command.input.id, form: {}, baseVersion: null }));
    await expect(theirs).rejects.toMatchObject({ kind: "conflict", message: "command.reused", detail: {} });
  });

  test("a case number that the agency has used is refused at its field", async () => {
    const officer = await world.join({ role: "reporter", agency: agencyOf(world, "TH-CUS") });
    await submitReport(officer, aCommand(aSeizureInput({ nationalCaseNo: "TH/77" })));
    const second = submitReport(officer, aCommand(aSeizureInput({ nationalCaseNo: "TH/77" })));
    await expect(second).rejects.toMatchObject({ detail: { fields: { nationalCaseNo: ["case_no.duplicate"] } } });
  });

  test("of two that wait with the same case number one is cleared; the other is refused at its field", async () => {
    const agency = await world.agency("MM-CUS");
    const officer = await world.join({ role: "reporter", agency });
    const contact = await world.join({ role: "ncp", agency });
    const waiting = [1, 2].map(() => aSeizureInput({ nationalCaseNo: "MM/9" }));
    for (const report of waiting) await submitReport(officer, aCommand(report));
    const clear = ({ id }: { id: Id }) => clearReport(contact, aCommand({ seizure: id, baseVersion: 1, note: "" }));
    const [first, second] = waiting;
    if (!first || !second) throw new Error("two reports");
    await clear(first);
    await expect(clear(second)).rejects.toMatchObject({
      detail: { fields: { nationalCaseNo: ["case_no.duplicate"] } },
    });
  });

  test("a code that no list has is refused at its field, and nothing is half-written", async () => {
    const officer = await world.join({ role: "reporter", agency: agencyOf(world, "TH-CUS") });
    const seizure = aSeizureInput({ mode: "flying_carpet" });
    const sent = submitReport(officer, aCommand(seizure));
    await expect(sent).rejects.toMatchObject({ kind: "invalid", detail: { fields: { mode: ["code.unknown"] } } });
    expect(await caseSeenBy(officer, seizure.id)).toBeUndefined();
  });
});
