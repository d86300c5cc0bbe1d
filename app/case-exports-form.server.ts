import { data, redirect } from "@remix-run/node";
import { z } from "zod";
import { CEN_LAYOUTS } from "./domain/cen/mapping.ts";
import { Id } from "./domain/id.ts";
import { Problem } from "./domain/problem.ts";
import { commandOf, parsed, textOf } from "./form.server.ts";
import { beginExport, continueExport, dropExport } from "./services/case-exports.server.ts";
import type { Acting } from "./services/house.server.ts";

type Sent = { acting: Acting; exportId: string | undefined; form: FormData; intent: string };

const Begin = z.object({
  exportId: Id,
  layout: z.enum(CEN_LAYOUTS, "export.layout"),
  scope: z.enum(["changed", "all"], "export.scope"),
});
const GoOn = z.object({
  state: z.enum(["cases", "withdrawn", "done", "dropped"], "form.invalid"),
  after: z.string().max(100),
});

/** A workbook that is asked for: its page follows. */
export async function beginByForm({ acting, form }: Pick<Sent, "acting" | "form">) {
  const said = (name: string) => textOf(form, name);
  const input = parsed(Begin, { exportId: said("export"), layout: said("layout"), scope: said("scope") });
  await beginExport(acting, commandOf(form, input));
  return redirect(`/operations/${acting.operationId}/export/${input.exportId}`);
}

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
