import type { Id } from "#app/domain/id.ts";
import type { OutcomeSaid } from "#app/domain/outcome/said.ts";
import type { Acting } from "#app/services/house.server.ts";
import { tellOutcome } from "#app/services/outcomes.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { outcomesOf } from "#db/queries/outcomes.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { aVerdict } from "./outcome-said.ts";
import { aCommand } from "./world.ts";

export const tell = (by: Acting, seizure: Id, said: OutcomeSaid = aVerdict()) =>
  tellOutcome(by, aCommand({ seizure, corrects: null, said }));

/** A seizure that its contact point released by himself: his agency needs no approval. */
export async function aReleased(contact: Acting, over: Parameters<typeof aSeizureInput>[0] = {}): Promise<Id> {
  const input = aSeizureInput(over);
  await submitReport(contact, aCommand(input));
  return input.id;
}

/** What a reader reads of it, the newest version of each first. */
export const outcomesFor = (reader: Acting, seizure: Id) =>
  read(reader, (tx, self) => outcomesOf(tx, memberOf(self).operationId, seizure));
