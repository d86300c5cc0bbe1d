import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { newKey } from "#app/attachments/store.server.ts";
import { agencyNamed } from "#db/queries/case-exports.server.ts";
import { countOwn } from "#db/queries/own-records.server.ts";
import {
  findPackage,
  finishPackage,
  keepPackage,
  type RecordPackage,
  stopPackage,
  takePackage,
} from "#db/queries/record-packages.server.ts";
import { revokeTokens } from "#db/queries/sign-in.server.ts";
import type { Id } from "../domain/id.ts";
import { isRefused, Problem } from "../domain/problem.ts";
import { namingOf } from "./cen-naming.server.ts";
import type { Acting, House } from "./house.server.ts";
import { asBearer, Stopped } from "./import-job.server.ts";
import { importIndexOf } from "./import-reading.server.ts";
import { archiveStream } from "./package-archive.server.ts";
import { allOwnFiles, type Packing, partsOf } from "./package-parts.server.ts";
import { tokenOfCommand } from "./secrets.server.ts";
import { memberOf, read } from "./write.server.ts";

type Worker = { id: Id; pause: () => Promise<void>; isOver: () => boolean };

/** Makes what waits, one package after the other, until none does. */
export async function workOnPackages(house: House, { id: worker, pause, isOver }: Worker): Promise<void> {
  while (!isOver()) {
    const taken = await takePackage(house.db, worker);
    if (!taken) return;
    const { operationId, id, workKey } = taken;
    const acting = { house, operationId, token: tokenOfCommand(house.secret, "package", workKey) };
    try {
      const of = await asBearer(acting, (tx) => findPackage(tx, { operationId, id }));
      if (!of) throw new Problem("not-found", "package.unknown");
      await make({ acting, of, worker, pause });
    } catch (thrown) {
      if (thrown instanceof Stopped) continue;
      if (!isRefused(thrown)) throw thrown;
      await stopPackage(house.db, { operationId, id }, worker);
    }
  }
}

type Job = { acting: Acting; of: RecordPackage; worker: Id; pause: () => Promise<void> };

const HEARTBEAT_MS = 4_000;

/** Packs it beside the store, hands it in whole, and says so: killed in between, it is begun anew. */
async function make(job: Job): Promise<void> {
  const { acting, of, worker } = job;
  const { files, log } = acting.house;
  const way = await wayOf(job);
  const folder = await mkdtemp(join(tmpdir(), "naga-package-"));
  const beat = setInterval(() => void way.tell().catch(() => {}), HEARTBEAT_MS);
  try {
    const path = join(folder, "package.zip");
    const packed = await pack(job, path, way.far);
    await way.tell();
    const fileKey = newKey();
    await files.putFile(fileKey, path);
    const made = { fileKey, ...packed, ...way.standing() };
    const finished = await asBearer(acting, async (tx) => {
      if (!(await finishPackage(tx, of, worker, made))) return false;
      if (of.workKey) await revokeTokens(tx, of.personId, of.workKey);
      return true;
    });
    if (!finished) await files.remove(fileKey);
    log.info({ package: of.id, agency: of.agencyId, bytes: made.bytes, finished }, "a package of records was made");
  } finally {
    clearInterval(beat);
    await rm(folder, { recursive: true, force: true });
  }
}

const TOLD_EVERY = 200;

/** How far it is: told to the database from time to time, which says whether the work is still this worker's. */
async function wayOf({ acting, of, worker, pause }: Job) {
  const expected = await asBearer(acting, (tx, member) => countOwn(tx, member));
  let done = 0;
  let told = 0;
  const tell = async () => {
    told = done;
    if (!(await asBearer(acting, (tx) => keepPackage(tx, of, worker, { done, expected })))) throw new Stopped("lost");
  };
  const far = async (n: number) => {
    done += n;
    await pause();
    if (done - told >= TOLD_EVERY) await tell();
  };
  await tell();
  return { tell, far, standing: () => ({ done, expected }) };
}

/** Everything as it stands at one moment, into a file: how large it is, what proves it the same, and what is in it. */
async function pack({ acting }: Job, path: string, far: Packing["far"]) {
  const naming = namingOf(await importIndexOf(acting));
  return read(acting, async (tx, self) => {
    const member = memberOf(self);
    const named = await agencyNamed(tx, member.agencyId);
    const agency = { name: named?.name ?? "", administration: named?.administration ?? "" };
    const counts: Record<string, number> = {};
    const packing = { tx, member, house: acting.house, naming, agency, asOf: self.now, counts, far };
    const hash = createHash("sha256");
    let bytes = 0;
    const measure = new Transform({
      transform(piece: Uint8Array, _, pass) {
        hash.update(piece);
        bytes += piece.length;
        pass(null, piece);
      },
    });
    const archive = archiveStream(partsOf(packing, await allOwnFiles(packing)), self.now);
    await pipeline(archive, measure, createWriteStream(path, { mode: 0o600 }));
    return { bytes, sha256: hash.digest("hex"), counts, asOf: self.now };
  });
}
