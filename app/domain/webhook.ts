import { z } from "zod";
import { Id } from "./id.ts";
import { RequiredText } from "./text.ts";

/** What a webhook may be told of: the part of an event's type before the point. */
export const WEBHOOK_KINDS = ["seizure", "operation", "agency", "member"] as const;
export type WebhookKind = (typeof WEBHOOK_KINDS)[number];

/** Sends as things happen; waits, with everything that comes meanwhile; is over. */
export type WebhookState = "active" | "paused" | "ended";
/** Why it does not send. */
export type WebhookReason = "" | "asked" | "failing" | "rights" | "secret" | "gone" | "key";

/** Waits for its turn or its next try; was taken in by the receiver; might no longer be known; a test that came to nothing. */
export type DeliveryState = "waiting" | "delivered" | "withheld" | "failed";

/** What a delivery is called whose seizure was taken from the reader: its id is all that is told. */
export const GONE = "seizure.gone";
export const TEST = "webhook.test";

/** Why a call came to nothing, where no status tells. `cut`: the server went down meanwhile. */
export const FAULTS = ["address", "name", "connection", "certificate", "late", "cut"] as const;
export type Fault = (typeof FAULTS)[number];

/** By trying: older browsers cannot ask whether it can be read. */
function isAddress(value: string): boolean {
  try {
    return new URL(value) !== null;
  } catch {
    return false;
  }
}

const Address = z
  .string()
  .trim()
  .min(1, "text.missing")
  .max(500, "text.long")
  .refine((value) => value === "" || (isAddress(value) && /^https?:$/.test(new URL(value).protocol)), "webhook.address")
  .refine((value) => {
    if (!isAddress(value)) return true;
    const { username, password, hash } = new URL(value);
    return username === "" && password === "" && hash === "";
  }, "webhook.address.plain");

export const WebhookInput = z.object({
  keyId: Id,
  label: RequiredText(80),
  address: Address,
  kinds: z
    .array(z.enum(WEBHOOK_KINDS, "code.malformed"))
    .min(1, "webhook.kinds.none")
    .transform((kinds) => WEBHOOK_KINDS.filter((kind) => kinds.includes(kind))),
  reach: z.enum(["operation", "all"], "code.missing"),
});
export type WebhookInput = z.infer<typeof WebhookInput>;

/** Calls are signed with both secrets for so many hours. */
export const SecretRotation = z.object({
  webhook: Id,
  overlapHours: z.number().int().min(0, "key.overlap").max(720, "key.overlap"),
});
export type SecretRotation = z.infer<typeof SecretRotation>;

const FIRST_S = 5;
const GROWTH = 4;
const LONGEST_S = 8 * 3_600;
/** The last comes a day after the first. */
export const TRIES = 10;

/**
 * Seconds until the next try after so many: four times as long each time and never more than eight hours, a fifth
 * shorter or longer by chance, so that what failed together does not come back together.
 */
export function delayAfter(tries: number, chance: number): number {
  const plain = Math.min(FIRST_S * GROWTH ** (tries - 1), LONGEST_S);
  return Math.round(plain * (0.8 + 0.4 * chance));
}

const LONGEST_WISH_S = 86_400;

/** What a receiver says in Retry-After, in seconds: a number of them or a day and time. Nothing beyond a day. */
export function wishedDelay(said: string | undefined, now: Date): number {
  const word = said?.trim() ?? "";
  const seconds = /^\d{1,9}$/.test(word) ? Number(word) : (Date.parse(word) - now.getTime()) / 1_000;
  return Number.isFinite(seconds) ? Math.min(Math.max(0, Math.ceil(seconds)), LONGEST_WISH_S) : 0;
}

/** Whether a subscription to these kinds hears of an event of this type. */
export function isWanted(kinds: readonly string[], type: string): boolean {
  return kinds.includes(type.slice(0, type.indexOf(".")));
}
