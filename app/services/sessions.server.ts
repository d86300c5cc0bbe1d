import { v7 as uuid } from "uuid";
import type { Db, Tx } from "#db/client.server.ts";
import { noticeAccess } from "#db/queries/access-notices.server.ts";
import { findMyself, trace } from "#db/queries/accounts.server.ts";
import { beginAs, type Self } from "#db/queries/acting.server.ts";
import {
  accountForSignIn,
  consumeInvitation,
  currentToken,
  type Invited,
  personInvited,
  replacePassword,
  revokeTokens,
  startSession,
  touchToken,
} from "#db/queries/sign-in.server.ts";
import type { Id } from "../domain/id.ts";
import { saysWho } from "../domain/password.ts";
import { Problem } from "../domain/problem.ts";
import type { Acting, House } from "./house.server.ts";
import { hashPassword, passwordMatches } from "./passwords.server.ts";
import { hashOfToken, newToken, proofOf } from "./secrets.server.ts";

/** A session ends after so long in any case; the database ends it earlier when it rests for twelve hours. */
export const SESSION_HOURS = 7 * 24;

type Credentials = { email: string; password: string; label: string };
export type Opened = { token: string; hours: number };

/**
 * Begins a session. Null for an account that does not exist and for a wrong password alike, after the same work and the
 * same writes.
 */
export async function signIn(house: House, { email, password, label }: Credentials): Promise<Opened | null> {
  const account = await findAccount(house.db, house, email);
  const matches = await passwordMatches(account?.passwordHash ?? null, password);
  const outcome = account && matches ? "done" : "refused";
  await trace(house.db, { personId: account?.id ?? null, action: "sign_in", outcome });
  return account && matches ? openSession(house, account.id, label) : null;
}

/** Addresses are folded here, so that proof and search are of the same text. */
async function findAccount(db: Db | Tx, { secret }: House, email: string) {
  const address = email.toLowerCase();
  return accountForSignIn(db, address, proofOf(secret, `sign-in:${address}`));
}

async function openSession(house: House, personId: Id, label: string): Promise<Opened> {
  const token = newToken();
  const hash = hashOfToken(token);
  const proof = proofOf(house.secret, `session:${personId}:${hash.toString("hex")}`);
  await startSession(house.db, { id: uuid(), personId, hash, label, hours: SESSION_HOURS, proof });
  return { token, hours: SESSION_HOURS };
}

/** Ends this session. Open pages of it fall silent at once. */
export async function signOut(acting: Acting): Promise<void> {
  await asPerson(acting, async (tx, self) => {
    const token = await currentToken(tx);
    if (token) await endAndTell(tx, self, token);
  });
}

/** Ends all sessions of the own account, this one too. */
export async function signOutEverywhere(acting: Acting): Promise<void> {
  await asPerson(acting, (tx, self) => endAndTell(tx, self, null));
}

/** Ends one of the own sessions, on another device. */
export async function endMySession(acting: Acting, session: Id): Promise<void> {
  await asPerson(acting, (tx, self) => endAndTell(tx, self, session));
}

async function endAndTell(tx: Tx, self: Self, token: Id | null): Promise<void> {
  await noticeAccess(tx, `person:${self.person.id}`);
  await trace(tx, { personId: self.person.id, action: "session.end", subject: token ?? "all", outcome: "done" });
  await revokeTokens(tx, self.person.id, token);
}

/** Whether somebody is signed in by this token; a database that is away is an error, not a no. */
export async function sessionHolds({ house, token }: Acting): Promise<boolean> {
  return house.db.transaction(async (tx) => (await beginAs(tx, token, null)) !== null);
}

const MINUTE = 60_000;
const MOST_REMEMBERED = 20_000;
const usedAt = new Map<string, number>();

/**
 * Tells the database now and then that a session or key is in use, else it would end in the middle of a shift. Beside
 * the request: nobody waits for it, and what goes wrong there goes wrong in the request too and is told there.
 */
export function keepAlive(acting: Acting, now = Date.now()): void {
  const key = hashOfToken(acting.token).toString("base64");
  if (now - (usedAt.get(key) ?? 0) < MINUTE) return;
  if (usedAt.size >= MOST_REMEMBERED) usedAt.clear();
  usedAt.set(key, now);
  touchSession(acting).catch(() => usedAt.delete(key));
}

/** Writes at most once a minute, whatever process asks. */
export async function touchSession(acting: Acting): Promise<void> {
  await asPerson(acting, (tx) => touchToken(tx));
}

async function asPerson<T>(acting: Acting, work: (tx: Tx, self: Self) => Promise<T>): Promise<T> {
  return acting.house.db.transaction(async (tx) => {
    const self = await beginAs(tx, acting.token, null);
    if (!self) throw new Problem("unauthenticated", "session.ended");
    return work(tx, self);
  });
}

/** Whom an invitation is for; null when it was used, replaced or has run out. */
export async function invitedPerson(house: House, token: string): Promise<Invited | null> {
  return (await personInvited(house.db, token)) ?? null;
}

/** Sets the first password, once. Null when the invitation does not hold any more. */
export async function acceptInvitation(
  house: House,
  { token, password, label }: { token: string; password: string; label: string },
): Promise<Opened | null> {
  const invited = await invitedPerson(house, token);
  if (!invited) return null;
  mustNotSayWho(password, invited);
  const personId = await consumeInvitation(house.db, token, await hashPassword(password));
  if (!personId) return null;
  await trace(house.db, { personId, action: "invitation.accept", outcome: "done" });
  return openSession(house, personId, label);
}

/** A new password for the own account, against the old one. The other sessions end. */
export async function changePassword(
  acting: Acting,
  { old, password }: { old: string; password: string },
): Promise<void> {
  const { house } = acting;
  const { personId, stored } = await asPerson(acting, async (tx, self) => {
    const myself = await findMyself(tx);
    if (!myself) throw new Problem("unauthenticated", "session.ended");
    mustNotSayWho(password, myself);
    const account = await findAccount(tx, house, myself.email);
    return { personId: self.person.id, stored: account?.passwordHash ?? null };
  });
  if (!(await passwordMatches(stored, old))) throw refusedField("old", "password.wrong");
  const hash = await hashPassword(password);
  await asPerson(acting, async (tx) => {
    await replacePassword(tx, hash, proofOf(house.secret, `password:${personId}:${hash}`));
    await trace(tx, { personId, action: "password.change", outcome: "done" });
    await noticeAccess(tx, `person:${personId}`);
  });
}

function mustNotSayWho(password: string, person: { name: string; email: string }) {
  if (saysWho(password, person)) throw refusedField("password", "password.says_who");
}

function refusedField(field: string, key: string): Problem {
  return new Problem("invalid", "body.invalid", {}, { fields: { [field]: [key] } });
}
