import { readTypedDecimal } from "./domain/decimal.ts";
import type { Id } from "./domain/id.ts";
import { OutcomeSaid, OutcomeTold, OutcomeWithdrawn } from "./domain/outcome/said.ts";
import { commandOf, parsed, textOf, wholeOf } from "./form.server.ts";
import type { Acting } from "./services/house.server.ts";
import { tellOutcome, withdrawOutcome } from "./services/outcomes.server.ts";
import type { Outcome } from "./services/write.server.ts";

/** Tells what became of a case, or corrects what was told. */
export async function tellByForm(acting: Acting, seizure: Id, form: FormData): Promise<Outcome> {
  const said = parsed(OutcomeSaid, saidIn(form));
  const outcome = textOf(form, "outcome");
  const corrects = outcome === "" ? null : { outcome, base: wholeOf(form, "base"), reason: textOf(form, "reason") };
  return tellOutcome(acting, commandOf(form, correctedIn({ seizure, corrects, said })));
}

export async function takeBackByForm(acting: Acting, seizure: Id, form: FormData): Promise<Outcome> {
  const named = { outcome: textOf(form, "outcome"), base: wholeOf(form, "base"), reason: textOf(form, "reason") };
  return withdrawOutcome(acting, commandOf(form, parsed(OutcomeWithdrawn, { seizure, ...named })));
}

/** A fault of the reason stands at the form's own field for it. */
function correctedIn(told: { seizure: Id; corrects: object | null; said: OutcomeSaid }): OutcomeTold {
  if (told.corrects) parsed(OutcomeTold.shape.corrects.unwrap(), told.corrects);
  return parsed(OutcomeTold, told);
}

/** Every field that a kind may have; a schema takes those of its own. What is empty is not known, and never 0. */
function saidIn(form: FormData) {
  const maybe = (name: string) => textOf(form, name).trim() || null;
  const whole = (name: string) => (maybe(name) === null ? null : wholeOf(form, name));
  const mark = textOf(form, "mark") === "," ? "," : ".";
  // What is no number stays as it was typed: the schema refuses it at its field.
  const decimal = (name: string) => {
    const typed = maybe(name);
    return typed === null ? null : (readTypedDecimal(typed, mark) ?? typed);
  };
  return {
    ...{ kind: textOf(form, "kind"), on: maybe("on") ?? undefined },
    ...{ reference: textOf(form, "reference"), note: textOf(form, "note") },
    ...{ finding: textOf(form, "finding"), commodity: maybe("commodity"), taxon: textOf(form, "taxon") },
    ...{ purityPercent: decimal("purityPercent"), persons: whole("persons"), statute: textOf(form, "statute") },
    ...{ offences: form.getAll("offences[]"), result: textOf(form, "result"), finality: textOf(form, "finality") },
    ...{ sanction: textOf(form, "sanction"), length: whole("length"), term: maybe("term") },
    ...{ amount: decimal("amount"), currency: maybe("currency")?.toUpperCase() ?? null },
    ...{ measure: textOf(form, "measure"), what: textOf(form, "what") },
    ...{ disposal: textOf(form, "disposal"), quantity: decimal("quantity"), unit: maybe("unit") },
  };
}
