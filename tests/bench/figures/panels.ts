import { sql as statement } from "drizzle-orm";
import type postgres from "postgres";
import { type FactFilter, NO_FILTER } from "#app/domain/fact-filter.ts";
import { addDays } from "#app/domain/local-date.ts";
import { openDatabase, type Tx } from "#db/client.server.ts";
import { beginAs } from "#db/queries/acting.server.ts";
import { currentFigures } from "#db/queries/current-figures.server.ts";
import type { FigureName } from "#db/queries/figures.server.ts";
import { type Chance, chance } from "#seeds/random.ts";
import type { Throng } from "../../support/throng.ts";
import { RAW } from "./raw.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);
const PANELS = [
  "cases",
  "byReporter",
  "bySlot",
  "byDay",
  "byMode",
  "byCountry",
  "slotByMode",
  "corridors",
  "quantityByCommodity",
  "strips",
] as const;
type Panel = (typeof PANELS)[number];

type Cluster = { superUrl: string; appUrl: string };
/** Of the operation that is counted: what filters choose from. */
type Known = { reporters: string[]; countries: string[]; modes: string[]; firstDay: string; days: number };

/** Every panel, whole and behind filters, as a reader of the operation; beside a bare table of the same rows and a count of the raw one. */
export async function measurePanels({ superUrl, appUrl }: Cluster, throng: Throng, rounds: number) {
  const app = openDatabase(appUrl, { max: 1 });
  const owner = openDatabase(superUrl, { max: 1 });
  try {
    const known = await knownIn(owner.sql, throng.operationId);
    const asReader = reader(app.db, throng);
    const today = { from: new Date(0), to: new Date(), zone: "Asia/Ho_Chi_Minh" };
    const ask = (filter: FactFilter, names: readonly FigureName[]) =>
      asReader((tx) => currentFigures(tx, { operationId: throng.operationId, filter, today }, names));
    const all: number[] = [];
    const faster: number[] = [];
    for (const panel of PANELS) {
      const whole = await timed(rounds, () => ask(NO_FILTER, [panel]));
      const filtered = await timesOf(rounds, known, (filter) => ask(filter, [panel]));
      const bare = await bareRead(owner.sql, panel, { throng, rounds, asReader });
      const raw = await timed(3, () => owner.sql.unsafe(RAW[panel], [throng.operationId]));
      const filters = [...filtered.values()].flat();
      all.push(...filters);
      faster.push(median(raw) / median(whole));
      say(
        `${panel.padEnd(20)} whole p50 ${ms(median(whole))} p95 ${ms(p95(whole))}, ${(median(whole) / median(bare)).toFixed(1)}× a bare table of its rows; filtered p95 ${[...filtered].map(([name, times]) => `${name} ${ms(p95(times))}`).join(", ")}; raw ${ms(median(raw))}`,
      );
    }
    return { p95: p95(all), faster: median(faster) };
  } finally {
    await Promise.all([app.end(), owner.end()]);
  }
}

/** Does something as the first session of the operation may, in a transaction of its own as pages do. */
function reader(db: ReturnType<typeof openDatabase>["db"], { sessions, operationId }: Throng) {
  return (work: (tx: Tx) => Promise<unknown>) =>
    db.transaction(
      async (tx) => {
        if (!(await beginAs(tx, sessions[0] ?? "", operationId))) throw new Error("The reader is not let in");
        return work(tx);
      },
      { isolationLevel: "repeatable read", accessMode: "read only" },
    );
}

async function knownIn(sql: postgres.Sql, operationId: string): Promise<Known> {
  const [row] = await sql<Known[]>`
    select array_agg(distinct reporter) as reporters, array_agg(distinct country) as countries,
      array_agg(distinct mode) as modes, min(operational_day)::text as "firstDay",
      max(operational_day) - min(operational_day) as days
    from seizure_facts where operation_id = ${operationId}`;
  if (!row) throw new Error("A statement that always gives one row gave none");
  return row;
}

const GROUPS = ["F1", "F2", "F3", "F5", "F6", "F7", "D1", "D3", "P1", "L1"];

function filtersOf(known: Known, drawn: Chance): Record<string, FactFilter> {
  const from = addDays(known.firstDay, drawn.between(0, known.days - 40));
  const days = { from, to: addDays(from, drawn.between(3, known.days)) };
  const agency = { reporters: [drawn.pick(known.reporters)] };
  const country = { seizedIn: [drawn.pick(known.countries)] };
  const group = { groups: [drawn.pick(GROUPS)] };
  const mode = { modes: [drawn.pick(known.modes)] };
  return {
    days: { ...NO_FILTER, ...days },
    agency: { ...NO_FILTER, ...agency },
    country: { ...NO_FILTER, ...country },
    group: { ...NO_FILTER, ...group },
    mode: { ...NO_FILTER, ...mode },
    several: { ...NO_FILTER, ...days, ...country, ...mode },
  };
}

async function timesOf(rounds: number, known: Known, ask: (filter: FactFilter) => Promise<unknown>) {
  const drawn = chance(7);
  const times = new Map<string, number[]>();
  for (let round = 0; round < rounds; round++) {
    for (const [name, filter] of Object.entries(filtersOf(known, drawn))) {
      const known = times.get(name) ?? [];
      known.push(...(await timed(1, () => ask(filter))));
      times.set(name, known);
    }
  }
  return times;
}

type Bare = { throng: Throng; rounds: number; asReader: ReturnType<typeof reader> };

/** A table that holds the rows of this panel and no others, read by the same reader in the same kind of transaction. */
async function bareRead(sql: postgres.Sql, panel: Panel, { throng, rounds, asReader }: Bare): Promise<number[]> {
  // A table of its own for each: connections keep plans.
  const table = `bare_${panel.toLowerCase()}`;
  await sql.unsafe(`create table ${table} as select $1::uuid as operation_id, raw.* from (${RAW[panel]}) raw`, [
    throng.operationId,
  ]);
  await sql.unsafe(`create index on ${table} (operation_id)`);
  await sql.unsafe(`grant select on ${table} to public`);
  await sql.unsafe(`analyze ${table}`);
  const times = await timed(rounds, () =>
    asReader((tx) =>
      tx.execute(statement`select * from ${statement.raw(table)} where operation_id = ${throng.operationId}::uuid`),
    ),
  );
  await sql.unsafe(`drop table ${table}`);
  return times;
}

async function timed(rounds: number, work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return times;
}

const sorted = (values: readonly number[]) => [...values].sort((left, right) => left - right);
const median = (values: readonly number[]) => sorted(values)[Math.floor(values.length / 2)] ?? 0;
const p95 = (values: readonly number[]) =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * 0.95))] ?? 0;
const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
