import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import { figureLines } from "#app/domain/operation-report/lines.ts";
import { ReportBegun } from "#app/domain/operation-report/report.ts";
import { isMark } from "#app/domain/operation-report/suppression.ts";
import type { Acting } from "#app/services/house.server.ts";
import { beginReport, freezeReport } from "#app/services/operation-reports.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { read } from "#app/services/write.server.ts";
import { talliesOnRecord } from "#db/queries/operation-report-counts.server.ts";
import { findEdition, lastReckoning } from "#db/queries/operation-reports.server.ts";
import { aRouteNode, aSeizureInput, aSeizureItem } from "#seeds/builders.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

let world: World;
let [lead, thai, lao]: Acting[] = [];
beforeAll(async () => {
  world = await aWorld({ steps: { "VN-CUS": 0, "TH-CUS": 0, "LA-CUS": 0 } });
  [lead, thai, lao] = await Promise.all([
    world.join({ role: "lead", agency: agencyOf(world, "VN-CUS") }),
    world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") }),
    world.join({ role: "ncp", agency: agencyOf(world, "LA-CUS") }),
  ]);
  const drugs = { items: [aSeizureItem({ commodity: "D1.meth_tablets", quantity: "500", unit: "tablets" })] };
  await told(thai, { ...drugs, persons: arrested(2) });
  await told(thai, { persons: arrested(7) });
  await told(lao, { persons: arrested(1), ...throughThailand() });
});
afterAll(() => world.close());

const one = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error("nobody");
  return value;
};
const arrested = (n: number) => ({ arrested: n, identified: null, nationalities: [] });
const told = (by: Acting | undefined, over: Parameters<typeof aSeizureInput>[0]) =>
  submitReport(one(by), aCommand(aSeizureInput(over)));

/** Found in Lao PDR, on the way from Thailand. */
function throughThailand(): Parameters<typeof aSeizureInput>[0] {
  const at = (country: string) => ({
    ...aSeizureInput().place,
    country,
    placeId: null,
    lat: null,
    lon: null,
    name: "",
  });
  return { place: at("LA"), route: [aRouteNode({ role: "departure", place: at("TH") })] };
}

type Begun = Partial<Parameters<typeof beginReport>[1]["input"]>;

async function begin(over: Begun): Promise<Id> {
  const id = crypto.randomUUID();
  const said = { kind: "end_of_operation" as const, audience: "participants" as const, title: "Sheet" };
  await beginReport(one(lead), aCommand({ id, ...said, from: null, to: null, ...over }));
  return id;
}

async function linesOf(over: Begun) {
  const id = await begin(over);
  const found = await read(one(lead), (tx) => lastReckoning(tx, world.operationId, id));
  if (!found) throw new Error("not counted");
  return { id, ...found, lines: new Map(figureLines(found.results).map(({ line, value }) => [line, value])) };
}

describe("the sheet of a country", () => {
  test("counts what it reported alone, and legs to and from it whoever reported", async () => {
    const { lines, results } = await linesOf({ kind: "country_sheet", subject: "TH" });
    expect(lines.get("cases/total")).toBe("2");
    expect(lines.get("persons/persons")).toBe("9");
    expect(results.counts.passing?.map(({ key }) => key.corridor)).toContain("TH>LA");
    expect([...lines.keys()].filter((line) => /missing|awaited|participation|personsBy/.test(line))).toEqual([]);
    expect(lines.has("counts/agencyDays/onRecord")).toBe(true);
    expect(JSON.stringify(results.figures.byReporter)).not.toContain("LA");
  });

  test("of nobody who takes part is refused at its field, and so is one of nobody", async () => {
    const refused = (name: string) => ({ detail: { fields: { [name]: [`operation_report.${name}.missing`] } } });
    for (const subject of ["XX", "RILO", null])
      await expect(begin({ kind: "country_sheet", subject })).rejects.toMatchObject(refused("administration"));
    const goods = { kind: "commodity_sheet" as const, subject: "Z9" };
    await expect(begin(goods)).rejects.toMatchObject(refused("group"));
  });

  test("says nothing of tallies to those who draft nothing", async () => {
    const asked = { from: "2021-04-15", to: "2021-09-15", at: new Date(), administration: "TH" };
    expect(await read(one(thai), (tx) => talliesOnRecord(tx, asked))).toEqual({ onRecord: 0, nil: 0 });
  });
});

test("the sheet of a group of goods counts its goods alone, over all who reported", async () => {
  const { lines } = await linesOf({ kind: "commodity_sheet", subject: "D1" });
  expect(lines.get("cases/total")).toBe("1");
  expect(lines.get("quantityByCommodity/rows/D1.meth_tablets/tablets/total")).toBe("500");
  expect([...lines.keys()].filter((line) => line.startsWith("quantityByCommodity/"))).toSatisfy((names: string[]) =>
    names.every((name) => name.includes("/D1.")),
  );
});

describe("the sheet for the press", () => {
  test("is for everybody, and says nothing by administration", async () => {
    const { lines, results } = await linesOf({ kind: "press_sheet", audience: "public" });
    expect(lines.get("cases/total")).toBe("3");
    expect([...lines.keys()].filter((line) => /byReporter|byCountry|corridors|agencyDays|byDay/.test(line))).toEqual(
      [],
    );
    expect(results.figures.byReporter).toEqual([]);
    await expect(begin({ kind: "press_sheet", audience: "participants" })).rejects.toThrow();
    const told = {
      id: crypto.randomUUID(),
      kind: "press_sheet",
      audience: "restricted",
      title: "x",
      from: null,
      to: null,
    };
    expect(ReportBegun.safeParse(told).error?.issues).toMatchObject([
      { path: ["audience"], message: "operation_report.audience.press" },
    ]);
  });
});

describe("small counts of persons", () => {
  test("are unsaid under five in what is for everybody, and said to those who lead, unless somebody says otherwise", async () => {
    const under = async (over: Begun) => (await linesOf(over)).results.suppressed?.under ?? 0;
    expect(await under({ audience: "public" })).toBe(5);
    expect(await under({ audience: "restricted" })).toBe(0);
    expect(await under({ audience: "restricted", suppressUnder: 10 })).toBe(10);
    expect(await under({ audience: "public", suppressUnder: 0 })).toBe(0);
  });

  test("stand in no frozen version: the rule is kept with it, and the hash is of what is said", async () => {
    const { id, lines, hash } = await linesOf({ audience: "public" });
    await freezeReport(one(lead), aCommand({ report: id, reckoning: 1 }));
    const edition = await read(one(lead), (tx) => findEdition(tx, world.operationId, id, 1));
    expect(edition?.hash).toBe(hash);
    expect(edition?.results.suppressed?.lines.length).toBeGreaterThan(0);
    expect(lines.get("counts/personsByReporter/LA/persons")).toBe("<5*");
    expect(edition?.results.counts.personsByReporter?.find(({ key }) => key.reporter === "LA")?.persons).toBeNull();
    // Ten in all, one of them Lao PDR's: what Thailand reported would tell it.
    expect(isMark(lines.get("counts/personsByReporter/TH/persons") ?? "")).toBe(true);
    expect(lines.get("persons/persons")).toBe("10");
  });
});
