import { z } from "zod";
import { Code } from "./code.ts";
import { Id } from "./id.ts";
import { isTimeZone, LocalDate } from "./local-date.ts";
import { ContactInput, ParticipantInput } from "./participation.ts";
import { RequiredText, Text } from "./text.ts";
import { todaysZone } from "./zone-name.ts";

export const OPERATION_STATES = ["draft", "planning", "active", "follow_up", "debrief", "closed"] as const;
export type OperationState = (typeof OPERATION_STATES)[number];

/** Which state may follow which; `closed` to `follow_up` needs a stated reason. */
const NEXT: Record<OperationState, readonly OperationState[]> = {
  draft: ["planning"],
  planning: ["active", "draft"],
  active: ["follow_up"],
  follow_up: ["debrief"],
  debrief: ["closed", "follow_up"],
  closed: ["follow_up"],
};

export function mayFollow(from: OperationState, to: OperationState): boolean {
  return NEXT[from].includes(to);
}

export function nextStates(from: OperationState): readonly OperationState[] {
  return NEXT[from];
}

/** What the records of an operation are: real ones, historic ones with moved dates, or invented ones. */
export const OPERATION_KINDS = ["live", "demo", "exercise"] as const;
export type OperationKind = (typeof OPERATION_KINDS)[number];

/** How an audience 'all' treats agencies that join later. */
export const JOINING_RULES = ["from_start", "from_first_day"] as const;
export type JoiningRule = (typeof JOINING_RULES)[number];

export const BOUNDARY_PROFILES = ["no_disputed", "national"] as const;

export const OperationCode = z.string("operation.code.missing").regex(/^[A-Z0-9]{2,12}$/, "operation.code.malformed");

const WallClock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "time.malformed");
const TimeZone = z.string("zone.missing").refine(isTimeZone, "zone.unknown").transform(todaysZone);

/** What a lead says of an operation: the plan. */
export const OperationPlan = z
  .object({
    name: RequiredText(120),
    edition: Text(40).default(""),
    objectives: Text(4000).default(""),
    scope: z.array(z.string().regex(/^[A-Z][0-9]$/, "commodity.malformed")).min(1, "operation.scope.empty"),
    zone: TimeZone,
    startsOn: LocalDate,
    endsOn: LocalDate,
    followUpEndsOn: LocalDate,
    debriefOn: LocalDate,
    cutOff: WallClock,
    lateLimitHours: z.number().int().min(1, "operation.late_limit.range").max(720, "operation.late_limit.range"),
    handling: Code,
    tier: z.enum(["A", "B"], "operation.tier.unknown"),
    joining: z.enum(JOINING_RULES),
    reportersReadFacts: z.boolean(),
    /** Members see which agencies have somebody here now. */
    showsPresence: z.boolean().default(false),
    boundaryProfile: z.enum(BOUNDARY_PROFILES),
  })
  .refine((plan) => plan.startsOn <= plan.endsOn, { path: ["endsOn"], error: "operation.dates.order" })
  .refine((plan) => plan.endsOn <= plan.followUpEndsOn, { path: ["followUpEndsOn"], error: "operation.dates.order" })
  .refine((plan) => plan.followUpEndsOn <= plan.debriefOn, { path: ["debriefOn"], error: "operation.dates.order" });
export type OperationPlan = z.infer<typeof OperationPlan>;

/**
 * Opening: the plan, which agencies lead together (the creator's own agency leads in any case), and who else takes part
 * from the first day, with the person of each agency who is brought in.
 */
export const OperationInput = z.object({
  id: Id,
  code: OperationCode,
  plan: OperationPlan,
  coLeads: z.array(Id).max(20).default([]),
  participants: z.array(ParticipantInput).max(300).default([]),
  contacts: z.array(ContactInput).max(300).default([]),
});
/** As it is told: what has a usual value may be left out. */
export type OperationInput = z.input<typeof OperationInput>;
