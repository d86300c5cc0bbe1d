import { v7 as uuid } from "uuid";
import type { AttachmentAudience, AttachmentKind } from "#app/domain/attachment.ts";

export type Sending = { id: string; kind: AttachmentKind; audience: AttachmentAudience; file: File };
/** `refused`: the key of why, and its values. */
export type Sent = { done: true } | { refused: string; values: Record<string, string | number> };
export type Progress = { received: number; waiting: boolean };

const FIRST_PIECE = 24 * 1024;
const MOST_PIECE = 512 * 1024;
/** A piece should take about so long: shorter ones waste a line that is good, longer ones are lost on one that breaks. */
const AIM_MS = 5_000;
const PIECE_WITHIN_MS = 60_000;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 20_000;
const AWAY = [429, 502, 503, 504];

/**
 * Sends a file piece by piece until it is whole, however often the line breaks; what came before is not sent again.
 * Begun and finished under ids of its own, so that it is there once. Throws when `signal` says so, and for nothing else.
 */
export async function sendFile(
  { record, signal, tell }: { record: string; signal: AbortSignal; tell: (progress: Progress) => void },
  { id, kind, audience, file }: Sending,
): Promise<Sent> {
  const commands = { begin: uuid(), finish: uuid() };
  const attachments = `${record}/attachments`;
  const piecesTo = `${record.replace(/\/seizures\/.*$/, "")}/uploads/${id}`;
  let received = 0;
  const ask = patient(signal, () => tell({ received, waiting: true }));

  const told = { upload: id, kind, audience, name: file.name || "photo", bytes: String(file.size) };
  const begun = await ask(() => postForm(attachments, { intent: "begin", command: commands.begin, ...told }, signal));
  // Begun before, by an earlier try whose answer was lost on a page that is gone: its pieces are taken up.
  if (!begun.ok && begun.status !== 409) return refusal(begun);
  const known = await ask(() => fetch(piecesTo, { signal }));
  if (!known.ok) return refusal(begun.ok ? known : begun);
  received = await receivedOf(known);
  let size = FIRST_PIECE;
  while (received < file.size) {
    tell({ received, waiting: false });
    const from = received;
    const began = performance.now();
    const answer = await ask(() => putPiece(piecesTo, from, file.slice(from, from + size), signal));
    if (!answer.ok) return refusal(answer);
    received = await receivedOf(answer);
    const took = performance.now() - began;
    size = Math.round(Math.min(MOST_PIECE, Math.max(FIRST_PIECE / 2, size * Math.min(2, AIM_MS / took))));
  }
  tell({ received, waiting: false });
  const finish = { intent: "finish", command: commands.finish, upload: id };
  const finished = await ask(() => postForm(attachments, finish, signal));
  return finished.ok ? { done: true } : refusal(finished);
}

/** Asks again, after longer and longer pauses, while line or server are away. */
function patient(signal: AbortSignal, wait: () => void) {
  return async (send: () => Promise<Response>): Promise<Response> => {
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      try {
        const answer = await send();
        if (!AWAY.includes(answer.status)) return answer;
      } catch (error) {
        if (signal.aborted) throw error;
      }
      wait();
      await backOnline(pause, signal);
    }
  };
}

/** The pause is over, or the browser says that the network is back. */
function backOnline(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((over, ended) => {
    const leave = () => {
      clearTimeout(timer);
      window.removeEventListener("online", go);
      signal.removeEventListener("abort", stop);
    };
    const go = () => {
      leave();
      over();
    };
    const stop = () => {
      leave();
      ended(signal.reason);
    };
    const timer = setTimeout(go, ms);
    window.addEventListener("online", go);
    signal.addEventListener("abort", stop);
  });
}

function postForm(to: string, fields: Record<string, string>, signal: AbortSignal): Promise<Response> {
  return fetch(to, { method: "POST", body: new URLSearchParams(fields), signal });
}

function putPiece(to: string, position: number, piece: Blob, signal: AbortSignal): Promise<Response> {
  const within = AbortSignal.timeout(PIECE_WITHIN_MS);
  const either = "any" in AbortSignal ? AbortSignal.any([signal, within]) : signal;
  const headers = { "Upload-Offset": String(position), "Content-Type": "application/octet-stream" };
  return fetch(to, { method: "PUT", headers, body: piece, signal: either });
}

async function receivedOf(answer: Response): Promise<number> {
  const said: unknown = await answer.json();
  const received = typeof said === "object" && said !== null && "received" in said ? Number(said.received) : 0;
  return Number.isFinite(received) ? received : 0;
}

async function refusal(answer: Response): Promise<Sent> {
  const said: unknown = await answer.json().catch(() => null);
  const found = problemIn(said);
  return { refused: found?.problem ?? "general", values: found?.values ?? {} };
}

type Refused = { problem: string; values: Record<string, string | number>; fields?: Record<string, string[]> };

/** A refused form carries its answer inside; what is refused as a whole is the problem itself. */
function problemIn(said: unknown): Refused | null {
  if (typeof said !== "object" || said === null) return null;
  const inner: unknown = "refused" in said ? said.refused : said;
  if (typeof inner !== "object" || inner === null || !("problem" in inner) || typeof inner.problem !== "string") {
    return null;
  }
  const { problem } = inner;
  const fields = "fields" in inner && typeof inner.fields === "object" ? Object.values(inner.fields ?? {}) : [];
  const [first] = fields.flat();
  return { problem: typeof first === "string" ? first : problem, values: valuesIn(inner) };
}

function valuesIn(inner: object): Record<string, string | number> {
  const values: unknown = "values" in inner ? inner.values : {};
  const pairs = Object.entries(typeof values === "object" && values !== null ? values : {});
  return Object.fromEntries(
    pairs.filter((pair): pair is [string, string | number] => ["string", "number"].includes(typeof pair[1])),
  );
}
