import type { IncomingMessage } from "node:http";
import type { Id } from "#app/domain/id.ts";
import type { Scope } from "#app/domain/key.ts";
import { tokenOfBearer, tokenOfCookie } from "#app/session.server.ts";
import type { Db } from "#db/client.server.ts";
import { beginAs } from "#db/queries/acting.server.ts";
import { type Lines, linesIn, personRoom } from "./lines.ts";
import type { Walls } from "./walls.ts";

/** Who opened a line: the token that every later transaction begins with, and whose it is. */
export type Bearer = { token: string; personId: Id };

const LINES_PER_PERSON = 20;
/** Frames are read once for all who see the same facts: a key that was not made for facts has the feed alone. */
const NEEDED: readonly Scope[] = ["feed.read", "seizures.read"];

/**
 * Refuses a line without a session or key before it is opened, and somebody's twenty-first. What the token opens is
 * asked again for everything that is sent over the line.
 */
export function authenticate(io: Lines, db: Db, walls: Walls): (request: IncomingMessage) => Bearer | undefined {
  const bearers = new WeakMap<IncomingMessage, Bearer>();
  const { allowRequest: fromHere } = io.engine.opts;

  async function isWelcome(request: IncomingMessage): Promise<boolean> {
    const token = tokenOf(request);
    const self = token ? await db.transaction((tx) => beginAs(tx, token, null)) : null;
    if (!token || !self) return false;
    if (self.scopes !== null && !NEEDED.every((scope) => self.scopes?.includes(scope))) return false;
    if (linesIn(io, personRoom(self.person.id)).length >= LINES_PER_PERSON) return false;
    bearers.set(request, { token, personId: self.person.id });
    return true;
  }

  io.engine.opts.allowRequest = (request, answer) => {
    const ask = () => {
      (walls.welcome(request) ?? isWelcome(request)).then(
        (welcome) => (welcome ? answer(null, true) : answer("session.none", false)),
        () => answer("unavailable", false),
      );
    };
    if (!fromHere) ask();
    else fromHere(request, (refusal, passed) => (passed ? ask() : answer(refusal ?? "origin", false)));
  };
  return (request) => bearers.get(request);
}

/** A machine's key stands alone: a cookie beside it lends nothing. */
function tokenOf({ headers }: IncomingMessage): string | null {
  return headers.authorization === undefined ? tokenOfCookie(headers.cookie) : tokenOfBearer(headers.authorization);
}
