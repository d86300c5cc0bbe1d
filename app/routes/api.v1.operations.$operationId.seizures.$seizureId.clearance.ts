import { z } from "zod";
import { Id } from "#app/domain/id.ts";
import { Problem } from "#app/domain/problem.ts";
import { Text } from "#app/domain/text.ts";
import { forMachine, readJson } from "#app/http.server.ts";
import { clearReport, returnReport } from "#app/services/clearance.server.ts";

const Decide = z.object({
  commandId: Id,
  decision: z.enum(["clear", "return"]),
  baseVersion: z.number().int().min(1),
  note: Text(1000).default(""),
});

/** One national approval, or a return to the author; the last approval releases. */
export const action = forMachine(async ({ request, params, acting }) => {
  if (request.method !== "POST") throw new Problem("invalid", "method.unknown");
  const seizure = Id.safeParse(params.seizureId);
  if (!seizure.success) throw new Problem("not-found", "report.unknown");
  const { commandId, decision, baseVersion, note } = await readJson(request, Decide);
  const command = { id: commandId, input: { seizure: seizure.data, baseVersion, note } };
  return decision === "clear" ? clearReport(acting, command) : returnReport(acting, command);
});
