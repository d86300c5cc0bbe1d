import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Acting } from "#app/services/house.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import type { Tx } from "#db/client.server.ts";
import { accountStates, listPersons } from "#db/queries/accounts.server.ts";
import type { Membership, Self } from "#db/queries/acting.server.ts";
import { listDeadlines } from "#db/queries/deadlines.server.ts";
import { findErasure, frozenDaysOf, versionsCounting } from "#db/queries/erasures.server.ts";
import { followableStreams } from "#db/queries/events.server.ts";
import { readFrame } from "#db/queries/frames.server.ts";
import { observerPanel } from "#db/queries/observer-panel.server.ts";
import { searchPlaces, searchTaxa } from "#db/queries/reference-search.server.ts";
import { pastAudiences } from "#db/queries/report-form.server.ts";
import { listReports } from "#db/queries/reports.server.ts";
import { openQuestions, SORTS, type Wanted } from "#db/queries/seizures.server.ts";
import { waitingForClearance } from "#db/queries/waiting.server.ts";
import { makeManySeizures } from "#tests/support/many-seizures.ts";
import {
  type Bounds,
  type Explaining,
  explainEverything,
  faultsOf,
  openExplaining,
  PLANNED,
} from "#tests/support/plans.ts";
import { agencyOf, aWorld, type World } from "#tests/support/world.ts";
import { changesFor, OF_COMPARING, usualOfAll } from "./plans-of-comparing.ts";
import { changesOf, eventsOf, OF_DAYS, totalsOfTwoMonths } from "./plans-of-days.ts";
import { deliver, OF_DELIVERIES } from "./plans-of-deliveries.ts";
import { OF_DESKS } from "./plans-of-desks.ts";
import { OF_DUPLICATES } from "./plans-of-duplicates.ts";
import { handOutBefore, OF_EXPORTS } from "./plans-of-exports.ts";
import { makeManyFiles, OF_FILES } from "./plans-of-files.ts";
import { choose, OF_HIGHLIGHTS } from "./plans-of-highlights.ts";
import { link, numberedCase, OF_LINKS } from "./plans-of-links.ts";
import { list, OF_LISTS } from "./plans-of-lists.ts";
import { OF_MEDIA, runDesk, seenOfDesk } from "./plans-of-media.ts";
import { addedUp, OF_OUTCOMES, tellMany } from "./plans-of-outcomes.ts";
import { OF_PEOPLE } from "./plans-of-people.ts";
import { byNumber, casesIntoPackage, OF_REPORTS, writeManyReports } from "./plans-of-reports.ts";
import { OF_SUMMARIES, summarise } from "./plans-of-summaries.ts";
import { keepManyViews, OF_VIEWS } from "./plans-of-views.ts";
import { logOfCalls, makeManyDeliveries, workOfOneCall } from "./plans-of-webhooks.ts";

const SEIZURES = 300_000;
const READERS = ["lead", "ocu", "contact", "reporter"] as const;
type Reader = (typeof READERS)[number];

let world: World;
let readers: Record<Reader | "observer", Acting>;
let explaining: Record<(typeof PLANNED)[number], Explaining>;
let bounds: Bounds;

beforeAll(async () => {
  world = await aWorld();
  await makeManySeizures(world, { seizures: SEIZURES, elsewhere: 20_000, people: 1_500 });
  await makeManyFiles(world);
  await makeManyDeliveries(world);
  readers = {
    lead: await world.join({ role: "lead", agency: agencyOf(world, "TH-CUS") }),
    ocu: await world.join({ role: "ocu", agency: agencyOf(world, "RILO") }),
    contact: await world.join({ role: "ncp", agency: agencyOf(world, "VN-CUS") }),
    reporter: await world.join({ role: "reporter", agency: agencyOf(world, "LA-CUS") }),
    observer: await world.join({ role: "observer", agency: agencyOf(world, "RILO") }),
  };
  await handOutBefore(world);
  await summarise(world);
  await link(world);
  await choose(world);
  await runDesk(world);
  await writeManyReports(world);
  await tellMany(world);
  await deliver(world);
  await keepManyViews(world);
  bounds = { big: await bigTables(), sorted: 20_000, repeated: 2_000, statements: 100 };
  await explainEverything(world.database);
  const [custom, generic] = PLANNED;
  explaining = {
    [custom]: openExplaining(world.database, custom),
    [generic]: openExplaining(world.database, generic),
  };
}, 240_000);

afterAll(async () => {
  await Promise.all(Object.values(explaining).map(({ app }) => app.end()));
  await world.close();
});

/** Those that grow with the seizures, with files and with what machines are told. */
async function bigTables(): Promise<Set<string>> {
  const rows = await world.owner<{ name: string }[]>`
    select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples > 20000`;
  return new Set(rows.map(({ name }) => name));
}

