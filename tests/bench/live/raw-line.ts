import { randomBytes } from "node:crypto";
import { connect } from "node:net";

type RawLineOptions = {
  port: number;
  path: string;
  headers: Record<string, string>;
  /** A message of the server, with its Engine.IO type in front. */
  heard: (message: Buffer, send: (text: string) => void) => void;
};

/**
 * A WebSocket over a bare TCP socket, just enough to listen: the listener must cost less than what is measured. Resolves
 * when the line is open.
 */
export function openRawLine({ port, path, headers, heard }: RawLineOptions): Promise<{ close: () => void }> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    socket.setNoDelay(true);
    const lines = [
      `GET ${path}/?EIO=4&transport=websocket HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      "Connection: Upgrade",
      "Upgrade: websocket",
      "Sec-WebSocket-Version: 13",
      `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`,
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ];
    socket.on("connect", () => socket.write(`${lines.join("\r\n")}\r\n\r\n`));
    socket.on("error", reject);
    const send = (text: string) => socket.write(masked(Buffer.from(text)));
    let rest: Buffer = Buffer.alloc(0);
    let open = false;
    socket.on("data", (chunk) => {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      if (!open) {
        const end = rest.indexOf("\r\n\r\n");
        if (end < 0) return;
        if (!rest.subarray(0, end).includes("101 Switching")) return reject(new Error(rest.toString("utf8", 0, 200)));
        open = true;
        rest = rest.subarray(end + 4);
        resolve({ close: () => socket.destroy() });
      }
      for (let frame = firstFrame(rest); frame; frame = firstFrame(rest)) {
        rest = rest.subarray(frame.end);
        heard(frame.payload, send);
      }
    });
  });
}

/** A server's frames are whole and unmasked here: compression is off and nothing is longer than memory. */
function firstFrame(data: Buffer): { payload: Buffer; end: number } | null {
  if (data.length < 2) return null;
  const short = (data[1] ?? 0) & 127;
  const header = short < 126 ? 2 : short === 126 ? 4 : 10;
  if (data.length < header) return null;
  const length = short < 126 ? short : short === 126 ? data.readUInt16BE(2) : Number(data.readBigUInt64BE(2));
  const end = header + length;
  return data.length < end ? null : { payload: data.subarray(header, end), end };
}

function masked(payload: Buffer): Buffer {
  const mask = randomBytes(4);
  const header = payload.length < 126 ? Buffer.from([0x81, 0x80 | payload.length]) : Buffer.alloc(4);
  if (payload.length >= 126) {
    header.set([0x81, 0x80 | 126]);
    header.writeUInt16BE(payload.length, 2);
  }
  return Buffer.concat([header, mask, payload.map((byte, at) => byte ^ (mask[at % 4] ?? 0))]);
}
