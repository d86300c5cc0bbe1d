import { v5 as derived } from "uuid";
import { readTold, type Stretch, type Told } from "#db/queries/frames.server.ts";
import { listMyOperations } from "#db/queries/operations.server.ts";
import {
  beginAttempt,
  cursorOf,
  type DueDelivery,
  endAttempt,
  type Holding,
  leaveWebhook,
  nextDelivery,
  noteLooked,
  queueDeliveries,
  stopWebhook,
  type TakenWebhook,
  takeWebhook,
  withholdDelivery,
} from "#db/queries/webhook-work.server.ts";
import type { Id } from "../domain/id.ts";
import { isRefused, Problem } from "../domain/problem.ts";
import { delayAfter, GONE, isWanted, TEST, TRIES, wishedDelay } from "../domain/webhook.ts";
import { type Answer, call } from "../webhooks/call.server.ts";
import { isSecret, signedHeaders, webhookSecret } from "../webhooks/signature.server.ts";
import { feedStream } from "./following.server.ts";
import type { Acting, House } from "./house.server.ts";
import { readerToken } from "./webhooks.server.ts";
import { memberOf, read } from "./write.server.ts";

type Worker = {
  isOver: () => boolean;
  /** Between 0 and 1: by how much a try is put off. */
  chance: () => number;
};

const AT_ONCE = 8;

/** Sends what is due, several webhooks side by side and each in its order, until nothing is; slow ones hold no other up. */
export function webhookWorker(house: House, worker: Worker): () => Promise<void> {
  let open = 0;
  return async function lane(): Promise<void> {
    if (open >= AT_ONCE) return;
    const beside: Promise<void>[] = [];
    open++;
    try {
      while (!worker.isOver()) {
        // Each hold is one of its own: what ran out while a call was stuck is nobody's to finish.
        const holder = crypto.randomUUID();
        const taken = await takeWebhook(house.db, holder);
        if (!taken) break;
        beside.push(lane());
        await workOn({ house, taken, worker, holding: { db: house.db, worker: holder, webhook: taken.id } });
      }
    } finally {
      open--;
      await Promise.all(beside);
    }
  };
}

type Job = { house: House; taken: TakenWebhook; worker: Worker; holding: Holding };

/** After so many calls or so long, others have their turn. */
const MOST_CALLS = 50;
const LONGEST_MS = 10_000;

async function workOn(job: Job): Promise<void> {
  const { house, taken, worker, holding } = job;
  try {
    const secrets = secretsOf(house, taken);
    if (!secrets) return await stopWebhook(holding, "secret");
    if (taken.state === "active") await look(job);
    const began = performance.now();
    for (let calls = 0; calls < MOST_CALLS && performance.now() - began < LONGEST_MS && !worker.isOver(); calls++) {
      const due = await nextDelivery(holding);
      if (!due || !(await deliver(job, due, secrets))) break;
    }
  } catch (thrown) {
    if (!isRefused(thrown)) throw thrown;
    await stopWebhook(holding, "rights");
  } finally {
    await leaveWebhook(holding);
  }
}

/** The one that holds and the one before it; null where the installation's own secret was changed since. */
function secretsOf({ webhooks: { key } }: House, { secretId, secretCheck, previousId }: TakenWebhook): string[] | null {
  const secret = webhookSecret(key, secretId);
  if (!isSecret(secret, secretCheck)) return null;
  return previousId === null ? [secret] : [secret, webhookSecret(key, previousId)];
}

function readingFor({ house, taken }: Job, operationId: Id | null): Acting {
  return { house, token: readerToken({ house }, taken.id), operationId, needs: "feed.read" };
}

/** Numbers looked through in one go. */
const STRETCH = 500;
const MOST_STRETCHES = 4;

/** Writes down what came since the last look, of all that the key follows now. */
async function look(job: Job): Promise<void> {
  const { taken, holding } = job;
  const operations = taken.operationId === null ? await openOperations(job) : [taken.operationId];
  const followed: Id[] = [];
  for (const operationId of operations) {
    try {
      followed.push(await lookThrough(job, operationId));
    } catch (thrown) {
      // Of many operations one that was closed to it meanwhile ends nothing.
      if (taken.operationId !== null || !isRefused(thrown)) throw thrown;
    }
  }
  await noteLooked(holding, followed);
}

