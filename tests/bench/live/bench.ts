import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { startEmbedded } from "#db/embedded/start-embedded.ts";
import { LIVE_PATH } from "#realtime/protocol.ts";
import { ensureBuilt } from "#realtime/start/build.ts";
import { ownFolder } from "../../support/own-folder.ts";
import { copyPreparedCluster } from "../../support/prepared-cluster.ts";
import { makeThrong, type Throng } from "../../support/throng.ts";
import { type Round, roundOf, summaryOf } from "./figures.ts";
import { FLOOR_VERSION, startFloor } from "./floor.ts";
import type { FromListeners, ToListeners } from "./listeners.ts";
import { cpuMeter } from "./machine.ts";
import { aReport, bodyOf, poster, startProduct } from "./product.ts";

const KEYS = 24;
const WARM_UP = 60;

const say = (line: string) => process.stdout.write(`${line}\n`);

type Size = { samples: number; rounds: number; listeners: number[] };

/** `npm run bench -- live [--samples 2000] [--rounds 5] [--listeners 1,1000]` */
export async function benchLive(args: string[]): Promise<void> {
  const size = sizeOf(args);
  ensureBuilt(say);
  const folder = await ownFolder("bench");
  await copyPreparedCluster(folder.path);
  const cluster = await startEmbedded({ dataDir: folder.path });
  try {
    const throng = await makeThrong(cluster.ownerUrl, { agencies: KEYS, people: Math.max(...size.listeners) });
    const floor = await startFloor(cluster.ownerUrl);
    const product = await startProduct(cluster);
    const crowd = startCrowd();
    const posts = poster(throng, product.port);
    try {
      sayWhatRuns(size);
      const meter = () => cpuMeter({ product: product.pid, database: cluster.pid() });
      const ways: string[] = [];
      for (const listeners of size.listeners) {
        await crowd.open(listeners, throng, { product: product.port, floor: floor.port });
        const turns = { floor: floor.turn, post: posts.post, seen: crowd.seen };
        const rounds = await run(turns, size, meter);
        await crowd.close();
        ways.push(lineOf(rounds, listeners));
      }
      say(`live: ${ways.join("; ")}`);
    } finally {
      posts.close();
      crowd.end();
      await product.close();
      await floor.close();
    }
  } finally {
    await cluster.stop();
    folder.remove();
  }
}

function sizeOf(args: string[]): Size {
  const { values } = parseArgs({
    args,
    options: {
      samples: { type: "string", default: "2000" },
      rounds: { type: "string", default: "5" },
      listeners: { type: "string", default: "1,1000" },
    },
  });
  return {
    samples: Number(values.samples),
    rounds: Number(values.rounds),
    listeners: values.listeners.split(",").map(Number),
  };
}

function sayWhatRuns({ samples, rounds }: Size): void {
  say(`${rounds} rounds of ${samples} turns each, floor and product in turn, on one database that flushes to disk.`);
  say(`Floor ${FLOOR_VERSION}: INSERT commit of a row of that size + sealing commit + bare Socket.IO emit.`);
  say("Product as shipped, over HTTP: key, origin, size and rate checks, schema, access table, row-level security,");
  say("command once, three tiers with history, message number, hash chain, purgeable bodies, notices to other nodes,");
  say("frames read under a reader's rights, request log; compression of sockets off. Sending takes a quarter of the");
  say("time at most and gathers for 100 ms at most. Counted until the listener that is served last has it.");
}

type Turns = {
  floor: (id: string, body: string, frame: object) => Promise<void>;
  post: (body: string) => Promise<void>;
  seen: (id: string) => Promise<bigint>;
};

async function run(turns: Turns, { samples, rounds }: Size, meter: () => () => string): Promise<Round[]> {
  for (let warm = 0; warm < WARM_UP; warm++) await bothTurns(turns);
  const all: Round[] = [];
  for (let round = 1; round <= rounds; round++) {
    const read = meter();
    const [floorMs, productMs]: [number[], number[]] = [[], []];
    for (let turn = 0; turn < samples; turn++) {
      const took = await bothTurns(turns);
      floorMs.push(took.floor);
      productMs.push(took.product);
    }
    const one = roundOf(floorMs, productMs);
    all.push(one);
    say(`round ${round}: floor ${ms(one.floor)}, product ${ms(one.product)}, ratio ${times(one.ratio)} (${read()})`);
  }
  return all;
}

async function bothTurns({ floor, post, seen }: Turns): Promise<{ floor: number; product: number }> {
  const report = aReport();
  const body = bodyOf(report);
  // The floor's frame is as large as the product's and carries its mark.
  const own = aReport();
  const frame = { events: [{ body: { seizure: own.id } }], facts: [own] };
  const floorBegan = process.hrtime.bigint();
  const floorSeen = seen(own.id);
  await floor(own.id, body, frame);
  const floorMs = Number((await floorSeen) - floorBegan) / 1e6;
  const began = process.hrtime.bigint();
  const productSeen = seen(report.id);
  const [at] = await Promise.all([productSeen, post(body)]);
  return { floor: floorMs, product: Number(at - began) / 1e6 };
}

/** Listeners of both, in a process of their own. */
function startCrowd() {
  const child = fork(fileURLToPath(new URL("./listeners.ts", import.meta.url)), { execArgv: ["--import", "tsx"] });
  const waiting = new Map<string, (at: bigint) => void>();
  const opened = new Map<string, () => void>();
  child.on("message", (message: FromListeners) => {
    if (message.say === "opened") opened.get(message.name)?.();
    else waiting.get(message.id)?.(BigInt(message.at));
  });
  const open = (message: Extract<ToListeners, { say: "open" }>) =>
    new Promise<void>((resolve) => {
      opened.set(message.name, resolve);
      send(child, message);
    });
  return {
    async open(count: number, { sessions, operationId, streamId }: Throng, ports: { product: number; floor: number }) {
      const some = sessions.slice(0, count);
      const first = `420${JSON.stringify(["follow", { operationId, after: { [streamId]: 0 } }])}`;
      const headers = some.map((token) => ({ Cookie: `naga_session=${token}` }));
      await open({ say: "open", name: "product", port: ports.product, path: LIVE_PATH, headers, first });
      await open({ say: "open", name: "floor", port: ports.floor, path: "/socket.io", headers: some.map(() => ({})) });
    },
    seen: (id: string) =>
      new Promise<bigint>((resolve) => {
        waiting.set(id, (at) => {
          waiting.delete(id);
          resolve(at);
        });
      }),
    async close() {
      for (const name of ["product", "floor"]) send(child, { say: "close", name });
    },
    end: () => child.kill(),
  };
}

function send(child: ChildProcess, message: ToListeners): void {
  child.send(message);
}

const ms = ({ p50, p95 }: { p50: number; p95: number }) => `p50 ${p50.toFixed(1)} ms p95 ${p95.toFixed(1)} ms`;
const times = ({ p50, p95 }: { p50: number; p95: number }) => `p50 ${p50.toFixed(2)} p95 ${p95.toFixed(2)}`;

function lineOf(rounds: Round[], listeners: number): string {
  const summary = summaryOf(rounds);
  const who = `${listeners.toLocaleString("en")} listener${listeners === 1 ? "" : "s"}`;
  say(`${who}: median of the rounds ${times(summary)}, worst round ${times(summary.worst)}`);
  return `${times(summary)} (${who})`;
}
