import type { Tx } from "#db/client.server.ts";
import { noticeAccess } from "#db/queries/access-notices.server.ts";
import { findDashboard } from "#db/queries/dashboards.server.ts";
import { anEvent } from "#db/queries/events.server.ts";
import { addWall, askRoom, type BegunWall, beginWall, countOwnWalls, endWall } from "#db/queries/walls.server.ts";
import type { Id } from "../domain/id.ts";
import { Problem } from "../domain/problem.ts";
import { MOST_WALLS, type WallInput } from "../domain/wall.ts";
import type { Acting, House } from "./house.server.ts";
import { hashOfToken, tokenOfCommand } from "./secrets.server.ts";
import { type Command, mustBeAllowed, type Outcome, write } from "./write.server.ts";

/**
 * Starts a wall for a room; what opens it is handed out once. A room in which somebody reads no facts would have an empty
 * wall, and is refused.
 */
export async function startWall(acting: Acting, command: Command<WallInput>): Promise<Outcome> {
  const token = tokenOfCommand(acting.house.secret, "wall", command.id);
  const outcome = await write(acting, "wall.start", command, async ({ tx, self, note }) => {
    const member = mustBeAllowed(self, "wall.start");
    const { dashboard } = command.input;
    if (!(await findDashboard(tx, member.operationId, dashboard))) throw new Problem("not-found", "dashboards.unknown");
    if ((await countOwnWalls(tx, member)) >= MOST_WALLS) throw new Problem("conflict", "wall.most");
    const room = await askRoom(tx, command.input);
    if (!room?.reads) throw new Problem("invalid", "wall.room.reads_nothing");
    const id = command.id;
    await addWall(tx, { ...command.input, id, hash: hashOfToken(token), member });
    note(anEvent("wall.started", { wall: id }, "operation"));
    return { wall: id };
  });
  return { ...outcome, token };
}

/** From now on it shows nothing; lines that are open are told at once. */
export async function stopWall(acting: Acting, command: Command<{ wall: Id; dashboard: Id }>): Promise<Outcome> {
  return write(acting, "wall.end", command, async ({ tx, self, note }) => {
    const member = mustBeAllowed(self, "wall.start");
    const { wall } = command.input;
    if (!(await endWall(tx, member, command.input))) throw new Problem("not-found", "wall.unknown");
    note(anEvent("wall.ended", { wall }, "operation"));
    await noticeAccess(tx, `operation:${member.operationId}`);
    return { wall };
  });
}

/** Reads in one transaction as a wall; null where the token opens none. */
export async function readWall<T>(
  { db }: Pick<House, "db">,
  token: string,
  work: (tx: Tx, wall: BegunWall) => Promise<T>,
): Promise<T | null> {
  const asWall = async (tx: Tx) => {
    const wall = await beginWall(tx, token);
    return wall && work(tx, wall);
  };
  return db.transaction(asWall, { isolationLevel: "repeatable read", accessMode: "read only" });
}
