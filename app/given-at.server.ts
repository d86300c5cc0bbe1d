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
    const givenAt = givenAtOf(await agencyZone(tx, self), typed);
    if (!givenAt) throw wrongTime("clearance.given.malformed");
    const reports = (await listReports(tx, operationId)).filter(({ id }) => ids.has(id));
    for (const { input } of reports) {
      const wrong = input && wrongGivenAt(givenAt, input, { zone: operation.zone, now: self.now });
      if (wrong) throw wrongTime(wrong);
    }
    return givenAt;
  });
}

const wrongTime = (key: string) => new Problem("invalid", "form.invalid", {}, { fields: { givenAt: [key] } });
