import type { Tx } from "#db/client.server.ts";
import { unknownCodes } from "#db/queries/reference.server.ts";
import { Problem } from "../domain/problem.ts";
import type { SeizureInput } from "../domain/seizure.ts";

/**
 * What PostgreSQL would refuse at release is refused when the report is sent: else the contact point would find, days
 * later, that a machine writes a code which no list has.
 */
export async function mustBeKnownCodes(tx: Tx, input: SeizureInput): Promise<void> {
  const { eventKind, place, placeKind, direction, mode, items } = input;
  const unknown = await unknownCodes(tx, [
    { at: "eventKind", list: "event_kind", code: eventKind },
    { at: "place.precision", list: "geo_precision", code: place.precision },
    { at: "placeKind", list: "place_kind", code: placeKind },
    { at: "direction", list: "direction", code: direction },
    { at: "mode", list: "mode", code: mode },
    ...items.map(({ commodity }, line) => ({ at: `items.${line}.commodity`, list: "commodity", code: commodity })),
  ]);
  if (unknown.length === 0) return;
  const key = (at: string) => (at.startsWith("items.") ? "commodity.unknown" : "code.unknown");
  const fields = Object.fromEntries(unknown.map((at) => [at, [key(at)]]));
  throw new Problem("invalid", "body.invalid", {}, { fields });
}