type Query = (tx: Tx, member: Membership) => Promise<unknown>;

/** What is wrong with how a query is carried out for a reader, however its statements are planned. */
async function faults(reader: Reader | "observer", query: Query): Promise<string[]> {
  return faultsAs(readers[reader], (tx, self) => query(tx, memberOf(self)));
}

async function faultsAs(acting: Acting, work: (tx: Tx, self: Self) => Promise<unknown>): Promise<string[]> {
  const found: string[] = [];
  for (const planned of PLANNED) {
    const { app, plansOf } = explaining[planned];
    const plans = await plansOf(() => read({ ...acting, house: { ...world.house, db: app.db } }, work));
    expect(plans.length).toBeGreaterThan(0);
    found.push(...faultsOf(plans, bounds).map((fault) => `${planned}: ${fault}`));
  }
  return found;
}

/** Two thirds down the list, by either order. */
async function deep(sort: Wanted["sort"]) {
  const column = sort === "newest" || sort === "oldest" ? world.owner`released_at` : world.owner`occurred_on`;
  const [row] = await world.owner<{ value: string; id: string }[]>`
    select ${column}::text as value, id from seizure_facts
    where operation_id = ${world.operationId} and ended_by is null
    order by released_at offset ${(SEIZURES * 2) / 3} limit 1`;
  if (!row) throw new Error("a list that is not deep");
  return row;
}

const QUERIES: Record<string, Query> = {
  ...OF_LISTS,
  ...Object.fromEntries(
    SORTS.map((sort): [string, Query] => [
      `list, ${sort}, deep`,
      async (tx, member) => list({ sort, cursor: await deep(sort) })(tx, member),
    ]),
  ),
  "list of those that another agency sees": async (tx, member) => {
    const rows = await world.owner<{ id: string }[]>`select id from seizure_facts where ended_by is null limit 500`;
    const ids = rows.map(({ id }) => id);
    await list({ among: { facts: ids, cases: ids } })(tx, member);
    await list({ among: { facts: ids, cases: ids }, search: "quê" })(tx, member);
  },
  "what is left of an erased one": (tx, { operationId }) => findErasure(tx, operationId, operationId),
  "sums that count one": async (tx) => frozenDaysOf(tx, (await deep("newest")).id),
  "versions that count one": async (tx) => versionsCounting(tx, (await deep("newest")).id),
  "newest of today": list({ limit: 12 }),
  "reports waiting": (tx, { operationId }) => listReports(tx, operationId),
  "number of reports in clearance": (tx, { operationId }) => waitingForClearance(tx, operationId),
  "open questions": (tx, { operationId, agencyId }) => openQuestions(tx, operationId, agencyId),
  "past audiences": (tx, { operationId, agencyId }) => pastAudiences(tx, operationId, agencyId, 20),
  deadlines: (tx, { operationId }) => listDeadlines(tx, operationId),
  ...OF_DUPLICATES,
  ...OF_PEOPLE,
  ...OF_DESKS,
  ...OF_DAYS,
  ...OF_EXPORTS,
  ...OF_FILES,
  ...OF_SUMMARIES,
  ...OF_OUTCOMES,
  ...OF_LINKS,
  ...OF_HIGHLIGHTS,
  ...OF_MEDIA,
  ...OF_REPORTS,
  ...OF_VIEWS,
  ...OF_DELIVERIES,
  ...OF_COMPARING,
  "words of places and of species": async (tx) => [
    await searchPlaces(tx, "hai phong"),
    await searchTaxa(tx, "pangolin"),
    await searchTaxa(tx, "pangoiln"),
  ],
  "feed since a number": async (tx, { operationId }) => {
    const stream = (await followableStreams(tx)).find(({ kind }) => kind === "operation" || kind === "unit");
    if (!stream) throw new Error("nothing to follow");
    return readFrame(tx, { operationId, stream, after: 200_000, upTo: 200_500 });
  },
};

describe.each(READERS)("for a %s no plan reads a large table from end to end or sorts much of it", (reader) => {
  test.each(Object.entries(QUERIES))("%s", async (_, query) => {
    expect(await faults(reader, query)).toEqual([]);
  });
});

test("the administrator's list of all accounts looks up each, and asks once who reads it", async () => {
  const root = await world.stranger();
  await world.owner`update persons set administrator = true where id = ${root.personId}`;
  const all = async (tx: Tx) => [await listPersons(tx), await accountStates(tx)];
  expect(await faultsAs({ ...root, operationId: null }, all)).toEqual([]);
});

test("a lead sees all of the media desk that is planned for", async () => {
  const seen = await read(readers.lead, (tx) => seenOfDesk(tx, world.operationId));
  expect(seen).toEqual({ releases: 400, pictures: 12, marks: 300, known: 300 });
});

