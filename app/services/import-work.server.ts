import { FileRefusal } from "#app/spreadsheet/refusal.ts";
import {
  changeImport,
  countRows,
  dropParts,
  findImport,
  type Import,
  renewHold,
  stopImport,
  takeImport,
} from "#db/queries/imports.server.ts";
import { revokeTokens } from "#db/queries/sign-in.server.ts";
import type { Id } from "../domain/id.ts";
import { isRefused, Problem, textsOf } from "../domain/problem.ts";
import type { House } from "./house.server.ts";
import { asBearer, type Job, Stopped } from "./import-job.server.ts";
import { readImport } from "./import-reading.server.ts";
import { writeReports } from "./import-writing.server.ts";
import { tokenOfCommand } from "./secrets.server.ts";

type Worker = { id: Id; pause: () => Promise<void>; isOver: () => boolean };

/** Does what waits, one file after the other, until nothing does. */
export async function workOnImports(house: House, { id: worker, pause, isOver }: Worker): Promise<void> {
  while (!isOver()) {
    const taken = await takeImport(house.db, worker);
    if (!taken) return;
    const { operationId, id, workKey } = taken;
    const acting = { house, operationId, token: tokenOfCommand(house.secret, "import", workKey) };
    try {
      const of = await asBearer(acting, (tx) => findImport(tx, { operationId, id }));
      if (of) await workOn({ acting, of, worker, pause });
    } catch (thrown) {
      if (!isRefused(thrown)) throw thrown;
      await stopImport(house.db, { operationId, id }, worker, "import.stopped.rights");
    }
  }
}

const HEARTBEAT_MS = 4_000;

/** Reads a file or writes its reports, to its end: done, refused in words, or cancelled. */
export async function workOn(job: Job): Promise<void> {
  const { acting, of, worker } = job;
  const beat = setInterval(() => asBearer(acting, (tx) => renewHold(tx, of, worker)).catch(() => {}), HEARTBEAT_MS);
  try {
    const reading = of.state === "reading";
    if (reading) await readImport(job);
    else await writeReports(job);
    await end(job, reading ? { state: "read" } : await whatIsLeft(job));
  } catch (thrown) {
    await endBadly(job, thrown);
  } finally {
    clearInterval(beat);
  }
}

/** A file of which something is still to be mended, answered or corrected stays open. */
async function whatIsLeft({ acting, of }: Job): Promise<Partial<Import>> {
  const counts = await asBearer(acting, (tx) => countRows(tx, of));
  const open = counts.some(({ status, outcome }) => status !== "skip" && ["", "refused", "updated"].includes(outcome));
  return open ? { state: "read" } : { state: "done", endedAt: new Date() };
}

async function end({ acting, of }: Job, values: Partial<Import>): Promise<void> {
  const { workKey } = of;
  await asBearer(acting, async (tx) => {
    const free = { workKey: null, takenBy: null, takenUntil: null };
    await changeImport(tx, of, { cancelAsked: false, ...values, ...free, counts: await countRows(tx, of) });
    if (workKey) await revokeTokens(tx, of.personId, workKey);
  });
}

async function endBadly(job: Job, thrown: unknown): Promise<void> {
  const { acting, of } = job;
  if (thrown instanceof Stopped) {
    if (thrown.why === "lost") return;
    await asBearer(acting, (tx) => dropParts(tx, of));
    await end(job, { state: "cancelled", endedAt: new Date() });
  } else if (thrown instanceof FileRefusal) {
    await asBearer(acting, (tx) => dropParts(tx, of));
    await end(job, { state: "refused", refusal: { key: thrown.key, params: thrown.params }, endedAt: new Date() });
  } else if (thrown instanceof Problem && !isRefused(thrown)) {
    await end(job, { state: "read", refusal: { key: thrown.message, params: textsOf(thrown) } });
  } else throw thrown;
}
