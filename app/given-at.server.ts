import type { Tx } from "#db/client.server.ts";
import type { Self } from "#db/queries/acting.server.ts";
import { listReports } from "#db/queries/reports.server.ts";
import { agencyZone } from "./agency-zone.server.ts";
import { givenAtOf, wrongGivenAt } from "./domain/clearance-time.ts";
import type { Id } from "./domain/id.ts";
import { Problem } from "./domain/problem.ts";
import type { Acting } from "./services/house.server.ts";
import { memberOf, read } from "./services/write.server.ts";

/** When the approval was given, by the agency's clock; refused before any is decided on if it fits one of them not. */
export async function givenAtFor(acting: Acting, typed: string, chosen: readonly { seizure: Id }[]): Promise<Date> {
  const ids = new Set(chosen.map(({ seizure }) => seizure));
  return read(acting, async (tx, self) => {
    const { operationId, operation } = memberOf(self);
    const givenAt = await readGivenAt(tx, self, typed);
    const reports = (await listReports(tx, operationId)).filter(({ id }) => ids.has(id));
    for (const { input } of reports) {
      const wrong = input && wrongGivenAt(givenAt, input, { zone: operation.zone, now: self.now });
      if (wrong) throw wrongTime(wrong);
    }
    return givenAt;
  });
}

/** The same of a file, whose rows are looked at one by one when they are imported. */
export async function givenAtForFile(acting: Acting, typed: string): Promise<string | undefined> {
  if (typed === "") return undefined;
  return (await read(acting, (tx, self) => readGivenAt(tx, self, typed))).toISOString();
}

async function readGivenAt(tx: Tx, self: Self, typed: string): Promise<Date> {
  const givenAt = givenAtOf(await agencyZone(tx, self), typed);
  if (!givenAt) throw wrongTime("clearance.given.malformed");
  return givenAt;
}

const wrongTime = (key: string) => new Problem("invalid", "form.invalid", {}, { fields: { givenAt: [key] } });
