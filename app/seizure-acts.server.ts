import { redirect } from "@remix-run/node";
import { z } from "zod";
import { linkByForm } from "./case-links-form.server.ts";
import { askByForm, verifyByForm } from "./checking-form.server.ts";
import { ErasingPart } from "./domain/erasing.ts";
import { Id } from "./domain/id.ts";
import { Problem } from "./domain/problem.ts";
import { Order } from "./domain/seizure-form/amend.ts";
import { RequiredText, Text } from "./domain/text.ts";
import { answeringForm, commandOf, parsed, textOf, wholeOf } from "./form.server.ts";
import { givenAtFor } from "./given-at.server.ts";
import { takeBackByForm, tellByForm } from "./outcome-form.server.ts";
import { notePrinting } from "./services/access-log.server.ts";
import { answerQuestion } from "./services/checks.server.ts";
import { clearReport, returnReport } from "./services/clearance.server.ts";
import { eraseSeizure } from "./services/erasing.server.ts";
import type { Acting } from "./services/house.server.ts";
import { narrowSeizure } from "./services/narrowing.server.ts";
import { confirmEntry, objectToEntry } from "./services/on-behalf.server.ts";
import { discardDraft } from "./services/reports.server.ts";
import { holdSeizure, unholdSeizure, withdrawSeizure } from "./services/seizures.server.ts";
import type { Outcome } from "./services/write.server.ts";
import { summariseByForm } from "./summary-form.server.ts";

const Reason = Text(1000);
const Keep = z.object({ keep: z.array(Id).max(400) });
const Answer = z.object({ question: Id, answer: RequiredText(4000) });

type Acts = { acting: Acting; operationId: Id; seizure: Id; form: FormData; requestId: string };

/** One act on a seizure or report, by the name of its form. */
export async function actOnSeizure(acts: Acts) {
  return answeringForm(acts.form, async (intent) => {
    const outcome = await act(acts, intent);
    if (intent === "discard") return redirect(`/operations/${acts.operationId}/seizures`);
    if (intent === "link") return { linked: outcome.answer };
    return { done: intent, lost: outcome.lost };
  });
}

async function act({ acting, seizure, form, requestId }: Acts, intent: string): Promise<Outcome> {
  const base = wholeOf(form, "base");
  const standing = () => commandOf(form, { seizure, base, reason: parsedText(Reason, form, "reason") });
  const decision = () => commandOf(form, { seizure, baseVersion: base, note: parsedText(Reason, form, "note") });
  if (intent.startsWith("answer-")) {
    const said = { question: textOf(form, "question"), answer: textOf(form, "answer") };
    return answerQuestion(acting, commandOf(form, { ...parsed(Answer, said), seizure }));
  }
  switch (intent) {
    case "withdraw":
      return withdrawSeizure(acting, standing());
    case "narrow": {
      const { keep } = parsed(Keep, { keep: form.getAll("keep") });
      const reason = parsedText(Reason, form, "reason");
      return narrowSeizure(acting, commandOf(form, { seizure, base, keep, reason }));
    }
    case "hold":
      return holdSeizure(acting, standing());
    case "unhold":
      return unholdSeizure(acting, standing());
    case "erase": {
      const { reason, ...order } = parsed(ErasingPart, {
        reason: textOf(form, "reason"),
        reference: textOf(form, "reference"),
        approver: textOf(form, "approver"),
      });
      return eraseSeizure(acting, commandOf(form, { seizure, base, reason, order }), textOf(form, "confirm"));
    }
    case "printed":
      return notePrinting(acting, { seizure, requestId });
    case "verify":
      return verifyByForm(acting, seizure, form);
    case "ask":
      return askByForm(acting, seizure, form);
    case "summarise":
      return summariseByForm(acting, seizure, form);
    case "link":
      return linkByForm(acting, form);
    case "outcome":
      return tellByForm(acting, seizure, form);
    case "withdraw_outcome":
      return takeBackByForm(acting, seizure, form);
    case "clear":
      return clearByForm(acting, seizure, form);
    case "return":
      return returnReport(acting, decision());
    case "confirm_entry":
      return confirmEntry(acting, commandOf(form, { seizure }));
    case "object_entry":
      return objectToEntry(acting, commandOf(form, { seizure, objection: parsedText(Reason, form, "objection") }));
    case "discard":
      return discardDraft(acting, commandOf(form, { seizure, baseVersion: base }));
    default:
      throw new Problem("invalid", "form.invalid");
  }
}

/** The same that the tray takes for several at once: on whose word, and when the approval was given. */
async function clearByForm(acting: Acting, seizure: Id, form: FormData): Promise<Outcome> {
  const order = parsed(Order, {
    reference: textOf(form, "order.reference"),
    approver: textOf(form, "order.approver"),
  });
  const typed = parsedText(Text(40), form, "givenAt");
  const note = parsedText(Reason, form, "note");
  const givenAt = typed === "" ? undefined : await givenAtFor(acting, typed, [{ seizure }]);
  return clearReport(acting, commandOf(form, { seizure, baseVersion: wholeOf(form, "base"), note, order, givenAt }));
}

function parsedText(schema: z.ZodType<string>, form: FormData, name: string): string {
  return parsed(z.object({ [name]: schema }), { [name]: textOf(form, name) })[name] ?? "";
}
