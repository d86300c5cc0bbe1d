import { z } from "zod";

const Values = z.record(z.string(), z.union([z.string(), z.number()]));
const Fields = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const Change = z.object({ field: z.string(), value: z.string() });

/** Something worth asking before a report goes out, as the checks ask it. */
const Question = z.object({
  check: z.string(),
  field: z.string(),
  values: Values,
  answers: z.array(z.object({ key: z.string(), change: Change.nullable() })),
});
/** What is wrong at a field: a message key, with its values where it has some. */
const FieldError = z.union([z.string(), z.object({ key: z.string(), values: Values.optional() })]);

/** Two versions of a report put together, with what both have changed. */
const Stale = z.object({
  mine: Fields,
  theirs: Fields,
  taken: z.array(z.string()),
  open: z.array(z.string()),
  by: z.object({ name: z.string().nullable(), at: z.string() }).nullable(),
});

/** What stands on record where a tally was put there by somebody else meanwhile. */
export const StandingTally = z.object({ version: z.int(), author: z.string(), at: z.string(), nil: z.boolean() });

/** What the server says to an entry that was sent. */
export const OutboxAnswer = z.discriminatedUnion("is", [
  z.object({ is: z.literal("taken") }),
  z.object({
    is: z.literal("asks"),
    questions: z.array(Question).default([]),
    /** By the name of the field. */
    errors: z.record(z.string(), z.array(FieldError)).default({}),
  }),
  z.object({
    is: z.literal("conflict"),
    key: z.string(),
    values: Values.default({}),
    /** Of a report: the merged form, and both sides. */
    fields: Fields.optional(),
    stale: Stale.optional(),
    /** Of a tally: what stands now. */
    tally: StandingTally.optional(),
  }),
  z.object({ is: z.literal("refused"), key: z.string(), values: Values.default({}) }),
]);
export type OutboxAnswer = z.infer<typeof OutboxAnswer>;

/**
 * What an answer means for what comes after it. `wait`: neither line nor server said anything about the entry; `fault`
 * where the server tried and failed. `locked`: nobody is signed in who may send it.
 */
export type Meaning =
  | OutboxAnswer
  | { is: "wait"; seconds: number | null; fault: boolean }
  | { is: "locked"; key: string };

/** The body of a refusal that is not made for the outbox. */
const Refusal = z.object({ problem: z.string(), values: Values.default({}) });

const AWAY = [408, 425, 429, 502, 503, 504];

/**
 * Reads an answer. Only what the server itself says about an entry is taken for one: a page of a hotel's network that
 * answers everything with 200 means that the line is away.
 */
export function meaningOf(status: number, body: unknown, retryAfter: string | null = null): Meaning {
  const answer = OutboxAnswer.safeParse(body);
  if (answer.success) return answer.data;
  if (AWAY.includes(status) || status >= 500) {
    return { is: "wait", seconds: secondsOf(retryAfter), fault: status === 500 };
  }
  const refusal = Refusal.safeParse(body);
  if (!refusal.success || status < 400) return { is: "wait", seconds: null, fault: false };
  const { problem: key, values } = refusal.data;
  return status === 401 || key === "outbox.other_person" ? { is: "locked", key } : { is: "refused", key, values };
}

function secondsOf(retryAfter: string | null): number | null {
  return retryAfter !== null && /^\d{1,4}$/.test(retryAfter) ? Number(retryAfter) : null;
}

const FIRST_PAUSE_S = 2;
const LONGEST_PAUSE_S = 60;

/** How long to leave the line in peace after so many tries without an answer, in seconds. */
export function pauseAfter(tries: number, asked: number | null = null): number {
  return Math.max(asked ?? 0, Math.min(LONGEST_PAUSE_S, FIRST_PAUSE_S * 2 ** Math.min(tries, 10)));
}
