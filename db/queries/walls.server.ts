import { and, count, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Panel } from "../../app/domain/dashboard.ts";
import { Id } from "../../app/domain/id.ts";
import { JOINING_RULES, OPERATION_KINDS, OPERATION_STATES } from "../../app/domain/operation.ts";
import type { WallInput } from "../../app/domain/wall.ts";
import type { Tx } from "../client.server.ts";
import { agencies, dashboards, members, persons, walls } from "../schema.ts";
import type { Membership, Self } from "./acting.server.ts";
import { panelsIn } from "./dashboards.server.ts";

const Begun = z.object({
  at: z.string(),
  wall_id: Id,
  operation_id: Id,
  dashboard_id: Id,
  name: z.string(),
  panels: z.unknown(),
  people: z.number(),
  reads: z.boolean(),
  expires_at: z.string(),
  operation_state: z.enum(OPERATION_STATES),
  operation_code: z.string(),
  operation_kind: z.enum(OPERATION_KINDS),
  dates_moved: z.number(),
  operation_name: z.string(),
  edition: z.string(),
  handling: z.string(),
  zone: z.string(),
  starts_on: z.string(),
  ends_on: z.string(),
  follow_up_ends_on: z.string(),
  late_limit_hours: z.number(),
  joining: z.enum(JOINING_RULES),
  /** Countries and territories that take part, by the names that the plan lists. */
  participants: z.array(z.object({ code: z.string(), name: z.string() })),
});

/** A wall as PostgreSQL resolved what opens it: what it shows, and as whom it reads; null where it may show nothing. */
export type BegunWall = {
  id: Id;
  dashboard: { id: Id; name: string; panels: Panel[] };
  people: number;
  expiresAt: Date;
  operation: z.infer<typeof Begun>;
  self: Self | null;
};

const NOBODY: Id = "00000000-0000-0000-0000-000000000000";

/** Begins the transaction as a wall, which can only read. Null when the token opens none. */
export async function beginWall(tx: Tx, token: string): Promise<BegunWall | null> {
  const rows = await tx.execute(sql`select * from begin_wall(${token})`);
  const [row] = z.array(Begun).parse([...rows]);
  if (!row) return null;
  return {
    id: row.wall_id,
    dashboard: { id: row.dashboard_id, name: row.name, panels: panelsIn(row.panels) },
    people: row.people,
    expiresAt: new Date(row.expires_at),
    operation: row,
    self: row.reads ? selfOf(row) : null,
  };
}

/** Where a partner stands who owns nothing and is named nowhere. */
function selfOf(row: z.infer<typeof Begun>): Self {
  const member: Membership = {
    id: row.wall_id,
    operationId: row.operation_id,
    agencyId: NOBODY,
    unitId: NOBODY,
    administrationId: NOBODY,
    administrationCode: "",
    role: "partner",
    readsFacts: true,
    clearanceSteps: 0,
    operation: {
      state: row.operation_state,
      code: row.operation_code,
      zone: row.zone,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      lateLimitHours: row.late_limit_hours,
      joining: row.joining,
    },
  };
  const person = { id: NOBODY, agencyId: NOBODY, unitId: NOBODY, administrator: false, mayOpen: false };
  return { now: new Date(row.at), person, member, scopes: null };
}

/** Of these cases, those that everybody in the room of the wall at hand may open. */
export async function casesOfRoom(tx: Tx, ids: readonly Id[]): Promise<Set<Id>> {
  const [row] = await tx.execute<{ open: Id[] }>(sql`select wall_cases(${`{${ids.join(",")}}`}::uuid[]) as open`);
  return new Set(row?.open ?? []);
}

/** How many would be in a room, and whether all of them read facts. Asked as whoever would start the wall. */
export async function askRoom(tx: Tx, { administrations, roles }: Pick<WallInput, "administrations" | "roles">) {
  const [row] = await tx.execute<{ people: number; reads: boolean }>(sql`
    select * from room_asked(${listed(administrations)}::uuid[], ${listed(roles)}::text[])`);
  return row ?? null;
}

const listed = (values: readonly string[]) => `{${values.join(",")}}`;

type NewWall = WallInput & { id: Id; hash: Buffer; member: Membership };

/** The time of its beginning is the database's own. */
export async function addWall(tx: Tx, { id, hash, member, ...input }: NewWall): Promise<void> {
  const { dashboard, label, administrations, roles, hours } = input;
  await tx.execute(sql`
    insert into walls (operation_id, id, dashboard_id, member_id, agency_id, hash, label, administrations, roles, expires_at)
    values (${member.operationId}, ${id}, ${dashboard}, ${member.id}, ${member.agencyId}, ${hash}, ${label},
      ${listed(administrations)}::uuid[], ${listed(roles)}::text[], now() + make_interval(hours => ${hours}::int))`);
}

const running = (operationId: Id) =>
  and(eq(walls.operationId, operationId), isNull(walls.endedAt), gt(walls.expiresAt, sql`now()`));

/** Walls that run and that the reader may end: the own ones, and for leads all. */
export async function listWalls(tx: Tx, { operationId, id: reader }: Pick<Membership, "operationId" | "id">) {
  return tx
    .select({
      id: walls.id,
      label: walls.label,
      dashboard: dashboards.name,
      administrations: walls.administrations,
      roles: walls.roles,
      startedAt: walls.startedAt,
      expiresAt: walls.expiresAt,
      own: sql<boolean>`${walls.memberId} = ${reader}::uuid`,
      starter: persons.name,
      agency: agencies.name,
    })
    .from(walls)
    .leftJoin(dashboards, and(eq(dashboards.operationId, walls.operationId), eq(dashboards.id, walls.dashboardId)))
    .leftJoin(members, and(eq(members.operationId, walls.operationId), eq(members.id, walls.memberId)))
    .leftJoin(persons, eq(persons.id, members.personId))
    .leftJoin(agencies, eq(agencies.id, walls.agencyId))
    .where(running(operationId))
    .orderBy(desc(walls.startedAt), walls.id);
}

export async function countOwnWalls(tx: Tx, { operationId, id }: Pick<Membership, "operationId" | "id">) {
  const own = and(running(operationId), eq(walls.memberId, id));
  const [row] = await tx.select({ n: count() }).from(walls).where(own);
  return row?.n ?? 0;
}

/** Whether it ran and could be ended. */
export async function endWall(
  tx: Tx,
  { operationId, id: by }: Membership,
  { wall, dashboard }: { wall: Id; dashboard: Id },
): Promise<boolean> {
  const ended = await tx
    .update(walls)
    .set({ endedAt: sql`clock_timestamp()`, endedBy: by })
    .where(and(running(operationId), eq(walls.id, wall), eq(walls.dashboardId, dashboard)))
    .returning({ id: walls.id });
  return ended.length > 0;
}
