import { sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { Tx } from "../client.server.ts";

/** Whose rights may have changed: one person's, or those of everybody in an operation. */
export type WhoseAccess = `person:${Id}` | `operation:${Id}`;

/** Tells every node, with the commit, to ask again what open sockets may see. */
export async function noticeAccess(tx: Tx, whose: WhoseAccess): Promise<void> {
  await tx.execute(sql`select pg_notify('naga_access', ${whose})`);
}
