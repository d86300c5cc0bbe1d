import { z } from "zod";
import type { AttachmentAudience, AttachmentKind, PhotoReduced } from "#app/domain/attachment.ts";
import { patient, refusalIn, type SendRefusal, wholeAnswer } from "./patient-line.ts";

/** A file with the ids under which it is begun, lies there, and is finished: sent again, it is there once. */
export type Sending = {
  id: string;
  begin: string;
  finish: string;
  kind: AttachmentKind;
  audience: AttachmentAudience;
  file: File;
  /** The file is a smaller copy: of this. */
  of?: PhotoReduced;
};
export type Sent = { done: true } | (SendRefusal & { status: number });
type Piece = { upload: string; position: number; content: Blob };
export type Progress = { received: number; waiting: boolean };

const FIRST_PIECE = 24 * 1024;
const MOST_PIECE = 512 * 1024;
/** A piece should take about so long: shorter ones waste a line that is good, longer ones are lost on one that breaks. */
const AIM_MS = 5_000;

type Way = {
  /** The address of the record. */
  record: string;
  signal: AbortSignal;
  tell: (progress: Progress) => void;
  /** How a line is treated that is away: asked again and again, if nothing else is said. */
  ask?: (send: () => Promise<Response>) => Promise<Response>;
  /** It may have been begun by an earlier try, on a page that is gone. */
  again?: boolean;
  /** What goes along with what puts it on record: when it was written and sent, where it had waited. */
  headers?: () => Record<string, string>;
};

/**
 * Sends a file piece by piece until it is whole, however often the line breaks; what came before is not sent again.
 * Throws when `signal` says so, and what `ask` throws.
 */
export async function sendFile(way: Way, sending: Sending): Promise<Sent> {
  const { record, signal, tell } = way;
  const attachments = `${record}/attachments`;
  let received = 0;
  const ask = way.ask ?? patient(signal, () => tell({ received, waiting: true }));

  const { id, kind, audience, file, of } = sending;
  const lookUp = async () =>
    standingOf(id, await ask(() => wholeAnswer(attachments, { signal, headers: JSON_ANSWER })));
  let standing = way.again ? await lookUp() : null;
  if (standing === null) {
    const told = {
      upload: id,
      kind,
      audience,
      name: file.name || "photo",
      bytes: String(file.size),
      ...reducedFrom(of),
    };
    const begun = await ask(() => postForm(attachments, { intent: "begin", command: sending.begin, ...told }, signal));
    if (begun.status === 409) standing = await lookUp();
    if (!begun.ok && standing === null) return refusedAs(begun);
  }
  if (standing === "there") return { done: true };
  received = standing ?? 0;
  let size = FIRST_PIECE;
  while (received < file.size) {
    tell({ received, waiting: false });
    const from = received;
    const began = performance.now();
    const piece = { upload: id, position: from, content: file.slice(from, from + size) };
    const answer = await ask(() => postPiece(attachments, piece, signal));
    if (!answer.ok) return refusedAs(answer);
    received = Received.parse(await answer.json()).received;
    const took = performance.now() - began;
    size = Math.round(Math.min(MOST_PIECE, Math.max(FIRST_PIECE / 2, size * Math.min(2, AIM_MS / took))));
  }
  tell({ received, waiting: false });
  const finish = { intent: "finish", command: sending.finish, upload: id };
  const finished = await ask(() => postForm(attachments, finish, signal, way.headers?.()));
  return finished.ok ? { done: true } : refusedAs(finished);
}

function reducedFrom(of: PhotoReduced | undefined) {
  return of && { ofBytes: String(of.bytes), ofSha256: of.sha256 };
}

/** How much of it has come; null where nothing of it is known. */
async function standingOf(id: string, answer: Response): Promise<number | "there" | null> {
  if (!answer.ok) return null;
  const { attachments, pending } = Standing.parse(await answer.json());
  if (attachments.some((one) => one.id === id)) return "there";
  return pending.find((one) => one.id === id)?.received ?? null;
}

async function refusedAs(answer: Response): Promise<Sent> {
  return { ...(await refusalIn(answer)), status: answer.status };
}

/** Without it a session that is over would be answered by the page for signing in. */
const JSON_ANSWER = { Accept: "application/json" };

function postForm(to: string, fields: Record<string, string>, signal: AbortSignal, more = {}): Promise<Response> {
  const headers = { ...JSON_ANSWER, ...more };
  return wholeAnswer(to, { method: "POST", headers, body: new URLSearchParams(fields), signal });
}

function postPiece(to: string, { upload, position, content }: Piece, signal: AbortSignal): Promise<Response> {
  const body = new FormData();
  body.set("intent", "piece");
  body.set("upload", upload);
  body.set("position", String(position));
  body.set("content", content);
  return wholeAnswer(to, { method: "POST", headers: JSON_ANSWER, body, signal });
}

const Received = z.object({ received: z.int() });
const Standing = z.object({
  pending: z.array(Received.extend({ id: z.string() })),
  attachments: z.array(z.object({ id: z.string() })),
});
