import { z } from "zod";
import { ReasonGiven } from "./domain/closing.ts";
import { LocalDate } from "./domain/local-date.ts";
import { Problem } from "./domain/problem.ts";
import { commandOf, parsed, textOf, wholeOf } from "./form.server.ts";
import { giveReason, sayKeptUntil } from "./services/closing.server.ts";
import type { Acting } from "./services/house.server.ts";
import { moveOperation } from "./services/operations.server.ts";

type Sent = { acting: Acting; form: FormData; intent: string };

const Kept = z.object({ until: z.union([z.literal("").transform(() => null), LocalDate]) });

/** A word about the end of an operation, by the name of its form. */
export async function closeByForm({ acting, form, intent }: Sent) {
  const said = (name: string) => textOf(form, name);
  switch (intent) {
    case "leave_open": {
      const given = { what: said("what"), open: wholeOf(form, "open"), reason: said("reason") };
      await giveReason(acting, commandOf(form, parsed(ReasonGiven, given)));
      break;
    }
    case "close":
      await moveOperation(acting, commandOf(form, { from: "debrief", to: "closed", reason: "" }));
      break;
    case "keep":
      await sayKeptUntil(acting, commandOf(form, parsed(Kept, { until: said("until") })));
      break;
    default:
      throw new Problem("invalid", "form.invalid");
  }
  return { done: intent };
}