test("the panel of observers reads all facts once, and asks who reads it once", async () => {
  const found = await faults("observer", (tx) => observerPanel(tx));
  expect(found.filter((fault) => /statements|repeats/.test(fault))).toEqual([]);
});

test.each(READERS)(
  "for a %s events since a look are found by number; who reads is asked once for each stream",
  async (reader) => {
    const found = [...(await faults(reader, eventsOf(1))), ...(await faults(reader, eventsOf(30)))];
    expect(found.filter((fault) => !/carries out 1[0-4]\d statements/.test(fault))).toEqual([]);
  },
);

test("the tallies of two months beside the cases of as many days: each table once, and who reads it asked once", async () => {
  for (const reader of ["lead", "contact"] as const) {
    const found = await faults(reader, totalsOfTwoMonths);
    expect(found.filter((fault) => /statements|repeats/.test(fault))).toEqual([]);
  }
});

test.each([1, 500, 2_000])(
  "the last %i changes of the feed are found by number, and listed from there",
  async (back) => {
    for (const reader of ["lead", "contact"] as const) expect(await faults(reader, changesOf(back))).toEqual([]);
  },
);

test.each([
  { back: 500, may: /^$/ },
  // However long ago a copy was kept: each change is looked up by itself, and none is compared with all others.
  { back: 150_000, may: /repeats Index Scan|sorts/ },
])("what changed since $back changes ago is listed for a machine", { timeout: 120_000 }, async ({ back, may }) => {
  for (const planned of PLANNED) {
    const { app, plansOf } = explaining[planned];
    for (const ask of await changesFor({ ...readers.contact, house: { ...world.house, db: app.db } }, back)) {
      const found = faultsOf(await plansOf(ask), bounds);
      expect(found.filter((fault) => !may.test(fault))).toEqual([]);
    }
  }
});

test("a case is looked for by its number in all facts once, and who reads them is asked once", async () => {
  for (const reader of ["lead", "ocu"] as const) {
    const found = [...(await faults(reader, byNumber)), ...(await faults(reader, numberedCase))];
    expect(found.filter((fault) => /statements|repeats|seizures/.test(fault) && !/seizure_facts/.test(fault))).toEqual(
      [],
    );
  }
});

test.each(READERS)(
  "for a %s pages of cases go into a package without asking who reads for each case",
  async (reader) => {
    const found = await faults(reader, casesIntoPackage);
    expect(found.filter((fault) => !/carries out 1[0-4]\d statements/.test(fault))).toEqual([]);
  },
);

const OF_ALL = { "usual quantities of all goods": usualOfAll, "what became of all cases": addedUp };
test.each(Object.entries(OF_ALL))("%s: each table once, and who reads it asked once", async (_, query) => {
  for (const reader of READERS) {
    const found = await faults(reader, query);
    expect(found.filter((fault) => /statements|repeats/.test(fault))).toEqual([]);
  }
});

test("webhooks of an agency and the log of one are listed by index", async () => {
  expect(await faults("contact", logOfCalls)).toEqual([]);
});

test("a worker finds the webhook that is due, and its next call, among very many", async () => {
  for (const planned of PLANNED) {
    const { app, plansOf } = explaining[planned];
    const plans = await plansOf(() => workOfOneCall(app.db));
    expect(faultsOf(plans, bounds)).toEqual([]);
  }
});

describe("what no index answers is found out", () => {
  const byCountry =
    (order: string): Query =>
    (tx, { operationId }) =>
      tx.execute(
        sql`select id from seizure_facts where operation_id = ${operationId}::uuid order by ${sql.raw(order)} limit 5`,
      );

  test("a table read from end to end, and sorted", async () => {
    const found = await faults("lead", byCountry("country, arrested"));
    expect(found).toContainEqual(expect.stringMatching(/reads all of seizure_facts/));
    expect(found).toContainEqual(expect.stringMatching(/sorts \d{6} rows/));
  });

  test("a function asked anew for every row", async () => {
    const found = await faults("lead", (tx) =>
      tx.execute(sql`select count(*) from persons where id <> current_person()`),
    );
    expect(found).toContainEqual(expect.stringMatching(/carries out \d{3,} statements/));
  });

  test("a look into an index repeated for every row", async () => {
    const found = await faults("lead", (tx, { operationId }) =>
      tx.execute(sql`
        select (select count(*) from seizure_fact_items i where i.operation_id = f.operation_id and i.seizure_id = f.id)
        from seizure_facts f where f.operation_id = ${operationId}::uuid and f.ended_by is null
        order by f.released_at limit 4000`),
    );
    expect(found).toContainEqual(expect.stringMatching(/repeats .* times/));
  });
});
