import type { Tx } from "#db/client.server.ts";
import type { Self } from "#db/queries/acting.server.ts";
import { findReportFile, listReportFiles, type ReportFile } from "#db/queries/report-files.server.ts";
import type { ReportFileLine } from "./components/operation-report/report-file-types.ts";
import { Id } from "./domain/id.ts";
import { contributionForm } from "./domain/operation-report/report-forms.ts";
import { Problem } from "./domain/problem.ts";
import { editionFor } from "./operation-report-page.server.ts";
import { memberOf, mustBeAllowed } from "./services/write.server.ts";

type Named = { report: Id; number: number };

/** What the reader asked for of this version: in the making, ready, or not to be had any more. */
export async function filesOfEdition(tx: Tx, self: Self, named: Named): Promise<ReportFileLine[]> {
  const { operationId } = memberOf(self);
  const found = await listReportFiles(tx, { operationId, ...named, personId: self.person.id });
  return found.map(({ askedAt, ...line }) => ({ ...line, askedAt: askedAt.toISOString() }));
}

/** Whoever reads a version may have it as a file; to all others it is not there. */
export async function mustReadEdition(tx: Tx, self: Self, named: Named): Promise<void> {
  mustBeAllowed(self, "operation_report.take");
  if (!(await editionFor(tx, self, named))) throw new Problem("not-found", "operation_report.edition.unknown");
}

/** The finished file in the address: of the reader alone, and only while the reader may still read the version. */
export async function fileInAddress(tx: Tx, self: Self, named: Named, fileId: string | undefined): Promise<ReportFile> {
  await mustReadEdition(tx, self, named);
  const { operationId } = memberOf(self);
  const id = Id.safeParse(fileId);
  const of = id.success ? await findReportFile(tx, { operationId, id: id.data }) : undefined;
  if (of?.state !== "done" || of.reportId !== named.report || of.edition !== named.number) {
    throw new Problem("not-found", "report_file.unknown");
  }
  if (contributionForm(of.form)) mustBeAllowed(self, "case.contribute", self.member ?? {});
  return of;
}
