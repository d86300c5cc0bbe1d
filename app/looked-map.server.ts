import type { Tx } from "#db/client.server.ts";
import { visibleFacts } from "#db/queries/facts.server.ts";
import { placeNamesOf } from "#db/queries/place-names.server.ts";
import { encodeFacts } from "./domain/fact-codec.ts";
import type { Id } from "./domain/id.ts";
import type { RecordsSeen } from "./records-look.server.ts";

/** What the map shows of the own records that another agency sees: all of it at once, since no news is folded into it. */
export async function lookedMap(tx: Tx, operationId: Id, { look, among }: RecordsSeen) {
  const facts = await visibleFacts(tx, operationId, among.facts);
  const places = await placeNamesOf(
    tx,
    facts.flatMap((fact) => fact.place.placeId ?? []),
  );
  return { look, block: encodeFacts(facts), places };
}
