import { z } from "zod";
import { Id } from "./id.ts";
import { RequiredText } from "./text.ts";

/** What a key may be used for. Who holds it acts as its machine does, within these; a key for writing reads too what it writes. */
export const SCOPES = [
  "seizures.read",
  "seizures.write",
  "clearance.write",
  "names.read",
  "tallies.read",
  "tallies.write",
  "figures.read",
  "feed.read",
] as const;
export type Scope = (typeof SCOPES)[number];

/** Where a key opens something: in this operation alone, or wherever its machine takes part. */
export const REACHES = ["operation", "all"] as const;

const Days = z.number().int().min(1, "key.days").max(730, "key.days");

export const KeyInput = z.object({
  machineId: Id,
  label: RequiredText(80),
  days: Days,
  reach: z.enum(REACHES, "code.missing"),
  scopes: z
    .array(z.enum(SCOPES, "code.malformed"))
    .min(1, "key.scopes.none")
    .transform((scopes) => SCOPES.filter((scope) => scopes.includes(scope))),
});
export type KeyInput = z.infer<typeof KeyInput>;

/** The old key goes on for so many hours, so that every machine can be given the new one. */
export const RotationInput = z.object({
  key: Id,
  days: Days,
  overlapHours: z.number().int().min(0, "key.overlap").max(720, "key.overlap"),
});
export type RotationInput = z.infer<typeof RotationInput>;

/** So much of a key is shown afterwards, to know one from another. */
export const PREFIX_LENGTH = 8;
