import { z } from "zod";
import { Decimal, isPositive } from "../decimal.ts";
import { LocalDate } from "../local-date.ts";
import { Text } from "../text.ts";
import { CONTROL_KINDS } from "./control-kinds.ts";

export { CONTROL_KINDS };

const Count = z
  .number("tally.count.malformed")
  .int("tally.count.malformed")
  .min(0, "tally.count.malformed")
  .max(1_000_000, "tally.count.large");

const TallyQuantity = z.object({
  quantity: Decimal.refine(isPositive, "item.quantity.positive"),
  unit: z.string("item.unit.missing").min(1, "item.unit.missing").max(20),
  /** The writer was asked whether the day's total is right, and says so. It counts only where there is something to ask. */
  confirmed: z.boolean().default(false),
});

/** One group of commodities: how many cases of the day, and what they came to. */
const TallyGroup = z.object({
  group: z.string("commodity.missing").regex(/^[A-Z][0-9]$/, "commodity.malformed"),
  cases: Count.min(1, "tally.cases.none"),
  quantities: z.array(TallyQuantity).max(6).default([]),
});
export type TallyGroup = z.infer<typeof TallyGroup>;

const NO_CONTROLS = { containers: null, parcels: null, passengers: null, vehicles: null };

/** What an agency says of one operational day. Nil is a statement too: nothing was seized. */
export const TallyInput = z
  .object({
    day: LocalDate,
    nil: z.boolean(),
    groups: z.array(TallyGroup).max(40).default([]),
    arrested: Count.nullable().default(null),
    controls: z
      .object({
        containers: Count.nullable().default(null),
        parcels: Count.nullable().default(null),
        passengers: Count.nullable().default(null),
        vehicles: Count.nullable().default(null),
      })
      .default(NO_CONTROLS),
    remark: Text(1000).default(""),
    /** The version that the writer saw; 0 where there was none. */
    baseVersion: z.number().int().min(0).default(0),
  })
  .superRefine(({ nil, groups, arrested }, context) => {
    const say = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    const something = groups.length > 0 || (arrested ?? 0) > 0;
    if (nil && something) say("nil", "tally.nil.counts");
    if (!nil && !something) say("groups", "tally.empty");
    const named = groups.map(({ group }) => group);
    for (const [at, group] of named.entries()) {
      if (named.indexOf(group) < at) say(`groups.${at}.group`, "tally.group.twice");
    }
  });
export type TallyInput = z.infer<typeof TallyInput>;

/** A version of a day's tally as it was said: when, by whom, and whether it is the one that stands. */
export type TallyVersion = Omit<TallyInput, "baseVersion"> & {
  version: number;
  at: string;
  author: string;
  stands: boolean;
};

/** One day, or several at once: all are taken or none. */
export const Tallies = z
  .array(TallyInput)
  .min(1, "tally.none")
  .max(31, "tally.many")
  .superRefine((tallies, context) => {
    const days = tallies.map(({ day }) => day);
    for (const [at, day] of days.entries()) {
      if (days.indexOf(day) < at) context.addIssue({ code: "custom", path: [at, "day"], message: "tally.day.twice" });
    }
  });

/** Whether a tally says nothing that is not on record already. */
export function sameTally(left: SaidOfDay, right: SaidOfDay): boolean {
  return textOf(left) === textOf(right);
}

type SaidOfDay = Omit<TallyInput, "baseVersion">;

function textOf({ day, nil, groups, arrested, controls, remark }: SaidOfDay): string {
  const amounts = groups.map(({ group, cases, quantities }) => [
    group,
    cases,
    quantities.map((q) => [q.quantity, q.unit]),
  ]);
  return JSON.stringify([day, nil, amounts, arrested, CONTROL_KINDS.map((kind) => controls[kind]), remark]);
}
