import type { Id } from "./domain/id.ts";
import {
  HighlightChosen,
  HighlightCleared,
  HighlightRefused,
  HighlightTakenBack,
  HighlightTakenOut,
} from "./domain/operation-report/highlight.ts";
import { Problem } from "./domain/problem.ts";
import { commandOf, parsed, textOf, wholeOf } from "./form.server.ts";
import {
  chooseHighlight,
  clearHighlight,
  refuseHighlight,
  takeBackClearance,
  takeOutHighlight,
} from "./services/highlights.server.ts";
import type { Acting } from "./services/house.server.ts";

/** A case, and what a report is to say of it. */
export async function chooseByForm(acting: Acting, form: FormData, report: Id) {
  const said = { report, seizure: textOf(form, "seizure"), base: wholeOf(form, "base"), words: textOf(form, "words") };
  return chooseHighlight(acting, commandOf(form, parsed(HighlightChosen, said)));
}

export async function takeOutByForm(acting: Acting, form: FormData, report: Id) {
  const said = { report, seizure: textOf(form, "seizure"), base: wholeOf(form, "base") };
  return takeOutHighlight(acting, commandOf(form, parsed(HighlightTakenOut, said)));
}

/** An owner's word on what a report is to say, by the name of the form. */
export async function answerByForm(acting: Acting, form: FormData, intent: string) {
  const named = {
    report: textOf(form, "report"),
    seizure: textOf(form, "seizure"),
    version: wholeOf(form, "version"),
  };
  const [words, reason] = [textOf(form, "words"), textOf(form, "reason")];
  switch (intent) {
    case "clear":
      await clearHighlight(acting, commandOf(form, parsed(HighlightCleared, { ...named, words })));
      break;
    case "refuse":
      await refuseHighlight(acting, commandOf(form, parsed(HighlightRefused, { ...named, reason })));
      break;
    case "take_back":
      await takeBackClearance(acting, commandOf(form, parsed(HighlightTakenBack, { ...named, reason })));
      break;
    default:
      throw new Problem("invalid", "form.invalid");
  }
  return { done: intent };
}
