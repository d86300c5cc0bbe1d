import { randomInt } from "node:crypto";
import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import type { Acting } from "#app/services/house.server.ts";
import { beginAs } from "#db/queries/acting.server.ts";
import { anEvent, saveEvents, sealStreams } from "#db/queries/events.server.ts";
import { readFrameAs } from "#db/queries/frames.server.ts";
import { startSealer } from "#realtime/sealer.ts";
import { agencyOf, aWorld, type World } from "../support/world.ts";

const WRITERS = 8;
const EVENTS_EACH = 60;
const READERS = 6;

let world: World;
let lead: Acting;
let stream: Id;

beforeAll(async () => {
  world = await aWorld();
  lead = await world.join({ role: "lead", agency: agencyOf(world, "VN-CUS") });
  const [row] =
    await world.owner`select id from streams where operation_id = ${world.operationId} and kind = 'notices'`;
  stream = row?.id;
});
afterAll(() => world.close());

/** One event in a transaction that stays open for a while: for so many questions to the database. */
async function writeSlowly(version: number, questions: number): Promise<void> {
  await world.app.db.transaction(async (tx) => {
    const self = await beginAs(tx, lead.token, world.operationId);
    if (!self) throw new Error("no session");
    await saveEvents(tx, self, uuid(), [anEvent("operation.planned", { version }, "notices")]);
    for (let question = 0; question < questions; question++) await tx.execute("select 1");
  });
}

/** What is sealed after `own`, as a client would be told it. */
async function readAfter(own: number, head: number) {
  const where = { operationId: world.operationId, stream: { id: stream, kind: "notices" as const } };
  const read = await readFrameAs(world.app.db, lead.token, { ...where, after: own, upTo: head });
  return read?.frame.events ?? [];
}

async function brokenLinks() {
  return world.owner`select seq::int, fault from broken_links(${stream})`;
}

test("eight writers commit in whatever order; whoever reads along sees every event once and in order, none stepped over", async () => {
  let head = 0;
  let writing = true;
  const sealer = startSealer({
    db: world.app.db,
    log: world.house.log,
    told: (heads) => {
      for (const told of heads) if (told.stream === stream) head = Math.max(head, told.head);
    },
  });

  async function write(writer: number) {
    for (let event = 0; event < EVENTS_EACH; event++) {
      await writeSlowly(writer * EVENTS_EACH + event, randomInt(10) === 0 ? 12 : randomInt(3));
      sealer.poke([stream]);
    }
  }

  async function readAlong() {
    const seen: { seq: number; version: unknown }[] = [];
    while (writing || seen.length < head) {
      for (const { seq, body } of await readAfter(seen.length, head)) seen.push({ seq, version: body?.version });
    }
    return seen;
  }

  const readers = Array.from({ length: READERS }, readAlong);
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
  await sealStreams(world.app.db, [stream]);
  head = WRITERS * EVENTS_EACH;
  writing = false;
  for (const seen of await Promise.all(readers)) {
    expect(seen.map(({ seq }) => seq)).toEqual(Array.from({ length: head }, (_, at) => at + 1));
    expect(new Set(seen.map(({ version }) => version)).size).toBe(head);
  }
  await sealer.close();
  expect(await brokenLinks()).toEqual([]);
});

test("sealers on several nodes at once give every number once", async () => {
  const before = (await readAfter(0, 0)).length;
  expect(before).toBe(0);
  const [{ head: first } = { head: 0 }] = await sealStreams(world.app.db, [stream]);
  const writes = Array.from({ length: 40 }, (_, version) => writeSlowly(version, 0));
  const seals = Array.from({ length: 12 }, () => sealStreams(world.app.db, [stream]));
  await Promise.all([...writes, ...seals]);
  const [last] = await sealStreams(world.app.db, [stream]);
  expect(last?.head).toBe(first + 40);
  expect((await readAfter(first, first + 40)).map(({ seq }) => seq)).toEqual(
    Array.from({ length: 40 }, (_, at) => first + at + 1),
  );
  expect(await brokenLinks()).toEqual([]);
});

test("an event whose poke was lost is sealed all the same", async () => {
  await writeSlowly(0, 0);
  const told = new Promise<number>((resolve) => {
    const sealer = startSealer({
      db: world.app.db,
      log: world.house.log,
      told: (heads) => {
        const mine = heads.find((head) => head.stream === stream);
        if (mine) void sealer.close().then(() => resolve(mine.head));
      },
    });
  });
  const head = await told;
  expect((await readAfter(head - 1, head)).length).toBe(1);
});

const TAMPERINGS: [string, string][] = [
  ["another type", "update events set type = 'operation.moved' where stream_id = $1 and seq = 7"],
  ["another time", "update events set at = at + interval '1 second' where stream_id = $1 and seq = 9"],
  ["another author", "update events set actor = gen_random_uuid() where stream_id = $1 and seq = 11"],
  [
    "another body",
    "update event_bodies set body = '{\"version\":99999}' where event_id = (select id from events where stream_id = $1 and seq = 13)",
  ],
  ["a forged hash", "update events set hash = sha256('x') where stream_id = $1 and seq = 15"],
  [
    "one taken out",
    "with e as (select id from events where stream_id = $1 and seq = 17), b as (delete from event_bodies where event_id in (select id from e)) update events set seq = 1000000 where id in (select id from e)",
  ],
];

test.each(TAMPERINGS)("the chain tells of %s", async (_what, statement) => {
  await world.owner
    .begin(async (sql) => {
      await sql.unsafe(statement, [stream]);
      const found = await sql`select seq from broken_links(${stream})`;
      expect(found.length).toBeGreaterThan(0);
      throw new Undo();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error;
    });
  expect(await brokenLinks()).toEqual([]);
});

test("the application cannot change what was sealed", async () => {
  const attempts = [
    "update events set type = 'operation.moved'",
    "delete from events",
    "update event_bodies set body = '{}'",
    "update streams set head = 0",
  ];
  for (const attempt of attempts) await expect(world.app.sql.unsafe(attempt)).rejects.toMatchObject({ code: "42501" });
});

class Undo extends Error {}
