import type { FollowedStream } from "#realtime/protocol.ts";
import type { Id } from "../domain/id.ts";
import { begin, type Fetch } from "./bootstrap.ts";
import type { PackedFacts } from "./snapshot.ts";

/** What a page says to the worker: begin, as soon as the page is read; give, once it can take what has come. */
export type Said = { begin: Id } | { give: true };

/** What the worker answers. `failed`: not by the server, but by itself; the page is to ask on its own. */
export type Told =
  | { readers: string; streams: FollowedStream[]; facts: { stream: string; seq: number; packed: PackedFacts } | null }
  | "over"
  | "away"
  | "failed";

type Port = {
  onmessage: ((event: MessageEvent<Said>) => void) | null;
  postMessage: (told: Told, given: ArrayBuffer[]) => void;
};

/**
 * The worker's side: asks for the facts at once and takes them apart, and hands them over when it is told to. A page that
 * has not got its scripts yet would not hear an answer.
 */
export function tellApart(port: Port, ask?: Fetch): void {
  let told: Promise<Told> = Promise.resolve("failed");
  port.onmessage = ({ data }) => {
    if ("begin" in data) told = beginPacked(data.begin, ask).catch(() => "failed");
    else void told.then((answer) => port.postMessage(answer, buffersIn(answer)));
  };
}

async function beginPacked(operationId: Id, ask?: Fetch): Promise<Told> {
  const begun = await begin(operationId, ask);
  if (typeof begun === "string") return begun;
  const { readers, streams, snapshot } = begun;
  const facts = snapshot && { stream: snapshot.stream, seq: snapshot.seq, packed: snapshot.packed() };
  return { readers, streams, facts };
}

/** All memory that arrays in it lie in, each once. */
function buffersIn(told: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  const look = (value: unknown) => {
    if (ArrayBuffer.isView(value)) {
      if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
    } else if (typeof value === "object" && value !== null) Object.values(value).forEach(look);
  };
  look(told);
  return [...found];
}
