import type { Id } from "../domain/id.ts";
import { type Begun, begin, type Fetch } from "./bootstrap.ts";
import { Snapshot } from "./snapshot.ts";
import type { Said, Told } from "./told-apart.ts";

/** The worker as far as a page speaks with it. Both are of one build, so that neither needs to doubt the other's words. */
export type FactsWorker = {
  postMessage: (said: Said) => void;
  onmessage: ((event: MessageEvent<Told>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate: () => void;
};

/** What the script at the head of the page has left: a worker that has begun. */
export type FactsAhead = {
  operationId: Id;
  /** Null once it has been taken. */
  worker: FactsWorker | null;
  /** Another one, for a new beginning. */
  begin: (operationId: Id) => FactsWorker;
  /** None can be loaded here. */
  failed: boolean;
};

declare global {
  var nagaFacts: FactsAhead | undefined;
}

/**
 * A beginning that is made beside the page, while its own thread draws: by the worker that has begun already, later by
 * another one. Where there was none, or where it fails, the same is done here.
 */
export async function beginApart(operationId: Id, ask?: Fetch): Promise<Begun> {
  const told = await askWorker(operationId);
  if (told === "failed") return begin(operationId, ask);
  if (typeof told === "string") return told;
  const { readers, streams, facts } = told;
  return { readers, streams, snapshot: facts && new Snapshot(facts.stream, facts.seq, facts.packed) };
}

async function askWorker(operationId: Id): Promise<Told> {
  const ahead = globalThis.nagaFacts;
  if (!ahead || ahead.failed) return "failed";
  const worker = workerFor(ahead, operationId);
  const told = await new Promise<Told>((resolve) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = () => {
      ahead.failed = true;
      resolve("failed");
    };
    worker.postMessage({ give: true });
  });
  worker.terminate();
  return told;
}

function workerFor(ahead: FactsAhead, operationId: Id): FactsWorker {
  const { worker } = ahead;
  ahead.worker = null;
  if (worker && ahead.operationId === operationId) return worker;
  worker?.terminate();
  return ahead.begin(operationId);
}
