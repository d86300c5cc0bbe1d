import { z } from "zod";
import { LINK_ANSWERS } from "./domain/case-links/standing.ts";
import { Id } from "./domain/id.ts";
import { Problem } from "./domain/problem.ts";
import { RequiredText, Text } from "./domain/text.ts";
import { commandOf, parsed, textOf, wholeOf } from "./form.server.ts";
import { answerLink, linkByNumber } from "./services/case-links.server.ts";
import type { Acting } from "./services/house.server.ts";
import type { Outcome } from "./services/write.server.ts";

const Said = z.object({
  pair: z.tuple([Id, Id]),
  answer: z.enum(LINK_ANSWERS),
  base: z.number().int().min(0),
  note: Text(1000),
});

const Named = z.object({
  seizure: Id,
  number: RequiredText(60, "links.number.missing"),
  note: RequiredText(1000, "links.why.missing"),
});

/**
 * That two cases belong together, or do not, or that what was said is taken back. The other case may be named by its
 * number, where no rule suggests it.
 */
export function linkByForm(acting: Acting, form: FormData): Promise<Outcome> {
  if (form.has("number")) return linkByNumberByForm(acting, form);
  const said = parsed(Said, {
    pair: textOf(form, "pair").split(" "),
    answer: textOf(form, "answer"),
    base: wholeOf(form, "base"),
    note: textOf(form, "note"),
  });
  const [one, other] = said.pair;
  if (one === other) throw new Problem("not-found", "seizure.unknown");
  return answerLink(acting, commandOf(form, said));
}

function linkByNumberByForm(acting: Acting, form: FormData): Promise<Outcome> {
  const named = parsed(Named, {
    seizure: textOf(form, "of"),
    number: textOf(form, "number"),
    note: textOf(form, "note"),
  });
  return linkByNumber(acting, commandOf(form, named));
}
