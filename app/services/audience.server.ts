import { createHash } from "node:crypto";
import { v7 as uuid } from "uuid";
import type { Tx } from "#db/client.server.ts";
import type { Membership } from "#db/queries/acting.server.ts";
import { findAudience, presentReaders } from "#db/queries/judging.server.ts";
import { audienceReaders, audiences } from "#db/schema.ts";
import type { Id } from "../domain/id.ts";
import type { AudienceInput } from "../domain/seizure.ts";

/** The stored, resolved list for what the owner chose; made when no seizure of the operation has the same list yet. */
export async function resolveAudience(tx: Tx, member: Membership, chosen: AudienceInput): Promise<Id> {
  const readers =
    chosen.kind === "all" ? await presentReaders(tx, member.operationId) : [...new Set(chosen.agencies)].sort();
  const joining = chosen.kind === "all" ? member.operation.joining : "none";
  const digest = createHash("sha256")
    .update([chosen.kind, joining, ...readers].join("|"))
    .digest("hex");
  return (await findAudience(tx, digest)) ?? makeAudience(tx, member, { kind: chosen.kind, joining, digest, readers });
}

type NewAudience = { kind: string; joining: string; digest: string; readers: Id[] };

async function makeAudience(tx: Tx, member: Membership, { kind, joining, digest, readers }: NewAudience): Promise<Id> {
  const operationId = member.operationId;
  const id = uuid();
  const made = await tx
    .insert(audiences)
    .values({ operationId, id, kind, joining, digest })
    .onConflictDoNothing()
    .returning({ id: audiences.id });
  if (made.length === 0) {
    // Somebody else made the same list between our look and our insert; his is committed now.
    const theirs = await findAudience(tx, digest);
    if (!theirs) throw new Error("an audience that is neither ours nor there");
    return theirs;
  }
  if (readers.length > 0) {
    await tx.insert(audienceReaders).values(readers.map((readerId) => ({ operationId, audienceId: id, readerId })));
  }
  return id;
}
