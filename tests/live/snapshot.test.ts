import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { SeizureFact } from "#app/domain/fact.ts";
import { encodeFacts } from "#app/domain/fact-codec.ts";
import { NO_FILTER } from "#app/domain/fact-filter.ts";
import { type FactFrame, Snapshot } from "#app/live/snapshot.ts";
import { Fact, Facts, Filter, inPlace, TODAY } from "../domain/figures/arbitrary-fact.ts";
import { recount } from "../domain/figures/recount.ts";

const STREAM = "operation";

/** What happened to facts, one event each: a new revision, or gone. */
type History = { id: string; fact: SeizureFact | null }[];

const Told = fc.array(fc.record({ who: fc.nat(11), fact: Fact, gone: fc.nat(5).map((n) => n === 0) }), {
  minLength: 1,
  maxLength: 60,
});

function historyOf(told: { who: number; fact: SeizureFact; gone: boolean }[]): History {
  return told.map(({ who, fact, gone }, at) => {
    const id = `0190a000-0000-7000-8000-${String(who).padStart(12, "0")}`;
    return { id, fact: gone ? null : { ...inPlace(fact, who), id, revision: at + 1 } };
  });
}

/** The facts at an event number. */
function stateAt(history: History, seq: number): Map<string, SeizureFact> {
  const state = new Map<string, SeizureFact>();
  for (const { id, fact } of history.slice(0, seq)) {
    if (fact) state.set(id, fact);
    else state.delete(id);
  }
  return state;
}

/** What a server tells of the events after `from` up to `to`: each fact touched, as it is at `to`. */
function frameOf(history: History, from: number, to: number): FactFrame {
  const state = stateAt(history, to);
  const touched = [...new Set(history.slice(from, to).map((event) => event.id))];
  const facts = touched.map((id) => state.get(id)).filter((fact) => fact !== undefined);
  return { stream: STREAM, from, to, facts, gone: touched.filter((id) => !state.has(id)) };
}

/** As a server sends them: blocks of a few. */
function inBlocks(facts: readonly SeizureFact[]) {
  const starts = Array.from({ length: Math.ceil(facts.length / 3) }, (_, block) => block * 3);
  return starts.map((start) => encodeFacts(facts.slice(start, start + 3)));
}

function sortedFacts(facts: Iterable<SeizureFact>): SeizureFact[] {
  return [...facts].sort((left, right) => (left.id < right.id ? -1 : 1));
}

test("frames in any order, doubled and with gaps refused, end in the same facts and figures as a recount", () => {
  fc.assert(
    fc.property(
      Told,
      fc.nat(60),
      fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 40 }),
      Filter,
      (told, start, spans, filter) => {
        const history = historyOf(told);
        const within = (seq: number) => Math.min(seq, history.length);
        const first = within(start);
        const snapshot = new Snapshot(STREAM, first, inBlocks([...stateAt(history, first).values()]));
        for (const [from, to] of spans) {
          const before = snapshot.seq;
          const frame = frameOf(history, within(Math.min(from, to)), within(Math.max(from, to)));
          const folded = snapshot.fold(frame);
          expect(folded).toBe(frame.from > before ? "gap" : frame.to <= before ? "seen" : "folded");
          expect(snapshot.seq).toBe(folded === "folded" ? frame.to : before);
          expect(snapshot.size).toBe(stateAt(history, snapshot.seq).size);
        }
        if (snapshot.seq < history.length) snapshot.fold(frameOf(history, snapshot.seq, history.length));

        const truth = sortedFacts(stateAt(history, history.length).values());
        expect(sortedFacts(snapshot.facts(NO_FILTER))).toEqual(truth);
        expect(snapshot.figures(filter, TODAY)).toEqual(recount(truth, filter, TODAY));
      },
    ),
    { numRuns: 80 },
  );
});

test("an older revision changes nothing", () => {
  const [fact] = fc.sample(Fact, 1);
  if (!fact) throw new Error("no fact");
  const snapshot = new Snapshot(STREAM, 4, [{ ...fact, revision: 3, state: "verified" }]);
  snapshot.fold({ stream: STREAM, from: 4, to: 5, facts: [{ ...fact, revision: 2, state: "submitted" }], gone: [] });
  expect(snapshot.fact(fact.id)?.state).toBe("verified");
  expect(snapshot.seq).toBe(5);
});

test("a frame of another stream is none of ours", () => {
  const snapshot = new Snapshot(STREAM, 0, []);
  expect(snapshot.fold({ stream: "unit", from: 0, to: 1, facts: fc.sample(Fact, 1), gone: [] })).toBe("foreign");
  expect(snapshot.size).toBe(0);
});

test("watchers hear once per frame what came, changed and went, and stop when they leave", () => {
  const [one, two, three] = fc.sample(Fact, { numRuns: 3, seed: 5 });
  if (!one || !two || !three) throw new Error("no facts");
  const snapshot = new Snapshot(STREAM, 1, [{ ...one, revision: 1 }, two]);
  const watcher = vi.fn();
  const stop = snapshot.watch(watcher);
  const before = snapshot.version();
  snapshot.fold({
    stream: STREAM,
    from: 1,
    to: 3,
    facts: [{ ...one, revision: 2 }, three],
    gone: [two.id, "unheard of"],
  });
  expect(watcher.mock.calls).toEqual([[{ added: [three.id], changed: [one.id], gone: [two.id] }]]);
  expect(snapshot.version()).toBe(before + 1);
  stop();
  snapshot.fold({ stream: STREAM, from: 3, to: 4, facts: [], gone: [one.id] });
  expect(watcher).toHaveBeenCalledTimes(1);
  expect(snapshot.has(one.id)).toBe(false);
});

test("the newest come first, whatever order they arrived in", () => {
  fc.assert(
    fc.property(Facts(), (facts) => {
      const times = (some: readonly SeizureFact[]) => some.map((fact) => fact.releasedAt);
      const sorted = [...facts].sort((left, right) => (left.releasedAt < right.releasedAt ? 1 : -1));
      expect(times(new Snapshot(STREAM, 0, facts).newest(8, NO_FILTER))).toEqual(times(sorted.slice(0, 8)));
    }),
  );
});
