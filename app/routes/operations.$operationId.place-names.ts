import { z } from "zod";
import { Problem } from "#app/domain/problem.ts";
import { forParticipant } from "#app/http.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { placeNamesOf } from "#db/queries/place-names.server.ts";

const Ids = z.array(z.string().regex(/^[a-z]+:[A-Za-z0-9_.-]{1,40}$/)).max(500);

/** Names of places of the gazetteer, for reports that came in after the page was loaded. */
export const loader = forParticipant(async ({ acting, request }) => {
  const ids = Ids.safeParse(new URL(request.url).searchParams.getAll("id"));
  if (!ids.success) throw new Problem("invalid", "place.unknown");
  return read(acting, async (tx, self) => {
    memberOf(self);
    return Response.json(await placeNamesOf(tx, ids.data));
  });
});
