import { z } from "zod";
import { Id } from "./domain/id.ts";
import { Problem } from "./domain/problem.ts";
import { Text } from "./domain/text.ts";
import { commandOf, parsed, textOf } from "./form.server.ts";
import { agreeToMerge, closeDuplicate, proposeJoint, proposeMerge, tellApart } from "./services/duplicates.server.ts";
import type { Acting } from "./services/house.server.ts";
import type { Outcome } from "./services/write.server.ts";

const Pair = z.object({ id: Id, kept: Id, dropped: Id, note: Text(1000) });
const Close = z.object({ duplicate: Id, note: Text(1000) });

/** Proposes, tells apart, agrees or closes, by the name of the form. */
export async function decideOnPair(acting: Acting, form: FormData, intent: string): Promise<Outcome> {
  const note = textOf(form, "note");
  const pair = () => {
    const [kept = "", dropped = ""] = textOf(form, "pair").split(" ");
    return parsed(Pair, { id: textOf(form, "id"), kept, dropped, note });
  };
  const duplicate = textOf(form, "duplicate");
  switch (intent) {
    case "merge":
      return proposeMerge(acting, commandOf(form, pair()));
    case "join":
      return proposeJoint(acting, commandOf(form, pair()));
    case "apart":
      return tellApart(acting, commandOf(form, pair()));
    case "agree":
      return agreeToMerge(
        acting,
        commandOf(form, { duplicate: parsed(z.object({ duplicate: Id }), { duplicate }).duplicate }),
      );
    case "close":
      return closeDuplicate(acting, commandOf(form, parsed(Close, { duplicate, note })));
    default:
      throw new Problem("invalid", "form.invalid");
  }
}
