import type { Call } from "./call.server.ts";
import { getFeed } from "./feed.server.ts";
import { getFigures } from "./figures.server.ts";
import { getOperation, listOperations } from "./operations.server.ts";
import { getReferenceList, listReferenceLists } from "./reference.server.ts";
import { amendSeizure, createSeizure, decideReport, withdrawSeizure } from "./seizure-commands.server.ts";
import { getSeizure, listSeizures } from "./seizures.server.ts";
import { listTallies, postTallies } from "./tallies.server.ts";

/** Every call of the interface, in the order of its document. */
export const CALLS: readonly Call[] = [
  listOperations,
  getOperation,
  listSeizures,
  createSeizure,
  getSeizure,
  amendSeizure,
  withdrawSeizure,
  decideReport,
  listTallies,
  postTallies,
  getFigures,
  getFeed,
  listReferenceLists,
  getReferenceList,
];
