import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { NO_FILTER } from "#app/domain/fact-filter.ts";
import type { Id } from "#app/domain/id.ts";
import type { Role } from "#app/domain/member.ts";
import { figuresTogether, readAcross } from "#app/services/across.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { figuresFor } from "#app/services/kept-figures.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { read } from "#app/services/write.server.ts";
import { foldFigures } from "#db/queries/figure-folding.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

type Person = Acting & { personId: Id };

let first: World;
let second: World;
/** A reader of both, one of the first alone, a reporter of the first who analyses the second, an observer of both. */
let both: Person;
let one: Person;
let officer: Person;
let observer: Person;

beforeAll(async () => {
  first = await aWorld({ steps: { "VN-CUS": 0, "TH-CUS": 0 } });
  second = await first.another();
  both = await first.join({ role: "analyst", agency: agencyOf(first, "TH-CUS") });
  one = await first.join({ role: "analyst", agency: agencyOf(first, "TH-CUS") });
  officer = await first.join({ role: "reporter", agency: agencyOf(first, "VN-CUS") });
  observer = await first.join({ role: "observer", agency: agencyOf(first, "RILO") });
  await joinSecond(both, "analyst");
  await joinSecond(officer, "analyst");
  await joinSecond(observer, "observer");
  const vietnam = await first.join({ role: "ncp", agency: agencyOf(first, "VN-CUS") });
  const thailand = await first.join({ role: "ncp", agency: agencyOf(first, "TH-CUS") });
  const later = await second.join({ role: "ncp", agency: agencyOf(second, "TH-CUS") });
  // The same consignment told to both operations is told twice.
  await submitReport(thailand, aCommand(aSeizureInput()));
  await submitReport(later, aCommand(aSeizureInput()));
  await submitReport(vietnam, aCommand({ ...aSeizureInput(), occurredOn: "2021-05-02" }));
  await submitReport(vietnam, aCommand({ ...aSeizureInput(), held: true }));
  await submitReport(later, aCommand({ ...aSeizureInput(), occurredOn: "2021-06-20" }));
  await submitReport(later, aCommand({ ...aSeizureInput(), eventKind: "detention" }));
}, 120_000);
afterAll(() => first.close());

async function joinSecond({ personId }: Person, role: Role): Promise<void> {
  await first.owner`
    insert into members (operation_id, id, person_id, agency_id, unit_id, role, state, from_day)
    select ${second.operationId}, ${uuid()}, p.id, p.agency_id, p.unit_id, ${role}, 'active', '2020-01-01'
    from persons p where p.id = ${personId}`;
}

const across = (reader: Acting, asked: { filter?: typeof NO_FILTER; chosen?: readonly string[] } = {}) =>
  readAcross(
    { ...reader, operationId: null },
    { filter: NO_FILTER, chosen: [], ...asked, beside: async (_tx, self) => self.member?.role },
  );

const own = (reader: Acting, { operationId }: World, filter = NO_FILTER) =>
  read({ ...reader, operationId }, (tx, self) => figuresFor(tx, { house: reader.house, self, filter }));

/** What is counted of each operation is what its own page counts, folded into cells and not. */
async function expectAsOwnPages(reader: Acting, worlds: readonly World[], filter = NO_FILTER) {
  const { parts } = await across(reader, { filter });
  expect(new Set(parts.map(({ id }) => id))).toEqual(new Set(worlds.map(({ operationId }) => operationId)));
  for (const world of worlds) {
    const part = parts.find(({ id }) => id === world.operationId);
    expect(part?.figures).toEqual(await own(reader, world, filter));
  }
  return figuresTogether(parts.map(({ figures }) => figures));
}

test("each operation gives what its own page counts for the reader, and the sum is theirs", async () => {
  for (const reader of [both, officer]) await expectAsOwnPages(reader, [first, second]);
  const filter = { ...NO_FILTER, from: "2021-05-01", to: "2021-06-30", reporters: ["TH"] };
  await expectAsOwnPages(both, [first, second], filter);

  const sum = await expectAsOwnPages(both, [first, second]);
  const [here, there] = [await own(both, first), await own(both, second)];
  expect(here.cases.total).toBeGreaterThan(0);
  expect(sum?.cases.total).toBe(here.cases.total + there.cases.total);
  const thai = (figures: typeof here) => figures.byReporter.find(({ key }) => key.reporter === "TH")?.total ?? 0;
  expect(sum && thai(sum)).toBe(thai(here) + thai(there));
  expect(sum?.excluded.notASeizure).toBe(here.excluded.notASeizure + there.excluded.notASeizure);
});

test("folded into cells the same comes out", async () => {
  const before = await expectAsOwnPages(both, [first, second]);
  for (const { operationId } of [first, second]) await foldFigures(first.app.db, operationId, 1000);
  expect(await expectAsOwnPages({ ...both, house: { ...both.house } }, [first, second])).toEqual(before);
});

test("who reports in one and analyses the other counts the own unit's cases there, and all of them here", async () => {
  expect((await own(both, first)).cases.total).toBe(2);
  const { parts } = await across(officer);
  const cases = Object.fromEntries(parts.map(({ id, figures }) => [id, figures.cases.total]));
  expect(cases).toEqual({
    [first.operationId]: 1,
    [second.operationId]: (await own(both, second)).cases.total,
  });
});

test("a reader of one operation is offered no other, and asking for it by its id changes nothing", async () => {
  await expectAsOwnPages(one, [first]);
  const asked = await across(one, { chosen: [second.operationId] });
  expect(asked.offered.map(({ id }) => id)).toEqual([first.operationId]);
  expect(asked.parts.map(({ id }) => id)).toEqual([first.operationId]);
  const chosen = await across(both, { chosen: [second.operationId] });
  expect(chosen.offered).toHaveLength(2);
  expect(chosen.parts.map(({ id }) => id)).toEqual([second.operationId]);
});

test("an observer, who reads no facts, is offered none", async () => {
  expect(await across(observer)).toMatchObject({ offered: [], parts: [] });
  expect(figuresTogether([])).toBeNull();
});

test("whose membership is suspended or over counts nothing of that operation any more", async () => {
  const set = (change: Record<string, string | null>) =>
    first.owner`update members set ${first.owner(change)}
      where operation_id = ${second.operationId} and person_id = ${both.personId}`;
  await set({ state: "suspended" });
  await expectAsOwnPages(both, [first]);
  await set({ state: "active", to_day: "2020-12-31" });
  await expectAsOwnPages(both, [first]);
  await set({ to_day: null });
  await expectAsOwnPages(both, [first, second]);
});

test("a closed operation counts as its own page does", async () => {
  const put = (state: string) => first.owner`update operations set state = ${state} where id = ${second.operationId}`;
  await put("closed");
  await expectAsOwnPages(both, [first, second]);
  await put("active");
});

test("what is invented is added to nothing else, also where somebody asks for both", async () => {
  const put = (kind: string) => first.owner`update operations set kind = ${kind} where id = ${second.operationId}`;
  await put("exercise");
  const usual = await across(both);
  expect(usual.offered).toHaveLength(2);
  expect(usual.parts.map(({ id }) => id)).toEqual([first.operationId]);
  const said = await across(both, { chosen: [first.operationId, second.operationId] });
  expect(said.parts.map(({ id }) => id)).toEqual([first.operationId]);
  const alone = await across(both, { chosen: [second.operationId] });
  expect(alone.parts.map(({ id }) => id)).toEqual([second.operationId]);
  await put("live");
});
