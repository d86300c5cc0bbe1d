import { z } from "zod";
import { addError, errorsOf, type FieldErrors } from "../field-errors.ts";
import type { Id } from "../id.ts";
import { instantAt, LocalDate, localDateIn } from "../local-date.ts";
import { RequiredText } from "../text.ts";
import { CHANNELS, type Channel } from "./channels.ts";
import { type FormFields, textOf } from "./rows.ts";
import { readClock } from "./time.ts";

export { CHANNELS, type Channel };

/** On whose behalf a report is entered. The informant is known to the own agency alone. */
export type Behalf = { unitId: Id; informant: string; channel: Channel; cameAt: string };

type Context = { zone: string; now: Date; posts: readonly Id[] };

/**
 * The part of the form that says on whose behalf it is; nothing where nobody has said anything there. The day is today
 * where it is left out.
 */
export function readBehalf(fields: FormFields, context: Context): { behalf: Behalf | null; errors: FieldErrors } {
  const said = (name: string) => textOf(fields, `behalf.${name}`).trim();
  if (["unitId", "informant", "channel", "cameTime"].every((name) => said(name) === "")) {
    return { behalf: null, errors: {} };
  }
  const { zone, now, posts } = context;
  const read = z
    .object({
      unitId: z.string().refine((id) => posts.includes(id), "behalf.post.missing"),
      informant: RequiredText(160, "behalf.informant.missing"),
      channel: z.enum(CHANNELS, "behalf.channel.missing"),
      cameOn: LocalDate,
      cameTime: z.string().transform(readClock).pipe(z.string("time.malformed")),
    })
    .safeParse({
      ...{ unitId: said("unitId"), informant: said("informant"), channel: said("channel") },
      ...{ cameOn: said("cameOn") || localDateIn(zone, now), cameTime: said("cameTime") },
    });
  const errors: FieldErrors = {};
  if (!read.success) {
    for (const [name, keys] of Object.entries(errorsOf(read.error))) errors[`behalf.${name}`] = keys;
    return { behalf: null, errors };
  }
  const { cameOn, cameTime, ...behalf } = read.data;
  const cameAt = instantAt(zone, cameOn, cameTime);
  if (cameAt.getTime() > now.getTime() + A_WRONG_CLOCK) addError(errors, "behalf.cameTime", "behalf.came.future");
  return { behalf: { ...behalf, cameAt: cameAt.toISOString() }, errors };
}

/** Clocks on the wall are not the server's. */
const A_WRONG_CLOCK = 10 * 60_000;
