import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { scriptAhead } from "#app/components/shell/facts-ahead.tsx";
import type { SeizureFact } from "#app/domain/fact.ts";
import { encodeFacts } from "#app/domain/fact-codec.ts";
import { NO_FILTER } from "#app/domain/fact-filter.ts";
import { beginApart, type FactsAhead, type FactsWorker } from "#app/live/begin-apart.ts";
import { type Begun, begin, type Fetch } from "#app/live/bootstrap.ts";
import type { Snapshot } from "#app/live/snapshot.ts";
import { tellApart } from "#app/live/told-apart.ts";
import { Fact, Facts, Filter, inPlace, TODAY } from "../domain/figures/arbitrary-fact.ts";

const [OPERATION, OTHER, STREAM] = [1, 2, 3].map((n) => `0190a000-0000-7000-8000-00000000000${n}`) as [
  string,
  string,
  string,
];

/** What a server answers, in blocks of a few; nothing for those who read no facts. */
function answering(facts: readonly SeizureFact[] | null): Fetch {
  const starts = Array.from({ length: Math.ceil((facts?.length ?? 0) / 7) }, (_, block) => block * 7);
  const answer = {
    operationId: OPERATION,
    readers: "all",
    streams: [{ id: STREAM, kind: "operation", seq: 9 }],
    factsStream: facts && STREAM,
    facts: starts.map((start) => encodeFacts(facts?.slice(start, start + 7) ?? [])),
  };
  return async () => Response.json(answer);
}

const ended: string[] = [];

/** The worker's side at the other end of a channel, so that what is said is copied and given away as between threads. */
function workerAt(operationId: string, ask: Fetch): FactsWorker {
  const { port1, port2 } = new MessageChannel();
  tellApart(port2, ask);
  port1.postMessage({ begin: operationId });
  return Object.assign(port1, {
    onerror: null,
    terminate: () => {
      ended.push(operationId);
      port1.close();
    },
  });
}

function ahead(operationId: string, ask: Fetch): FactsAhead {
  const left: FactsAhead = {
    operationId,
    worker: workerAt(operationId, ask),
    begin: (other) => workerAt(other, ask),
    failed: false,
  };
  globalThis.nagaFacts = left;
  return left;
}

const never: Fetch = () => Promise.reject(new Error("The page itself has asked"));

afterEach(() => {
  globalThis.nagaFacts = undefined;
  ended.length = 0;
});

function snapshotIn(begun: Begun) {
  if (typeof begun === "string" || !begun.snapshot) throw new Error(`no snapshot: ${begun}`);
  return begun.snapshot;
}

/** Every corridor by place by its key, which finds it again. */
function corridorsIn({ columns }: Snapshot) {
  const { placeCorridor, end } = columns.routes.names;
  return Array.from({ length: placeCorridor.size }, (_, number) => {
    const key = placeCorridor.name(number);
    const [from, to] = placeCorridor.ends(number);
    expect([placeCorridor.find(key), end.find(key.split(/[>~]/)[0] ?? ""), from === to]).toEqual([number, from, false]);
    return key;
  });
}

/** The same fact later on, a new one, and one that is gone. */
const News = fc.record({ changed: fc.nat(), gone: fc.nat(), later: Fact, fresh: Fact });

test("facts that were taken apart beside the page are those taken apart on it, and go on alike", async () => {
  await fc.assert(
    fc.asyncProperty(Facts(40), News, Filter, async (facts, news, filter) => {
      ahead(OPERATION, answering(facts));
      const beside = snapshotIn(await beginApart(OPERATION, never));
      const here = snapshotIn(await begin(OPERATION, answering(facts)));
      const ids = [...facts.map(({ id }) => id), news.fresh.id];
      const alike = () => {
        expect([beside.stream, beside.seq, beside.size]).toEqual([here.stream, here.seq, here.size]);
        expect(beside.facts(NO_FILTER)).toEqual(here.facts(NO_FILTER));
        expect(beside.newest(5, filter)).toEqual(here.newest(5, filter));
        expect(beside.figures(filter, TODAY)).toEqual(here.figures(filter, TODAY));
        expect(ids.map((id) => beside.fact(id))).toEqual(ids.map((id) => here.fact(id)));
        expect(beside.columns.routes.places).toEqual(here.columns.routes.places);
        expect(corridorsIn(beside)).toEqual(corridorsIn(here));
      };
      alike();
      expect(here.facts(NO_FILTER)).toHaveLength(facts.length);
      const changed = ids[news.changed % ids.length] ?? "";
      const frame = {
        ...{ stream: STREAM, from: 9, to: 12 },
        facts: [inPlace({ ...news.later, id: changed, revision: 6 }, 102), inPlace(news.fresh, 103)],
        gone: [ids[news.gone % ids.length] ?? ""],
      };
      expect(beside.fold(frame)).toBe(here.fold(frame));
      alike();
    }),
    { numRuns: 60 },
  );
});

