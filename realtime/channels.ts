import type { StreamKind } from "#app/domain/event.ts";
import type { Id } from "#app/domain/id.ts";
import { SHARED_ALONE, type Stream } from "#app/services/following.server.ts";
import type { Db } from "#db/client.server.ts";
import {
  LONGEST_FRAME,
  OF_READERS,
  type ReadEvent,
  type ReadFrame,
  readFrameAs,
  type Stretch,
} from "#db/queries/frames.server.ts";
import type { Head } from "#db/queries/notices.server.ts";
import { faultLog, type Log } from "./fault-log.ts";
import { classRoom, type Line, type Lines, lapse, linesIn, streamRoom } from "./lines.ts";
import { paceOf } from "./pace.ts";

/** A stream that lines of this process follow, and up to which number it has been told to all of them. */
type Channel = { id: Id; kind: StreamKind; operationId: Id; told: number; head: number; delivering: boolean };

export type Channels = {
  /** A line follows the stream from now on; its room was joined before. */
  open: (stream: Stream, operationId: Id) => void;
  /** Streams have grown, says the sealer of this process, a notice, or a look at the database. */
  grown: (heads: readonly Head[]) => void;
  followed: () => Id[];
  close: () => void;
};

type Sending = { room: string; except: string[]; frame: ReadFrame };

/** Sending may take this share of the process's time; what comes meanwhile is gathered. */
const SHARE = 1 / 4;
const RETRY_MS = 500;

/** Sends each stream's frames, in order and without holes, to the rooms of those who follow it. */
export function openChannels(io: Lines, db: Db, log: Log): Channels {
  const channels = new Map<Id, Channel>();
  const pace = paceOf({ share: SHARE });
  const faults = faultLog(log, "reading for sockets");
  let closed = false;

  async function deliver(channel: Channel): Promise<void> {
    if (channel.delivering) return;
    channel.delivering = true;
    try {
      while (!closed && channel.told < channel.head) {
        await quiet(pace.wait());
        const upTo = Math.min(channel.head, channel.told + LONGEST_FRAME);
        const sendings = await sendingsOf(io, db, channel, upTo);
        if (sendings) {
          await pace.measure(() => send(io, sendings));
          channel.told = upTo;
        } else if (linesIn(io, streamRoom(channel.id)).length === 0) {
          channels.delete(channel.id);
          break;
        }
      }
      faults.over();
    } catch (error) {
      faults.note(error);
      if (!closed) setTimeout(() => void deliver(channel), RETRY_MS);
    } finally {
      channel.delivering = false;
    }
  }

  function grown(heads: readonly Head[]): void {
    for (const { stream, head } of heads) {
      const channel = channels.get(stream);
      if (!channel || head <= channel.head) continue;
      channel.head = head;
      void deliver(channel);
    }
  }

  return {
    open({ id, kind, head }, operationId) {
      if (!channels.has(id)) channels.set(id, { id, kind, operationId, told: head, head, delivering: false });
      grown([{ stream: id, head }]);
    },
    grown,
    followed: () => [...channels.keys()],
    close: () => {
      closed = true;
    },
  };
}

function quiet(ms: number): Promise<void> | undefined {
  return ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : undefined;
}

function send(io: Lines, sendings: Sending[]): void {
  for (const { room, except, frame } of sendings) io.to(room).except(except).emit("frame", frame);
}

/**
 * One frame for all who follow the stream, read as one of them. Only where it touches seizures that are not shared do
 * those who may be their owners get frames of their own, each read as one of its class; and where something came to a
 * case, everybody does, since its readers are no class. Null: nobody is left to read.
 */
async function sendingsOf(io: Lines, db: Db, channel: Channel, upTo: number): Promise<Sending[] | null> {
  const stretch = { operationId: channel.operationId, stream: channel, after: channel.told, upTo };
  const everybody = streamRoom(channel.id);
  const shared = await readAsOneOf(io, db, everybody, { ...stretch, sharedOnly: channel.kind === "operation" });
  if (!shared) return null;
  const own = shared.hidden.some(({ type }) => OF_READERS.has(type))
    ? await sendingsByLine(io, db, everybody, stretch)
    : await sendingsByClass(io, db, stretch, shared.hidden);
  return [{ room: everybody, except: own.map(({ room }) => room), frame: shared.frame }, ...own];
}

async function sendingsByClass(io: Lines, db: Db, stretch: Stretch, hidden: ReadEvent[]): Promise<Sending[]> {
  const own: Sending[] = [];
  for (const readers of possibleOwners(io, streamRoom(stretch.stream.id), hidden)) {
    const room = classRoom(stretch.stream.id, readers);
    const read = await readAsOneOf(io, db, room, stretch);
    if (read) own.push({ room, except: [], frame: read.frame });
  }
  return own;
}

/** So many lines are read for at a time: others of the process wait for the same connections. */
const AT_ONCE = 4;

async function sendingsByLine(io: Lines, db: Db, everybody: string, stretch: Stretch): Promise<Sending[]> {
  const lines = linesIn(io, everybody);
  const own: Sending[] = [];
  for (let from = 0; from < lines.length; from += AT_ONCE) {
    const some = lines.slice(from, from + AT_ONCE);
    const read = await Promise.all(some.map((line) => readFrameAs(db, line.data.token, stretch)));
    for (const [index, line] of some.entries()) {
      const frame = read[index]?.frame;
      if (frame) own.push({ room: line.id, except: [], frame });
      else lapse(line, "rights");
    }
  }
  return own;
}

/** Whoever has lost what it follows is not read for, and hears nothing more until it has asked again. */
async function readAsOneOf(io: Lines, db: Db, room: string, stretch: Stretch) {
  for (const line of linesIn(io, room)) {
    const read = await readFrameAs(db, line.data.token, stretch);
    if (read) return read;
    lapse(line, "rights");
  }
  return null;
}

/** Done by a seizure's owner alone; all others may be done by somebody else. */
const BY_OWNER = /^seizure\.(released|amended|narrowed|withdrawn|erased|held|unheld)$/;

function possibleOwners(io: Lines, room: string, hidden: ReadEvent[]): Set<string> {
  if (hidden.length === 0) return new Set();
  const anybody = hidden.some((event) => !BY_OWNER.test(event.type));
  const agencies = new Set(hidden.map((event) => event.agency));
  const mayOwn = ({ data: { following } }: Line) =>
    following !== null && (anybody || agencies.has(following.rights.agencyId));
  const classes = linesIn(io, room)
    .filter(mayOwn)
    .flatMap(({ data }) => data.following?.rights.readers ?? []);
  return new Set(classes.filter((readers) => readers !== SHARED_ALONE));
}
