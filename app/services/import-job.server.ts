import type { Tx } from "#db/client.server.ts";
import { beginAs, type Membership } from "#db/queries/acting.server.ts";
import { type Import, keepImport } from "#db/queries/imports.server.ts";
import type { Id } from "../domain/id.ts";
import type { Acting } from "./house.server.ts";
import { memberOf, orRefuse } from "./write.server.ts";

/** An import that a worker has: on whose behalf, and what of it. */
export type Job = {
  acting: Acting;
  of: Import;
  worker: Id;
  /** Lets others have their turn. */
  pause: () => Promise<void>;
};

/** Ends the work without a fault: it was cancelled, or another worker has it by now. */
export class Stopped extends Error {
  readonly why: "cancelled" | "lost";
  constructor(why: "cancelled" | "lost") {
    super(why);
    this.why = why;
  }
}

/** Says how far the work is; ends it when it was cancelled, or is another's by now. */
export async function mustHold(tx: Tx, { of, worker }: Job, done: number): Promise<void> {
  const held = await keepImport(tx, of, worker, done);
  if (held !== "kept") throw new Stopped(held);
}

/** A transaction of its own as the bearer. */
export async function asBearer<T>(acting: Acting, work: (tx: Tx, member: Membership) => Promise<T>): Promise<T> {
  return acting.house.db.transaction(async (tx) => {
    const self = orRefuse(await beginAs(tx, acting.token, acting.operationId));
    return work(tx, memberOf(self));
  });
}
