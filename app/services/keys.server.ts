import { v7 as uuid } from "uuid";
import { noticeAccess } from "#db/queries/access-notices.server.ts";
import { endKey, insertKey, insertNextKey } from "#db/queries/keys.server.ts";
import type { Id } from "../domain/id.ts";
import { type KeyInput, PREFIX_LENGTH, type RotationInput } from "../domain/key.ts";
import { Problem } from "../domain/problem.ts";
import { manage } from "./accounts.server.ts";
import type { Acting } from "./house.server.ts";
import { hashOfToken, tokenOfCommand } from "./secrets.server.ts";
import type { Command, Outcome } from "./write.server.ts";

/** A key for a machine, shown once. Who may make one PostgreSQL says: the contact point of its agency. */
export async function issueKey(acting: Acting, command: Command<KeyInput>): Promise<Outcome> {
  const token = tokenOfCommand(acting.house.secret, "key", command.id);
  const outcome = await manage(acting, "key.issue", command, async ({ tx }) => {
    const id = uuid();
    const { reach, ...key } = command.input;
    await insertKey(tx, { ...key, ...secretOf(token), id, everywhere: reach === "all" });
    return { key: id };
  });
  return { ...outcome, token };
}

/** A new secret for the same work; the old one goes on for the hours asked for, and no longer than it would have. */
export async function rotateKey(acting: Acting, command: Command<RotationInput>): Promise<Outcome> {
  const token = tokenOfCommand(acting.house.secret, "key", command.id);
  const outcome = await manage(acting, "key.rotate", command, async ({ tx }) => {
    const { key: before, days, overlapHours } = command.input;
    const id = uuid();
    const personId = await insertNextKey(tx, { id, before, days, overlapHours, ...secretOf(token) });
    if (!personId) throw new Problem("not-found", "key.unknown");
    return { key: id };
  });
  return { ...outcome, token };
}

export async function revokeKey(acting: Acting, command: Command<{ key: Id }>): Promise<Outcome> {
  return manage(acting, "key.revoke", command, async ({ tx }) => {
    const personId = await endKey(tx, command.input.key);
    if (!personId) throw new Problem("not-found", "key.unknown");
    await noticeAccess(tx, `person:${personId}`);
    return { key: command.input.key };
  });
}

function secretOf(token: string) {
  return { hash: hashOfToken(token), prefix: token.slice(0, PREFIX_LENGTH) };
}
