import { z } from "zod";
import { Id } from "./id.ts";

/** Whose presence is shown or not from now on: the own, or that of the own agency. */
export const PresenceChoice = z.object({
  agencyId: Id,
  of: z.enum(["me", "agency"], "body.invalid"),
  shown: z.boolean(),
});
export type PresenceChoice = z.infer<typeof PresenceChoice>;
