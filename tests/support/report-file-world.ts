import { buffer } from "node:stream/consumers";
import type { Id } from "#app/domain/id.ts";
import type { AwaitedForm, ContributionForm } from "#app/domain/operation-report/report-forms.ts";
import { workOnReportFiles } from "#app/operation-report-files/file-work.server.ts";
import type { Acting, House } from "#app/services/house.server.ts";
import { asBearer } from "#app/services/import-job.server.ts";
import { askForReportFile } from "#app/services/report-files.server.ts";
import { findReportFile, type ReportFile } from "#db/queries/report-files.server.ts";
import { aCommand } from "./world.ts";

/** Asks for the first version of a report in that form; gives the id of the file that it will be. */
export async function askForFile(by: Acting, report: Id, form: AwaitedForm | ContributionForm = "xlsx"): Promise<Id> {
  const asked = { file: crypto.randomUUID(), report, edition: 1, form, locale: "en" };
  const { file = "" } = await askForReportFile(by, aCommand(asked));
  return file;
}

/** Works until nothing waits. */
export const workOnFiles = (house: House, pause = async () => {}) =>
  workOnReportFiles(house, { id: crypto.randomUUID(), pause, isOver: () => false });

export async function reportFileOf(by: Acting, id: Id): Promise<ReportFile> {
  const of = await asBearer(by, (tx, { operationId }) => findReportFile(tx, { operationId, id }));
  if (!of) throw new Error("no such file");
  return of;
}

/** What was made, as it lies in the store. */
export async function contentOf(by: Acting, of: ReportFile): Promise<Buffer> {
  const found = of.fileKey === null ? null : await by.house.files.read(of.fileKey);
  if (!found) throw new Error("its file is not there");
  return buffer(found.stream);
}
