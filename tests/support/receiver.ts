import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Heard = { id: string; headers: IncomingHttpHeaders; body: string; told: { type: string; data: Data } };
type Data = { operation?: string; seq?: number; body?: { seizure?: string } | null };
type Answer = (response: ServerResponse, request: IncomingMessage) => void;

export type Receiver = {
  address: string;
  port: number;
  heard: Heard[];
  /** How the next calls are answered, one each; 204 after these. */
  answers: Answer[];
  close: () => Promise<void>;
};

/** Answers with a status, and what else is said. */
export const answering =
  (status: number, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(status, headers).end("heard");

/** A system that is told what happens: a plain HTTP server of its own, on a free port. */
export async function aReceiver(): Promise<Receiver> {
  const heard: Heard[] = [];
  const answers: Answer[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const body = Buffer.concat(parts).toString("utf8");
    heard.push({ id: String(request.headers["webhook-id"]), headers: request.headers, body, told: JSON.parse(body) });
    (answers.shift() ?? answering(204))(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...{ address: `http://127.0.0.1:${port}/naga`, port, heard, answers },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** What the specification asks of a receiver, written from its words: time, and one signature that fits. */
export function isSigned(
  { headers, body }: Pick<Heard, "headers" | "body">,
  secret: string,
  now = Date.now(),
): boolean {
  const { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signatures } = headers;
  if (Math.abs(now / 1_000 - Number(timestamp)) > 300) return false;
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const own = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest();
  return String(signatures)
    .split(" ")
    .some((one) => {
      const [version, said = ""] = one.split(",");
      const other = Buffer.from(said, "base64");
      return version === "v1" && other.length === own.length && timingSafeEqual(other, own);
    });
}
