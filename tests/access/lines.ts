import { io, type Socket } from "socket.io-client";
import { z } from "zod";
import type { Id } from "#app/domain/id.ts";
import { AccessChanged, Answer, Frame, LIVE_PATH, Presence } from "#realtime/protocol.ts";

/** A line as a program opens it for the bearer of a token, following one operation, and everything that came over it. */
export type Listener = {
  opened: boolean;
  frames: Frame[];
  /** What it was told the last time it asked to follow; null where it never opened. */
  answer: Answer | null;
  /** What was said of its access since this was last taken. */
  changes: AccessChanged["why"][];
  /** What it was told of who is here. */
  presence: Presence[];
  isOpen: () => boolean;
  follow: () => Promise<Answer>;
  /** Answered after everything that was sent before. */
  echo: () => Promise<string>;
  close: () => void;
};

const Echo = z.object({ ok: z.literal(true) });
const ANSWER_WITHIN_MS = 10_000;

export async function listenTo(address: string, token: string, operationId: Id): Promise<Listener> {
  const socket = lineOf(address, token);
  const frames: Frame[] = [];
  const changes: AccessChanged["why"][] = [];
  socket.on("frame", (frame) => frames.push(Frame.parse(frame)));
  const presence: Presence[] = [];
  socket.on("presence", (here) => presence.push(Presence.parse(here)));
  socket.on("access-changed", (change) => changes.push(AccessChanged.parse(change).why));
  const asking = socket.timeout(ANSWER_WITHIN_MS);
  const listener: Listener = {
    opened: await opens(socket),
    frames,
    answer: null,
    changes,
    presence,
    isOpen: () => socket.connected,
    follow: async () => {
      listener.answer = Answer.parse(await asking.emitWithAck("follow", { operationId, after: {} }));
      return listener.answer;
    },
    echo: async () => (Echo.safeParse(await asking.emitWithAck("echo")).success ? "ok" : "no answer"),
    close: () => socket.close(),
  };
  if (listener.opened) await listener.follow();
  return listener;
}

function lineOf(address: string, token: string): Socket {
  return io(address, {
    path: LIVE_PATH,
    transports: ["websocket"],
    extraHeaders: token === "" ? {} : { cookie: `naga_session=${token}` },
    forceNew: true,
    reconnection: false,
  });
}

function opens(socket: Socket): Promise<boolean> {
  return new Promise((resolve) => {
    socket.on("connect", () => resolve(true));
    socket.on("connect_error", () => resolve(false));
  });
}
