import type { Tx } from "#db/client.server.ts";
import { eraseRecord, findErasure } from "#db/queries/erasures.server.ts";
import { anEvent } from "#db/queries/events.server.ts";
import { reachOf } from "#db/queries/reach.server.ts";
import { findReport } from "#db/queries/reports.server.ts";
import { findCase, findFact } from "#db/queries/seizures.server.ts";
import { isNamed, namesToType } from "../domain/erasing.ts";
import type { Id } from "../domain/id.ts";
import { Problem } from "../domain/problem.ts";
import type { Order } from "../domain/seizure-form/amend.ts";
import type { Acting } from "./house.server.ts";
import { type Command, memberOf, mustBeAllowed, type Outcome, write } from "./write.server.ts";

/** `base`: the version of the facts, or of the report where nothing is released. `order`: on whose word. */
export type Erasing = { seizure: Id; base: number; reason: string; order: Order };

/**
 * Destroys a seizure or a report of the own agency for ever. `typed` names it once more and is no part of the command:
 * nothing that was erased is to be told from what is kept of the asking.
 */
export async function eraseSeizure(acting: Acting, command: Command<Erasing>, typed: string): Promise<Outcome> {
  return write(acting, "seizure.erase", command, async ({ tx, self, note }): Promise<Outcome> => {
    const { seizure, base, reason, order } = command.input;
    const { operationId } = memberOf(self);
    const record = await recordOf(tx, operationId, seizure);
    mustBeAllowed(self, "seizure.erase", record);
    if (!isNamed(namesToType(seizure, record.numbers), typed)) throw refused("confirm", "erase.confirm.other");
    if (!Number.isInteger(base)) throw new Problem("stale", "seizure.stale");
    const { outcome, unitId, released, told } = await eraseRecord(tx, { seizure, base, reason, ...order });
    if (outcome === "unknown") throw new Problem("not-found", "seizure.unknown");
    if (outcome === "done") throw new Problem("conflict", "seizure.erased");
    if (outcome === "stale") throw new Problem("stale", "seizure.stale");
    if (outcome === "merged") throw new Problem("conflict", "erase.merged");

    note(anEvent("seizure.erased", { seizure }, "unit", unitId ?? undefined));
    if (released) note(anEvent("seizure.erased", { seizure }, "operation"));
    if (told) note(anEvent("seizure.erased", { seizure }, "desk"));
    return { seizure, state: "erased", lost: String(record.lost) };
  });
}

const refused = (field: string, key: string) =>
  new Problem("invalid", "body.invalid", {}, { fields: { [field]: [key] } });

type Erasable = { agencyId: Id; numbers: readonly string[]; lost: number };

/** What is to be erased, as far as this member sees it, and how many lose it with that. */
async function recordOf(tx: Tx, operationId: Id, id: Id): Promise<Erasable> {
  const [fact, kase, report] = await Promise.all([
    findFact(tx, operationId, id),
    findCase(tx, operationId, id),
    findReport(tx, operationId, id),
  ]);
  if (fact) {
    const numbers = [fact.messageNo, kase?.nationalCaseNo ?? ""];
    const lost = kase?.shared ? await readersOf(tx, kase) : 0;
    return { agencyId: fact.agencyId, numbers, lost };
  }
  if (report && report.state !== "erased" && report.state !== "released") {
    return { agencyId: report.agencyId, numbers: [caseNoOf(report)], lost: 0 };
  }
  const erased = await findErasure(tx, operationId, id);
  throw erased ? new Problem("conflict", "seizure.erased") : new Problem("not-found", "seizure.unknown");
}

type Listed = { operationId: Id; audienceId: Id; agencyId: Id };

async function readersOf(tx: Tx, { operationId, audienceId, agencyId }: Listed): Promise<number> {
  const { readers, coordination } = await reachOf(tx, operationId, audienceId, agencyId);
  return new Set([...readers, ...coordination].map(({ id }) => id)).size;
}

type Report = NonNullable<Awaited<ReturnType<typeof findReport>>>;

/** The national case number of a report inside its agency, as it was sent or as it stands in its draft. */
export function caseNoOf({ input, form }: Pick<Report, "input" | "form">): string {
  const typed = form?.nationalCaseNo;
  return input?.nationalCaseNo ?? (typeof typed === "string" ? typed : "");
}
