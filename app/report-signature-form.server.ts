import { SignatureGiven, SignatureRefused } from "./domain/operation-report/signing.ts";
import { Problem } from "./domain/problem.ts";
import { commandOf, parsed, textOf } from "./form.server.ts";
import { reportIn } from "./operation-report-form.server.ts";
import type { Acting } from "./services/house.server.ts";
import { refuseToSign, signFigures } from "./services/report-signing.server.ts";

type Sent = { acting: Acting; report: string | undefined; form: FormData; intent: string };

/** The answer of an administration to what it is asked. */
export async function answerSigningByForm({ acting, report: address, form, intent }: Sent) {
  const given = { report: reportIn(address), request: textOf(form, "request"), hash: textOf(form, "hash") };
  switch (intent) {
    case "sign":
      await signFigures(acting, commandOf(form, parsed(SignatureGiven, given)));
      break;
    case "refuse":
      await refuseToSign(
        acting,
        commandOf(form, parsed(SignatureRefused, { ...given, reason: textOf(form, "reason") })),
      );
      break;
    default:
      throw new Problem("invalid", "form.invalid");
  }
  return { done: intent };
}
