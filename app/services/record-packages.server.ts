import { addPackage, type RecordPackage } from "#db/queries/record-packages.server.ts";
import { startSession } from "#db/queries/sign-in.server.ts";
import type { Id } from "../domain/id.ts";
import { Problem } from "../domain/problem.ts";
import { noteAccess } from "./access-log.server.ts";
import type { Acting } from "./house.server.ts";
import { hashOfToken, proofOf, tokenOfCommand } from "./secrets.server.ts";
import { type Command, memberOf, mustBeAllowed, type Outcome, write } from "./write.server.ts";

/** A session for one package: long enough for the largest on a slow machine. */
const WORK_HOURS = 24;

/**
 * Asks for all records of the own agency in one archive. A worker makes it as whoever asked, under a session of its own
 * that ends with the work: signed out everywhere or withdrawn, the person's work ends too.
 */
export async function askForPackage(acting: Acting, command: Command<{ packageId: Id }>): Promise<Outcome> {
  return write(acting, "records.pack", command, async ({ tx, self }): Promise<Outcome> => {
    const agencyId = memberOf(self).agencyId;
    const { operationId, id: madeBy } = mustBeAllowed(self, "records.take", { agencyId });
    const { packageId: id } = command.input;
    const workKey = crypto.randomUUID();
    const { secret } = acting.house;
    const personId = self.person.id;
    const hash = hashOfToken(tokenOfCommand(secret, "package", workKey));
    const proof = proofOf(secret, `session:${personId}:${hash.toString("hex")}`);
    await startSession(tx, { id: workKey, personId, hash, label: `package ${id}`, hours: WORK_HOURS, proof });
    const added = await addPackage(tx, { operationId, id, agencyId, madeBy, personId, state: "making", workKey });
    if (!added) throw new Problem("conflict", "package.making");
    return { package: id };
  });
}

/** Writes down that somebody took it home, before the first byte goes out. */
export async function noteTaking(acting: Acting, of: RecordPackage): Promise<void> {
  await noteAccess(acting, { action: "package.taken", subject: of.id, outcome: "shown", requestId: "" });
  acting.house.log.info({ package: of.id, agency: of.agencyId, bytes: of.bytes }, "a package of records was taken");
}
