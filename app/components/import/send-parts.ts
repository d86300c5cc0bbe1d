import { z } from "zod";
import { pieceBytes } from "#app/domain/import/progress.ts";
import { patient, refusalIn, type SendRefusal, wholeAnswer } from "#app/outbox/patient-line.ts";

export type PartsSent = { whole: true } | SendRefusal;
export type PartsProgress = { received: number; waiting: boolean };

type Way = { address: string; signal: AbortSignal; tell: (progress: PartsProgress) => void };

/**
 * Sends a file piece by piece until it is whole, however often the line breaks. Pieces that came before, also from a
 * page that was left, are not sent again. Throws when `signal` says so, and for nothing else.
 */
export async function sendParts({ address, signal, tell }: Way, file: File, begun: boolean): Promise<PartsSent> {
  const size = pieceBytes(file.size);
  const here = begun ? await placesHere(address, signal) : new Set<number>();
  let received = here.size * size;
  const ask = patient(signal, () => tell({ received: Math.min(received, file.size), waiting: true }));
  for (let place = 0; place * size < file.size; place++) {
    if (here.has(place)) continue;
    tell({ received: Math.min(received, file.size), waiting: false });
    const content = file.slice(place * size, (place + 1) * size);
    const answer = await ask(() => postPiece(address, { file, place, content }, signal));
    if (!answer.ok) return refusalIn(answer);
    const { bytes, whole } = Answer.parse(await answer.json());
    received = bytes;
    if (whole) break;
  }
  return { whole: true };
}

const Answer = z.object({ bytes: z.number(), whole: z.boolean() });
const Here = z.object({ places: z.array(z.number()) });

async function placesHere(address: string, signal: AbortSignal): Promise<Set<number>> {
  const ask = patient(signal, () => {});
  const answer = await ask(() => wholeAnswer(address, { signal, headers: { Accept: "application/json" } }));
  const read = answer.ok ? Here.safeParse(await answer.json()) : null;
  return new Set(read?.success ? read.data.places : []);
}

type Piece = { file: File; place: number; content: Blob };

function postPiece(to: string, { file, place, content }: Piece, signal: AbortSignal): Promise<Response> {
  const body = new FormData();
  body.set("name", file.name);
  body.set("bytes", String(file.size));
  body.set("place", String(place));
  body.set("content", content);
  return wholeAnswer(to, { method: "POST", body, signal });
}
