import { z } from "zod";
import { Code, CodeOf } from "../code.ts";
import { CommodityCode } from "../commodity.ts";
import { Decimal, isPositive, toMicro } from "../decimal.ts";
import { Id } from "../id.ts";
import { LocalDate } from "../local-date.ts";
import { RequiredText, Text } from "../text.ts";
import { FINALITIES, FINDINGS, isDecided, isServed, MEASURES, SANCTIONS, TERMS, VERDICTS } from "./kinds.ts";

const CURRENCIES = new Set(Intl.supportedValuesOf("currency"));

/** How many persons it is about: never who. Null where that is not known. */
const Persons = z.number("outcome.persons").int().min(1, "outcome.persons").max(10_000, "outcome.persons").nullable();

const Positive = (fault: string) => Decimal.refine(isPositive, fault).nullable();
const Currency = z
  .string()
  .refine((code) => CURRENCIES.has(code), "outcome.currency")
  .nullable();

/** What every outcome has: its day, under what it is found in the national files, and a line without names. */
const COMMON = { on: LocalDate, reference: Text(80), note: Text(1000) };

const ALL_OF_IT = toMicro("100");

const Laboratory = z
  .object({
    kind: z.literal("laboratory"),
    ...COMMON,
    finding: z.enum(FINDINGS, "outcome.finding.missing"),
    commodity: CommodityCode.nullable(),
    taxon: Text(160),
    purityPercent: Positive("outcome.purity").refine(
      (purity) => purity === null || toMicro(purity) <= ALL_OF_IT,
      "outcome.purity",
    ),
  })
  .refine(({ finding, commodity, taxon }) => finding === "nothing" || commodity !== null || taxon !== "", {
    path: ["commodity"],
    error: "outcome.found.missing",
  });

const Charge = z
  .object({
    kind: z.literal("charge"),
    ...COMMON,
    persons: Persons,
    statute: Text(300),
    offences: z.array(CodeOf("offence")).max(12),
  })
  .refine(({ statute, offences }) => statute !== "" || offences.length > 0, {
    path: ["statute"],
    error: "outcome.statute.missing",
  });

const Verdict = z.object({
  kind: z.literal("verdict"),
  ...COMMON,
  result: z.enum(VERDICTS, "outcome.result.missing"),
  persons: Persons,
  finality: z.enum(FINALITIES, "form.invalid"),
});

const MONEY = { amount: Positive("outcome.amount"), currency: Currency };
const wholeMoney = ({ amount, currency }: { amount: string | null; currency: string | null }) =>
  (amount === null) === (currency === null);
const HALF_MONEY = { path: ["currency"], error: "outcome.currency" };

/** A length is a number with its unit, "life" alone, or not known. */
const wholeLength = ({ length, term }: { length: number | null; term: string | null }) =>
  (length !== null) === (term !== null && term !== "life");

const Sentence = z
  .object({
    kind: z.literal("sentence"),
    ...COMMON,
    sanction: z.enum(SANCTIONS, "outcome.sanction.missing"),
    persons: Persons,
    length: z.number("outcome.length").int().min(1, "outcome.length").max(1_000, "outcome.length").nullable(),
    term: z.enum(TERMS, "form.invalid").nullable(),
    ...MONEY,
  })
  .refine(wholeMoney, HALF_MONEY)
  .refine(wholeLength, { path: ["length"], error: "outcome.length" })
  .refine(({ sanction, length, term }) => isServed(sanction) || (length === null && term === null), {
    path: ["length"],
    error: "outcome.length.not_served",
  });

const Assets = z
  .object({
    kind: z.literal("assets"),
    ...COMMON,
    measure: z.enum(MEASURES, "outcome.measure.missing"),
    ...MONEY,
    what: Text(300),
  })
  .refine(wholeMoney, HALF_MONEY)
  .refine(({ amount, what }) => amount !== null || what !== "", { path: ["amount"], error: "outcome.assets.missing" });

const Disposal = z
  .object({
    kind: z.literal("disposal"),
    ...COMMON,
    disposal: CodeOf("disposal").refine(isDecided, "outcome.disposal.undecided"),
    quantity: Positive("item.quantity.positive"),
    unit: Code.describe("A code of the list `units`.").nullable(),
  })
  .refine(({ quantity, unit }) => (quantity === null) === (unit === null), { path: ["unit"], error: "outcome.unit" });

/** What became of a case, by its kind. Amounts are exact decimals; what is not known is null, and never 0. */
export const OutcomeSaid = z.discriminatedUnion(
  "kind",
  [Laboratory, Charge, Verdict, Sentence, Assets, Disposal],
  "outcome.kind.missing",
);
export type OutcomeSaid = z.infer<typeof OutcomeSaid>;

/** A new outcome of a seizure, or what is to stand in the place of one that was told. */
export const OutcomeTold = z.object({
  seizure: Id,
  /** The outcome that is corrected, with its last version; null for a new one. */
  corrects: z
    .object({ outcome: Id, base: z.number().int().min(1, "form.invalid"), reason: RequiredText(1000) })
    .nullable(),
  said: OutcomeSaid,
});
export type OutcomeTold = z.infer<typeof OutcomeTold>;

/** An outcome is taken back: it stays to be read, with the reason. */
export const OutcomeWithdrawn = z.object({
  seizure: Id,
  outcome: Id,
  base: z.number().int().min(1, "form.invalid"),
  reason: RequiredText(1000),
});
export type OutcomeWithdrawn = z.infer<typeof OutcomeWithdrawn>;
