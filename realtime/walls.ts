import type { IncomingMessage } from "node:http";
import type { Server, Socket } from "socket.io";
import type { Id } from "#app/domain/id.ts";
import { followingOf } from "#app/services/following.server.ts";
import { readWall } from "#app/services/walls.server.ts";
import { wallTokenOfCookie } from "#app/session.server.ts";
import type { Db } from "#db/client.server.ts";
import type { Head } from "#db/queries/notices.server.ts";
import { faultLog, type Log } from "./fault-log.ts";
import { type ScreenMessages, WALLS } from "./protocol.ts";

/** The line of a screen in a room: it is told that something moved, and never what. */
type WallLine = { token: string; wall: Id; operationId: Id; stream: Id | null; checkedAt: number };
type Screens = Server<Record<string, never>, ScreenMessages>;
type Line = Socket<Record<string, never>, ScreenMessages>;
type Standing = Pick<WallLine, "wall" | "operationId" | "stream">;

const LINES_PER_WALL = 5;
const EVERY_MS = 60_000;

export type Walls = {
  /** Whether the request is one of a wall, and what opens it. */
  welcome: (request: IncomingMessage) => Promise<boolean> | null;
  grown: (heads: readonly Head[]) => void;
  followed: () => Id[];
  /** Somebody's rights may have changed, or notices of it were missed. */
  unsure: () => void;
  due: () => void;
};

const streamRoom = (stream: Id) => `moved ${stream}`;

/** Beside the lines of people: nothing of theirs can be asked over them, and they have no part in rooms of theirs. */
export function openWalls(io: Screens, db: Db, log: Log): Walls {
  const asked = new WeakMap<IncomingMessage, WallLine>();
  const lines = new Map<Line, WallLine>();
  /** Up to which number of each stream was told that it moved. */
  const told = new Map<Id, number>();
  const faults = faultLog(log, "asking for walls");
  const screens = io.of(WALLS);

  async function isWelcome(request: IncomingMessage): Promise<boolean> {
    const token = wallTokenOfCookie(request.headers.cookie);
    const standing = token === null ? null : await standingOf(db, token);
    if (token === null || !standing) return false;
    const same = [...lines.values()].filter(({ wall }) => wall === standing.wall);
    if (same.length >= LINES_PER_WALL) return false;
    asked.set(request, { token, ...standing, checkedAt: Date.now() });
    return true;
  }

  screens.use((line, next) => next(asked.has(line.request) ? undefined : new Error("wall.none")));
  screens.on("connection", (line) => {
    const wall = asked.get(line.request);
    if (!wall) return void line.disconnect(true);
    lines.set(line, { ...wall });
    if (wall.stream) line.join(streamRoom(wall.stream));
    line.on("disconnect", () => lines.delete(line));
  });

  async function recheck(line: Line, wall: WallLine): Promise<void> {
    wall.checkedAt = Date.now();
    const now = await standingOf(db, wall.token);
    if (!now) {
      line.emit("over");
      line.disconnect(true);
      return;
    }
    if (wall.stream) line.leave(streamRoom(wall.stream));
    wall.stream = now.stream;
    if (now.stream) line.join(streamRoom(now.stream));
    line.emit("moved");
  }

  const recheckAll = (some: readonly [Line, WallLine][]) => {
    for (const [line, wall] of some) recheck(line, wall).then(faults.over, faults.note);
  };

  return {
    welcome: (request) => (isOfWall(request) ? isWelcome(request) : null),
    grown: (heads) => {
      const followed = new Set([...lines.values()].map(({ stream }) => stream));
      for (const stream of told.keys()) if (!followed.has(stream)) told.delete(stream);
      for (const { stream, head } of heads) {
        if (!followed.has(stream) || head <= (told.get(stream) ?? -1)) continue;
        told.set(stream, head);
        screens.to(streamRoom(stream)).emit("moved");
      }
    },
    followed: () => [...new Set([...lines.values()].flatMap(({ stream }) => stream ?? []))],
    unsure: () => recheckAll([...lines]),
    due: () => {
      const before = Date.now() - EVERY_MS;
      recheckAll([...lines].filter(([, wall]) => wall.checkedAt < before));
    },
  };
}

function isOfWall({ url = "" }: IncomingMessage): boolean {
  return new URL(url, "http://wall").searchParams.get("wall") === "1";
}

/** Which wall a token opens now, and whose growth it is told of; null where it opens none. */
function standingOf(db: Db, token: string): Promise<Standing | null> {
  return readWall({ db }, token, async (tx, { id, operation, self }) => {
    const following = self?.member ? await followingOf(tx, self.member) : null;
    const stream = following?.streams.find(({ kind }) => kind === "operation")?.id ?? null;
    return { wall: id, operationId: operation.operation_id, stream };
  });
}
