import { Problem } from "#app/domain/problem.ts";
import { forParticipant } from "#app/http.server.ts";
import { nationalBoundaries } from "#app/services/boundaries.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { findOperation } from "#db/queries/operations.server.ts";

/** The lines, countries and places of labels that the operation's map draws instead of its own, under `national`. */
export const loader = forParticipant(async ({ acting, operationId, context }) => {
  const operation = await read(acting, async (tx, self) => {
    memberOf(self);
    return findOperation(tx, operationId);
  });
  if (operation?.plan.boundaryProfile !== "national") throw new Problem("not-found", "operation.boundaries.files");
  return Response.json(await nationalBoundaries(context.boundariesFolder, operation.code), {
    headers: { "Cache-Control": "private, no-cache" },
  });
});
