import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import { figureLines } from "#app/domain/operation-report/lines.ts";
import { ReportText } from "#app/domain/operation-report/report-text.ts";
import { answerQuestion, askQuestion } from "#app/services/checks.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { hashOfFigures } from "#app/services/operation-report-figures.server.ts";
import {
  beginReport,
  freezeReport,
  publishReport,
  reckonAnew,
  setAside,
  writeSection,
} from "#app/services/operation-reports.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { withdrawSeizure } from "#app/services/seizures.server.ts";
import { memberOf, read, write } from "#app/services/write.server.ts";
import { questionsOnCases } from "#db/queries/operation-report-counts.server.ts";
import { findEdition, lastReckoning, publishedReports, textsOf } from "#db/queries/operation-reports.server.ts";
import { operationReportEditions } from "#db/schema.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

let world: World;
let [lead, analyst, thai, observer]: Acting[] = [];
beforeAll(async () => {
  world = await aWorld({ steps: { "VN-CUS": 0, "TH-CUS": 0 } });
  [lead, analyst, thai, observer] = await Promise.all([
    world.join({ role: "lead", agency: agencyOf(world, "VN-CUS") }),
    world.join({ role: "analyst", agency: agencyOf(world, "VN-CUS") }),
    world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") }),
    world.join({ role: "observer", agency: agencyOf(world, "RILO") }),
  ]);
});
afterAll(() => world.close());

const one = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error("nobody");
  return value;
};

const text = (words: string): ReportText => ({
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text: words }] }],
});

async function begin(by: Acting = one(analyst), over: Partial<Parameters<typeof beginReport>[1]["input"]> = {}) {
  const id = crypto.randomUUID();
  const said = { kind: "end_of_operation" as const, audience: "participants" as const, title: "Final report" };
  await beginReport(by, aCommand({ id, ...said, from: null, to: null, ...over }));
  return id;
}

async function release(over: Parameters<typeof aSeizureInput>[0] = {}): Promise<Id> {
  const seizure = aSeizureInput(over);
  await submitReport(one(thai), aCommand(seizure));
  return seizure.id;
}

const reckoningOf = (id: Id) =>
  read(one(analyst), async (tx) => {
    const found = await lastReckoning(tx, world.operationId, id);
    if (!found) throw new Error("not counted");
    return found;
  });
const editionOf = (reader: Acting, id: Id, number = 1) =>
  read(reader, (tx) => findEdition(tx, world.operationId, id, number));

describe("the figures of a draft", () => {
  test("are those of the moment, and stay until they are counted anew", async () => {
    const report = await begin();
    const before = await reckoningOf(report);
    await release();
    expect((await reckoningOf(report)).hash).toBe(before.hash);
    await reckonAnew(one(lead), aCommand({ report }));
    const after = await reckoningOf(report);
    expect(after).toMatchObject({ number: 2 });
    expect(after.results.figures.cases.total).toBe(before.results.figures.cases.total + 1);
    expect(hashOfFigures(after.results)).toBe(after.hash);
    const names = figureLines(after.results).map(({ line }) => line);
    expect(new Set(names).size).toBe(names.length);
  });

  test("of some days leave out every other case", async () => {
    await release({ occurredOn: "2021-05-03" });
    const days = { kind: "situation" as const, from: "2021-05-03", to: "2021-05-03" };
    const { results } = await reckoningOf(await begin(one(analyst), days));
    expect(results.figures.byDay.map(({ key }) => key.day)).toEqual(["2021-05-03"]);
  });
});

describe("a report for the middle of an operation", () => {
  test("says what was asked about how often, and how much of it was answered, on messages that count", async () => {
    const ocu = await world.join({ role: "ocu", agency: agencyOf(world, "RILO") });
    const [first, second, gone] = [await release(), await release(), await release()];
    const ask = async (seizure: string, field: string) => {
      const id = crypto.randomUUID();
      await askQuestion(ocu, aCommand({ id, seizure, field, question: "Sure?" }));
      return id;
    };
    const answered = await ask(first, "amount");
    await ask(second, "amount");
    await ask(second, "route");
    await ask(gone, "goods");
    await answerQuestion(one(thai), aCommand({ question: answered, answer: "Yes." }));
    await withdrawSeizure(one(thai), aCommand({ seizure: gone, base: 1, reason: "Not ours" }));
    const { results, rules } = await reckoningOf(await begin(one(analyst), { kind: "mid_term" }));
    expect(results.counts.questions).toEqual([
      { key: { about: "amount" }, asked: 2, answered: 1 },
      { key: { about: "route" }, asked: 1, answered: 0 },
    ]);
    expect(rules).toContain("questions-v1");
    const whole = { whole: true, from: "2021-04-15", to: "2021-09-15" };
    expect(await read(one(thai), (tx) => questionsOnCases(tx, whole))).toEqual([]);
  });
});

describe("a section", () => {
  test("that two begin with keeps both: the second is refused, and told so", async () => {
    const report = await begin();
    const said = { report, section: "summary", base: 0 };
    await writeSection(one(analyst), aCommand({ ...said, text: text("First") }));
    await expect(writeSection(one(lead), aCommand({ ...said, text: text("Second") }))).rejects.toMatchObject({
      kind: "stale",
    });
    await writeSection(one(lead), aCommand({ ...said, base: 1, text: text("Third") }));
    const [stands] = await read(one(lead), (tx) => textsOf(tx, world.operationId, report));
    expect(stands).toMatchObject({ version: 2, body: text("Third") });
  });
});

