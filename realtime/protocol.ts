import { z } from "zod";
import { STREAM_KINDS } from "#app/domain/event.ts";
import { SeizureFact } from "#app/domain/fact.ts";
import { FactBlock } from "#app/domain/fact-block.ts";
import { Id } from "#app/domain/id.ts";

/** Names and shapes of what browser and server say to each other; both ends parse what they hear by it. */

/** Where the sockets are. */
export const LIVE_PATH = "/live";

/** The lines of screens in rooms: nothing is asked over them. */
export const WALLS = "/walls";

/**
 * How often the server is heard. A line that went silently is noticed by either end after both spans at the latest.
 */
export const PING_INTERVAL_MS = 8_000;
export const PING_TIMEOUT_MS = 6_000;

const Seq = z.number().int().min(0);

/** An event as its readers get it: ids and codes. `body` is null when it has been purged. */
export const SealedEvent = z.object({
  seq: Seq,
  type: z.string(),
  at: z.string(),
  agency: Id,
  body: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).nullable(),
});
export type SealedEvent = z.infer<typeof SealedEvent>;

/**
 * What happened in a stream after number `from` up to `to`: the events that the reader may know of, the facts they
 * touched as they are now, and ids that are out of the reader's sight. Frames follow each other without holes.
 */
export const Frame = z.object({
  stream: Id,
  kind: z.enum(STREAM_KINDS),
  from: Seq,
  to: Seq,
  events: z.array(SealedEvent),
  facts: z.array(SeizureFact),
  gone: z.array(Id),
});
export type Frame = z.infer<typeof Frame>;

/** `after`: the own number in each stream; a stream that is left out is told from its beginning. */
export const Follow = z.object({
  operationId: Id,
  after: z.record(Id, Seq),
});
export type Follow = z.infer<typeof Follow>;

/** A stream that the reader follows now, and the number up to which it has been told. */
export const FollowedStream = z.object({ id: Id, kind: z.enum(STREAM_KINDS), seq: Seq });
export type FollowedStream = z.infer<typeof FollowedStream>;

/**
 * Answers are data or a problem. `readers` names the class of those who see the same facts; when it changes, what was
 * known before does not count. `far`: too much was missed to be told; a new snapshot is shorter.
 */
export const Answer = z.union([
  z.object({ ok: z.literal(true), readers: z.string(), streams: z.array(FollowedStream), far: z.array(Id) }),
  z.object({ ok: z.literal(false), problem: z.string() }),
]);
export type Answer = z.infer<typeof Answer>;

/**
 * The socket follows nothing until it asks again: its rights have changed, its session is over, or the server cannot be
 * sure of them.
 */
export const AccessChanged = z.object({ why: z.enum(["rights", "session", "unsure"]) });
export type AccessChanged = z.infer<typeof AccessChanged>;

/**
 * The agencies that have somebody here now, in no order that says anything; null where the reader does not take part in
 * presence. Never who, and never how many.
 */
export const Presence = z.object({ operationId: Id, agencies: z.array(Id).nullable() });
export type Presence = z.infer<typeof Presence>;

/**
 * With what a browser begins: the facts it may see at the numbers of its streams, all of one moment. `facts` belong to
 * the stream `factsStream`: the operation's, the own unit's for those who read no other facts, or none. They come in
 * blocks, in any order; no fact is in two of them with different contents.
 */
export const SnapshotAnswer = z.object({
  operationId: Id,
  readers: z.string(),
  streams: z.array(FollowedStream),
  factsStream: Id.nullable(),
  facts: z.array(FactBlock),
});
export type SnapshotAnswer = z.infer<typeof SnapshotAnswer>;

/**
 * Facts of the past, as far as they are shown one by one: as they stood at a moment, or every version of them with the
 * times (milliseconds) in which it was current and seen, one for each. Nothing follows them.
 */
export const KnownAnswer = z.object({
  operationId: Id,
  begun: z.array(z.number()),
  ended: z.array(z.number().nullable()),
  facts: z.array(FactBlock),
});
export type KnownAnswer = z.infer<typeof KnownAnswer>;

export type ClientMessages = {
  follow: (asked: Follow, answer: (answer: Answer) => void) => void;
  /** Is the line still there? Answered at once. */
  echo: (answer: (answer: { ok: true }) => void) => void;
};

export type ServerMessages = {
  frame: (frame: Frame) => void;
  "access-changed": (what: AccessChanged) => void;
  presence: (here: Presence) => void;
};

/** To a screen in a room: what it shows may have changed; or it has nothing to show any more. */
export type ScreenMessages = { moved: () => void; over: () => void };
