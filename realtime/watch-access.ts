import type { Id } from "#app/domain/id.ts";
import { compareRights, type Rights, rightsOf } from "#app/services/following.server.ts";
import type { Db } from "#db/client.server.ts";
import { beginAs } from "#db/queries/acting.server.ts";
import { readAccessNotice } from "#db/queries/notices.server.ts";
import { end, type Line, type LineData, type Lines, lapse, linesIn, operationRoom, personRoom } from "./lines.ts";
import type { PresenceBoard } from "./presence.ts";

const EVERY_MS = 60_000;
const AT_ONCE = 4;

type Following = NonNullable<LineData["following"]>;
type Settled = PresenceBoard["settled"];

export type AccessWatch = {
  /** A notice says that somebody's rights may have changed. */
  noticed: (payload: string) => void;
  /** Asks again for the lines that were not asked for a minute: sessions end by the clock too. */
  due: () => void;
  /** Notices may have been missed: everybody asks again. */
  unsure: () => void;
};

/** Takes from lines what their bearers may no longer follow, and ends those whose session is over. */
export function watchAccess(io: Lines, db: Db, presence: Pick<PresenceBoard, "settled">): AccessWatch {
  const recheck = rechecking(db, presence.settled);
  return {
    noticed(payload) {
      const concerned = readAccessNotice(payload);
      if (!concerned) return;
      const room = "personId" in concerned ? personRoom(concerned.personId) : operationRoom(concerned.operationId);
      recheck(linesIn(io, room));
    },
    due() {
      const before = Date.now() - EVERY_MS;
      recheck([...io.sockets.sockets.values()].filter((line) => line.data.checkedAt < before));
    },
    unsure() {
      for (const line of io.sockets.sockets.values()) lapse(line, "unsure");
    },
  };
}

/** Lines of one token in one operation are asked for once; what cannot be asked is not sent either. */
function rechecking(db: Db, settled: Settled) {
  const waiting = new Map<string, Line[]>();
  let workers = 0;

  async function work(): Promise<void> {
    for (;;) {
      const [next] = waiting;
      if (!next) break;
      waiting.delete(next[0]);
      await recheckAll(db, next[1], settled);
    }
    workers -= 1;
  }

  return (lines: readonly Line[]) => {
    const now = Date.now();
    for (const line of lines) {
      line.data.epoch += 1;
      line.data.checkedAt = now;
      const key = `${line.data.token} ${line.data.following?.operationId ?? ""}`;
      waiting.set(key, [...(waiting.get(key) ?? []), line]);
    }
    for (; workers < Math.min(AT_ONCE, waiting.size); workers += 1) void work();
  };
}

async function recheckAll(db: Db, lines: readonly Line[], settled: Settled): Promise<void> {
  const [first] = lines;
  if (!first) return;
  const { token, following } = first.data;
  const operationId = following?.operationId ?? null;
  const asked = lines.map((line) => ({ line, before: line.data.following }));
  const now = await rightsNow(db, token, operationId).catch(() => null);
  for (const { line, before } of asked) {
    // What it has begun to follow meanwhile was asked for later than this.
    const isStill = before !== null && before === line.data.following && before.operationId === operationId;
    if (now === "session.ended") end(line);
    else if (isStill) keepOrLapse(line, before, now, settled);
  }
}

/** What could not be asked is not sent either; who has more rights than before asks for what is new to it. */
function keepOrLapse(line: Line, before: Following, now: Rights | string | null, settled: Settled): void {
  if (now === null) lapse(line, "unsure");
  else if (typeof now === "string") lapse(line, "rights");
  else {
    const change = compareRights(now, before.rights);
    if (change !== "same") lapse(line, change === "more" ? "unsure" : "rights");
    else if (now.presence !== before.rights.presence) {
      line.data.following = { operationId: before.operationId, rights: now };
      settled(line, before.rights);
    }
  }
}

function rightsNow(db: Db, token: string, operationId: Id | null): Promise<Rights | string> {
  return db.transaction(async (tx) => {
    if (operationId) return rightsOf(tx, token, operationId);
    return (await beginAs(tx, token, null)) ? "operation.none" : "session.ended";
  });
}
