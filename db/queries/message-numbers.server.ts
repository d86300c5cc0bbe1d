import { sql } from "drizzle-orm";
import type { Tx } from "../client.server.ts";
import type { Membership } from "./acting.server.ts";

/** The next message numbers of the member's administration, in order. */
export async function messageNumbers(tx: Tx, member: Membership, count: number): Promise<string[]> {
  const { operationId, administrationCode } = member;
  const [row] = await tx.execute<{ numbers: string[] }>(
    sql`select take_message_numbers(${operationId}, ${administrationCode}, ${count}) as numbers`,
  );
  if (row?.numbers.length !== count) throw new Error("no message numbers");
  return row.numbers;
}
