import { redirect } from "@remix-run/node";
import { forAnyone } from "#app/http.server.ts";
import { readWall } from "#app/services/walls.server.ts";
import { wallCookie } from "#app/session.server.ts";

/** What opens a wall, opened on the screen that is to show it. What opens nothing changes nothing on the screen. */
export const loader = forAnyone(async ({ params, context }) => {
  const token = params.token ?? "";
  const until = await readWall(context.house, token, async (_, { expiresAt }) => expiresAt);
  const headers: Record<string, string> = until
    ? { "Set-Cookie": wallCookie(token, { secure: context.secure, until }) }
    : {};
  return redirect(until ? "/wall" : "/wall?unknown", { headers });
});
