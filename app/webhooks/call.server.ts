import { lookup } from "node:dns/promises";
import { type IncomingMessage, type RequestOptions, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import type { Fault } from "../domain/webhook.ts";
import { type AddressRules, literalOf, NO_ADDRESSES } from "./addresses.server.ts";

/** All addresses of a name. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** What webhooks are sent by: the installation's secret behind theirs, where calls may go, and who knows names. */
export type WebhookDoors = { key: string; addresses: AddressRules; resolve: Resolve };

export const resolveByDns: Resolve = async (host) =>
  (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);

/** Of programs that send none. */
export const NO_WEBHOOKS: WebhookDoors = { key: "", addresses: NO_ADDRESSES, resolve: resolveByDns };

type Call = {
  doors: WebhookDoors;
  address: string;
  headers: Record<string, string>;
  body: string;
  /** Which of several addresses is called: another one at each try. */
  turn: number;
};

/** What a call came to. Of what the receiver says beside that, nothing is kept. */
export type Answer = { status: number | null; fault: Fault | null; retryAfter: string | undefined; ms: number };

const WITHIN_MS = 15_000;
const LONGEST_ANSWER = 16_384;

/**
 * Sends once. The name is asked for once, and the connection goes to the address that was looked at and to no other;
 * redirects are answers like others. It has a quarter of a minute from the first question to the answer's first line.
 */
export async function call(sending: Call, withinMs = WITHIN_MS): Promise<Answer> {
  const began = performance.now();
  const signal = AbortSignal.timeout(withinMs);
  const ended = (status: number | null, fault: Fault | null, retryAfter?: string): Answer => ({
    ...{ status, fault, retryAfter },
    ms: Math.round(performance.now() - began),
  });
  try {
    const url = new URL(sending.address);
    const ip = await addressFor(url, sending, signal);
    if (ip === null) return ended(null, "address");
    const { status, retryAfter } = await send(url, ip, sending, signal);
    return ended(status, null, retryAfter);
  } catch (thrown) {
    return ended(null, signal.aborted ? "late" : faultOf(thrown));
  }
}

/** The address to connect to; null where none that the name has may be called. */
async function addressFor(url: URL, { doors, turn }: Call, signal: AbortSignal): Promise<string | null> {
  const literal = literalOf(url);
  const found = literal ? [literal] : await inTime(doors.resolve(url.hostname), signal);
  const open = found.filter((ip) => doors.addresses.permits(url, ip));
  return open.length > 0 ? (open[turn % open.length] ?? null) : null;
}

function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}

function send(url: URL, ip: string, { headers, body }: Call, signal: AbortSignal) {
  const there: LookupFunction = (_host, options, found) => {
    const family = isIP(ip);
    if (options.all) found(null, [{ address: ip, family }]);
    else found(null, ip, family);
  };
  const payload = Buffer.from(body);
  const options: RequestOptions = {
    method: "POST",
    host: literalOf(url) ?? url.hostname,
    port: url.port || undefined,
    path: url.pathname + url.search,
    headers: { ...headers, Host: url.host, "Content-Length": payload.length, Connection: "close" },
    lookup: there,
    agent: false,
    maxHeaderSize: LONGEST_ANSWER,
    signal,
  };
  return new Promise<{ status: number; retryAfter: string | undefined }>((resolve, reject) => {
    const heed = (answer: IncomingMessage) => {
      let heard = 0;
      answer.on("error", () => {});
      answer.on("data", (part: Buffer) => {
        heard += part.length;
        if (heard > LONGEST_ANSWER) answer.destroy();
      });
      resolve({ status: answer.statusCode ?? 0, retryAfter: answer.headers["retry-after"] });
    };
    const asking = url.protocol === "https:" ? requestHttps(options, heed) : requestHttp(options, heed);
    asking.on("error", reject);
    asking.end(payload);
  });
}

const OF_CERTIFICATES = /^(ERR_TLS|CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|ERR_SSL|EPROTO)/;

function faultOf(thrown: unknown): Fault {
  const code = thrown instanceof Error && "code" in thrown && typeof thrown.code === "string" ? thrown.code : "";
  if (code === "ENOTFOUND" || code.startsWith("EAI_")) return "name";
  return OF_CERTIFICATES.test(code) ? "certificate" : "connection";
}
