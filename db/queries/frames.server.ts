import { sql } from "drizzle-orm";
import { isEventType, readEventBody, type StreamKind } from "../../app/domain/event.ts";
import type { SeizureFact } from "../../app/domain/fact.ts";
import { Id } from "../../app/domain/id.ts";
import type { Db, Tx } from "../client.server.ts";

/** A stretch of one stream as its reader may know it today. */
export type ReadFrame = {
  stream: Id;
  kind: StreamKind;
  from: number;
  to: number;
  events: ReadEvent[];
  facts: SeizureFact[];
  gone: Id[];
};

type Body = Record<string, string | number | boolean | null>;
export type ReadEvent = { seq: number; type: string; at: string; agency: Id; body: Body | null };

export type Stretch = {
  operationId: Id;
  stream: { id: Id; kind: StreamKind };
  after: number;
  upTo: number;
  /** For readers who own none of it: what its owner alone still sees is out of sight. */
  sharedOnly?: boolean;
};

/** How many events one frame tells at most. */
export const LONGEST_FRAME = 1_000;

const ERASED = "seizure.erased";
/** Told to readers of the case alone, and to whoever watches: a frame that is read for several has none. */
export const OF_READERS: ReadonlySet<string> = new Set(["case.touched", "view.noticed"]);

/** Kinds of streams whose events touch facts. */
const TELLS_FACTS: ReadonlySet<StreamKind> = new Set(["operation", "unit"]);

/** Events that take a seizure from everybody but its owner, or from all. */
const TAKES_AWAY: ReadonlySet<string> = new Set(["seizure.withdrawn", "seizure.held", ERASED]);

/**
 * The frame of a stretch for the reader of the transaction. Facts come as current visible rows alone. In the operation's
 * stream, events on a seizure that the reader may not see are left out; was it taken from readers or erased, its id is
 * `gone`. Of an erased one the bodies of earlier events are gone: they come as type, time and agency.
 * Null when the stretch does not come whole: numbers have no holes, so the reader may not read it.
 */
export async function readFrame(tx: Tx, stretch: Stretch): Promise<ReadFrame | null> {
  return (await readStretch(tx, null, stretch))?.frame ?? null;
}

/** The same for the bearer of a token, and beside it the events that were left out: for the server alone. */
export async function readFrameAs(db: Db, token: string, stretch: Stretch) {
  return readStretch(db, token, stretch);
}

/** An event and whose seizure it took from the reader: what is told of it is that id alone. */
export type Told = ReadEvent & { gone: Id | null };

/** What the reader of the transaction is told of a stretch, one by one: what `readFrame` has as events and as gone. */
export async function readTold(tx: Tx, stretch: Stretch): Promise<Told[] | null> {
  const read = await readStretch(tx, null, stretch);
  if (!read) return null;
  const { frame, hidden } = read;
  const seen = frame.events.map((event) => ({ ...event, gone: null }));
  const taken = hidden.flatMap((event) => {
    const seizure = seizureOf(event);
    const isGone = seizure !== null && TAKES_AWAY.has(event.type) && frame.gone.includes(seizure);
    return isGone ? [{ ...event, gone: seizure }] : [];
  });
  return [...seen, ...taken].sort((left, right) => left.seq - right.seq);
}

type Stored = { seq: number; type: string; typeVersion: number; at: string; agency: Id; body: string | null };

async function readStretch(db: Db | Tx, token: string | null, stretch: Stretch) {
  const { operationId, stream, after, upTo, sharedOnly = false } = stretch;
  const [row] = await db.execute<{ told: Stored[]; facts: SeizureFact[]; readsSeizures: boolean }>(sql`
    select told, facts, key_allows('seizures.read') as "readsSeizures"
    from told_between(${token}, ${operationId}::uuid, ${stream.id}::uuid, ${after}::bigint,
      ${upTo}::bigint, ${TELLS_FACTS.has(stream.kind)}, ${sharedOnly})`);
  if (row?.told.length !== upTo - after) return null;
  const { frame, hidden } = frameOf(stretch, row.told.map(asRead), row.facts);
  return { frame: row.readsSeizures ? frame : withoutFacts(frame), hidden };
}

/** What a key that was not made to read seizures is told of them: that something happened, when, and to which. */
function withoutFacts(frame: ReadFrame): ReadFrame {
  const events = frame.events.map((event) => (isOfSeizure(event) ? { ...event, body: idsOf(event.body) } : event));
  return { ...frame, events, facts: [] };
}

const OF_SEIZURES = ["seizure", "case", "duplicate"];

const isOfSeizure = ({ body }: ReadEvent) => body !== null && OF_SEIZURES.some((name) => Object.hasOwn(body, name));

function idsOf(body: Body | null): Body | null {
  return body && Object.fromEntries(Object.entries(body).filter(([, value]) => Id.safeParse(value).success));
}

function frameOf({ stream, after, upTo }: Stretch, events: ReadEvent[], facts: SeizureFact[]) {
  const visible = new Set(facts.map((fact) => fact.id));
  const isUnseen = (event: ReadEvent) => {
    const seizure = seizureOf(event);
    return seizure !== null && !visible.has(seizure);
  };
  // That something was erased is told to those who counted it, and what came to a case to its readers; to everybody else
  // it comes without a body.
  const isHidden = (event: ReadEvent) =>
    stream.kind === "operation" &&
    (event.type === ERASED || OF_READERS.has(event.type) ? event.body === null : isUnseen(event));
  const hidden = events.filter(isHidden);
  const taken = events.filter((event) => TELLS_FACTS.has(stream.kind) && TAKES_AWAY.has(event.type) && isUnseen(event));
  const frame: ReadFrame = {
    stream: stream.id,
    kind: stream.kind,
    from: after,
    to: upTo,
    events: events.filter((event) => !isHidden(event)),
    facts,
    gone: [...new Set(taken.flatMap((event) => seizureOf(event) ?? []))],
  };
  return { frame, hidden };
}

function asRead({ seq, type, typeVersion, at, agency, body }: Stored): ReadEvent {
  return { seq, type, at, agency, body: bodyOf(type, typeVersion, body) };
}

/** Null when it was purged, or is of a kind that only newer processes know. */
function bodyOf(type: string, version: number, stored: string | null): Body | null {
  return stored !== null && isEventType(type) ? readEventBody(type, version, stored) : null;
}

function seizureOf(event: ReadEvent): Id | null {
  const id = event.body?.seizure;
  return typeof id === "string" ? id : null;
}
