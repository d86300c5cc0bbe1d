import { isEventType, readEventBody, type StreamKind } from "../../app/domain/event.ts";
import type { SeizureFact } from "../../app/domain/fact.ts";
import type { Id } from "../../app/domain/id.ts";
import type { Tx } from "../client.server.ts";
import { eventsBetween } from "./events.server.ts";
import { factsWhere } from "./facts.server.ts";

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

/** Kinds of streams whose events touch facts. */
const TELLS_FACTS: ReadonlySet<StreamKind> = new Set(["operation", "unit"]);

/** Events that take a seizure from everybody but its owner. */
const TAKES_AWAY: ReadonlySet<string> = new Set(["seizure.withdrawn", "seizure.held"]);

/**
 * The frame of a stretch for the reader of the transaction. Facts come as current visible rows alone. In the operation's
 * stream, events on a seizure that the reader may not see are left out; was it taken from readers, its id is `gone`.
 * Null when the stretch does not come whole: numbers have no holes, so the reader may not read it.
 */
export async function readFrame(tx: Tx, stretch: Stretch): Promise<ReadFrame | null> {
  const read = await readStretch(tx, stretch);
  return read?.frame ?? null;
}

/** The same, and beside it the events that were left out: for the server alone. */
export async function readStretch(tx: Tx, { operationId, stream, after, upTo, sharedOnly }: Stretch) {
  const events = (await eventsBetween(tx, stream.id, after, upTo)).map(asRead);
  if (events.length !== upTo - after) return null;
  const ids = [...new Set(events.flatMap((event) => seizureOf(event) ?? []))];
  const facts = TELLS_FACTS.has(stream.kind) ? await factsWhere(tx, { operationId, ids, sharedOnly }) : [];
  const visible = new Set(facts.map((fact) => fact.id));
  const lost = new Set(stream.kind === "operation" ? ids.filter((id) => !visible.has(id)) : []);
  const isHidden = (event: ReadEvent) => lost.has(seizureOf(event) ?? "");
  const hidden = events.filter(isHidden);
  const taken = hidden.filter((event) => TAKES_AWAY.has(event.type));
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

function asRead(row: Awaited<ReturnType<typeof eventsBetween>>[number]): ReadEvent {
  return {
    seq: row.seq,
    type: row.type,
    at: row.at.toISOString(),
    agency: row.agencyId,
    body: bodyOf(row),
  };
}

/** Null when it was purged. */
function bodyOf({ type, typeVersion, body }: { type: string; typeVersion: number; body: string | null }): Body | null {
  return body !== null && isEventType(type) ? readEventBody(type, typeVersion, body) : null;
}

function seizureOf(event: ReadEvent): Id | null {
  const id = event.body?.seizure;
  return typeof id === "string" ? id : null;
}
