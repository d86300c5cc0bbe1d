import { KnownAnswer } from "#realtime/protocol.ts";
import type { SeizureFact } from "../domain/fact.ts";
import { FactReader } from "../domain/fact-reader.ts";
import type { EvaluatedFigures } from "../domain/figures/result.ts";
import type { Id } from "../domain/id.ts";
import { EVER, KNOWN } from "../domain/known-moment.ts";
import { lastOf } from "../domain/last-of.ts";
import { type Fetch, fetchHere } from "./bootstrap.ts";
import { Snapshot } from "./snapshot.ts";

const STREAM = "known";

/** The facts of a moment as a snapshot that nothing follows. Null where nobody can say just now. */
export async function loadMoment(
  operationId: Id,
  { at, figures }: { at: string; figures: EvaluatedFigures },
  ask: Fetch = fetchHere,
): Promise<Snapshot | null> {
  const answer = await askFor(operationId, at, ask);
  return answer && new Snapshot(STREAM, 0, answer.facts, figures);
}

/** Every version of the facts, to play what was known when. */
export async function loadKnowledge(operationId: Id, ask: Fetch = fetchHere): Promise<Knowledge | null> {
  const answer = await askFor(operationId, EVER, ask);
  return answer && new Knowledge(answer);
}

async function askFor(operationId: Id, known: string, ask: Fetch): Promise<KnownAnswer | null> {
  try {
    const response = await ask(`/operations/${operationId}/snapshot?${new URLSearchParams({ [KNOWN]: known })}`);
    return response.ok ? KnownAnswer.parse(await response.json()) : null;
  } catch {
    return null;
  }
}

/** Versions of facts with the times in which they were current and seen. */
export class Knowledge {
  readonly #blocks: { first: number; reader: FactReader }[] = [];
  readonly #ids: Id[] = [];
  readonly #begun: Float64Array;
  readonly #ended: Float64Array;
  readonly #dropped = new Set<Id>();
  #played: { at: number; snapshot: Snapshot } | null = null;

  constructor({ begun, ended, facts }: Pick<KnownAnswer, "begun" | "ended" | "facts">) {
    for (const block of facts) {
      const reader = new FactReader(block);
      this.#blocks.push({ first: this.#ids.length, reader });
      for (const id of reader.ids) this.#ids.push(id);
    }
    this.#begun = Float64Array.from(begun);
    this.#ended = Float64Array.from(ended, (at) => at ?? Number.POSITIVE_INFINITY);
  }

  /** When the first of them was known, in milliseconds; null where nothing ever was. */
  get first(): number | null {
    return this.#begun.length === 0 ? null : this.#begun.reduce((least, at) => Math.min(least, at));
  }

  /** The facts as they were known at a moment, one by one. */
  factsAt(at: number): SeizureFact[] {
    return this.#rowsAt(at).map((row) => this.#fact(row));
  }

  /** The snapshot of a moment: the same one going on in time, as news would have moved it; another one going back. */
  playTo(at: number): Snapshot {
    const { snapshot, at: before } = this.#played ?? { snapshot: null, at: Number.POSITIVE_INFINITY };
    const played =
      snapshot && before <= at ? this.#goOn(snapshot, before, at) : new Snapshot(STREAM, 0, this.factsAt(at));
    this.#played = { at, snapshot: played };
    return played;
  }

  /** What is out of the reader's sight now is so at every moment. */
  drop(ids: readonly Id[]): void {
    for (const id of ids) this.#dropped.add(id);
    const played = this.#played?.snapshot;
    if (played) fold(played, [], ids);
  }

  #goOn(snapshot: Snapshot, before: number, at: number): Snapshot {
    const stands = new Set<Id>();
    const [begun, over]: [SeizureFact[], Id[]] = [[], []];
    for (const row of this.#rowsAt(at)) {
      stands.add(this.#ids[row] ?? "");
      if ((this.#begun[row] ?? 0) > before) begun.push(this.#fact(row));
    }
    for (const row of this.#rowsAt(before)) {
      const id = this.#ids[row] ?? "";
      if (!stands.has(id)) over.push(id);
    }
    fold(snapshot, begun, over);
    return snapshot;
  }

  #rowsAt(at: number): number[] {
    const rows: number[] = [];
    for (let row = 0; row < this.#begun.length; row++) {
      const stood = (this.#begun[row] ?? 0) <= at && (this.#ended[row] ?? 0) > at;
      if (stood && !this.#dropped.has(this.#ids[row] ?? "")) rows.push(row);
    }
    return rows;
  }

  #fact(row: number): SeizureFact {
    const block = lastOf(this.#blocks, ({ first }) => first <= row);
    if (!block) throw new RangeError(`No version in row ${row}`);
    return block.reader.fact(row - block.first);
  }
}

/** Takes facts in and out as a frame of news would. */
export function fold(snapshot: Snapshot, facts: readonly SeizureFact[], gone: readonly Id[]): void {
  const { stream, seq } = snapshot;
  snapshot.fold({ stream, from: seq, to: seq + 1, facts, gone });
}
