import { sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { Db, Tx } from "../client.server.ts";

/** The account behind an address, if it can sign in. `proof` shows that the application asks. */
export async function accountForSignIn(db: Db | Tx, email: string, proof: Buffer) {
  const rows = await db.execute<{ id: Id; passwordHash: string }>(sql`
    select person_id as id, password_hash as "passwordHash" from account_for_sign_in(${email}, ${proof})`);
  return rows[0];
}

type NewSession = { id: Id; personId: Id; hash: Buffer; label: string; hours: number; proof: Buffer };

export async function startSession(db: Db | Tx, { id, personId, hash, label, hours, proof }: NewSession) {
  await db.execute(sql`select start_session(${id}, ${personId}, ${hash}, ${label}, ${hours}, ${proof})`);
}

/** Moves the session's clock on, at most once a minute. */
export async function touchToken(tx: Tx): Promise<void> {
  await tx.execute(sql`select touch_token()`);
}

/** Ends the session or key by its id; with null all sessions of the person. Answers how many ended. */
export async function revokeTokens(tx: Tx, personId: Id, token: Id | null): Promise<number> {
  return (await tx.execute(sql`select revoke_tokens(${personId}, ${token}::uuid)`)).length;
}

export async function currentToken(tx: Tx): Promise<Id | null> {
  const [row] = await tx.execute<{ id: Id | null }>(sql`select current_token() as id`);
  return row?.id ?? null;
}

type NewInvitation = { id: Id; personId: Id; hash: Buffer; hours: number };

export async function insertInvitation(tx: Tx, { id, personId, hash, hours }: NewInvitation) {
  await tx.execute(sql`select invite_person(${id}, ${personId}, ${hash}, ${hours})`);
}

export type Invited = { personId: Id; name: string; email: string; agency: string; expiresAt: string };

/** Whom an invitation is for, while it holds. */
export async function personInvited(db: Db, token: string): Promise<Invited | undefined> {
  const rows = await db.execute<Invited>(sql`
    select person_id as "personId", name, email, agency,
      to_char(expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "expiresAt"
    from invited_person(${token})`);
  return rows[0];
}

/** Uses the invitation up; null when it does not hold any more. */
export async function consumeInvitation(db: Db, token: string, passwordHash: string): Promise<Id | null> {
  const [row] = await db.execute<{ id: Id | null }>(sql`select accept_invitation(${token}, ${passwordHash}) as id`);
  return row?.id ?? null;
}

export async function replacePassword(tx: Tx, passwordHash: string, proof: Buffer) {
  await tx.execute(sql`select change_password(${passwordHash}, ${proof})`);
}
