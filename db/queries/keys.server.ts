import { sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { Scope } from "../../app/domain/key.ts";
import type { Tx } from "../client.server.ts";

type NewKey = {
  id: Id;
  machineId: Id;
  hash: Buffer;
  label: string;
  days: number;
  prefix: string;
  scopes: readonly Scope[];
  everywhere: boolean;
};

export async function insertKey(tx: Tx, { id, machineId, hash, label, days, prefix, scopes, everywhere }: NewKey) {
  const list = `{${scopes.join(",")}}`;
  await tx.execute(sql`
    select issue_key(${id}, ${machineId}, ${hash}, ${label}, ${days}, ${prefix}, ${list}::text[], ${everywhere})`);
}

type NextKey = { id: Id; before: Id; hash: Buffer; prefix: string; days: number; overlapHours: number };

/** Answers whose key it is, or null where there is none to be renewed. */
export async function insertNextKey(tx: Tx, { id, before, hash, prefix, days, overlapHours }: NextKey) {
  const [row] = await tx.execute<{ person: Id | null }>(sql`
    select rotate_key(${id}, ${before}, ${hash}, ${prefix}, ${days}, ${overlapHours}) as person`);
  return row?.person ?? null;
}

/** Answers whose key it was, or null where there is none to end. */
export async function endKey(tx: Tx, key: Id): Promise<Id | null> {
  const [row] = await tx.execute<{ person: Id | null }>(sql`select revoke_key(${key}) as person`);
  return row?.person ?? null;
}

export type MachineKey = {
  id: Id;
  personId: Id;
  label: string;
  createdAt: string;
  usedAt: string;
  expiresAt: string;
  /** Empty for a key from before prefixes were kept. */
  prefix: string;
  scopes: Scope[];
  /** Null: wherever its machine takes part. */
  operationId: Id | null;
  madeBy: string;
  /** Another one came in its place, and it ends soon. */
  renewed: boolean;
};

/** Keys that open something, of machines of the bearer's agency; the oldest first. */
export async function listMachineKeys(tx: Tx): Promise<MachineKey[]> {
  return tx.execute<MachineKey>(sql`
    select id, person_id as "personId", label, ${iso("created_at")} as "createdAt", ${iso("used_at")} as "usedAt",
      ${iso("expires_at")} as "expiresAt", prefix, to_json(scopes) as scopes, operation_id as "operationId",
      made_by as "madeBy", renewed
    from machine_keys() order by created_at`);
}

function iso(column: string) {
  return sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
}
