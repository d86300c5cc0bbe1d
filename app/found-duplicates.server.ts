import type { Tx } from "#db/client.server.ts";
import type { Self } from "#db/queries/acting.server.ts";
import { listCompared, listDuplicates } from "#db/queries/duplicates.server.ts";
import { measuresOn } from "#db/queries/reference.server.ts";
import { comparableOf } from "./domain/duplicates/comparable.ts";
import { findDuplicates, type Match } from "./domain/duplicates/find.ts";
import { localDateIn } from "./domain/local-date.ts";
import { memberOf } from "./services/write.server.ts";

/** So many of the newest cases are compared with each other. */
export const COMPARED = 2_000;

const DECIDED = ["proposed", "merged", "joined", "apart"];
const keyOf = (ids: readonly string[]) => [...ids].sort().join(" ");

/** Pairs that may be one case told twice, or by two countries, and that nobody has decided on, the surest first. */
export async function foundDuplicates(tx: Tx, self: Self): Promise<Match[]> {
  const { operationId, operation } = memberOf(self);
  const [rows, measures, decisions] = await Promise.all([
    listCompared(tx, operationId, COMPARED),
    measuresOn(tx, localDateIn(operation.zone, self.now)),
    listDuplicates(tx, operationId),
  ]);
  const decided = new Set(
    decisions.filter(({ state }) => DECIDED.includes(state)).map(({ kept, dropped }) => keyOf([kept, dropped])),
  );
  const compared = rows.map(({ input, ...reporter }) => comparableOf(input, reporter, measures));
  const joints = new Map(rows.map(({ id, joint }) => [id, joint]));
  // Through a third message they are one case already.
  const isJoined = ([one, other]: Match["ids"]) => joints.get(one) != null && joints.get(one) === joints.get(other);
  return findDuplicates(compared).filter(({ ids }) => !decided.has(keyOf(ids)) && !isJoined(ids));
}
