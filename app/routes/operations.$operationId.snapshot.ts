import { encodeFacts } from "#app/domain/fact-codec.ts";
import { forParticipant } from "#app/http.server.ts";
import { snapshotFor } from "#app/services/snapshot.server.ts";

/** With what the browser's snapshot begins. Asked for `?only=numbers`, whether there is still anything to follow. */
export const loader = forParticipant(async ({ acting, request }) => {
  const numbersOnly = new URL(request.url).searchParams.get("only") === "numbers";
  const { facts, ...rest } = await snapshotFor(acting, { withFacts: !numbersOnly });
  return Response.json({ ...rest, facts: encodeFacts(facts) }, { headers: { "Cache-Control": "no-store" } });
});
