import { z } from "zod";
import type { ReportChoices } from "../seizure-form/choices.ts";
import type { FormFields } from "../seizure-form/rows.ts";

const Named = z.looseObject({ code: z.string() });
const Choices = z.looseObject({
  codes: z.record(z.string(), z.array(z.string())),
  commodities: z.array(Named),
  units: z.array(Named),
  countries: z.array(Named),
  participants: z.array(z.looseObject({ agencyId: z.string(), agencyName: z.string() })),
  operation: z.looseObject({ id: z.string(), name: z.string(), zone: z.string() }),
  today: z.string(),
});
const Fields = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** Its outline is looked at; the rest was made by the loader of the form, which draws it on the page as well. */
const isChoices = (value: unknown) => Choices.safeParse(value).success;
const isFields = (value: unknown) => Fields.safeParse(value).success;

/** The forms of one operation, to be drawn without a line. Null where the member may not write that. */
export const OutboxKit = z.object({
  person: z.string(),
  report: z.object({ choices: z.custom<ReportChoices>(isChoices), initial: z.custom<FormFields>(isFields) }).nullable(),
  tally: z
    .object({
      agency: z.string(),
      zone: z.string(),
      choices: z.object({
        groups: z.array(z.string()),
        usual: z.record(z.string(), z.string()),
        units: z.array(z.string()),
      }),
    })
    .nullable(),
});
export type OutboxKit = z.infer<typeof OutboxKit>;
