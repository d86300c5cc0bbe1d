import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { openDatabase } from "#db/client.server.ts";
import { freshDatabase } from "#tests/support/database.ts";

const fresh = await freshDatabase();
const server = postgres(fresh.superUrl, { max: 1, onnotice: () => {} });
const { db, end } = openDatabase(fresh.ownerUrl, { max: 5 });
afterAll(async () => {
  await end();
  await server.end();
});

/** Ends every session of this database but the one that asks. */
async function endSessions(): Promise<number> {
  const ended = await server`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`;
  return ended.length;
}

/** The pool finds back by itself; queries that meet an ended session in the meantime are told so. */
async function untilAnswered(): Promise<void> {
  for (;;) {
    const answered = await db.execute(sql`select pg_sleep(0.01)`).then(
      () => true,
      () => false,
    );
    if (answered) return;
  }
}

test("every query and every transaction is answered, however often the server ends their sessions", async () => {
  const over = { yet: false };
  const outcomes = { done: 0, failed: 0 };
  const ask = (turn: number): Promise<unknown> =>
    turn % 2
      ? db.execute(sql`select pg_sleep(0.002)`)
      : db.transaction(async (tx) => {
          await tx.execute(sql`select 1`);
          await Promise.all([tx.execute(sql`select 2`), tx.execute(sql`select pg_sleep(0.002)`)]);
        });
  const askers = Array.from({ length: 12 }, async (_, turn) => {
    while (!over.yet) {
      await ask(turn).then(
        () => outcomes.done++,
        () => outcomes.failed++,
      );
    }
  });
  let ended = 0;
  while (ended < 40) ended += await endSessions();
  over.yet = true;
  await Promise.all(askers);
  expect(outcomes.failed).toBeGreaterThan(0);
  await untilAnswered();
});

/** A promise and its key. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

test("a transaction that has lost its session does not go on in another one", async () => {
  await server`create table outside (n int)`;
  await server`grant insert on outside to naga_owner`;
  const [begun, replaced] = [gate(), gate()];
  let late: Promise<unknown> | undefined;
  const transaction = db.transaction(async (tx) => {
    await tx.execute(sql`insert into outside values (1)`);
    begun.open();
    await replaced.opened;
    late = Promise.resolve(tx.execute(sql`insert into outside values (2)`));
    await late;
  });
  const lost = expect(transaction).rejects.toThrow();
  await begun.opened;
  await endSessions();
  await lost;
  await Promise.all(Array.from({ length: 5 }, untilAnswered));
  replaced.open();
  await replaced.opened;
  expect(late).toBeDefined();
  await expect(late).rejects.toThrow();
  expect(await server`select * from outside`).toEqual([]);
});

test("a COPY that the server refuses at its end is told so, and the session goes on", async () => {
  await server`create table referred (n int primary key)`;
  await server`create table referring (n int references referred)`;
  const copy = await server`copy referring from stdin`.writable();
  await expect(pipeline(Readable.from(["1\n"]), copy)).rejects.toThrow("foreign key");
  expect(await server`select count(*)::int as n from referring`).toEqual([{ n: 0 }]);
});

test("after a COPY whose reader is slow the session hears what follows", async () => {
  const copy = await server`copy (select repeat('x', 1000) from generate_series(1, 200)) to stdout`.readable();
  let bytes = 0;
  for await (const chunk of copy) {
    bytes += chunk.length;
    await pause(1);
  }
  expect(bytes).toBe(200 * 1001);
  expect(await server`select 1 as n`).toEqual([{ n: 1 }]);
});
