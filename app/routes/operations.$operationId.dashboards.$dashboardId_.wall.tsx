import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { WallStart } from "#app/components/dashboards/wall-start.tsx";
import { renewAfterAnswer, sendOrKeep } from "#app/components/form/line-loss.ts";
import { useAnswer } from "#app/components/form/use-answer.ts";
import { Problem } from "#app/domain/problem.ts";
import { WALL_LOOK, wallAddress } from "#app/domain/wall.ts";
import { answeringForm, readForm } from "#app/form.server.ts";
import { forParticipant } from "#app/http.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { mustBeAllowed, read } from "#app/services/write.server.ts";
import { startByForm, stopByForm, wallStartPage } from "#app/wall-start.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "wall.title") }];

export const clientAction = sendOrKeep;
export const shouldRevalidate = renewAfterAnswer;

export const loader = forParticipant(async ({ acting, params }) =>
  read(acting, (tx, self) => wallStartPage(tx, self, params.dashboardId)),
);

export const action = forParticipant(async ({ request, acting, params }) => {
  const form = await readForm(request);
  return answeringForm(form, async (intent) => {
    // Who may start none is told so, and not what is wrong with the form.
    await read(acting, async (_, self) => mustBeAllowed(self, "wall.start"));
    if (intent === "start") {
      const { token } = await startByForm(acting, form, params.dashboardId);
      return { done: intent, address: new URL(wallAddress(`/wall/${token}`, form.get(WALL_LOOK)), request.url).href };
    }
    if (intent === "end") return { done: intent, ...(await stopByForm(acting, form, params.dashboardId)) };
    throw new Problem("not-found", "wall.unknown");
  });
});

export default function StartWall() {
  return <WallStart {...useLoaderData<typeof loader>()} answer={useAnswer<typeof action>()} />;
}
