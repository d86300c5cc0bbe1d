import { io, type Socket } from "socket.io-client";
import {
  AccessChanged,
  Answer,
  type ClientMessages,
  LIVE_PATH,
  Presence,
  type ServerMessages,
} from "#realtime/protocol.ts";
import type { Id } from "../domain/id.ts";

export type LineOptions = {
  /** Another server than the page's own, and headers to reach it with: for programs, not for browsers. */
  address?: string;
  headers?: Record<string, string>;
};

export type LineDoors = {
  opened: () => void;
  frame: (raw: unknown) => void;
  presence: (here: Presence) => void;
  /** `refused`: the server does not open the line; it may be away, or we may not. */
  closed: (why: "lost" | "refused") => void;
  accessChanged: (why: AccessChanged["why"]) => void;
  heard: () => void;
};

export type OpenLine = {
  ask: (operationId: Id, after: Record<Id, number>) => Promise<Answer | null>;
  /** Is it still there? Opens it anew when not. */
  check: () => void;
  isOpen: () => boolean;
  /** Open, or trying by itself. */
  isOpening: () => boolean;
  close: () => void;
};

const ANSWER_WITHIN_MS = 15_000;
const ECHO_WITHIN_MS = 3_000;

/** One line to the server: WebSocket first, polling where that is blocked. It opens again by itself. */
export function openLine({ address, headers }: LineOptions, doors: LineDoors): OpenLine {
  const socket: Socket<ServerMessages, ClientMessages> = io(address ?? "", {
    path: LIVE_PATH,
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    extraHeaders: headers,
    forceNew: true,
    reconnectionDelay: 300,
    reconnectionDelayMax: 5_000,
    timeout: 10_000,
  });
  socket.on("connect", doors.opened);
  socket.on("frame", doors.frame);
  socket.on("access-changed", (raw: unknown) => {
    const parsed = AccessChanged.safeParse(raw);
    doors.accessChanged(parsed.success ? parsed.data.why : "rights");
  });
  socket.on("presence", (raw: unknown) => {
    const parsed = Presence.safeParse(raw);
    if (parsed.success) doors.presence(parsed.data);
  });
  socket.on("disconnect", (reason) => doors.closed(reason === "io server disconnect" ? "refused" : "lost"));
  socket.on("connect_error", () => doors.closed("refused"));
  socket.io.on("ping", doors.heard);

  function openAnew() {
    socket.disconnect().connect();
  }

  return {
    async ask(operationId, after) {
      try {
        return Answer.parse(await socket.timeout(ANSWER_WITHIN_MS).emitWithAck("follow", { operationId, after }));
      } catch {
        if (socket.connected) openAnew();
        return null;
      }
    },
    check() {
      if (!socket.connected) return openAnew();
      socket.timeout(ECHO_WITHIN_MS).emit("echo", (missing) => {
        if (missing) openAnew();
      });
    },
    isOpen: () => socket.connected,
    isOpening: () => socket.active,
    close: () => {
      socket.disconnect();
    },
  };
}
