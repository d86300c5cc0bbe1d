import { sql } from "drizzle-orm";
import { z } from "zod";
import { Id } from "../../app/domain/id.ts";
import { SCOPES, type Scope } from "../../app/domain/key.ts";
import { ROLES } from "../../app/domain/member.ts";
import { JOINING_RULES, OPERATION_STATES } from "../../app/domain/operation.ts";
import type { Tx } from "../client.server.ts";

const Begun = z.object({
  at: z.string(),
  person_id: Id,
  person_agency_id: Id,
  person_unit_id: Id,
  administrator: z.boolean(),
  may_open: z.boolean(),
  member_id: Id.nullable(),
  agency_id: Id.nullable(),
  unit_id: Id.nullable(),
  administration_id: Id.nullable(),
  role: z.enum(ROLES).nullable(),
  administration_code: z.string().nullable(),
  clearance_steps: z.number().nullable(),
  operation_state: z.enum(OPERATION_STATES).nullable(),
  operation_code: z.string().nullable(),
  zone: z.string().nullable(),
  starts_on: z.string().nullable(),
  ends_on: z.string().nullable(),
  late_limit_hours: z.number().nullable(),
  joining: z.enum(JOINING_RULES).nullable(),
  reads_facts: z.boolean().nullable(),
  /** Words of a key's scopes; null for a session. */
  scopes: z.string().nullable(),
});

/** Who acts, as PostgreSQL resolved the token; `now` is the database's clock. */
export type Self = {
  now: Date;
  person: { id: Id; agencyId: Id; unitId: Id; administrator: boolean; mayOpen: boolean };
  member: Membership | null;
  /** What the key at hand may be used for; null for a session, which has no limits but those of its person. */
  scopes: readonly Scope[] | null;
};

/** The person's place in the chosen operation, and what of the plan the rules need. */
export type Membership = {
  id: Id;
  operationId: Id;
  agencyId: Id;
  unitId: Id;
  administrationId: Id;
  administrationCode: string;
  role: (typeof ROLES)[number];
  readsFacts: boolean;
  clearanceSteps: number;
  operation: {
    state: (typeof OPERATION_STATES)[number];
    code: string;
    zone: string;
    startsOn: string;
    endsOn: string;
    lateLimitHours: number;
    joining: (typeof JOINING_RULES)[number];
  };
};

/** Asked beside who begins, when the token is set already. */
const KEY_SCOPES = sql`array_to_string(key_scopes(), ' ') as scopes`;

/** Begins as the holder of the token in one operation (or none). Null when the token opens nothing. */
export async function beginAs(tx: Tx, token: string, operationId: Id | null): Promise<Self | null> {
  const rows = await tx.execute(sql`
    select b.*, ${KEY_SCOPES} from begin_as(${token}, ${operationId}::uuid) b`);
  const first = rows[0];
  return first ? readSelf(Begun.parse(first), operationId) : null;
}

/** A change as it was asked for: by the id that its client made, of which kind, with which content. */
export type Asked = { id: Id; kind: string; requestHash: Buffer };

const Claimed = Begun.extend({ fresh: z.boolean() });

/**
 * Begins like `beginAs` and claims the command in the same round trip. `fresh` is false when it was done before;
 * concurrent twins wait for the first.
 */
export async function beginCommand(tx: Tx, token: string, operationId: Id | null, { id, kind, requestHash }: Asked) {
  const rows = await tx.execute(sql`
    select b.*, ${KEY_SCOPES}, claim_command(b.person_agency_id, b.person_id, ${id}::uuid, ${kind}, ${requestHash}::bytea) as fresh
    from begin_as(${token}, ${operationId}::uuid) b`);
  const first = rows[0];
  if (!first) return null;
  const { fresh, ...begun } = Claimed.parse(first);
  return { self: readSelf(begun, operationId), fresh };
}

function readSelf(row: z.infer<typeof Begun>, operationId: Id | null): Self {
  return {
    now: new Date(row.at),
    person: {
      id: row.person_id,
      agencyId: row.person_agency_id,
      unitId: row.person_unit_id,
      administrator: row.administrator,
      mayOpen: row.may_open,
    },
    member: row.member_id && operationId ? readMembership(row, row.member_id, operationId) : null,
    scopes: row.scopes === null ? null : SCOPES.filter((scope) => row.scopes?.split(" ").includes(scope)),
  };
}

const Complete = Begun.extend({
  agency_id: Id,
  unit_id: Id,
  administration_id: Id,
  role: z.enum(ROLES),
  administration_code: z.string(),
  clearance_steps: z.number(),
  operation_state: z.enum(OPERATION_STATES),
  operation_code: z.string(),
  zone: z.string(),
  starts_on: z.string(),
  ends_on: z.string(),
  late_limit_hours: z.number(),
  joining: z.enum(JOINING_RULES),
  reads_facts: z.boolean(),
});

function readMembership(row: z.infer<typeof Begun>, memberId: Id, operationId: Id): Membership {
  const whole = Complete.parse(row);
  return {
    id: memberId,
    operationId,
    agencyId: whole.agency_id,
    unitId: whole.unit_id,
    administrationId: whole.administration_id,
    administrationCode: whole.administration_code,
    role: whole.role,
    readsFacts: whole.reads_facts,
    clearanceSteps: whole.clearance_steps,
    operation: {
      state: whole.operation_state,
      code: whole.operation_code,
      zone: whole.zone,
      startsOn: whole.starts_on,
      endsOn: whole.ends_on,
      lateLimitHours: whole.late_limit_hours,
      joining: whole.joining,
    },
  };
}
