import postgres from "postgres";
import { Refusal } from "../refusal.ts";
import { copyTarget, jobsVersionOf, migrationsOf, SESSION, sequencesOf, serverOf, tablesOf } from "./catalogue.ts";
import { type BackupTable, CONTENTS, type Contents, FORMAT, HEADER, type Header, TABLES, titleOf } from "./format.ts";
import { bytesOfFiles, type FilesFrom, fileEntries } from "./kept-files.ts";
import { RowHash, type TableSum } from "./row-hash.ts";
import { type Entry, entryOf } from "./tar.ts";

export interface Source extends FilesFrom {
  ownerUrl: string;
  /** Version of the program that makes the backup. */
  app: string;
  say: (line: string) => void;
  /** Told of bytes as they are read. */
  count: (bytes: number) => void;
}

/** Held in memory at most twice: a table is cut into files of this size, since a file's size stands before it. */
const PART = 4 * 1024 * 1024;
const LANES = 2;

/**
 * Everything of an installation as the files of an archive: its state at one moment, however long the reading takes
 * and whatever is written meanwhile. `begun` is told what is about to be written before the first byte of it.
 */
export async function* exported(source: Source, begun: (header: Header) => void): AsyncGenerator<Entry> {
  const connect = () =>
    postgres(source.ownerUrl, { max: 1, onnotice: () => {}, connection: SESSION, max_lifetime: null });
  const keeper = connect();
  const lanes = Array.from({ length: LANES }, connect);
  const sessions: postgres.ReservedSql[] = [];
  try {
    const held = await keeper.reserve();
    sessions.push(held);
    const { header, snapshot } = await beginSnapshot(held, source);
    begun(header);
    yield entryOf(HEADER, json(header));
    for (const lane of lanes) sessions.push(await inSnapshot(lane, snapshot));
    const tables: Record<string, TableSum> = {};
    yield* tablesInOrder(sessions.slice(1), header.tables, (table, sum) => {
      tables[titleOf(table)] = sum;
    });
    const sequences = await sequencesOf(held);
    const files = { count: 0, bytes: 0 };
    const count = (bytes: number) => {
      files.count++;
      files.bytes += bytes;
      source.count(bytes);
    };
    const { dataDir, bucket, say } = source;
    yield* fileEntries({ dataDir, bucket, say, count });
    const contents: Contents = { tables, sequences, files };
    yield entryOf(CONTENTS, json(contents));
  } finally {
    for (const session of sessions) session.release();
    await Promise.all([keeper, ...lanes].map((sql) => sql.end({ timeout: 1 })));
  }

  async function* tablesInOrder(
    free: postgres.ReservedSql[],
    list: BackupTable[],
    done: (table: BackupTable, sum: TableSum) => void,
  ): AsyncGenerator<Entry> {
    const started = new Map<number, Ahead>();
    const start = (at: number) => {
      const [table, lane] = [list[at], free[at % free.length]];
      if (table && lane && !started.has(at)) started.set(at, ahead(partsOf(lane, table, source.count)));
    };
    for (const [at, table] of list.entries()) {
      start(at);
      start(at + 1);
      const reading = started.get(at);
      started.delete(at);
      if (!reading) continue;
      let number = 0;
      for (let part = await reading.first; ; part = await reading.parts.next()) {
        if (part.done) {
          done(table, part.value);
          break;
        }
        yield entryOf(`${TABLES}${titleOf(table)}/${String(++number).padStart(6, "0")}.copy`, part.value);
      }
    }
  }
}

type Parts = AsyncGenerator<Buffer, TableSum>;
type Ahead = { parts: Parts; first: Promise<IteratorResult<Buffer, TableSum>> };

/** Begins to read before anybody asks: the next table is there when the one before it is written. */
function ahead(parts: Parts): Ahead {
  const first = parts.next();
  // Told where it is awaited; if that never comes to pass, something else failed before.
  first.catch(() => {});
  return { parts, first };
}

/** A table's rows in pieces that fit into memory, and their sum. */
async function* partsOf(sql: postgres.Sql, table: BackupTable, count: Source["count"]): Parts {
  const hash = new RowHash();
  let held: Buffer[] = [];
  let size = 0;
  for await (const chunk of await rowsOf(sql, table)) {
    hash.add(chunk);
    held.push(chunk);
    size += chunk.length;
    if (size < PART) continue;
    count(size);
    yield Buffer.concat(held);
    [held, size] = [[], 0];
  }
  count(size);
  if (size > 0) yield Buffer.concat(held);
  return hash.result();
}

/** The text that COPY makes of a table. */
export function rowsOf(
  sql: postgres.Sql | postgres.TransactionSql,
  table: BackupTable,
): Promise<AsyncIterable<Buffer>> {
  return sql.unsafe(`copy ${copyTarget(table)} to stdout`).readable();
}

/** Locks every table against being changed in its shape, then fixes the moment; rows go on being written. */
async function beginSnapshot(
  sql: postgres.Sql,
  { dataDir, bucket, app }: Source,
): Promise<{ header: Header; snapshot: string }> {
  const wanted = await tablesOf(sql);
  await sql`begin isolation level repeatable read read only`;
  const names = wanted.map(({ schema, name }) => `"${schema}"."${name}"`);
  await sql.unsafe(`lock table ${names.join(", ")} in access share mode`);
  const [now] = await sql<{ at: Date; snapshot: string }[]>`
    select statement_timestamp() as at, pg_export_snapshot() as snapshot`;
  const tables = await tablesOf(sql);
  if (!now || JSON.stringify(tables) !== JSON.stringify(wanted)) {
    throw new Refusal("The tables were changed as the backup began: make it when the new version has started.");
  }
  const { major, version, bytes } = await serverOf(sql);
  const header: Header = {
    format: FORMAT,
    app,
    at: now.at.toISOString(),
    postgres: { major, version },
    migrations: await migrationsOf(sql),
    jobs: await jobsVersionOf(sql),
    tables,
    databaseBytes: bytes,
    filesBytes: await bytesOfFiles({ dataDir, bucket }),
  };
  return { header, snapshot: now.snapshot };
}

async function inSnapshot(sql: postgres.Sql, snapshot: string): Promise<postgres.ReservedSql> {
  const session = await sql.reserve();
  await session`begin isolation level repeatable read read only`;
  await session.unsafe(`set transaction snapshot '${snapshot}'`);
  return session;
}

function json(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 1)}\n`);
}