test("who reads no facts has none from the worker either, and what it finds to be over is over", async () => {
  ahead(OPERATION, answering(null));
  expect(await beginApart(OPERATION, never)).toEqual({
    ...{ readers: "all", snapshot: null },
    streams: [{ id: STREAM, kind: "operation", seq: 9 }],
  });
  ahead(OPERATION, async () => new Response(null, { status: 401 }));
  expect(await beginApart(OPERATION, never)).toBe("over");
  expect(ended).toEqual([OPERATION, OPERATION]);
});

test("a line that is cut in the middle of the answer is away, and a new beginning asks anew", async () => {
  const whole = await (await answering(fc.sample(Fact, 3))("")).text();
  const answers = [cutAfter(whole.slice(0, whole.length / 2)), new Response(whole)];
  const ask: Fetch = async () => answers.shift() ?? Response.error();
  ahead(OPERATION, ask);
  expect(await beginApart(OPERATION, never)).toBe("away");
  expect(snapshotIn(await beginApart(OPERATION, never)).size).toBe(3);
  expect(ended).toEqual([OPERATION, OPERATION]);
});

function cutAfter(text: string): Response {
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode(text)),
    pull: (controller) => controller.error(new TypeError("network error")),
  });
  return new Response(body);
}

test("without a worker, with one that cannot be loaded or that errs, the page does the same itself", async () => {
  const facts = fc.sample(Fact, 2);
  const ask = answering(facts);
  expect(snapshotIn(await beginApart(OPERATION, ask)).size).toBe(2);

  const failed = ahead(OPERATION, never);
  failed.failed = true;
  expect(snapshotIn(await beginApart(OPERATION, ask)).size).toBe(2);

  // Errs while it is waited for: from then on none is tried again.
  const begins = vi.fn(() => silent);
  const silent: FactsWorker = { onmessage: null, onerror: null, terminate: vi.fn(), postMessage: () => {} };
  globalThis.nagaFacts = { operationId: OPERATION, worker: silent, begin: begins, failed: false };
  const begun = beginApart(OPERATION, ask);
  silent.onerror?.(new Event("error") as ErrorEvent);
  expect(snapshotIn(await begun).size).toBe(2);
  expect(silent.terminate).toHaveBeenCalledOnce();
  expect(snapshotIn(await beginApart(OPERATION, ask)).size).toBe(2);
  expect(begins).not.toHaveBeenCalled();
});

test("a worker that fails within says so, and the page asks itself", async () => {
  const facts = fc.sample(Fact, 3);
  // Good by its shape, and yet an id is missing.
  const broken: Fetch = async () => {
    const answer = await (await answering(facts)("")).json();
    const [block] = answer.facts;
    return Response.json({ ...answer, facts: [{ ...block, ids: `${block.ids.slice(0, -2)}==` }] });
  };
  ahead(OPERATION, broken);
  expect(snapshotIn(await beginApart(OPERATION, answering(facts))).size).toBe(3);
});

test("a worker that has begun with another operation is ended, and another one begins", async () => {
  ahead(OTHER, answering(fc.sample(Fact, 1)));
  expect(snapshotIn(await beginApart(OPERATION, never)).size).toBe(1);
  expect(ended).toEqual([OTHER, OPERATION]);
});

test("the script at the head of a page begins a worker, and says where none can be", () => {
  const said: unknown[] = [];
  class Worker {
    onerror: (() => void) | null = null;
    constructor(address: string, options: unknown) {
      said.push([address, options]);
    }
    postMessage(what: unknown) {
      said.push(what);
    }
  }
  const page: { Worker: unknown; nagaFacts?: FactsAhead } = { Worker };
  runInNewContext(scriptAhead("/assets/facts-worker.js", OPERATION), page);
  expect(said).toEqual([["/assets/facts-worker.js", { type: "module" }], { begin: OPERATION }]);
  expect(page.nagaFacts).toMatchObject({ operationId: OPERATION, failed: false });
  expect(page.nagaFacts?.worker).toBeInstanceOf(Worker);
  page.nagaFacts?.worker?.onerror?.(new Event("error") as ErrorEvent);
  expect(page.nagaFacts?.failed).toBe(true);

  const old: typeof page = { Worker: undefined };
  runInNewContext(scriptAhead("/assets/facts-worker.js", OPERATION), old);
  expect(old.nagaFacts).toMatchObject({ failed: true, worker: null });
});
