import { z } from "zod";
import { Id } from "./id.ts";
import { LocalDate } from "./local-date.ts";
import { ROLES, type Role } from "./member.ts";
import { RequiredText } from "./text.ts";

/** National approvals that a report of an agency passes before it is released. */
export const ClearanceSteps = z
  .number("clearance.steps.range")
  .int("clearance.steps.range")
  .min(0, "clearance.steps.range")
  .max(4, "clearance.steps.range");

/** An agency taking part, under the name that the plan gives its country, territory or organisation. */
export const ParticipantInput = z.object({
  agencyId: Id,
  officialName: RequiredText(120),
  /** Reads cases that are addressed to all participants; partners and observers do not. */
  readsAll: z.boolean(),
  clearanceSteps: ClearanceSteps,
  leads: z.boolean(),
});
export type ParticipantInput = z.infer<typeof ParticipantInput>;

/** An address as people write it; whether it arrives nobody knows before a message does. */
export const Email = z
  .string("email.missing")
  .trim()
  .min(1, "email.missing")
  .max(254, "email.malformed")
  .regex(/^[^\s@"<>(),;:\\[\]]+@[^\s@"<>(),;:\\[\]]+\.[^\s@"<>(),;:\\[\]]{2,}$/u, "email.malformed")
  .transform((address) => address.normalize("NFC"));

/** Somebody of a participating agency who is brought in when the operation opens. */
export const ContactInput = z.object({
  memberId: Id,
  personId: Id,
  agencyId: Id,
  name: RequiredText(120),
  email: Email,
});
export type ContactInput = z.infer<typeof ContactInput>;

const Term = { fromDay: LocalDate, toDay: LocalDate.nullable() };
const inOrder = (term: { fromDay: string; toDay: string | null }) => term.toDay === null || term.fromDay <= term.toDay;
const ORDER = { path: ["toDay"], error: "operation.dates.order" };

export const MemberInput = z
  .object({ memberId: Id, personId: Id, unitId: Id, role: z.enum(ROLES, "role.missing"), ...Term })
  .refine(inOrder, ORDER);
export type MemberInput = z.infer<typeof MemberInput>;

/** A member who may have no account yet: found by address, or made. */
export const InvitedMember = z
  .object({
    memberId: Id,
    personId: Id,
    agencyId: Id,
    unitId: Id,
    name: RequiredText(120),
    email: Email,
    role: z.enum(ROLES, "role.missing"),
    ...Term,
  })
  .refine(inOrder, ORDER);
export type InvitedMember = z.infer<typeof InvitedMember>;

export const MemberChange = z.object({
  memberId: Id,
  role: z.enum(ROLES, "role.missing"),
  state: z.enum(["active", "suspended"]),
  baseVersion: z.number().int(),
});
export type MemberChange = z.infer<typeof MemberChange>;

/** Roles that a contact point gives within the own agency; the others are the leads' to give. */
export const OWN_ROLES: readonly Role[] = ["ncp", "reporter", "analyst"];

export function rolesToGive(giver: Role): readonly Role[] {
  if (giver === "lead") return ROLES;
  return giver === "ncp" ? OWN_ROLES : [];
}
