import { KNOWN } from "#app/domain/known-moment.ts";
import { forParticipant } from "#app/http.server.ts";
import { knownFactsFor } from "#app/services/known-moments.server.ts";
import { snapshotFor } from "#app/services/snapshot.server.ts";

/**
 * With what the browser's snapshot begins. Asked for `?only=numbers`, whether there is still anything to follow; for
 * `?known=`, what was known at a moment of the past, which nothing follows.
 */
export const loader = forParticipant(async ({ acting, request }) => {
  const params = new URL(request.url).searchParams;
  const snapshot = params.has(KNOWN)
    ? await knownFactsFor(acting, params)
    : await snapshotFor(acting, { withFacts: params.get("only") !== "numbers" });
  return new Response(snapshot, {
    headers: { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" },
  });
});