async function openOperations(job: Job): Promise<Id[]> {
  return read(readingFor(job, null), async (tx) => (await listMyOperations(tx)).map(({ id }) => id));
}

async function lookThrough(job: Job, operationId: Id): Promise<Id> {
  const { taken, holding } = job;
  const acting = readingFor(job, operationId);
  const stream = await read(acting, async (tx, self) => {
    memberOf(self);
    return feedStream(tx);
  });
  if (!stream) throw new Problem("forbidden", "access.refused");
  let after = await cursorOf(holding, stream.id);
  for (let stretches = 0; after !== null && after < stream.head && stretches < MOST_STRETCHES; stretches++) {
    const upTo = Math.min(after + STRETCH, stream.head);
    const told = await toldOf(acting, { operationId, stream, after, upTo });
    if (!told) throw new Problem("forbidden", "access.refused");
    const items = told
      .filter((one) => isWanted(taken.kinds, typeOf(one)))
      .map((one) => queuedAs(taken.id, stream.id, one));
    if (!(await queueDeliveries(holding, { stream: stream.id, after, upTo }, items))) break;
    after = upTo;
  }
  return stream.id;
}

function queuedAs(webhook: Id, stream: Id, { seq, at, ...told }: Told) {
  return { id: derived(`${stream} ${seq}`, webhook), seq, type: typeOf(told), at };
}

const typeOf = ({ type, gone }: Pick<Told, "type" | "gone">) => (gone === null ? type : GONE);

async function toldOf(acting: Acting, stretch: Stretch): Promise<Told[] | null> {
  return read(acting, async (tx, self) => {
    memberOf(self);
    return readTold(tx, stretch);
  });
}

/** Sends one, as its reader may know it now. False when the webhook is another worker's by now, or over. */
async function deliver(job: Job, due: DueDelivery, secrets: readonly string[]): Promise<boolean> {
  const { house, taken, holding, worker } = job;
  const body = await bodyOf(job, due);
  if (body === null) {
    await withholdDelivery(holding, due.id);
    return true;
  }
  const n = await beginAttempt(holding, due.id);
  if (n === null) return false;
  const timestamp = Math.floor(Date.now() / 1_000);
  const headers = { ...HEADERS, ...signedHeaders({ id: due.id, timestamp, body }, secrets) };
  const answer = await call({ doors: house.webhooks, address: taken.address, headers, body, turn: n - 1 });
  const tries = due.tries + 1;
  const wait = Math.max(delayAfter(tries, worker.chance()), wishedDelay(answer.retryAfter, new Date()));
  const { status, fault, ms } = answer;
  const outcome = outcomeOf(answer);
  await endAttempt(holding, due.id, { n, asked: due.asked, outcome, ms, status, fault, wait, last: tries >= TRIES });
  return outcome !== "gone";
}

const HEADERS = { "Content-Type": "application/json", "User-Agent": "Naga-Webhooks/1" };

function outcomeOf({ status }: Answer): "delivered" | "failed" | "gone" {
  if (status !== null && status >= 200 && status < 300) return "delivered";
  return status === 410 ? "gone" : "failed";
}

/** What is sent; null where the key may not know it any more. */
async function bodyOf(job: Job, due: DueDelivery): Promise<string | null> {
  const { operationId, streamId, seq, type, happenedAt: timestamp } = due;
  if (operationId === null || streamId === null || seq === null) {
    await read(readingFor(job, job.taken.operationId), async () => null);
    return JSON.stringify({ type: TEST, timestamp, data: {} });
  }
  const told = await toldNow(job, {
    operationId,
    stream: { id: streamId, kind: "operation" },
    after: seq - 1,
    upTo: seq,
  });
  const [one] = told ?? [];
  if (!one) return null;
  const data = { operation: operationId, stream: streamId, seq };
  if (one.gone !== null)
    return JSON.stringify({ type: GONE, timestamp, data: { ...data, body: { seizure: one.gone } } });
  return JSON.stringify({ type, timestamp, data: { ...data, agency: one.agency, body: one.body } });
}

async function toldNow(job: Job, stretch: Stretch): Promise<Told[] | null> {
  try {
    return await toldOf(readingFor(job, stretch.operationId), stretch);
  } catch (thrown) {
    const isOver = thrown instanceof Problem && thrown.kind === "unauthenticated";
    if (job.taken.operationId !== null || isOver || !isRefused(thrown)) throw thrown;
    return null;
  }
}
