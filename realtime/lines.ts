import type { Server, Socket } from "socket.io";
import type { Id } from "#app/domain/id.ts";
import type { Rights } from "#app/services/following.server.ts";
import type { ClientMessages, ServerMessages } from "./protocol.ts";

/** What the server keeps of one open line. Everything else it asks the database, each time. */
export type LineData = {
  token: string;
  personId: Id;
  /** What it follows now, by the rights it had when that was last asked. */
  following: { operationId: Id; rights: Rights } | null;
  /** When its rights were last asked, by this process's clock. */
  checkedAt: number;
  /** Grows whenever its rights may have changed: an answer that was under way meanwhile is asked again. */
  epoch: number;
  /** A question is being answered. */
  busy: boolean;
  /** Messages it may still send before it has to wait. */
  budget: { left: number; at: number };
};

type NoMessages = Record<string, never>;
export type Lines = Server<ClientMessages, ServerMessages, NoMessages, LineData>;
export type Line = Socket<ClientMessages, ServerMessages, NoMessages, LineData>;

/** Rooms are the server's own words; no message of a browser names one. */
export const personRoom = (personId: Id) => `person ${personId}`;
export const operationRoom = (operationId: Id) => `operation ${operationId}`;
export const streamRoom = (stream: Id) => `stream ${stream}`;
export const presenceRoom = (operationId: Id) => `presence ${operationId}`;
export const classRoom = (stream: Id, readers: string) => `stream ${stream} ${readers}`;

export function linesIn(io: Lines, room: string): Line[] {
  const ids = io.sockets.adapter.rooms.get(room);
  return ids ? [...ids].flatMap((id) => io.sockets.sockets.get(id) ?? []) : [];
}

export function join(line: Line, operationId: Id, rights: Rights): void {
  line.data.following = { operationId, rights };
  line.data.checkedAt = Date.now();
  line.join(operationRoom(operationId));
  for (const { id } of rights.streams) line.join([streamRoom(id), classRoom(id, rights.readers)]);
}

/** Leaves every room but the person's own. */
export function leave(line: Line): void {
  line.data.following = null;
  for (const room of line.rooms) if (room !== line.id && room !== personRoom(line.data.personId)) line.leave(room);
}

/** Nothing more is sent until the line has asked again, and was answered by today's rights. */
export function lapse(line: Line, why: "rights" | "unsure"): void {
  line.data.epoch += 1;
  leave(line);
  line.emit("access-changed", { why });
}

/** Its session is over: nothing is left to ask for. */
export function end(line: Line): void {
  leave(line);
  line.emit("access-changed", { why: "session" });
  line.disconnect(true);
}

const MESSAGES_AT_ONCE = 20;
const MESSAGES_A_SECOND = 2;

/** Whether the line may send another message now. */
export function mayAsk({ data: { budget } }: Line): boolean {
  const now = Date.now();
  budget.left = Math.min(MESSAGES_AT_ONCE, budget.left + ((now - budget.at) / 1_000) * MESSAGES_A_SECOND);
  budget.at = now;
  if (budget.left < 1) return false;
  budget.left -= 1;
  return true;
}

export function newLineData(token: string, personId: Id): LineData {
  const now = Date.now();
  return {
    token,
    personId,
    following: null,
    checkedAt: now,
    epoch: 0,
    busy: false,
    budget: { left: MESSAGES_AT_ONCE, at: now },
  };
}