describe("a table or picture between words", () => {
  const put = (part: string): ReportText =>
    ReportText.parse({ type: "doc", content: [{ type: "part", attrs: { part, form: "table" } }] });

  test("is of what this kind of report counts, and of nothing else", async () => {
    const [whole, short] = [await begin(), await begin(one(analyst), { kind: "mid_term" })];
    await writeSection(one(analyst), aCommand({ report: whole, section: "lessons", base: 0, text: put("byReporter") }));
    const [stands] = await read(one(lead), (tx) => textsOf(tx, world.operationId, whole));
    expect(stands).toMatchObject({ section: "lessons", body: put("byReporter") });
    await expect(
      writeSection(one(analyst), aCommand({ report: short, section: "summary", base: 0, text: put("cites") })),
    ).rejects.toMatchObject({ kind: "invalid", message: "operation_report.part.unknown" });
  });

  test("is never the list of cases, whose owners cleared them for their own section", () => {
    expect(() => put("highlights")).toThrow();
  });
});

describe("a frozen version", () => {
  test("gives the same figures whatever is withdrawn later, and shows what changed in the next", async () => {
    const seizure = await release();
    const report = await begin();
    await freezeReport(one(analyst), aCommand({ report, reckoning: 1 }));
    const frozen = await editionOf(one(analyst), report);
    await withdrawSeizure(one(thai), aCommand({ seizure, base: 1, reason: "Not ours" }));
    await reckonAnew(one(analyst), aCommand({ report }));
    expect(await editionOf(one(analyst), report)).toEqual(frozen);
    await expect(freezeReport(one(analyst), aCommand({ report, reckoning: 1 }))).rejects.toMatchObject({
      kind: "stale",
    });
    await freezeReport(one(analyst), aCommand({ report, reckoning: 2 }));
    const next = await editionOf(one(analyst), report, 2);
    expect(next?.results.figures.cases.total).toBe((frozen?.results.figures.cases.total ?? 0) - 1);
    expect(next?.hash).not.toBe(frozen?.hash);
  });

  test("takes in nothing that was not counted: PostgreSQL refuses other figures", async () => {
    const report = await begin();
    const { results, hash, rules, seq, asOf } = await reckoningOf(report);
    const cases = { total: 9, confirmed: 9, provisional: 0 };
    const forged = { ...results, figures: { ...results.figures, cases } };
    const insert = write(one(analyst), "operation_report.freeze", aCommand({}), async ({ tx, self }) => {
      const { operationId, id: frozenBy } = memberOf(self);
      const kept = { hash, rules, seq, asOf, texts: {}, title: "Forged", frozenBy };
      const of = { operationId, reportId: report, number: 7, kind: "end_of_operation", audience: "public" } as const;
      await tx.insert(operationReportEditions).values({ ...of, ...kept, results: forged });
      return {};
    });
    await expect(insert).rejects.toMatchObject({ cause: { message: expect.stringMatching(/row-level security/) } });
  });

  test("is read by those it was published for, and by nobody before", async () => {
    const report = await begin();
    await freezeReport(one(lead), aCommand({ report, reckoning: 1 }));
    expect(await editionOf(one(thai), report)).toBeNull();
    await expect(publishReport(one(analyst), aCommand({ report, edition: 1 }))).rejects.toMatchObject({
      kind: "forbidden",
    });
    await publishReport(one(lead), aCommand({ report, edition: 1 }));
    expect(await editionOf(one(thai), report)).toMatchObject({ number: 1 });
    expect(await editionOf(one(observer), report)).toBeNull();
    const listed = await read(one(thai), (tx) => publishedReports(tx, world.operationId));
    expect(listed.map(({ reportId }) => reportId)).toContain(report);
    await expect(publishReport(one(lead), aCommand({ report, edition: 1 }))).rejects.toMatchObject({
      kind: "conflict",
    });
  });

  test("of a public report is read by observers too", async () => {
    const report = await begin(one(lead), { audience: "public" });
    await freezeReport(one(lead), aCommand({ report, reckoning: 1 }));
    await publishReport(one(lead), aCommand({ report, edition: 1 }));
    expect(await editionOf(one(observer), report)).toMatchObject({ audience: "public" });
  });
});

test("what is put aside takes no words until it is taken up again", async () => {
  const report = await begin();
  await setAside(one(analyst), aCommand({ report, aside: true }));
  const said = { report, section: "lessons", base: 0, text: text("Late") };
  await expect(writeSection(one(analyst), aCommand(said))).rejects.toMatchObject({ kind: "conflict" });
  await setAside(one(analyst), aCommand({ report, aside: false }));
  await writeSection(one(analyst), aCommand(said));
});

test("nobody but those who lead and analyse begins one", async () => {
  await expect(begin(one(thai))).rejects.toMatchObject({ kind: "forbidden" });
  await expect(begin(one(observer))).rejects.toMatchObject({ kind: "forbidden" });
});
