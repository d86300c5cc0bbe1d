import { createHash, randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Id } from "#app/domain/id.ts";
import type { Tx } from "#db/client.server.ts";
import { beginAs, type Self } from "#db/queries/acting.server.ts";
import { Refusal } from "#db/refusal.ts";

/**
 * Figures are counted for a member who drafts reports. So that verifying asks for nobody's password, one is made for it in
 * this transaction, which must be undone: no such member is ever there for anybody else.
 */
export async function beginAsAnalyst(tx: Tx, operationId: Id): Promise<Self> {
  const [place] = await tx.execute<{ agency: Id; unit: Id }>(sql`
    select p.agency_id as agency, u.id as unit from participants p join agency_units u on u.agency_id = p.agency_id
    where p.operation_id = ${operationId}::uuid and p.left_at is null order by p.agency_id, u.id limit 1`);
  if (!place)
    throw new Refusal("Nobody takes part in this operation any more: only its frozen reports can be verified.");
  const token = randomBytes(32).toString("base64url");
  const person = uuid();
  await tx.execute(sql`
    insert into persons (id, agency_id, unit_id, email, name)
    values (${person}, ${place.agency}, ${place.unit}, ${`${person}@verify.invalid`}, 'Verifying')`);
  await tx.execute(sql`
    insert into tokens (id, hash, kind, person_id, expires_at)
    values (${uuid()}, ${createHash("sha256").update(token).digest()}, 'session', ${person}, now() + interval '1 hour')`);
  await tx.execute(sql`
    insert into members (operation_id, id, person_id, agency_id, unit_id, role, from_day)
    values (${operationId}, ${uuid()}, ${person}, ${place.agency}, ${place.unit}, 'analyst', '2000-01-01')`);
  const self = await beginAs(tx, token, operationId);
  if (!self?.member) throw new Error("A member that was just made is none");
  return self;
}
