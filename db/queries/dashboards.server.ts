import { and, asc, count, eq, or, sql } from "drizzle-orm";
import { type Panel, Panels } from "../../app/domain/dashboard.ts";
import type { Id } from "../../app/domain/id.ts";
import type { Tx } from "../client.server.ts";
import { agencies, dashboards, members, persons } from "../schema.ts";

type Keeper = { operationId: Id; id: Id };

const { id, name, shared, version, memberId, panels } = dashboards;

/** What the reader may open: the own dashboards, and those of others that are shared. */
export async function listDashboards(tx: Tx, { operationId, id: reader }: Keeper) {
  return tx
    .select({
      ...{ id, name, shared, version },
      panels: sql<number>`jsonb_array_length(${panels})`,
      own: sql<boolean>`${memberId} = ${reader}::uuid`,
      maker: persons.name,
      agency: agencies.name,
    })
    .from(dashboards)
    .leftJoin(members, and(eq(members.operationId, dashboards.operationId), eq(members.id, memberId)))
    .leftJoin(persons, eq(persons.id, members.personId))
    .leftJoin(agencies, eq(agencies.id, dashboards.agencyId))
    .where(and(eq(dashboards.operationId, operationId), or(eq(memberId, reader), eq(shared, true))))
    .orderBy(sql`lower(${name})`, asc(id));
}

/** One dashboard that the reader may open. Panels of a kind that is not known any more are left out. */
export async function findDashboard(tx: Tx, operationId: Id, dashboard: Id) {
  const [row] = await tx
    .select({ id, name, shared, version, memberId, panels, maker: persons.name, agency: agencies.name })
    .from(dashboards)
    .leftJoin(members, and(eq(members.operationId, dashboards.operationId), eq(members.id, memberId)))
    .leftJoin(persons, eq(persons.id, members.personId))
    .leftJoin(agencies, eq(agencies.id, dashboards.agencyId))
    .where(and(eq(dashboards.operationId, operationId), eq(id, dashboard)));
  return row ? { ...row, panels: panelsIn(row.panels) } : null;
}

export function panelsIn(stored: unknown): Panel[] {
  return (Array.isArray(stored) ? stored : []).flatMap((one) => Panels.safeParse([one]).data ?? []);
}

export async function countOwnDashboards(tx: Tx, { operationId, id: reader }: Keeper): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(dashboards)
    .where(and(eq(dashboards.operationId, operationId), eq(memberId, reader)));
  return row?.n ?? 0;
}
