import { createHmac, randomBytes } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import {
  EVENT_BODIES,
  EVENT_VERSIONS,
  type EventBody,
  type EventType,
  type StreamKind,
} from "../../app/domain/event.ts";
import type { Id } from "../../app/domain/id.ts";
import type { Db, Tx } from "../client.server.ts";
import { streams } from "../schema.ts";
import type { Membership, Self } from "./acting.server.ts";

/** An event to be saved with the change it tells of: in which kind of stream, of which unit. */
export type Noted = {
  id: Id;
  stream: StreamKind;
  unitId?: Id;
  type: EventType;
  body: Record<string, unknown>;
};

/** Makes an event; its body is checked against the closed list. */
export function anEvent<T extends EventType>(type: T, body: EventBody<T>, stream: StreamKind, unitId?: Id): Noted {
  return { id: uuid(), stream, unitId, type, body: EVENT_BODIES[type].parse(body) };
}

/** What one of many commands leaves behind. */
export type Finished = { commandId: Id; noted: Noted[]; outcome: Record<string, string> };

/** Like `finishCommand`, for many commands in one call. */
export async function finishCommands(tx: Tx, self: Self, finished: readonly Finished[]): Promise<Id[]> {
  const member = self.member;
  if (!member) throw new Error("many commands are given in an operation only");
  const noted = finished.flatMap((one) => one.noted);
  const ids = await streamIds(tx, member.operationId, noted);
  const streamOf = new Map(noted.map((event, index) => [event, ids[index] ?? ""]));
  const rows = finished.flatMap(({ commandId, noted: own }) =>
    own.map((event) => ({ ...storedEvent(event, streamOf.get(event) ?? "", member), command_id: commandId })),
  );
  const outcomes = Object.fromEntries(finished.map(({ commandId, outcome }) => [commandId, outcome]));
  await tx.execute(sql`select finish_commands(
    ${self.person.agencyId}::uuid, ${JSON.stringify(outcomes)}::jsonb, ${JSON.stringify(rows)}::jsonb)`);
  return ids;
}

/** Saves the events of one change, unnumbered, and answers the streams that have something to seal. */
export async function saveEvents(tx: Tx, self: Self, commandId: Id, noted: Noted[]): Promise<Id[]> {
  return finishCommand(tx, self, commandId, { noted, outcome: null });
}

/** The same, and in the same call the outcome by which the command is answered from now on. */
export async function finishCommand(
  tx: Tx,
  self: Self,
  commandId: Id,
  { noted, outcome }: { noted: Noted[]; outcome: Record<string, string> | null },
): Promise<Id[]> {
  const member = self.member;
  const ids = member && noted.length > 0 ? await streamIds(tx, member.operationId, noted) : [];
  const rows = member ? ids.map((streamId, index) => storedEvent(noted[index], streamId, member)) : [];
  const answer = outcome === null ? null : JSON.stringify(outcome);
  await tx.execute(sql`select finish_command(
    ${self.person.agencyId}::uuid, ${commandId}::uuid, ${answer}::jsonb, ${JSON.stringify(rows)}::jsonb)`);
  return ids;
}

function storedEvent(event: Noted | undefined, streamId: Id, member: Membership) {
  if (!event) throw new Error("a stream without an event");
  const key = randomBytes(32);
  const body = JSON.stringify(event.body);
  return {
    id: event.id,
    stream_id: streamId,
    operation_id: member.operationId,
    type: event.type,
    type_version: EVENT_VERSIONS[event.type],
    actor: member.id,
    agency_id: member.agencyId,
    commitment: createHmac("sha256", key).update(body).digest("hex"),
    body,
    key: key.toString("hex"),
  };
}

const known = new Map<string, Id>();

/** An operation that is opened has streams of its own, whatever had its id in this process before. */
export function forgetStreams(operationId: Id): void {
  for (const key of known.keys()) if (key.startsWith(`${operationId} `)) known.delete(key);
}

/** Streams never change their id, so what was found once is kept. */
async function streamIds(tx: Tx, operationId: Id, noted: Noted[]): Promise<Id[]> {
  const keys = noted.map((event) => `${operationId} ${event.stream} ${event.unitId ?? ""}`);
  if (keys.some((key) => !known.has(key))) {
    const rows = await tx.select().from(streams).where(eq(streams.operationId, operationId));
    for (const row of rows) known.set(`${operationId} ${row.kind} ${row.unitId ?? ""}`, row.id);
  }
  return keys.map((key) => {
    const id = known.get(key);
    if (!id) throw new Error(`no stream ${key}`);
    return id;
  });
}

/**
 * Gives all committed, unnumbered events of these streams their numbers and chain hashes, in one transaction. One sealer
 * at a time per stream by row lock; in order of ids, so that sealers on several nodes never wait in a circle.
 */
export async function sealStreams(db: Db, ids: readonly Id[]): Promise<{ stream: Id; head: number; sealed: number }[]> {
  const list = `{${[...ids].sort().join(",")}}`;
  const rows = await db.execute<{ id: Id; head: string | null; sealed: number }>(
    sql`select u.id, s.head, s.sealed from unnest(${list}::uuid[]) as u(id), lateral seal_stream(u.id) as s`,
  );
  return rows.map((row) => ({ stream: row.id, head: Number(row.head ?? 0), sealed: row.sealed }));
}

/** Last numbers of streams. For the process alone: no reader is asked. */
export async function streamHeads(db: Db, ids: readonly Id[]): Promise<{ stream: Id; head: number }[]> {
  const rows = await db.execute<{ id: Id; head: string }>(
    sql`select * from stream_heads(${`{${ids.join(",")}}`}::uuid[])`,
  );
  return rows.map((row) => ({ stream: row.id, head: Number(row.head) }));
}

/** Streams with something to seal, looked up at start and once a second. */
export async function waitingStreams(db: Db): Promise<Id[]> {
  const rows = await db.execute<{ waiting_streams: Id }>(sql`select waiting_streams()`);
  return rows.map((row) => row.waiting_streams);
}

/** The streams that the reader may follow in the operation of the transaction, with their last numbers. */
export async function followableStreams(tx: Tx) {
  return tx
    .select({
      id: streams.id,
      kind: sql<StreamKind>`${streams.kind}`,
      agencyId: streams.agencyId,
      unitId: streams.unitId,
      head: streams.head,
    })
    .from(streams)
    .where(sql`${streams.id} in (select my_streams())`)
    .orderBy(streams.id);
}

/**
 * What a page that is loaded now is sure to hold: the numbers of the reader's streams, without what happened within the
 * last second, since its loaders read side by side and not in one moment.
 */
export async function numbersAtLoading(tx: Tx): Promise<Record<Id, number>> {
  const rows = await tx.execute<{ id: Id; seq: string }>(sql`
    select s.id, s.head - exists (
      select from events e
      where e.stream_id = s.id and e.seq = s.head and e.at > clock_timestamp() - interval '1 second'
    )::int as seq
    from streams s where s.id in (select my_streams())`);
  return Object.fromEntries(rows.map(({ id, seq }) => [id, Number(seq)]));
}
