import { data } from "@remix-run/node";
import { z } from "zod";
import { Id } from "./domain/id.ts";
import { Problem } from "./domain/problem.ts";
import { commandOf, parsed, textOf } from "./form.server.ts";
import { continueExport, dropExport } from "./services/case-exports.server.ts";
import type { Acting } from "./services/house.server.ts";

type Sent = { acting: Acting; exportId: string | undefined; form: FormData; intent: string };

const GoOn = z.object({
  state: z.enum(["cases", "withdrawn", "done", "dropped"], "form.invalid"),
  after: z.string().max(100),
});

/** One word about an export that was begun, by the name of its form. */
export async function changeExportByForm({ acting, exportId: address, form, intent }: Sent) {
  const id = Id.safeParse(address);
  if (!id.success) throw new Problem("not-found", "export.unknown");
  const exportId = id.data;
  switch (intent) {
    case "go_on":
      await continueExport(
        acting,
        commandOf(form, { exportId, ...parsed(GoOn, { state: textOf(form, "state"), after: textOf(form, "after") }) }),
      );
      break;
    case "drop":
      await dropExport(acting, commandOf(form, { exportId }));
      break;
    default:
      throw new Problem("invalid", "form.invalid");
  }
  return data({ done: intent });
}
