import { z } from "zod";
import { AWAITED_FORMS, CONTRIBUTION_FORMS } from "./domain/operation-report/report-forms.ts";
import { commandOf, parsed, textOf } from "./form.server.ts";
import type { Locale } from "./messages/index.ts";
import { editionIn } from "./operation-report-form.server.ts";
import { mustReadEdition } from "./report-files-page.server.ts";
import type { Acting } from "./services/house.server.ts";
import { askForReportFile } from "./services/report-files.server.ts";
import { read } from "./services/write.server.ts";

type Sent = {
  acting: Acting;
  params: Readonly<Record<string, string | undefined>>;
  form: FormData;
  intent: string;
  locale: Locale;
};

const Asked = z.object({ form: z.enum([...AWAITED_FORMS, ...CONTRIBUTION_FORMS], "form.invalid") });

/** A file that is asked for; null for every other form of the page. */
export async function askForFileByForm({ acting, params, form, intent, locale }: Sent) {
  if (intent !== "make_file") return null;
  const named = editionIn(params);
  const asked = parsed(Asked, { form: textOf(form, "form") });
  await read(acting, (tx, self) => mustReadEdition(tx, self, named));
  const { id } = commandOf(form, null);
  // The file has the id of the command that asked for it.
  const input = { file: id, report: named.report, edition: named.number, form: asked.form, locale };
  await askForReportFile(acting, { id, input });
  return { done: intent };
}
