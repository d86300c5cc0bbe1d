import type { Db } from "#db/client.server.ts";
import { addReportFile, expireReportFiles, reportFileInMaking } from "#db/queries/report-files.server.ts";
import { startSession } from "#db/queries/sign-in.server.ts";
import type { Id } from "../domain/id.ts";
import {
  type AwaitedForm,
  type ContributionForm,
  contributionForm,
  partsOfForm,
} from "../domain/operation-report/report-forms.ts";
import { Problem } from "../domain/problem.ts";
import type { Acting } from "./house.server.ts";
import { hashOfToken, proofOf, tokenOfCommand } from "./secrets.server.ts";
import { type Change, type Command, mustBeAllowed, type Outcome, write } from "./write.server.ts";

/** A session for one file: long enough for the largest on a slow machine. */
const WORK_HOURS = 6;
const HELD_DAYS = 7;

export type FileAsked = { file: Id; report: Id; edition: number; form: AwaitedForm | ContributionForm; locale: string };

/**
 * Asks for a frozen version as a file. A worker makes it as whoever asked, under a session of its own that ends with the
 * work. The same file asked for while it is made is the same file. PostgreSQL takes in none of a version that the person
 * does not read.
 */
export async function askForReportFile(acting: Acting, command: Command<FileAsked>): Promise<Outcome> {
  return write(acting, "operation_report.make_file", command, async (change): Promise<Outcome> => {
    const { operationId, id: madeBy } = mustBeAllowed(change.self, "operation_report.take");
    const { file: id, report: reportId, edition, form, locale } = command.input;
    if (contributionForm(form)) mustBeAllowed(change.self, "case.contribute", change.self.member ?? {});
    const named = { operationId, reportId, edition, form, locale, personId: change.self.person.id };
    const workKey = crypto.randomUUID();
    const row = { ...named, id, madeBy, state: "making" as const, expected: partsOfForm(form), workKey };
    const added = await addReportFile(change.tx, row);
    if (added) {
      await startWork(acting, change, workKey, id);
      return { file: id };
    }
    const making = await reportFileInMaking(change.tx, named);
    if (!making) throw new Problem("conflict", "command.reused");
    return { file: making };
  });
}

async function startWork({ house: { secret } }: Acting, { tx, self }: Change, workKey: Id, file: Id): Promise<void> {
  const personId = self.person.id;
  const hash = hashOfToken(tokenOfCommand(secret, "report-file", workKey));
  const proof = proofOf(secret, `session:${personId}:${hash.toString("hex")}`);
  await startSession(tx, { id: workKey, personId, hash, label: `report file ${file}`, hours: WORK_HOURS, proof });
}

/** Files that nobody has asked for again in a week are given up: they can be made anew at any time. */
export async function forgetReportFiles(db: Db, now = new Date()): Promise<void> {
  await expireReportFiles(db, new Date(now.getTime() - HELD_DAYS * 24 * 60 * 60_000));
}
