import { beginAs } from "#db/queries/acting.server.ts";
import { findCase, findFact } from "#db/queries/seizures.server.ts";
import { accessLog } from "#db/schema.ts";
import type { Id } from "../domain/id.ts";
import { Problem } from "../domain/problem.ts";
import type { Reading } from "../domain/reading.ts";
import type { Acting } from "./house.server.ts";
import { memberOf, type Outcome, read } from "./write.server.ts";

type Access = {
  action: Reading | "package.taken" | "report.taken";
  /** The id of what was read. */
  subject: string;
  outcome: "shown" | "refused";
  requestId: string;
};

/** Writes down that somebody read what is not for everybody: apart from the events, and sent to nobody. */
export async function noteAccess(acting: Acting, access: Access): Promise<void> {
  await acting.house.db.transaction(async (tx) => {
    const self = await beginAs(tx, acting.token, acting.operationId);
    await tx
      .insert(accessLog)
      .values({ ...access, personId: self?.person.id ?? null, operationId: acting.operationId })
      // What is noted once a day has been noted already.
      .onConflictDoNothing();
  });
}

/** What this process has noted today, so that a page that loads itself again and again writes nothing. */
const noted = new Set<string>();
const NOTED_AT_MOST = 20_000;

/** A page shows a case; a key takes it into a system of its agency's. */
type Opening = { action: "case.read" | "case.exported"; personId: Id; seizure: Id; requestId: string };

/**
 * Writes down, once a day, that somebody of another agency had a case before him. Who asks does not wait for it:
 * what cannot be written is logged, and tried again when the case is opened again.
 */
export function noteOpening(acting: Acting, { action, personId, seizure, requestId }: Opening): void {
  const day = new Date().toISOString().slice(0, 10);
  const key = `${day} ${acting.operationId} ${action} ${personId} ${seizure}`;
  if (noted.has(key)) return;
  if (noted.size >= NOTED_AT_MOST) noted.clear();
  noted.add(key);
  noteAccess(acting, { action, subject: seizure, outcome: "shown", requestId }).catch((err: unknown) => {
    noted.delete(key);
    acting.house.log.error({ err }, "an opening could not be noted");
  });
}

/** The page says that it is being printed. The own agency's prints are its own business, and facts alone are no case. */
export async function notePrinting(
  acting: Acting,
  { seizure, requestId }: { seizure: Id; requestId: string },
): Promise<Outcome> {
  const isOthers = await read(acting, async (tx, self) => {
    const { operationId, agencyId } = memberOf(self);
    const fact = await findFact(tx, operationId, seizure);
    if (!fact) throw new Problem("not-found", "seizure.unknown");
    return fact.agencyId !== agencyId && (await findCase(tx, operationId, seizure)) !== undefined;
  });
  if (isOthers) await noteAccess(acting, { action: "case.printed", subject: seizure, outcome: "shown", requestId });
  return {};
}
