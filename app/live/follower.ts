import { type Answer, Frame } from "#realtime/protocol.ts";
import { factsStreamOf } from "../domain/facts-stream.ts";
import type { Id } from "../domain/id.ts";
import type { Beginning } from "./bootstrap.ts";

export type FollowerDoors = {
  /** Asks to follow from these numbers. Null when the line went before the answer came. */
  ask: (after: Record<Id, number>) => Promise<Answer | null>;
  /** A frame that follows on what is known. `late`: it tells of what was missed. */
  take: (frame: Frame, late: boolean) => void;
  /** Everything up to now is known, and what comes will be told. */
  following: () => void;
  /** What is known does not count any more, or too much is missing: begin anew. */
  renew: () => void;
  /** The server could not answer: ask again after a pause. */
  refused: (problem: string) => void;
};

export type Follower = {
  /** To be called with every frame as it was heard. */
  heard: (raw: unknown) => void;
  ask: () => void;
};

/**
 * Keeps the own number of each stream. Takes a frame that follows on it, ignores what is known, and asks again from the
 * own number where something is missing; so lost lines, doubled frames and restarted servers all heal the same way.
 */
export function makeFollower({ readers, streams, snapshot }: Beginning, doors: FollowerDoors): Follower {
  const own = new Map<Id, number>(streams.map(({ id, seq }) => [id, seq]));
  let asking = false;
  let again = false;

  function heard(raw: unknown) {
    const parsed = Frame.safeParse(raw);
    if (!parsed.success) return doors.renew();
    const frame = parsed.data;
    const known = own.get(frame.stream) ?? 0;
    if (frame.from > known) return ask();
    if (frame.to <= known) return;
    own.set(frame.stream, frame.to);
    doors.take(frame, asking);
  }

  /** While an answer is awaited, what is missing may be on its way: whether it was is asked afterwards. */
  function ask() {
    again = asking;
    if (!asking) void askNow();
  }

  async function askNow() {
    asking = true;
    const answer = await doors.ask(Object.fromEntries(own));
    asking = false;
    if (!answer) return;
    if (!answer.ok) return doors.refused(answer.problem);
    if (!continues(answer)) return doors.renew();
    if (again) return ask();
    doors.following();
  }

  function continues(answer: Extract<Answer, { ok: true }>): boolean {
    const keepsFacts = factsStreamOf(answer.streams) === (snapshot?.stream ?? null);
    const isWhole = answer.streams.every(({ id, seq }) => (own.get(id) ?? 0) >= seq);
    return answer.readers === readers && keepsFacts && answer.far.length === 0 && isWhole;
  }

  return { heard, ask };
}
