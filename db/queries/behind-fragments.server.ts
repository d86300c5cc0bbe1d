import { type SQL, sql } from "drizzle-orm";
import type { Behind } from "../../app/domain/figures/behind.ts";
import { NOT_KNOWN } from "../../app/domain/flow.ts";
import type { Id } from "../../app/domain/id.ts";
import { CURRENT_FACTS } from "./fact-source.server.ts";
import { delayDays } from "./figure-fragments.server.ts";
import { textArray } from "./filter-fragments.server.ts";
import { corridorTables, flowTable } from "./leg-fragments.server.ts";

/** The records behind a number of delays or flows, as a condition on rows `f` of facts: as the figures count them. */
export function standsBehind(operationId: Id, behind: Behind, zone: string): SQL {
  return behind.kind === "delay" ? delayed(behind.band, zone) : flowing(operationId, behind.flow);
}

function delayed({ from, to }: Extract<Behind, { kind: "delay" }>["band"], zone: string): SQL {
  const days = delayDays(sql`f.operational_day`, zone);
  return sql`(${days} >= ${from} ${to === null ? sql`` : sql`and ${days} <= ${to}`})`;
}

/** Flows are put together for those cases alone that name the countries. */
function flowing(operationId: Id, flow: string): SQL {
  const ends = flow.split(">").filter((end) => end.slice(1) !== NOT_KNOWN);
  const seized = ends.filter((end) => end.startsWith("s")).map((end) => sql`and f.country = ${end.slice(1)}`);
  const named = ends
    .filter((end) => !end.startsWith("s"))
    .map(
      (end) => sql`and exists (select 1 from seizure_fact_nodes n where n.operation_id = f.operation_id
        and n.seizure_id = f.id and n.version = f.version and n.country = any(${textArray([end.slice(1)])}))`,
    );
  const candidates = sql`(select f.* from seizure_facts f where f.operation_id = ${operationId}::uuid
    and f.ended_by is null ${sql.join([...seized, ...named], sql` `)}) f`;
  return sql`f.id in (with ${corridorTables(operationId, { facts: candidates, nodes: CURRENT_FACTS.nodes })}, ${flowTable()}
    select id from flows where flow = ${flow})`;
}
