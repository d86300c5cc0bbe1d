import { SignaturesAsked } from "./domain/operation-report/signing.ts";
import { commandOf, parsed, textOf } from "./form.server.ts";
import { reportIn } from "./operation-report-form.server.ts";
import type { Acting } from "./services/house.server.ts";
import { askSignatures } from "./services/report-signing.server.ts";

type Sent = { acting: Acting; report: string | undefined; form: FormData; intent: string };

/** What is done beside a draft, by the name of its form; null where the form is of the draft itself. */
export async function changeBesideDraftByForm({ acting, report: address, form, intent }: Sent) {
  const report = reportIn(address);
  switch (intent) {
    case "ask_signatures":
      await askSignatures(
        acting,
        commandOf(
          form,
          parsed(SignaturesAsked, {
            ...{ report, administrations: form.getAll("administrations[]"), sections: form.getAll("sections[]") },
          }),
        ),
      );
      break;
    default:
      return null;
  }
  return { done: intent, section: textOf(form, "section") };
}
