import { v7 as uuid } from "uuid";
import { z } from "zod";
import { patient, refusalIn, type SendRefusal, withinTime } from "#app/components/form/patient-line.ts";
import type { AttachmentAudience, AttachmentKind } from "#app/domain/attachment.ts";

export type Sending = { id: string; kind: AttachmentKind; audience: AttachmentAudience; file: File };
export type Sent = { done: true } | SendRefusal;
type Piece = { upload: string; position: number; content: Blob };
export type Progress = { received: number; waiting: boolean };

const FIRST_PIECE = 24 * 1024;
const MOST_PIECE = 512 * 1024;
/** A piece should take about so long: shorter ones waste a line that is good, longer ones are lost on one that breaks. */
const AIM_MS = 5_000;

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
  let received = 0;
  const ask = patient(signal, () => tell({ received, waiting: true }));

  const told = { upload: id, kind, audience, name: file.name || "photo", bytes: String(file.size) };
  const begun = await ask(() => postForm(attachments, { intent: "begin", command: commands.begin, ...told }, signal));
  // Begun before, by an earlier try whose answer was lost on a page that is gone: its pieces are taken up.
  if (!begun.ok && begun.status !== 409) return refusalIn(begun);
  if (!begun.ok) {
    const known = await ask(() => fetch(attachments, { signal, headers: { Accept: "application/json" } }));
    const found = known.ok ? await pendingIn(known, id) : null;
    if (found === null) return refusalIn(begun);
    received = found;
  }
  let size = FIRST_PIECE;
  while (received < file.size) {
    tell({ received, waiting: false });
    const from = received;
    const began = performance.now();
    const piece = { upload: id, position: from, content: file.slice(from, from + size) };
    const answer = await ask(() => postPiece(attachments, piece, signal));
    if (!answer.ok) return refusalIn(answer);
    received = await receivedOf(answer);
    const took = performance.now() - began;
    size = Math.round(Math.min(MOST_PIECE, Math.max(FIRST_PIECE / 2, size * Math.min(2, AIM_MS / took))));
  }
  tell({ received, waiting: false });
  const finish = { intent: "finish", command: commands.finish, upload: id };
  const finished = await ask(() => postForm(attachments, finish, signal));
  return finished.ok ? { done: true } : refusalIn(finished);
}

function postForm(to: string, fields: Record<string, string>, signal: AbortSignal): Promise<Response> {
  return fetch(to, { method: "POST", body: new URLSearchParams(fields), signal });
}

function postPiece(to: string, { upload, position, content }: Piece, signal: AbortSignal): Promise<Response> {
  const body = new FormData();
  body.set("intent", "piece");
  body.set("upload", upload);
  body.set("position", String(position));
  body.set("content", content);
  return fetch(to, { method: "POST", body, signal: withinTime(signal) });
}

const Received = z.object({ received: z.int() });
const Pending = z.object({ pending: z.array(Received.extend({ id: z.string() })) });

async function receivedOf(answer: Response): Promise<number> {
  return Received.parse(await answer.json()).received;
}

/** How much of it has come; null where it is not on its way. */
async function pendingIn(answer: Response, id: string): Promise<number | null> {
  return Pending.parse(await answer.json()).pending.find((one) => one.id === id)?.received ?? null;
}
