import { redirect } from "@remix-run/node";
import { forAnyone } from "#app/http.server.ts";
import { sessionHolds, signOut } from "#app/services/accounts.server.ts";
import { endedSessionCookie, tokenOfCookie } from "#app/session.server.ts";

/** Ends the session here and in the database, so that a copied cookie opens nothing either. */
export const action = forAnyone(async ({ request, context }) => {
  const token = tokenOfCookie(request.headers.get("Cookie"));
  const acting = { house: context.house, token: token ?? "", operationId: null };
  if (token && (await sessionHolds(acting))) await signOut(acting);
  throw redirect("/sign-in", { headers: { "Set-Cookie": endedSessionCookie(context.secure) } });
});

/** Leaving is an act, never an address. */
export function loader() {
  return redirect("/");
}
