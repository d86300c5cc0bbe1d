import { forParticipant } from "#app/http.server.ts";
import { snapshotFor } from "#app/services/snapshot.server.ts";

/** With what the browser's snapshot begins. Asked for `?only=numbers`, whether there is still anything to follow. */
export const loader = forParticipant(async ({ acting, request }) => {
  const numbersOnly = new URL(request.url).searchParams.get("only") === "numbers";
  const snapshot = await snapshotFor(acting, { withFacts: !numbersOnly });
  return new Response(snapshot, {
    headers: { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" },
  });
});
