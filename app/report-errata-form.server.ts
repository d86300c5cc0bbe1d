import { ErratumAdded, ErratumWithdrawn } from "./domain/operation-report/erratum.ts";
import { Problem } from "./domain/problem.ts";
import { commandOf, parsed, textOf } from "./form.server.ts";
import { editionIn } from "./operation-report-form.server.ts";
import type { Acting } from "./services/house.server.ts";
import { addErratum, withdrawErratum } from "./services/report-errata.server.ts";

type Sent = { acting: Acting; params: Readonly<Record<string, string | undefined>>; form: FormData; intent: string };

/** What is found wrong in a published version, or taken back. */
export async function correctEditionByForm({ acting, params, form, intent }: Sent) {
  const { report, number: edition } = editionIn(params);
  const reason = textOf(form, "reason");
  switch (intent) {
    case "add_erratum": {
      const said = {
        section: textOf(form, "section"),
        line: textOf(form, "line"),
        said: textOf(form, "said"),
        correct: textOf(form, "correct"),
      };
      await addErratum(acting, commandOf(form, parsed(ErratumAdded, { report, edition, ...said, reason })));
      break;
    }
    case "withdraw_erratum": {
      const erratum = textOf(form, "erratum");
      await withdrawErratum(acting, commandOf(form, parsed(ErratumWithdrawn, { report, edition, erratum, reason })));
      break;
    }
    default:
      throw new Problem("invalid", "form.invalid");
  }
  return { done: intent };
}
