import { z } from "zod";
import { Id } from "../id.ts";
import { SCOPES } from "../key.ts";
import { LocalDate } from "../local-date.ts";
import { ROLES } from "../member.ts";
import { OPERATION_KINDS, OPERATION_STATES } from "../operation.ts";

const What = z.object({
  id: Id,
  code: z.string(),
  kind: z.enum(OPERATION_KINDS),
  state: z.enum(OPERATION_STATES),
  name: z.string(),
  edition: z.string(),
  zone: z.string().describe("Its days are calendar days in this zone."),
  startsOn: LocalDate,
  endsOn: LocalDate,
});

export const OperationsAnswer = z.object({
  operations: z.array(z.object({ ...What.shape, role: z.enum(ROLES), agencyId: Id, agencyName: z.string() })),
});

export const OperationAnswer = z.object({
  ...What.shape,
  planVersion: z.number().int(),
  objectives: z.string(),
  scope: z.array(z.string()).describe("Commodity groups."),
  followUpEndsOn: LocalDate,
  cutOff: z.string().describe("When a day's tally is due, by the clock of the zone."),
  lateLimitHours: z.number().int(),
  handling: z.string(),
  me: z.object({
    memberId: Id,
    agencyId: Id,
    unitId: Id,
    role: z.enum(ROLES),
    scopes: z.array(z.enum(SCOPES)).nullable().describe("Null for a session, which has no limits of its own."),
  }),
  participants: z.array(
    z.object({
      agencyId: Id,
      agencyCode: z.string(),
      agencyName: z.string(),
      administrationCode: z.string(),
      officialName: z.string(),
      leads: z.boolean(),
      joinedOn: LocalDate,
      leftAt: z.string().nullable(),
    }),
  ),
});
