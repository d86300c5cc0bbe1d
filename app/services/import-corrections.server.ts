import type { Import } from "#db/queries/imports.server.ts";
import { findNominal } from "#db/queries/seizures.server.ts";
import type { Id } from "../domain/id.ts";
import type { Acting } from "./house.server.ts";
import type { Plan } from "./import-cases.server.ts";
import { submitReport } from "./reports.server.ts";
import { amendSeizure } from "./seizures.server.ts";
import { memberOf, read } from "./write.server.ts";

/** Makes of what is here what the file says now: a released seizure is amended, a report on its way is sent anew. */
export async function correct(
  acting: Acting,
  { here, input }: Extract<Plan, { act: "update" }>,
  { fileName, answers: { givenAt } }: Import,
  commandId: Id,
): Promise<void> {
  if (!input) return;
  if (!here.base) {
    const times = givenAt === undefined ? undefined : { givenAt: new Date(givenAt) };
    await submitReport(acting, { id: commandId, input }, times);
    return;
  }
  const nominal = await read(acting, (tx, self) => findNominal(tx, memberOf(self).operationId, here.id));
  await amendSeizure(acting, {
    id: commandId,
    input: {
      seizure: { ...input, nominal: nominal?.nominal ?? null },
      base: { ...here.base, nominal: nominal?.version ?? 0 },
      kind: "own_error",
      reason: fileName,
    },
  });
}
