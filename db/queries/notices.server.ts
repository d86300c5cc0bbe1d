import { sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { Db } from "../client.server.ts";

/** What nodes tell each other through PostgreSQL: that streams have grown, and that somebody's rights have changed. */
export const SEALED_CHANNEL = "naga_sealed";
export const ACCESS_CHANNEL = "naga_access";
/** Which agencies have somebody at a node, passed on and kept nowhere. */
export const PRESENCE_CHANNEL = "naga_presence";

export type Head = { stream: Id; head: number };

/** A notice holds at most 8,000 bytes. */
const HEADS_PER_NOTICE = 120;

/** One transaction whatever the number of streams: notices are dear to the writers, one by one. */
export async function noticeSealed(db: Db, heads: readonly Head[]): Promise<void> {
  const payloads: string[] = [];
  for (let at = 0; at < heads.length; at += HEADS_PER_NOTICE) {
    const some = heads.slice(at, at + HEADS_PER_NOTICE);
    payloads.push(some.map(({ stream, head }) => `${stream}:${head}`).join(" "));
  }
  await db.execute(
    sql`select pg_notify(${SEALED_CHANNEL}, p) from json_array_elements_text(${JSON.stringify(payloads)}::json) as p`,
  );
}

export function readSealedNotice(payload: string): Head[] {
  const heads = payload.split(" ").map((part) => part.split(":"));
  return heads.flatMap(([stream, head]) => (stream && head ? [{ stream, head: Number(head) }] : []));
}

/** Whose rights a notice says may have changed. */
export type Concerned = { personId: Id } | { operationId: Id };

export function readAccessNotice(payload: string): Concerned | null {
  const [what, id] = payload.split(":");
  if (!id) return null;
  if (what === "person") return { personId: id };
  return what === "operation" ? { operationId: id } : null;
}

/** Says to every node, this one too, what the words of realtime/presence-notice.ts mean. */
export async function noticePresence(db: Db, payloads: readonly string[]): Promise<void> {
  await db.execute(
    sql`select pg_notify(${PRESENCE_CHANNEL}, p) from json_array_elements_text(${JSON.stringify(payloads)}::json) as p`,
  );
}
