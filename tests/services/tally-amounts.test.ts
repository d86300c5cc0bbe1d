import { afterAll, describe, expect, test } from "vitest";
import type { LocalDate } from "#app/domain/local-date.ts";
import { TallyInput } from "#app/domain/tally/tally.ts";
import { clearReport } from "#app/services/clearance.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { amendSeizure } from "#app/services/seizures.server.ts";
import { postTallies } from "#app/services/tallies.server.ts";
import { answerTallyQuestion, settleTallyQuestions } from "#app/services/tally-watch.server.ts";
import { read } from "#app/services/write.server.ts";
import { tallyDifferences } from "#db/queries/tally-cases.server.ts";
import { listTallyQuestions } from "#db/queries/tally-watch.server.ts";
import { aSeizureInput, aSeizureItem } from "#seeds/builders.ts";
import { aCommand, agencyOf, aWorld } from "#tests/support/world.ts";

const world = await aWorld();
afterAll(() => world.close());
const { operationId } = world;
const contact = await world.join({ role: "ncp", agency: agencyOf(world, "VN-CUS") });
const officer = await world.join({ role: "reporter", agency: agencyOf(world, "VN-CUS") });

type Line = { quantity: string; unit: string };
type Item = Partial<Line> & { commodity?: string; qualifier?: string };

async function release(occurredOn: LocalDate, items: Item[], arrested: number | null = null) {
  const input = aSeizureInput({
    occurredOn,
    items: items.map((item) => aSeizureItem({ quantity: null, unit: null, ...item })),
  });
  input.persons.arrested = arrested;
  await submitReport(officer, aCommand(input));
  await clearReport(contact, aCommand({ seizure: input.id, step: 1, baseVersion: 1, note: "" }));
  return input;
}
type Said = { cases?: number; quantities?: Line[]; arrested?: number | null; baseVersion?: number };
const say = (day: LocalDate, { cases = 1, quantities = [], arrested = null, baseVersion = 0 }: Said) =>
  postTallies(
    officer,
    aCommand({
      tallies: [
        TallyInput.parse({ day, nil: false, groups: [{ group: "F2", cases, quantities }], arrested, baseVersion }),
      ],
    }),
  );
const kg = (quantity: string) => ({ quantity, unit: "kg" });
const differences = async (day: LocalDate) =>
  (await read(contact, (tx) => tallyDifferences(tx, operationId, { from: day, to: day }))).map(
    ({ group, measure, said, seen }) => [group, measure, said, seen],
  );
const questionsOn = async (day: LocalDate) => {
  await settleTallyQuestions(world.house);
  return read(contact, (tx) => listTallyQuestions(tx, operationId, { from: day, to: day }));
};

describe("quantities", () => {
  test("five kilograms against five hundred are asked about, and no longer once the tally is mended", async () => {
    const day = "2021-05-03";
    await release(day, [kg("500")]);
    await say(day, { quantities: [{ quantity: "5000", unit: "g" }] });
    expect(await questionsOn(day)).toMatchObject([
      { group: "F2", measure: "mass", said: 5, seen: 500, closedAs: null },
    ]);
    await say(day, { quantities: [kg("500")], baseVersion: 1 });
    expect(await questionsOn(day)).toMatchObject([{ measure: "mass", closedAs: "mended" }]);
  });

  test("the question closes as well when the report is mended", async () => {
    const day = "2021-05-04";
    const input = await release(day, [kg("500")]);
    await say(day, { quantities: [kg("5")] });
    expect(await questionsOn(day)).toMatchObject([{ closedAs: null }]);
    await amendSeizure(
      contact,
      aCommand({
        base: { facts: 1, case: 1, nominal: 0 },
        kind: "own_error",
        reason: "Grams, not kilograms",
        seizure: { ...input, items: [aSeizureItem(kg("5"))] },
      }),
    );
    expect(await questionsOn(day)).toMatchObject([{ closedAs: "mended" }]);
  });

  test("two hundredths of the greater are no difference; more is", async () => {
    const day = "2021-05-05";
    await release(day, [kg("98")]);
    await say(day, { quantities: [kg("100")] });
    expect(await differences(day)).toEqual([]);
    await say(day, { quantities: [kg("100.1")], baseVersion: 1 });
    expect(await differences(day)).toEqual([["F2", "mass", 100.1, 98]]);
  });

  test("an estimate may be off by half of it, and not by a hundred times", async () => {
    const day = "2021-05-06";
    await release(day, [{ ...kg("140"), qualifier: "estimated" }]);
    await say(day, { quantities: [kg("100")] });
    expect(await differences(day)).toEqual([]);
    await say(day, { quantities: [kg("5")], baseVersion: 1 });
    expect(await differences(day)).toEqual([["F2", "mass", 5, 140]]);
  });

  test("each dimension for itself; where a report states none, what the others state is a lower bound", async () => {
    const day = "2021-05-07";
    await release(day, [kg("6"), { quantity: "40", unit: "pcs" }]);
    await release(day, [{}]);
    await say(day, { cases: 2, quantities: [kg("10")] });
    expect(await differences(day)).toEqual([]);
    await say(day, { cases: 2, quantities: [kg("5"), { quantity: "30", unit: "pcs" }], baseVersion: 1 });
    expect(await differences(day)).toEqual([
      ["F2", "count", 30, 40],
      ["F2", "mass", 5, 6],
    ]);
  });

  test("who states no quantity in the tally, or only other goods in the reports, is asked about cases alone", async () => {
    const day = "2021-05-10";
    await release(day, [kg("6")]);
    await say(day, {});
    expect(await differences(day)).toEqual([]);
    await release(day, [{ ...kg("9"), commodity: "D1" }]);
    expect(await differences(day)).toEqual([["D1", "cases", 0, 1]]);
  });
});

describe("persons arrested", () => {
  test("none in the tally against six in the reports is asked about, and not again once it was answered", async () => {
    const day = "2021-05-11";
    // Several goods in one case are the same persons.
    await release(day, [kg("6"), kg("1")], 6);
    await say(day, { arrested: 0 });
    const [asked, ...more] = await questionsOn(day);
    expect(more).toEqual([]);
    expect(asked).toMatchObject({ group: "", measure: "arrested", said: 0, seen: 6 });
    await answerTallyQuestion(contact, aCommand({ question: asked?.id ?? "", answer: "Arrested on the day after." }));
    expect(await questionsOn(day)).toMatchObject([{ closedAs: "answered", said: 0, seen: 6 }]);
    await say(day, { arrested: 6, baseVersion: 1 });
    expect(await differences(day)).toEqual([]);
  });

  test("a tally or reports that state none are not compared, and a report without a number is a lower bound", async () => {
    const day = "2021-05-12";
    await release(day, [kg("6")], 2);
    await release(day, [kg("6")]);
    await say(day, { cases: 2 });
    expect(await differences(day)).toEqual([]);
    await say(day, { cases: 2, arrested: 3, baseVersion: 1 });
    expect(await differences(day)).toEqual([]);
    await say(day, { cases: 2, arrested: 1, baseVersion: 2 });
    expect(await differences(day)).toEqual([["", "arrested", 1, 2]]);
  });
});
