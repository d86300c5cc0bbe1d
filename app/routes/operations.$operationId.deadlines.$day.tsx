import { data, type MetaFunction } from "@remix-run/node";
import { useLoaderData, useRevalidator } from "@remix-run/react";
import { DeadlinePage } from "#app/components/deadlines/deadline-page.tsx";
import { RefusedState } from "#app/components/ui/states.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { LocalDate } from "#app/domain/local-date.ts";
import { Problem } from "#app/domain/problem.ts";
import { forParticipant } from "#app/http.server.ts";
import { useFrames } from "#app/live/live-context.tsx";
import { pageTitle } from "#app/page-title.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { correctedSince, findDeadline } from "#db/queries/deadlines.server.ts";
import { erasedOf } from "#db/queries/erasures.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "deadlines.title") }];

export const loader = forParticipant(async ({ acting, operationId, params }) => {
  const day = LocalDate.safeParse(params.day);
  if (!day.success) throw new Problem("not-found", "deadline.unknown");
  const page = await read(acting, async (tx, self) => {
    if (!memberOf(self).readsFacts) return null;
    const deadline = await findDeadline(tx, operationId, day.data);
    if (!deadline) throw new Problem("not-found", "deadline.unknown");
    const { dueAt, frozenAt, figures } = deadline;
    const [corrected, erased] = await Promise.all([
      correctedSince(tx, operationId, dueAt),
      erasedOf(tx, operationId, day.data),
    ]);
    return { day: day.data, dueAt: dueAt.toISOString(), frozenAt: frozenAt.toISOString(), figures, corrected, erased };
  });
  return data({ page }, { status: page ? 200 : 403 });
});

/** One deadline: what was counted then, and what reads otherwise today. */
export default function DeadlineOfDay() {
  const text = useText();
  const { page } = useLoaderData<typeof loader>();
  const { revalidate } = useRevalidator();
  // The sum stands still; what was corrected since does not.
  useFrames("operation", revalidate);
  if (!page) return <RefusedState title={text("seizures.refused.title")}>{text("seizures.refused.text")}</RefusedState>;
  return <DeadlinePage {...page} />;
}
