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
  if (params.has(KNOWN)) return answer(await knownFactsFor(acting, params));
  const snapshot = await snapshotFor(acting, { withFacts: params.get("only") !== "numbers" });
  const small = takesBrotli(request) ? await snapshot.small() : null;
  return small ? answer(small, { "Content-Encoding": "br" }) : answer(snapshot.text());
});

function answer(body: string | Buffer<ArrayBuffer>, headers: Record<string, string> = {}): Response {
  return new Response(body, {
    headers: { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store", ...headers },
  });
}

function takesBrotli(request: Request): boolean {
  return /\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(request.headers.get("Accept-Encoding") ?? "");
}
