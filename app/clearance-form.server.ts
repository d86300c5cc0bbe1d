import { z } from "zod";
import { AT_ONCE } from "./clearance-page.server.ts";
import { CLEARANCE_ACTS, type ClearanceAct, type Decided } from "./domain/clearance.ts";
import { Id } from "./domain/id.ts";
import { Problem } from "./domain/problem.ts";
import { Order } from "./domain/seizure-form/amend.ts";
import { Text } from "./domain/text.ts";
import { parsed, textOf, wholeOf } from "./form.server.ts";
import { givenAtFor } from "./given-at.server.ts";
import { clearReport, type Decision, putOnHold, returnReport, takeUpAgain } from "./services/clearance.server.ts";
import type { Acting } from "./services/house.server.ts";
import { type Command, mustBeAllowed, type Outcome, read } from "./services/write.server.ts";

const ACTS: Record<ClearanceAct, (acting: Acting, command: Command<Decision>) => Promise<Outcome>> = {
  clear: clearReport,
  return: returnReport,
  put_on_hold: putOnHold,
  take_up: takeUpAgain,
};

/** Acts that nobody can follow without a reason, and what to say where it is missing. */
const NEEDS_REASON: Partial<Record<ClearanceAct, string>> = {
  return: "report.return.reason",
  put_on_hold: "report.hold.reason",
};

const Several = z.object({
  act: z.enum(CLEARANCE_ACTS, "form.invalid"),
  chosen: z
    .array(z.object({ seizure: Id, baseVersion: z.number().int().min(1), command: Id }))
    .min(1, "clearance.none_chosen")
    .max(AT_ONCE, "clearance.none_chosen"),
  note: Text(1000),
  order: Order,
  givenAt: Text(40),
});

/**
 * Decides on each chosen report by itself, one after the other: what is refused for one (changed since, a second person
 * needed) leaves the others as decided. The same form sent again gives the same answers.
 */
export async function decideByForm(acting: Acting, form: FormData, intent: string): Promise<Decided[]> {
  await read(acting, async (_, self) => mustBeAllowed(self, "report.clear", { agencyId: self.member?.agencyId }));
  const {
    act,
    chosen,
    note,
    order,
    givenAt: typed,
  } = parsed(Several, {
    act: intent,
    chosen: form.getAll("chosen").map((seizure) => ({
      seizure,
      baseVersion: wholeOf(form, `base.${seizure}`),
      command: textOf(form, `command.${seizure}`),
    })),
    note: textOf(form, "note"),
    order: { reference: textOf(form, "order.reference"), approver: textOf(form, "order.approver") },
    givenAt: textOf(form, "givenAt"),
  });
  const givenAt = act === "clear" && typed !== "" ? await givenAtFor(acting, typed, chosen) : undefined;
  const missing = NEEDS_REASON[act];
  if (missing && note === "") throw new Problem("invalid", "form.invalid", {}, { fields: { note: [missing] } });
  const decided: Decided[] = [];
  for (const { seizure, baseVersion, command } of chosen) {
    const input = { seizure, baseVersion, note, order, givenAt };
    decided.push(await decideOne(seizure, () => ACTS[act](acting, { id: command, input })));
  }
  return decided;
}

async function decideOne(seizure: Id, decide: () => Promise<Outcome>): Promise<Decided> {
  try {
    const { state = "", onHold } = await decide();
    return { seizure, state: onHold === "true" ? "on_hold" : state, problem: "", values: {} };
  } catch (thrown) {
    if (!(thrown instanceof Problem) || thrown.kind === "unauthenticated" || thrown.kind === "unavailable")
      throw thrown;
    // What stands in the way may be a field of the report itself: a case number that is taken meanwhile.
    const [field = thrown.message] = Object.values(thrown.detail.fields ?? {}).flat();
    return { seizure, state: null, problem: field, values: thrown.values };
  }
}
