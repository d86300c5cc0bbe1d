import { z } from "zod";
import { Id } from "./domain/id.ts";
import { RequiredText } from "./domain/text.ts";
import { ASKED_ABOUT } from "./domain/verification.ts";
import { commandOf, parsed, textOf, wholeOf } from "./form.server.ts";
import { askQuestion, verifySeizure } from "./services/checks.server.ts";
import type { Acting } from "./services/house.server.ts";
import type { Outcome } from "./services/write.server.ts";

const Question = z.object({ id: Id, field: z.enum(ASKED_ABOUT, "form.invalid"), question: RequiredText(2000) });

/** Calls a seizure checked, as the version that the form was shown with. */
export function verifyByForm(acting: Acting, seizure: Id, form: FormData): Promise<Outcome> {
  return verifySeizure(acting, commandOf(form, { seizure, base: wholeOf(form, "base") }));
}

/** Asks its owner about one thing. */
export function askByForm(acting: Acting, seizure: Id, form: FormData): Promise<Outcome> {
  const said = { id: textOf(form, "id"), field: textOf(form, "field"), question: textOf(form, "question") };
  return askQuestion(acting, commandOf(form, { ...parsed(Question, said), seizure }));
}
