import type { Id } from "./domain/id.ts";
import { Problem } from "./domain/problem.ts";
import { SummaryInput } from "./domain/summary-input.ts";
import { commandOf, parsed, textOf, wholeOf } from "./form.server.ts";
import type { Acting } from "./services/house.server.ts";
import { writeSummary } from "./services/summaries.server.ts";
import type { Outcome } from "./services/write.server.ts";

/** Writes a summary, or takes it back by the button that says so: an empty field alone takes nothing back. */
export function summariseByForm(acting: Acting, seizure: Id, form: FormData): Promise<Outcome> {
  const takesBack = form.has("take_back");
  const said = { language: textOf(form, "language"), text: takesBack ? "" : textOf(form, "text") };
  const input = parsed(SummaryInput, { seizure, ...said, about: wholeOf(form, "about"), base: wholeOf(form, "base") });
  if (!takesBack && input.text === "") {
    throw new Problem("invalid", "form.invalid", {}, { fields: { text: ["summary.text.missing"] } });
  }
  return writeSummary(acting, commandOf(form, input));
}
