import { connect, type Socket } from "node:net";
import { Problem } from "../domain/problem.ts";

/** Looks for malicious content; throws a Problem where some is found or nobody could look. */
export type Scan = (bytes: Uint8Array) => Promise<void>;

const CHUNK = 64 * 1024;
const WITHIN_MS = 8_000;

/**
 * ClamAV's daemon, asked over its own protocol (INSTREAM: pieces with their length before them, an empty one ends).
 * `address`: a path of a socket, or host:port.
 */
export function clamScan(address: string): Scan {
  return async (bytes) => {
    const said = await ask(address, bytes).catch(() => null);
    if (said === null || said.endsWith("ERROR")) throw new Problem("unavailable", "attachment.scan_away");
    if (said.endsWith("FOUND")) throw new Problem("invalid", "attachment.malicious");
    if (!said.endsWith("OK")) throw new Problem("unavailable", "attachment.scan_away");
  };
}

function ask(address: string, bytes: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = opened(address);
    let said = "";
    socket.setTimeout(WITHIN_MS, () => socket.destroy(new Error("no answer in time")));
    socket.on("data", (data) => {
      said += data.toString("latin1");
    });
    socket.on("error", reject);
    socket.on("close", () => resolve(said.replace(/\0.*$/s, "").trim()));
    socket.on("connect", () => {
      socket.write("zINSTREAM\0");
      for (let at = 0; at < bytes.length; at += CHUNK) {
        const piece = bytes.subarray(at, at + CHUNK);
        socket.write(lengthOf(piece.length));
        socket.write(piece);
      }
      socket.write(lengthOf(0));
    });
  });
}

function opened(address: string): Socket {
  if (address.startsWith("/")) return connect({ path: address });
  const split = address.lastIndexOf(":");
  return connect({ host: address.slice(0, split), port: Number(address.slice(split + 1)) });
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}
