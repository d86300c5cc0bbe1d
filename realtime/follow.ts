import type { Id } from "#app/domain/id.ts";
import { type Rights, rightsOf } from "#app/services/following.server.ts";
import type { Db, Tx } from "#db/client.server.ts";
import { followableStreams } from "#db/queries/events.server.ts";
import { LONGEST_FRAME, readFrame, type Stretch } from "#db/queries/frames.server.ts";
import type { Channels } from "./channels.ts";
import { join, type Line, leave, operationRoom } from "./lines.ts";
import type { PresenceBoard } from "./presence.ts";
import { type Answer, Follow, type FollowedStream } from "./protocol.ts";

/** Who has missed more than this is better served by a new snapshot. */
const FARTHEST = 20_000;

type Doors = { db: Db; channels: Channels; presence: PresenceBoard };

/**
 * Answers `follow`: asks what the bearer may follow now, joins the rooms of that, and tells what was missed since the
 * line's own numbers. Rooms are joined before the numbers are read, so that nothing falls between the two.
 */
export async function follow(line: Line, asked: unknown, doors: Doors): Promise<Answer> {
  const parsed = Follow.safeParse(asked);
  if (!parsed.success) return { ok: false, problem: "live.malformed" };
  const { operationId, after } = parsed.data;
  leave(line);
  line.join(operationRoom(operationId));
  try {
    return await doors.db.transaction(async (tx) => {
      const rights = await settledRights(tx, line, operationId);
      if (typeof rights === "string") return refused(line, rights);
      join(line, operationId, rights);
      doors.presence.settled(line);
      for (const stream of rights.streams) doors.channels.open(stream, operationId);
      return catchUp(tx, line, { operationId, after, rights });
    });
  } catch (error) {
    leave(line);
    throw error;
  }
}

function refused(line: Line, problem: string): Answer {
  leave(line);
  return { ok: false, problem };
}

/** Rights that nobody has reported to have changed while they were being read. */
async function settledRights(tx: Tx, line: Line, operationId: Id): Promise<Rights | string> {
  for (;;) {
    const { epoch } = line.data;
    const rights = await rightsOf(tx, line.data.token, operationId);
    if (line.data.epoch === epoch) return rights;
  }
}

type Asked = { operationId: Id; after: Record<Id, number>; rights: Rights };

async function catchUp(tx: Tx, line: Line, { operationId, after, rights }: Asked): Promise<Answer> {
  const streams: FollowedStream[] = [];
  const far: Id[] = [];
  for (const { id, kind, head } of await followableStreams(tx)) {
    if (!rights.streams.some((stream) => stream.id === id)) continue;
    const own = after[id] ?? 0;
    streams.push({ id, kind, seq: head });
    // A number beyond the last one is of another history: the database was restored from a backup.
    if (own > head || head - own > FARTHEST) far.push(id);
    else if (!(await tell(tx, line, { operationId, stream: { id, kind }, after: own, upTo: head }))) {
      return refused(line, "live.again");
    }
  }
  return { ok: true, readers: rights.readers, streams, far };
}

/** Sends a stretch in frames of bearable length. False when it may not be read any more. */
async function tell(tx: Tx, line: Line, { after, upTo, ...where }: Stretch): Promise<boolean> {
  for (let from = after; from < upTo && line.connected; from += LONGEST_FRAME) {
    const frame = await readFrame(tx, { ...where, after: from, upTo: Math.min(upTo, from + LONGEST_FRAME) });
    if (!frame) return false;
    line.emit("frame", frame);
  }
  return true;
}
