import { z } from "zod";
import { decodeCursor, encodeCursor } from "#app/cursor.server.ts";
import { readFactFilter } from "#app/domain/fact-filter.ts";
import { Id } from "#app/domain/id.ts";
import { Problem } from "#app/domain/problem.ts";
import { SeizureInput } from "#app/domain/seizure.ts";
import { forMachine, readJson } from "#app/http.server.ts";
import { onlyUnitOf } from "#app/services/reading.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { memberOf, mustBeAllowed, read } from "#app/services/write.server.ts";
import { listSeizures, SORTS } from "#db/queries/seizures.server.ts";

const Create = z.object({ commandId: Id, seizure: SeizureInput });

/** Creates a report and sends it on its way: into national clearance, or released where the agency clears in no step. */
export const action = forMachine(async ({ request, acting }) => {
  if (request.method !== "POST") throw new Problem("invalid", "method.unknown");
  const { commandId, seizure } = await readJson(request, Create);
  return submitReport(acting, { id: commandId, input: seizure });
});

const Limit = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number)
  .pipe(z.number().min(1).max(500))
  .default(100);

/** Released seizures that the key's member may see (tier A), by the same filter as the screens. */
export const loader = forMachine(async ({ request, acting, operationId }) => {
  const params = new URL(request.url).searchParams;
  const { filter } = readFactFilter(params);
  const sort = z.enum(SORTS).catch("newest").parse(params.get("sort"));
  const limit = Limit.safeParse(params.get("limit") ?? undefined);
  if (!limit.success) throw new Problem("invalid", "body.invalid", {}, { fields: { limit: ["limit.range"] } });
  const wanted = {
    filter,
    search: params.get("search") ?? "",
    sort,
    cursor: decodeCursor(params.get("cursor")),
    limit: limit.data,
  };
  return read(acting, async (tx, self) => {
    const member = memberOf(self);
    if (!member.readsFacts) mustBeAllowed(self, "facts.read", { agencyId: member.agencyId, unitId: member.unitId });
    const page = await listSeizures(tx, operationId, { ...wanted, unitId: onlyUnitOf(member) });
    return { seizures: page.facts, total: page.total, next: encodeCursor(page.next) };
  });
});
