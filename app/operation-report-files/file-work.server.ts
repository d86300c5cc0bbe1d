import {
  findReportFile,
  finishReportFile,
  keepReportFile,
  type ReportFile,
  stopReportFile,
  takeReportFile,
} from "#db/queries/report-files.server.ts";
import { revokeTokens } from "#db/queries/sign-in.server.ts";
import { newKey } from "../attachments/store.server.ts";
import type { Id } from "../domain/id.ts";
import { contributionForm, REPORT_FORMS } from "../domain/operation-report/report-forms.ts";
import { isRefused, Problem } from "../domain/problem.ts";
import { isLocale } from "../messages/index.ts";
import type { Acting, House } from "../services/house.server.ts";
import { asBearer, Stopped } from "../services/import-job.server.ts";
import { tokenOfCommand } from "../services/secrets.server.ts";
import { contributionFile } from "./contribution.server.ts";
import { editionToMake, madeForm } from "./edition-file.server.ts";

type Worker = { id: Id; pause: () => Promise<void>; isOver: () => boolean };

/** Makes what waits, one file after the other, until none does. */
export async function workOnReportFiles(house: House, { id: worker, pause, isOver }: Worker): Promise<void> {
  while (!isOver()) {
    const taken = await takeReportFile(house.db, worker);
    if (!taken) return;
    const { operationId, id, workKey } = taken;
    const acting = { house, operationId, token: tokenOfCommand(house.secret, "report-file", workKey) };
    try {
      const of = await asBearer(acting, (tx) => findReportFile(tx, { operationId, id }));
      if (!of) throw new Problem("not-found", "report_file.unknown");
      await make({ acting, of, worker, pause });
    } catch (thrown) {
      if (thrown instanceof Stopped) continue;
      if (!isRefused(thrown)) throw thrown;
      await stopReportFile(house.db, { operationId, id }, worker);
    }
  }
}

type Job = { acting: Acting; of: ReportFile; worker: Id; pause: () => Promise<void> };

const HEARTBEAT_MS = 4_000;

/** Makes it, hands it in whole, and says so: killed in between, it is begun anew. */
async function make(job: Job): Promise<void> {
  const { acting, of, worker } = job;
  const { files, log } = acting.house;
  let done = 0;
  const tell = async () => {
    const far = { done, expected: of.expected };
    if (!(await asBearer(acting, (tx) => keepReportFile(tx, of, worker, far)))) throw new Stopped("lost");
  };
  const beat = setInterval(() => void tell().catch(() => {}), HEARTBEAT_MS);
  try {
    await tell();
    const content = await contentOf(job, async () => {
      done += 1;
      await job.pause();
      await tell();
    });
    const fileKey = newKey();
    await files.put(fileKey, content);
    const made = { fileKey, bytes: content.length, done, expected: of.expected };
    const finished = await asBearer(acting, async (tx) => {
      if (!(await finishReportFile(tx, of, worker, made))) return false;
      if (of.workKey) await revokeTokens(tx, of.personId, of.workKey);
      return true;
    });
    if (!finished) await files.remove(fileKey);
    log.info({ file: of.id, form: of.form, bytes: content.length, finished }, "a file of a report was made");
  } finally {
    clearInterval(beat);
  }
}

async function contentOf({ acting, of }: Job, far: () => Promise<void>): Promise<Uint8Array> {
  const named = { report: of.reportId, number: of.edition };
  const contribution = contributionForm(of.form);
  if (contribution) {
    const content = await contributionFile(acting, named, contribution);
    await far();
    return content;
  }
  const form = REPORT_FORMS.find((one) => one === of.form);
  if (!form || !isLocale(of.locale)) throw new Problem("not-found", "report_file.unknown");
  return madeForm(await editionToMake(acting, named, of.locale), form, far);
}
