import type { Server } from "socket.io";
import type { Db } from "#db/client.server.ts";
import { streamHeads } from "#db/queries/events.server.ts";
import {
  ACCESS_CHANNEL,
  type Head,
  PRESENCE_CHANNEL,
  readSealedNotice,
  SEALED_CHANNEL,
} from "#db/queries/notices.server.ts";
import { type Channels, openChannels } from "./channels.ts";
import { faultLog, type Log } from "./fault-log.ts";
import { follow } from "./follow.ts";
import { authenticate } from "./handshake.ts";
import { end, type Line, type Lines, mayAsk, newLineData, personRoom } from "./lines.ts";
import { listenTo } from "./listener.ts";
import { openPresence, type PresenceBoard } from "./presence.ts";
import type { Answer } from "./protocol.ts";
import { startSealer } from "./sealer.ts";
import { closeSlowLines } from "./slow-lines.ts";
import { openWalls, type Walls } from "./walls.ts";
import { watchAccess } from "./watch-access.ts";

type GatewayOptions = { io: Server; database: { db: Db }; appUrl: string; log: Log };

const LOOK_MS = 1_000;
/** A line that is opened and then says nothing is closed. */
const SAY_HELLO_WITHIN_MS = 10_000;

/**
 * Sockets follow an operation; sealed events become frames. Nothing else emits. It keeps no state beyond rooms: a lost
 * line, a restarted process and a late notice all heal by asking from the own number.
 */
export function attachGateway({ io, database: { db }, appUrl, log }: GatewayOptions) {
  const lines: Lines = io;
  const channels = openChannels(lines, db, log);
  const walls = openWalls(io, db, log);
  const grown = (heads: readonly Head[]) => {
    channels.grown(heads);
    walls.grown(heads);
  };
  const sealer = startSealer({ db, log, told: grown });
  const presence = openPresence(lines, db, log);
  const access = watchAccess(lines, db, presence);
  let hearing = false;
  const listener = listenTo({
    url: appUrl,
    log,
    channels: {
      [SEALED_CHANNEL]: (payload) => grown(readSealedNotice(payload)),
      [ACCESS_CHANNEL]: (payload) => {
        access.noticed(payload);
        walls.unsure();
      },
      [PRESENCE_CHANNEL]: presence.noticed,
    },
    hearing: () => {
      hearing = true;
      presence.hearing();
    },
    deaf: () => {
      hearing = false;
      access.unsure();
      walls.unsure();
    },
  });
  const looking = setInterval(looker({ lines, db, channels, walls, grown, log, presence, due: access.due }), LOOK_MS);

  const bearerOf = authenticate(lines, db, walls);
  lines.connectTimeout(SAY_HELLO_WITHIN_MS);
  lines.use((line, next) => {
    const bearer = bearerOf(line.request);
    if (!bearer) return next(new Error("session.none"));
    Object.assign(line.data, newLineData(bearer.token, bearer.personId));
    line.join(personRoom(bearer.personId));
    next();
  });
  lines.on("connection", (line) => answerLine(line, { db, channels, presence, log, hearing: () => hearing }));

  return {
    poke: sealer.poke,
    async close(): Promise<void> {
      clearInterval(looking);
      await presence.close();
      await sealer.close();
      channels.close();
      await listener.close();
    },
  };
}

/** Every second: numbers that no notice told of, lines that are due to be asked for or do not read, and who has left. */
function looker({
  lines,
  db,
  channels,
  walls,
  grown,
  log,
  presence,
  due,
}: {
  lines: Lines;
  db: Db;
  channels: Channels;
  walls: Walls;
  grown: (heads: readonly Head[]) => void;
  log: Log;
  presence: PresenceBoard;
  due: () => void;
}) {
  const faults = faultLog(log, "looking for sealed events");
  let looking = false;
  return async () => {
    closeSlowLines(lines);
    due();
    walls.due();
    presence.look();
    const followed = [...new Set([...channels.followed(), ...walls.followed()])];
    if (looking || followed.length === 0) return;
    looking = true;
    await streamHeads(db, followed).then(grown).then(faults.over, faults.note);
    looking = false;
  };
}

type Doors = { db: Db; channels: Channels; presence: PresenceBoard; log: Log; hearing: () => boolean };

/** Handlers answer with data or a problem and never throw. */
function answerLine(line: Line, doors: Doors): void {
  line.use(([, ...rest], next) => {
    if (mayAsk(line)) return next();
    const answer = rest.at(-1);
    if (typeof answer === "function") answer({ ok: false, problem: "too-many" } satisfies Answer);
  });
  line.on("echo", (answer) => {
    if (typeof answer === "function") answer({ ok: true });
  });
  line.on("follow", async (asked, answer) => {
    if (typeof answer !== "function") return;
    answer(await answerFollow(line, asked, doors));
  });
}

async function answerFollow(line: Line, asked: unknown, { log, hearing, ...doors }: Doors): Promise<Answer> {
  if (line.data.busy) return { ok: false, problem: "too-many" };
  if (!hearing()) return { ok: false, problem: "unavailable" };
  line.data.busy = true;
  try {
    const answer = await follow(line, asked, doors);
    if (!answer.ok && answer.problem === "session.ended") end(line);
    return answer;
  } catch (error) {
    log.error({ err: error }, "a socket could not be answered");
    return { ok: false, problem: "unavailable" };
  } finally {
    line.data.busy = false;
  }
}
