import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { openTable } from "#app/spreadsheet/open-table.server.ts";
import { beginAs } from "#db/queries/acting.server.ts";
import { addImport, findImport, type Import } from "#db/queries/imports.server.ts";
import type { ImportAnswers } from "../domain/import/sheet.ts";
import type { Acting } from "./house.server.ts";
import { asBearer } from "./import-job.server.ts";
import { stage } from "./import-reading.server.ts";
import { workOn } from "./import-work.server.ts";
import { giveWork, mustBeGiven, newImport } from "./imports.server.ts";
import { ownUnit } from "./reports.server.ts";
import { resting } from "./resting.server.ts";
import { mustBeAllowed, orRefuse } from "./write.server.ts";

export type FileImport = {
  path: string;
  sheet?: string;
  answers: ImportAnswers;
  mode: "good" | "all";
  corrects: boolean;
};

/**
 * Brings in a file that lies beside the program, by the same steps as one that was sent: its rows are stored, then their
 * reports are made. Lines with open questions become drafts. Answers how the import ended.
 */
export async function importFile(
  acting: Acting,
  { path, sheet, answers, mode, corrects }: FileImport,
): Promise<Import> {
  const worker = crypto.randomUUID();
  const id = crypto.randomUUID();
  // The app answers people meanwhile, on the same machine as often as not.
  const pause = resting();
  const table = await openTable(path, { sheet, mapping: acting.house.cen });
  try {
    const [{ size: fileBytes }, fileHash] = await Promise.all([stat(path), hashOfFile(path)]);
    await acting.house.db.transaction(async (tx) => {
      const self = orRefuse(await beginAs(tx, acting.token, acting.operationId));
      const member = mustBeAllowed(self, "report.write", ownUnit({ self }));
      if (answers.givenAt !== undefined) mustBeGiven(member, self.now, answers.givenAt);
      const made = newImport(self, member, { id, fileName: basename(path), fileBytes });
      const rest = { fileHash, answers, mode, corrects, drafts: true, takenBy: worker };
      await addImport(tx, { ...made, ...rest });
    });
    await stage({ acting, of: await current(acting, id), worker, pause }, table);
  } finally {
    table.close();
  }
  const of = await current(acting, id);
  // Should this program die, a worker of the app takes over: it needs a session of its own for that, as for any file.
  await acting.house.db.transaction(async (tx) => {
    const self = orRefuse(await beginAs(tx, acting.token, acting.operationId));
    await giveWork({ tx, self, acting }, of, { state: "importing" }, worker);
  });
  await workOn({ acting, of: await current(acting, id), worker, pause });
  return current(acting, id);
}

async function current(acting: Acting, id: string): Promise<Import> {
  const of = await asBearer(acting, (tx, { operationId }) => findImport(tx, { operationId, id }));
  if (!of) throw new Error("an import that was just made is not there");
  return of;
}

async function hashOfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const bytes of createReadStream(path)) hash.update(bytes);
  return hash.digest("hex");
}
