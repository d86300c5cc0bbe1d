import { io, type Socket } from "socket.io-client";
import { LIVE_PATH, type ScreenMessages, WALLS } from "#realtime/protocol.ts";

type Doors = { open: () => void; lost: () => void; moved: () => void; over: () => void };

/** The line of a screen in a room: it hears that something moved, and opens again by itself for as long as it is there. */
export function openWallLine(doors: Doors): () => void {
  const socket: Socket<ScreenMessages, Record<string, never>> = io(WALLS, {
    path: LIVE_PATH,
    query: { wall: "1" },
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    forceNew: true,
    reconnectionDelay: 1_000,
    reconnectionDelayMax: 15_000,
    timeout: 10_000,
  });
  socket.on("connect", doors.open);
  socket.on("moved", doors.moved);
  socket.on("over", doors.over);
  socket.on("disconnect", (reason) => {
    doors.lost();
    // Closed by the server: the page asks whether the wall still is, and this asks again.
    if (reason === "io server disconnect") socket.connect();
  });
  socket.on("connect_error", doors.lost);
  return () => socket.disconnect();
}
