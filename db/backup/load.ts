import { once } from "node:events";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import type postgres from "postgres";
import { Refusal } from "../refusal.ts";
import { JOBS_SCHEMA } from "../runtime-schema.ts";
import { copyTarget, jobsVersionOf, tablesOf } from "./catalogue.ts";
import { rowsOf } from "./export.ts";
import { type BackupTable, type Contents, type Header, titleOf } from "./format.ts";
import type { Sink, Whole } from "./read.ts";
import { RowHash } from "./row-hash.ts";

type Tx = postgres.TransactionSql;

interface Load {
  tx: Tx;
  whole: Whole;
  say: (line: string) => void;
  /** Reads the backup once more, into this. */
  read: (sink: Sink) => Promise<unknown>;
}

/**
 * Fills the tables, which have the shape they had when the backup was made, in one transaction: all of it is there in
 * the end, compared table by table, or none. Foreign keys are checked as the rows come, referred ones first; what
 * triggers did is in the rows already, so they sleep.
 */
export async function load({ tx, whole: { header, contents }, say, read }: Load): Promise<void> {
  const here = await tablesOf(tx);
  const left = await jobsToLeave(tx, header, here, say);
  for (const title of unknownHere(header.tables, here)) {
    if (!left.has(title)) say(`${title} is no table of this Naga: its rows stay in the backup.`);
    left.add(title);
  }
  const tables = header.tables.filter((table) => !left.has(titleOf(table)));
  refuseOtherShape(tables, here);
  const awaken = await putToSleep(tx);
  await tx.unsafe(`truncate ${tables.map(({ schema, name }) => `"${schema}"."${name}"`).join(", ")}`);
  await fill(tx, left, read);
  await setSequences(tx, contents);
  await tx`set constraints all immediate`;
  for (const table of tables) await compare(tx, table, contents);
  await awaken();
}

/**
 * The tables of waiting jobs are not ours but the library's. They are filled where it has the same version; the list
 * of queues only where this Naga has no new ones. What is lost with them is due again by the clock.
 */
async function jobsToLeave(tx: Tx, header: Header, here: BackupTable[], say: (line: string) => void) {
  const titles = (tables: BackupTable[]) => tables.filter(({ schema }) => schema === JOBS_SCHEMA).map(titleOf);
  const [now, then] = [titles(here), titles(header.tables)];
  if (header.jobs !== (await jobsVersionOf(tx)) || then.some((title) => !now.includes(title))) {
    say("Jobs that waited when the backup was made are not taken over: this Naga keeps them in another form.");
    return new Set(then);
  }
  if (now.length === then.length) return new Set<string>();
  return new Set([`${JOBS_SCHEMA}.version`, `${JOBS_SCHEMA}.queue`]);
}

/** Somebody's own table among ours. */
function unknownHere(tables: BackupTable[], here: BackupTable[]): string[] {
  const known = new Set(here.map(titleOf));
  return tables.map(titleOf).filter((title) => !known.has(title));
}

function refuseOtherShape(tables: BackupTable[], here: BackupTable[]): void {
  const shapes = new Set(here.map(copyTarget));
  const other = tables.find((table) => !shapes.has(copyTarget(table)));
  if (other) throw new Refusal(`The table ${titleOf(other)} has another shape in this version than in the backup.`);
}

/** Row-level security and triggers off, as an owner may; answers how they come back as they were. */
async function putToSleep(tx: Tx): Promise<() => Promise<void>> {
  const forced = await tx<{ name: string }[]>`
    select oid::regclass::text as name from pg_class where relforcerowsecurity and relowner = current_user::regrole`;
  const triggers = await tx<{ name: string; trigger: string }[]>`
    select c.oid::regclass::text as name, quote_ident(t.tgname) as trigger
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not t.tgisinternal and t.tgenabled = 'O' and c.relowner = current_user::regrole`;
  for (const { name } of forced) await tx.unsafe(`alter table ${name} no force row level security`);
  for (const { name, trigger } of triggers) await tx.unsafe(`alter table ${name} disable trigger ${trigger}`);
  return async () => {
    for (const { name, trigger } of triggers) await tx.unsafe(`alter table ${name} enable trigger ${trigger}`);
    for (const { name } of forced) await tx.unsafe(`alter table ${name} force row level security`);
  };
}

/** One COPY for each table, open for as long as its rows come. */
async function fill(tx: Tx, left: Set<string>, read: Load["read"]): Promise<void> {
  let copy: Writable | undefined;
  const sink: Sink = {
    async rows(table, text) {
      if (left.has(titleOf(table))) return;
      copy ??= await beginCopy(tx, table);
      if (copy.destroyed) throw copy.errored ?? new Error("the connection to the database was lost");
      if (!copy.write(text)) await once(copy, "drain");
    },
    async tableDone() {
      const ending = copy;
      copy = undefined;
      if (ending) await finished(ending.end());
    },
  };
  try {
    await read(sink);
  } catch (error) {
    // Else the session waits for more rows, and cannot be told to take back what came.
    copy?.destroy(error instanceof Error ? error : undefined);
    throw error;
  }
}

async function beginCopy(tx: Tx, table: BackupTable): Promise<Writable> {
  const copy = await tx.unsafe(`copy ${copyTarget(table)} from stdin`).writable();
  // What goes wrong between two pieces is told with the next one.
  return copy.on("error", () => {});
}

async function setSequences(tx: Tx, { sequences }: Contents): Promise<void> {
  for (const { schema, name, last, used } of sequences) {
    await tx`select setval(${`"${schema}"."${name}"`}::regclass, ${last}::bigint, ${used})`;
  }
}

/** What lies in the table now is what was written down as the backup was made. */
async function compare(tx: Tx, table: BackupTable, contents: Contents): Promise<void> {
  const hash = new RowHash();
  for await (const chunk of await rowsOf(tx, table)) hash.add(chunk);
  const [now, then] = [hash.result(), contents.tables[titleOf(table)]];
  if (now.hash === then?.hash && now.rows === then.rows) return;
  throw new Refusal(
    `The table ${titleOf(table)} holds ${now.rows} rows after the restore that are not the ${then?.rows} of the backup: the server writes them differently. Nothing was kept.`,
  );
}
