import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { submitReport } from "#app/services/reports.server.ts";
import { openDatabase, type Tx } from "#db/client.server.ts";
import { countAgain } from "#db/verify/count-again.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

/** What was told, and the lists by which it is understood. */
const RAW = [
  ...[
    "seizures",
    "operation_plans",
    "participants",
    "duplicates",
    "attachments",
    "questions",
    "seizure_outcomes",
    "tallies",
    "tally_promises",
  ],
  ...["streams", "events", "event_bodies", "administrations", "agencies"],
  ...["places", "commodities", "units", "conversion_rules", "taxon_listings"],
];
/** Of facts the instants of clearance and release and by which list goods were judged, which stand nowhere else. */
const OF_FACTS = {
  seizure_facts: ["operation_id", "id", "version", "cleared_at", "released_at"],
  seizure_fact_items: ["operation_id", "seizure_id", "version", "line", "appendix_source"],
};

let world: World;
let close: () => Promise<void>;
let inTransaction: (work: (tx: Tx) => Promise<void>) => Promise<void>;

beforeAll(async () => {
  world = await aWorld({ steps: { "TH-CUS": 0 } });
  const thai = await world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });
  await submitReport(thai, aCommand(aSeizureInput()));
  const { db, end } = openDatabase(world.database.ownerUrl, { max: 1 });
  close = end;
  inTransaction = (work) => db.transaction(work);
});
afterAll(async () => {
  await close();
  await world.close();
});

const again = (tx: Tx) =>
  countAgain(tx, {
    operationId: world.operationId,
    asOf: new Date(),
    fromDay: null,
    toDay: null,
    reporter: null,
    group: null,
  });

/** Takes the names from every other table and view, every other column of facts, and every function of the database. */
async function takeAwayAllElse(tx: Tx): Promise<number> {
  const among = (names: string[]) =>
    sql.join(
      names.map((name) => sql`${name}`),
      sql`, `,
    );
  const columns = (table: keyof typeof OF_FACTS) => sql`
    select format('alter table %I rename column %I to %I', ${table}::text, attname, 'gone_' || attnum) from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attname not in (${among(OF_FACTS[table])})`;
  // Functions first: some are named by the tables that they take rows of.
  const renaming = await tx.execute<{ words: string }>(sql`
    select format('alter function %s rename to %I', p.oid::regprocedure, 'gone_' || p.oid) as words from pg_proc p
    where pronamespace = 'public'::regnamespace and prokind = 'f' and proowner = current_user::regrole
    union all
    select format('alter %s %s rename to %I', case relkind when 'v' then 'view' when 'm' then 'materialized view' else 'table' end,
      c.oid::regclass, 'gone_' || c.oid)
    from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm') and relname not in (${among([...RAW, ...Object.keys(OF_FACTS)])})
    union all
    ${columns("seizure_facts")}
    union all
    ${columns("seizure_fact_items")}`);
  for (const { words } of renaming) await tx.execute(sql.raw(words));
  return renaming.length;
}

const UNDONE = new Error("undone");

test("it counts the same where nothing is left but what was told and the lists", async () => {
  let [with_, without]: Awaited<ReturnType<typeof again>>[] = [];
  await inTransaction(async (tx) => {
    with_ = await again(tx);
    throw UNDONE;
  }).catch(() => {});
  const work = inTransaction(async (tx) => {
    expect(await takeAwayAllElse(tx)).toBeGreaterThan(100);
    without = await again(tx);
    throw UNDONE;
  });
  await expect(work).rejects.toBe(UNDONE);
  expect(with_).toContainEqual({ line: "cases/total", value: "1" });
  expect(without).toEqual(with_);
});
