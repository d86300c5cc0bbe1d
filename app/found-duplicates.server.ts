import type { Tx } from "#db/client.server.ts";
import type { Self } from "#db/queries/acting.server.ts";
import { listDuplicates } from "#db/queries/duplicates.server.ts";
import { type Coverage, comparedCases } from "./compared-cases.server.ts";
import type { Match } from "./domain/duplicates/find.ts";
import type { Acting } from "./services/house.server.ts";
import { memberOf } from "./services/write.server.ts";

const DECIDED = ["proposed", "merged", "apart"];
const keyOf = (ids: readonly string[]) => [...ids].sort().join(" ");

type FoundDuplicates = { matches: Match[]; coverage: Coverage };

/** Pairs that may be one case told twice and that nobody has decided on, the surest first; and among how many cases. */
export async function foundDuplicates(tx: Tx, self: Self, acting: Acting): Promise<FoundDuplicates> {
  const [{ matches, coverage }, decisions] = [
    await comparedCases(tx, { acting, self }),
    await listDuplicates(tx, memberOf(self).operationId),
  ];
  const decided = new Set(
    decisions.filter(({ state }) => DECIDED.includes(state)).map(({ kept, dropped }) => keyOf([kept, dropped])),
  );
  return {
    matches: matches.filter(({ kind, ids }) => kind === "duplicate" && !decided.has(keyOf(ids))),
    coverage,
  };
}
