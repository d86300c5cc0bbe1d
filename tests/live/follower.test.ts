import fc from "fast-check";
import { expect, test } from "vitest";
import { type FollowerDoors, makeFollower } from "#app/live/follower.ts";
import type { Answer, Frame } from "#realtime/protocol.ts";

const STREAM = "0190a000-0000-7000-8000-000000000001";
const READERS = "agency 1";

function aFrame(from: number, to: number): Frame {
  return { stream: STREAM, kind: "notices", from, to, events: [], facts: [], gone: [] };
}

/** A server that has `head` events; `lost` says which of the frames it sends on asking do not arrive. */
function aTalk(own: number) {
  const taken: [number, number][] = [];
  const asked: { after: number; answer: (answer: Answer | null) => void }[] = [];
  const told: string[] = [];
  const doors: FollowerDoors = {
    ask: (after) => new Promise((answer) => asked.push({ after: after[STREAM] ?? 0, answer })),
    take: (frame) => taken.push([frame.from, frame.to]),
    following: () => told.push("following"),
    renew: () => told.push("renew"),
    refused: (problem) => told.push(problem),
  };
  const streams = [{ id: STREAM, kind: "notices" as const, seq: own }];
  const follower = makeFollower({ readers: READERS, streams, snapshot: null }, doors);
  const answerOf = (seq: number, over: Partial<Extract<Answer, { ok: true }>> = {}): Answer => ({
    ok: true,
    readers: READERS,
    streams: [{ id: STREAM, kind: "notices", seq }],
    far: [],
    ...over,
  });
  /** Answers the oldest question. */
  const answer = async (with_: Answer | null) => {
    asked.shift()?.answer(with_);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { follower, taken, asked, told, answer, answerOf };
}

test("a frame that follows is taken, a doubled one is not, and where something is missing it asks from its own number", () => {
  const { follower, taken, asked } = aTalk(5);
  for (const [from, to] of [
    [5, 6],
    [5, 6],
    [3, 5],
    [6, 9],
    [10, 11],
  ] as const)
    follower.heard(aFrame(from, to));
  expect(taken).toEqual([
    [5, 6],
    [6, 9],
  ]);
  expect(asked.map(({ after }) => after)).toEqual([9]);
});

test("a frame that came before the answer, and was not in it, is asked for afterwards", async () => {
  const { follower, asked, told, answer, answerOf } = aTalk(5);
  follower.ask();
  follower.heard(aFrame(8, 9));
  follower.heard(aFrame(5, 8));
  await answer(answerOf(8));
  expect(told).toEqual([]);
  expect(asked.map(({ after }) => after)).toEqual([8]);
  follower.heard(aFrame(8, 9));
  await answer(answerOf(9));
  expect(told).toEqual(["following"]);
});

test("another class of readers, too much missed, and an answer that was not kept lead to a new beginning", async () => {
  const cases: Partial<Extract<Answer, { ok: true }>>[] = [{ readers: "shared" }, { far: [STREAM] }, {}];
  for (const over of cases) {
    const { follower, told, answer, answerOf } = aTalk(5);
    follower.ask();
    await answer(answerOf(7, over));
    expect(told).toEqual(["renew"]);
  }
});

test("what is not a frame leads to a new beginning, a refusal is passed on, a lost line waits", async () => {
  const { follower, told, answer } = aTalk(5);
  follower.heard({ stream: "x" });
  follower.ask();
  await answer({ ok: false, problem: "unavailable" });
  follower.ask();
  await answer(null);
  expect(told).toEqual(["renew", "unavailable"]);
});

test("whatever is lost, doubled or late, everything is taken once and in order in the end", async () => {
  const Step = fc.oneof(
    fc.constant("happens" as const),
    fc.constant("frame" as const),
    fc.constant("lost frame" as const),
    fc.constant("answer" as const),
    fc.constant("lost line" as const),
    fc.constant("double" as const),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(Step, { maxLength: 80 }), async (steps) => {
      const { follower, taken, asked, told, answer, answerOf } = aTalk(0);
      let [head, sent] = [0, 0];
      const settle = async () => {
        const question = asked[0];
        if (!question) return;
        if (question.after < head) follower.heard(aFrame(question.after, head));
        await answer(answerOf(head));
      };
      for (const step of steps) {
        if (step === "happens") head += 1;
        if (step === "frame" && sent < head) follower.heard(aFrame(sent, head));
        if ((step === "frame" || step === "lost frame") && sent < head) sent = head;
        if (step === "double") follower.heard(aFrame(Math.max(0, sent - 2), sent));
        if (step === "answer") await settle();
        if (step === "lost line") {
          await answer(null);
          follower.ask();
        }
      }
      follower.ask();
      for (let round = 0; round < 5; round++) await settle();
      expect(told).not.toContain("renew");
      let own = 0;
      for (const [from, to] of taken) {
        expect(from).toBeLessThanOrEqual(own);
        expect(to).toBeGreaterThan(own);
        own = to;
      }
      expect(own).toBe(head);
    }),
    { numRuns: 300 },
  );
});
