import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import { stateOf } from "#app/domain/operation-report/highlight.ts";
import { agreeToMerge, proposeJoint, proposeMerge } from "#app/services/duplicates.server.ts";
import { holdSeizure } from "#app/services/seizures.server.ts";
import { memberOf, read, write } from "#app/services/write.server.ts";
import { findFact } from "#db/queries/seizures.server.ts";
import { operationReportHighlightAnswers } from "#db/schema.ts";
import { aCommand, agencyOf } from "#tests/support/world.ts";
import { aHighlightStage, type Stage, WORDS } from "./highlights-world.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await aHighlightStage();
});
afterAll(() => stage.world.close());

/** One consignment that Thailand and Lao PDR told of, agreed to by both; Thailand's message is chosen. */
async function ofTwoOwners(propose: typeof proposeJoint) {
  const [thai, lao] = [await stage.release(), await stage.release({}, stage.lao)];
  const duplicate = uuid();
  await propose(stage.ocu, aCommand({ id: duplicate, kept: thai, dropped: lao, note: "Sender and receiver" }));
  for (const by of [stage.thai, stage.lao]) await agreeToMerge(by, aCommand({ duplicate }));
  const report = await stage.report();
  await stage.choose(report, thai);
  return { report, thai, lao };
}

const stateIn = async (report: Id) => {
  const [one] = await stage.chosen(report);
  return one && stateOf(one, "participants");
};

test.each([
  ["joined", proposeJoint],
  ["merged", proposeMerge],
] as const)("of messages that are %s every owner is asked, and all must have cleared", async (_how, propose) => {
  const { report, thai } = await ofTwoOwners(propose);
  for (const by of [stage.thai, stage.lao]) {
    expect((await stage.asked(by)).filter((one) => one.report === report)).toMatchObject([{ seizure: thai }]);
  }
  await stage.clear(report, thai);
  expect(await stateIn(report)).toBe("asked");
  await stage.freeze(report);
  expect((await stage.edition(report))?.highlights).toEqual([]);
  await stage.clear(report, thai, { by: stage.lao });
  expect(await stateIn(report)).toBe("cleared");
  await stage.freeze(report);
  expect((await stage.edition(report, 2))?.highlights).toMatchObject([
    { words: WORDS, cleared: [{ agency: "Agency LA-CUS" }, { agency: "Agency TH-CUS" }] },
  ]);
});

test("what one owner says in other words, the others are asked about", async () => {
  const { report, thai } = await ofTwoOwners(proposeJoint);
  await stage.clear(report, thai);
  expect(await stage.clear(report, thai, { by: stage.lao, words: "Ivory bound for Thailand" })).toBe(2);
  expect(await stateIn(report)).toBe("asked");
  await stage.clear(report, thai, { version: 2, words: "Ivory bound for Thailand" });
  expect(await stateIn(report)).toBe("cleared");
});

test("one owner clears nothing in another's name, by plain SQL either", async () => {
  const { report, thai } = await ofTwoOwners(proposeJoint);
  const forged = write(stage.lao, "operation_report.highlight.clear", aCommand({}), async ({ tx, self, commandId }) => {
    const { operationId, id: memberId } = memberOf(self);
    const of = { operationId, reportId: report, seizureId: thai, version: 1, number: 1, memberId, commandId };
    const agencyId = agencyOf(stage.world, "TH-CUS").id;
    await tx.insert(operationReportHighlightAnswers).values({ ...of, agencyId, answer: "cleared" });
    return {};
  });
  await expect(forged).rejects.toMatchObject({ cause: { code: "42501" } });
});

test("where one message is held back, nothing is said of the case", async () => {
  const { report, thai, lao } = await ofTwoOwners(proposeJoint);
  for (const by of [stage.thai, stage.lao]) await stage.clear(report, thai, { by });
  const base = (await read(stage.lao, (tx) => findFact(tx, stage.world.operationId, lao)))?.revision ?? 0;
  await holdSeizure(stage.lao, aCommand({ seizure: lao, base, reason: "" }));
  expect(await stateIn(report)).toBe("away");
  await stage.freeze(report);
  expect((await stage.edition(report))?.highlights).toEqual([]);
});
