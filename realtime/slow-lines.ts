import type { Line, Lines } from "./lines.ts";

/** What may wait for a reader that does not take it; it will ask again from its own number. */
const LONGEST_BACKLOG = 4_000_000;

/** Closes lines whose readers have stopped reading, so that what waits for them does not fill the memory. */
export function closeSlowLines(io: Lines): void {
  for (const line of io.sockets.sockets.values()) if (backlogOf(line) > LONGEST_BACKLOG) line.conn.close(true);
}

/** The transport's own queue, looked at now and then: counting every packet on every line would cost more. */
function backlogOf({ conn }: Line): number {
  const queue: unknown = Reflect.get(conn, "writeBuffer");
  return Array.isArray(queue)
    ? queue.reduce((sum: number, packet: { data?: unknown }) => sum + sizeOf(packet.data), 0)
    : 0;
}

function sizeOf(data: unknown): number {
  if (typeof data === "string") return data.length;
  return data instanceof Uint8Array ? data.byteLength : 0;
}
