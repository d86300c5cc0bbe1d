import type { Tx } from "#db/client.server.ts";
import type { Self } from "#db/queries/acting.server.ts";
import { jointHeads, listDuplicates } from "#db/queries/duplicates.server.ts";
import { comparedCases } from "./compared-cases.server.ts";
import type { DuplicateCoverage } from "./domain/duplicates/coverage.ts";
import type { Match } from "./domain/duplicates/find.ts";
import type { Acting } from "./services/house.server.ts";
import { memberOf } from "./services/write.server.ts";

const DECIDED = ["proposed", "merged", "joined", "apart"];
const keyOf = (ids: readonly string[]) => [...ids].sort().join(" ");

type FoundDuplicates = { matches: Match[]; coverage: DuplicateCoverage };

/**
 * Pairs that may be one case told twice, or by two countries, and that nobody has decided on, the surest first; and among
 * how many cases they were looked for.
 */
export async function foundDuplicates(tx: Tx, self: Self, acting: Acting): Promise<FoundDuplicates> {
  const { operationId } = memberOf(self);
  const { matches, coverage } = await comparedCases(tx, { acting, self });
  const [decisions, heads] = [await listDuplicates(tx, operationId), await jointHeads(tx, operationId)];
  const decided = new Set(
    decisions.filter(({ state }) => DECIDED.includes(state)).map(({ kept, dropped }) => keyOf([kept, dropped])),
  );
  // Through a third message they are one case already.
  const isJoined = ([one, other]: Match["ids"]) => heads.has(one) && heads.get(one) === heads.get(other);
  return { matches: matches.filter(({ ids }) => !decided.has(keyOf(ids)) && !isJoined(ids)), coverage };
}
