import { type FollowedStream, SnapshotAnswer } from "#realtime/protocol.ts";
import type { Id } from "../domain/id.ts";
import { Snapshot } from "./snapshot.ts";

/** What a page begins with: the facts, and the numbers from which it asks on. */
export type Beginning = {
  readers: string;
  streams: FollowedStream[];
  /** Null for those who read no facts. */
  snapshot: Snapshot | null;
};

/** `over`: there is nothing to follow any more, by session or by right. `away`: nobody can say just now. */
export type Begun = Beginning | "over" | "away";

export type Fetch = (path: string) => Promise<Response>;

export const fetchHere: Fetch = (path) => fetch(path, { redirect: "manual", headers: { Accept: "application/json" } });

export async function begin(operationId: Id, ask: Fetch = fetchHere): Promise<Begun> {
  const answer = await askFor(`/operations/${operationId}/snapshot`, ask);
  if (typeof answer === "string") return answer;
  const { readers, streams, factsStream, facts } = answer;
  const seq = streams.find((stream) => stream.id === factsStream)?.seq ?? 0;
  return { readers, streams, snapshot: factsStream ? new Snapshot(factsStream, seq, facts) : null };
}

/** Whether there is still anything to follow. */
export async function isOver(operationId: Id, ask: Fetch = fetchHere): Promise<boolean> {
  return (await askFor(`/operations/${operationId}/snapshot?only=numbers`, ask)) === "over";
}

async function askFor(path: string, ask: Fetch): Promise<SnapshotAnswer | "over" | "away"> {
  try {
    const response = await ask(path);
    if (response.ok) return SnapshotAnswer.parse(await response.json());
    // A redirect leads to the sign-in page.
    const over = response.type === "opaqueredirect" || [302, 401, 403, 404].includes(response.status);
    return over ? "over" : "away";
  } catch {
    return "away";
  }
}
