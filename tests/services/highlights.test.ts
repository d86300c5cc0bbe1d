import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import { stateOf } from "#app/domain/operation-report/highlight.ts";
import { casesFor } from "#app/highlights-page.server.ts";
import {
  chooseHighlight,
  refuseHighlight,
  takeBackClearance,
  takeOutHighlight,
} from "#app/services/highlights.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { publishReport } from "#app/services/operation-reports.server.ts";
import { holdSeizure, unholdSeizure, withdrawSeizure } from "#app/services/seizures.server.ts";
import { read } from "#app/services/write.server.ts";
import { findFact } from "#db/queries/seizures.server.ts";
import { aCommand } from "#tests/support/world.ts";
import { aHighlightStage, type Stage, WORDS } from "./highlights-world.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await aHighlightStage();
});
afterAll(() => stage.world.close());

const wordsIn = async (report: string, number = 1) =>
  (await stage.edition(report, number))?.highlights.map(({ words }) => words);

const stateIn = async (report: string) => {
  const [one] = await stage.chosen(report);
  return one && stateOf(one, "participants");
};

describe("a case that was chosen", () => {
  test("is asked of its owner, and stands in a frozen version once that is cleared, and not before", async () => {
    const report = await stage.report();
    const seizure = await stage.release();
    await stage.choose(report, seizure);
    const [asked] = (await stage.asked()).filter((one) => one.report === report);
    expect(asked).toMatchObject({ title: "Final report", words: WORDS, audience: "participants", published: false });
    expect((await stage.asked(stage.lao)).filter((one) => one.report === report)).toEqual([]);
    expect(await stateIn(report)).toBe("asked");
    await stage.freeze(report);
    expect(await wordsIn(report)).toEqual([]);

    await stage.clear(report, seizure);
    expect(await stateIn(report)).toBe("cleared");
    await stage.freeze(report);
    const [held] = (await stage.edition(report, 2))?.highlights ?? [];
    expect(held).toMatchObject({ seizure, version: 1, words: WORDS, handling: "H0", reporter: "TH" });
    expect(held?.cleared).toMatchObject([{ agency: "Agency TH-CUS" }]);
    expect(await wordsIn(report)).toEqual([]);
  });

  test("with other words is asked anew, and the clearance of the first is none of them", async () => {
    const report = await stage.report();
    const seizure = await stage.release();
    await stage.choose(report, seizure);
    await stage.clear(report, seizure);
    expect(await stage.choose(report, seizure, "Ivory worth millions", 1)).toBe(2);
    expect(await stateIn(report)).toBe("asked");
    await expect(stage.clear(report, seizure)).rejects.toMatchObject({ kind: "stale" });
    await stage.freeze(report);
    expect(await wordsIn(report)).toEqual([]);
  });

  test("is cleared with the owner's own words, which stand from then on", async () => {
    const report = await stage.report();
    const seizure = await stage.release();
    await stage.choose(report, seizure);
    expect(await stage.clear(report, seizure, { words: "Ivory found" })).toBe(2);
    await stage.freeze(report);
    expect(await wordsIn(report)).toEqual(["Ivory found"]);
  });

  test("is refused with a reason that those who write read", async () => {
    const report = await stage.report();
    const seizure = await stage.release();
    await stage.choose(report, seizure);
    await refuseHighlight(stage.thai, aCommand({ report, seizure, version: 1, reason: "Court case is open" }));
    expect(await stateIn(report)).toBe("refused");
    const [one] = await stage.chosen(report);
    expect(one?.answers).toMatchObject([{ answer: "refused", reason: "Court case is open" }]);
    await stage.freeze(report);
    expect(await wordsIn(report)).toEqual([]);
  });

  test("is taken out, and chosen again with a number of its own", async () => {
    const report = await stage.report();
    const seizure = await stage.release();
    await stage.choose(report, seizure);
    await stage.clear(report, seizure);
    await takeOutHighlight(stage.lead, aCommand({ report, seizure, base: 1 }));
    expect(await stage.chosen(report)).toEqual([]);
    expect((await stage.asked()).filter((one) => one.report === report)).toEqual([]);
    expect(await stage.choose(report, seizure)).toBe(3);
    expect(await stateIn(report)).toBe("asked");
  });

  test("by two at once is chosen once: the second is told", async () => {
    const report = await stage.report();
    const seizure = await stage.release();
    const said = { report, seizure, base: 0 };
    const both = [stage.analyst, stage.lead].map((by, at) =>
      chooseHighlight(by, aCommand({ ...said, words: `Words ${at}` })),
    );
    const ended = await Promise.allSettled(both);
    expect(ended.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(ended.find(({ status }) => status === "rejected")).toMatchObject({ reason: { kind: "stale" } });
  });
});

describe("a clearance", () => {
  test("is taken back until a version that has it is published, and such a version does not go out", async () => {
    const report = await stage.report();
    const seizure = await stage.release();
    await stage.choose(report, seizure);
    await stage.clear(report, seizure);
    await stage.freeze(report);
    await takeBackClearance(stage.thai, aCommand({ report, seizure, version: 1, reason: "" }));
    await expect(publishReport(stage.lead, aCommand({ report, edition: 1 }))).rejects.toMatchObject({
      kind: "conflict",
      message: "operation_report.highlight.uncleared",
      values: { cases: expect.stringMatching(/^OMD-TH-/) },
    });
    await stage.clear(report, seizure);
    await publishReport(stage.lead, aCommand({ report, edition: 1 }));
    await expect(
      takeBackClearance(stage.thai, aCommand({ report, seizure, version: 1, reason: "Too late" })),
    ).rejects.toMatchObject({ kind: "conflict", message: "operation_report.highlight.published" });
    expect(await wordsIn(report)).toEqual([WORDS]);
  });

  test("is for the readers that the report had: for more it is asked anew, for fewer it stands", async () => {
    const report = await stage.report();
    const seizure = await stage.release();
    await stage.choose(report, seizure);
    await stage.clear(report, seizure);
    await stage.setAudience(report, "public");
    const [one] = await stage.chosen(report);
    expect(one && stateOf(one, "public")).toBe("wider");
    await stage.freeze(report);
    expect(await wordsIn(report)).toEqual([]);
    await stage.setAudience(report, "restricted");
    await stage.freeze(report);
    expect(await wordsIn(report, 2)).toEqual([WORDS]);
    await stage.setAudience(report, "public");
    expect(await stage.choose(report, seizure, WORDS, 1)).toBe(2);
    await stage.clear(report, seizure, { version: 2 });
    await stage.freeze(report);
    expect(await wordsIn(report, 3)).toEqual([WORDS]);
  });

  test("falls with a case that is held back or withdrawn, whose words nobody else reads any more", async () => {
    const report = await stage.report();
    const seizure = await stage.release();
    await stage.choose(report, seizure);
    await stage.clear(report, seizure);
    await stage.freeze(report);
    await holdSeizure(stage.thai, aCommand({ seizure, base: 1, reason: "" }));
    expect(await stage.chosen(report)).toEqual([]);
    await expect(publishReport(stage.lead, aCommand({ report, edition: 1 }))).rejects.toMatchObject({
      message: "operation_report.highlight.uncleared",
    });
    await stage.freeze(report);
    expect(await wordsIn(report, 2)).toEqual([]);
    await unholdSeizure(stage.thai, aCommand({ seizure, base: 1, reason: "" }));
    expect(await stateIn(report)).toBe("cleared");
    await withdrawSeizure(stage.thai, aCommand({ seizure, base: 1, reason: "Not ours" }));
    expect(await stage.chosen(report)).toEqual([]);
    await stage.freeze(report);
    expect(await wordsIn(report, 3)).toEqual([]);
    expect(await wordsIn(report)).toEqual([WORDS]);
  });
});

describe("a case to choose", () => {
  const found = async (by: Acting, report: Id, asked: string) =>
    (await read(by, (tx, self) => casesFor(tx, self, report, asked)))?.cases.map(({ fact, caseNo }) => [
      fact.id,
      caseNo,
    ]);

  test("is found by the number of its message or by its owner's own, the exact one first", async () => {
    const report = await stage.report();
    const longer = await stage.release({ nationalCaseNo: "TH-CUS-W0012" });
    const exact = await stage.release({ nationalCaseNo: "TH-CUS-W001" });
    const named = { kind: "agencies" as const, agencies: [] };
    const hidden = await stage.release({ nationalCaseNo: "TH-CUS-W001-X", audience: named });
    expect(await found(stage.ocu, report, "th-cus-w001")).toEqual([
      [exact, "TH-CUS-W001"],
      [longer, "TH-CUS-W0012"],
      [hidden, "TH-CUS-W001-X"],
    ]);
    // Who does not read a case does not find it by its owner's number, but still by that of its message.
    expect(await found(stage.analyst, report, "TH-CUS-W001-X")).toEqual([]);
    const fact = await read(stage.analyst, (tx) => findFact(tx, stage.world.operationId, hidden));
    expect(await found(stage.analyst, report, fact?.messageNo ?? "")).toContainEqual([hidden, null]);
    expect(await found(stage.analyst, report, "TH-CUS-W999")).toEqual([]);
    expect(await found(stage.analyst, report, "%")).toEqual([]);
  });
});
