import { redirect } from "@remix-run/node";
import { z } from "zod";
import { CEN_LAYOUTS } from "./domain/cen/mapping.ts";
import { Id } from "./domain/id.ts";
import { Problem } from "./domain/problem.ts";
import { commandOf, parsed, textOf } from "./form.server.ts";
import { beginExport } from "./services/case-exports.server.ts";
import type { Acting } from "./services/house.server.ts";

type Sent = { acting: Acting; form: FormData; intent: string };

const Begin = z.object({
  exportId: Id,
  layout: z.enum(CEN_LAYOUTS, "export.layout"),
  scope: z.enum(["changed", "all"], "export.scope"),
});

/** A workbook that is asked for: its page follows. */
export async function beginExportByForm({ acting, form, intent }: Sent) {
  if (intent === "begin") {
    const said = (name: string) => textOf(form, name);
    const input = parsed(Begin, { exportId: said("export"), layout: said("layout"), scope: said("scope") });
    await beginExport(acting, commandOf(form, input));
    return redirect(`/operations/${acting.operationId}/export/${input.exportId}`);
  }
  throw new Problem("invalid", "form.invalid");
}
