import { expect, test } from "vitest";
import { paceOf } from "#realtime/pace.ts";

function aPace(share: number) {
  let now = 1_000;
  const pace = paceOf({ share, clock: () => now });
  return {
    wait: pace.wait,
    pass: (ms: number) => {
      now += ms;
    },
    work: (ms: number) =>
      pace.measure(() => {
        now += ms;
      }),
  };
}

test("nothing waits when it is quiet", async () => {
  const { wait, pass, work } = aPace(1 / 4);
  expect(wait()).toBe(0);
  await work(2);
  pass(6);
  expect(wait()).toBe(0);
});

test("after a round the next one waits until the last has had its share", async () => {
  const { wait, work } = aPace(1 / 4);
  await work(10);
  expect(wait()).toBe(30);
});

test("nothing waits longer than a tenth of a second", async () => {
  const { wait, work } = aPace(1 / 4);
  await work(80);
  expect(wait()).toBe(20);
  await work(500);
  expect(wait()).toBe(0);
});

test("a single dear round is forgotten step by step", async () => {
  const { wait, pass, work } = aPace(1 / 4);
  await work(20);
  const waits: number[] = [];
  for (let round = 0; round < 6; round++) {
    pass(1_000);
    await work(0);
    waits.push(wait());
  }
  expect(waits).toEqual([...waits].sort((a, b) => b - a));
  expect(waits.at(-1)).toBeLessThan(10);
});
