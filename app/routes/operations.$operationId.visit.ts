import { redirect } from "@remix-run/node";
import { forParticipant } from "#app/http.server.ts";
import { noteVisit } from "#app/services/visits.server.ts";

/** The first page says that somebody has it before his eyes. */
export const action = forParticipant(async ({ acting }) => {
  await noteVisit(acting);
  return Response.json({});
});

/** Nothing to see here. */
export function loader() {
  return redirect("/");
}
