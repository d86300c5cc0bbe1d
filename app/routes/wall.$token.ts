import { redirect } from "@remix-run/node";
import { WALL_LOOK, wallAddress } from "#app/domain/wall.ts";
import { forAnyone } from "#app/http.server.ts";
import { readWall } from "#app/services/walls.server.ts";
import { wallCookie } from "#app/session.server.ts";

/** What opens a wall, opened on the screen that is to show it. What opens nothing changes nothing on the screen. */
export const loader = forAnyone(async ({ request, params, context }) => {
  const token = params.token ?? "";
  const until = await readWall(context.house, token, async (_, { expiresAt }) => expiresAt);
  const headers: Record<string, string> = until
    ? { "Set-Cookie": wallCookie(token, { secure: context.secure, until }) }
    : {};
  return redirect(until ? wallAddress("/wall", new URL(request.url).searchParams.get(WALL_LOOK)) : "/wall?unknown", {
    headers,
  });
});
