import { redirect } from "@remix-run/node";
import { Id } from "#app/domain/id.ts";
import { Problem } from "#app/domain/problem.ts";
import { placeOfView } from "#app/domain/view-address.ts";
import { forParticipant } from "#app/http.server.ts";
import { mustBeAllowed, read } from "#app/services/write.server.ts";
import { findView } from "#db/queries/saved-views.server.ts";

/** The address of a view that can be passed on: it leads to the page as the view has it today. */
export const loader = forParticipant(async ({ acting, operationId, params }) => {
  const view = await read(acting, async (tx, self) => {
    mustBeAllowed(self, "view.read");
    const id = Id.safeParse(params.viewId);
    return id.success ? findView(tx, operationId, id.data) : null;
  });
  if (!view) throw new Problem("not-found", "views.unknown");
  return redirect(`/operations/${operationId}/${placeOfView(view)}`);
});
