import { z } from "zod";
import { Id } from "./id.ts";
import { Email } from "./participation.ts";
import { RequiredText } from "./text.ts";

export const ADMINISTRATION_KINDS = ["country", "organisation"] as const;

export const AdministrationInput = z.object({
  id: Id,
  /** ISO 3166-1 alpha-2, or the organisation's own. */
  code: z.string("administration.code").regex(/^[A-Z][A-Z0-9-]{1,11}$/, "administration.code"),
  kind: z.enum(ADMINISTRATION_KINDS, "code.missing"),
  name: RequiredText(120),
});
export type AdministrationInput = z.infer<typeof AdministrationInput>;

export const AgencyCode = z.string("agency.code").regex(/^[A-Z0-9][A-Z0-9-]{1,15}$/, "agency.code");

/** An agency with its first unit: it has at least one. */
export const AgencyInput = z.object({
  id: Id,
  administrationId: Id,
  code: AgencyCode,
  name: RequiredText(120),
  unitId: Id,
  unitName: RequiredText(120),
});
export type AgencyInput = z.infer<typeof AgencyInput>;

export const UnitInput = z.object({ id: Id, agencyId: Id, name: RequiredText(120) });
export type UnitInput = z.infer<typeof UnitInput>;

export const PersonInput = z
  .object({
    id: Id,
    agencyId: Id,
    unitId: Id,
    email: Email,
    name: RequiredText(120),
    administrator: z.boolean().default(false),
    /** May open operations. */
    mayOpen: z.boolean().default(false),
  })
  .refine((person) => !(person.administrator && person.mayOpen), { path: ["mayOpen"], error: "person.administrator" });
export type PersonInput = z.infer<typeof PersonInput>;

export const MachineInput = z.object({ id: Id, agencyId: Id, unitId: Id, name: RequiredText(120) });
export type MachineInput = z.infer<typeof MachineInput>;
