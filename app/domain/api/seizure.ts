import { z } from "zod";
import { CommodityCode, SLOTS } from "../commodity.ts";
import { CorridorKey } from "../corridor-key.ts";
import { SeizureFact } from "../fact.ts";
import { Passed } from "../fact-filter.ts";
import { Id } from "../id.ts";
import { LocalDate } from "../local-date.ts";
import { OutcomeSaid } from "../outcome/said.ts";
import { Nominal, SEIZURE_STATES, SeizureInput } from "../seizure.ts";
import { AMEND_KINDS, mustNameOrder, Order } from "../seizure-form/amend.ts";
import { RequiredText, Text } from "../text.ts";
import { Many, Whole } from "./parameters.ts";

/** The filter of the screens, as parameters of an address. Within one any value fits, together they must all fit. */
const ShortCode = z.string().regex(/^[A-Za-z0-9_]{1,40}$/, "code.malformed");

export const FILTER = {
  from: LocalDate.optional().describe("First operational day."),
  to: LocalDate.optional().describe("Last operational day."),
  reporter: Many(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$/, "code.malformed")).describe(
    "Reporting country or organisation.",
  ),
  slot: Many(z.enum(SLOTS, "code.malformed")).describe("Kind of goods: one of the nine slots."),
  group: Many(z.string().regex(/^[A-Z][0-9]$/, "commodity.malformed")).describe("Commodity group, such as F2."),
  mode: Many(ShortCode).describe("Mode of transport."),
  in: Many(Passed).describe("Where it was seized: a country, or a place by its id."),
  through: Many(Passed).describe("Where it was seized or what its route names: a country, or a place by its id."),
  corridor: Many(CorridorKey).describe("`KE>VN` was travelled, `VN~CN` only intended."),
  box: z
    .string()
    .max(60)
    .optional()
    .describe("West, south, east, north in degrees; what is known by country alone is in none."),
  commodity: Many(CommodityCode).describe("Kind of goods, such as F2.raw_ivory."),
  place_kind: Many(ShortCode),
  direction: Many(ShortCode),
  detection: Many(ShortCode),
  concealment: Many(ShortCode).describe("Method of concealment."),
  state: Many(z.enum(SEIZURE_STATES, "code.malformed")),
};

export const SEIZURE_SORTS = ["newest", "oldest", "latest_day", "earliest_day"] as const;

export const SeizuresAsked = z.strictObject({
  ...FILTER,
  search: z.string().max(200, "text.long").default("").describe("Text, found in cases that the key's member may read."),
  sort: z.enum(SEIZURE_SORTS, "code.malformed").default("newest"),
  changedAfter: Whole(0, 999_999_999_999_999, "number.malformed")
    .optional()
    .describe("Only what the feed told of after this number. Take it from `head` of an earlier answer."),
  cursor: z.string().max(400, "cursor.malformed").optional().describe("`next` of the page before."),
  limit: Whole(1, 500, "limit.range").default(100),
});

export const SeizuresAnswer = z.object({
  seizures: z.array(SeizureFact),
  total: z.number().int().describe("How many fit in all pages."),
  next: z.string().nullable().describe("Null on the last page."),
  head: z.number().int().nullable().describe("Number of the feed at this moment; null for who may not follow it."),
});

export const Base = z.object({
  facts: z.number().int().min(0),
  case: z.number().int().min(0),
  nominal: z.number().int().min(0),
});

/** What one seizure is for the key's member, tier by tier; null stands for what is out of its reach. */
export const SeizureAnswer = z.object({
  id: Id,
  state: z.string().describe("`released`, or where the report stands before that."),
  fact: SeizureFact.nullable(),
  case: z
    .object({ version: z.number().int(), receipt: z.string(), held: z.boolean(), seizure: SeizureInput })
    .nullable(),
  summaries: z
    .array(
      z.object({
        language: z.string().describe("Never that of the narrative itself."),
        text: z.string(),
        translator: z.object({ name: z.string(), agency: z.string() }).nullable(),
        at: z.string(),
        version: z.number().int(),
        about: z.number().int().describe("The version of the case that the translator had read."),
        originalChanged: z.boolean().describe("Whether the narrative has changed since that version."),
      }),
    )
    .describe("Of the narrative in other languages, as they stand; for those who read the case."),
  outcomes: z
    .array(z.object({ id: Id, version: z.number().int(), withdrawn: z.boolean(), at: z.string(), said: OutcomeSaid }))
    .describe("What laboratories and courts said of it, as it stands, by its day; for those who read the case."),
  names: Nominal.nullable().describe("For keys made for names alone; every reading is noted."),
  base: Base.nullable().describe("To be named by a correction; the ETag says the same."),
  report: z
    .object({
      version: z.number().int(),
      step: z.number().int(),
      steps: z.number().int(),
      onHold: z.boolean(),
      note: z.string(),
    })
    .nullable()
    .describe("Before its release, for its own agency alone."),
});

const GivenAt = z.iso.datetime({ offset: true, error: "time.malformed" }).optional();

export const CreateSeizure = z.object({
  commandId: Id,
  seizure: SeizureInput,
  givenAt: GivenAt.describe("When it was cleared, where the agency clears in no step here: not in the future."),
});

export const SentAnswer = z.object({
  seizure: Id,
  state: z.enum(["in_clearance", "released", "returned"]),
  step: z.string().optional(),
  steps: z.string().optional(),
  messageNo: z.string().optional().describe("Given at release."),
  receipt: z.string().optional(),
});

export const AmendSeizure = z
  .object({
    commandId: Id,
    seizure: SeizureInput.describe("The whole seizure as it should stand."),
    base: Base.optional().describe("The version that it is based on; or send its ETag as If-Match."),
    kind: z.enum(AMEND_KINDS, "amend.kind.missing"),
    reason: RequiredText(1000),
    order: Order.default({ reference: "", approver: "" }),
  })
  .superRefine(mustNameOrder);

export const AmendedAnswer = z.object({ seizure: Id, version: z.string() });

export const WithdrawSeizure = z.object({
  commandId: Id,
  base: z.number().int().min(1).optional().describe("Version of its facts; or send its ETag as If-Match."),
  reason: RequiredText(1000, "seizure.withdraw.reason"),
});

export const WithdrawnAnswer = z.object({ seizure: Id, state: z.literal("withdrawn") });

export const DecideReport = z.object({
  commandId: Id,
  decision: z.enum(["clear", "return"]),
  baseVersion: z.number().int().min(1),
  note: Text(1000).default(""),
  givenAt: GivenAt.describe("When the last approval was given, if that was before now. Only with 'clear'."),
});
