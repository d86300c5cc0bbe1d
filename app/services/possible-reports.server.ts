import type { Tx } from "#db/client.server.ts";
import { type Told, unknownCodes } from "#db/queries/reference.server.ts";
import { Problem } from "../domain/problem.ts";
import type { SeizureInput } from "../domain/seizure.ts";
import { latestDay } from "../domain/seizure-form/time.ts";

/**
 * What no list has and no calendar and no scale holds is refused when the report is sent, in whichever way it comes: else
 * the contact point would find, days later, that a machine writes a code which nobody knows.
 */
export async function mustBePossible(tx: Tx, now: Date, inputs: readonly SeizureInput[]): Promise<void> {
  const told = inputs.flatMap(toldCodes);
  const distinct = [...new Map(told.map((one) => [keyOf(one), { list: one.list, code: one.code }])).values()];
  const unknown = new Set((await unknownCodes(tx, distinct)).map(keyOf));
  const wrong = [
    ...told.filter((one) => unknown.has(keyOf(one))),
    ...inputs.flatMap((input) => impossible(input, now)),
  ];
  if (wrong.length === 0) return;
  const fields = Object.fromEntries(wrong.map(({ at, key }) => [at, [key]]));
  throw new Problem("invalid", "body.invalid", {}, { fields });
}

const keyOf = ({ list, code }: Told) => `${list} ${code}`;

/** Every code of a report, where it stands, the list that it is of, and what is said where that does not have it. */
function toldCodes(input: SeizureInput): (Told & { at: string; key: string })[] {
  const { place, persons, route, items } = input;
  const code = (at: string, list: string, told: string | null, key = "code.unknown") =>
    told === null ? [] : [{ at, list, code: told, key }];
  const country = (at: string, told: string) => code(at, "country", told, "country.malformed");
  const codes = (at: string, list: string, told: readonly string[]) =>
    told.flatMap((one, line) => code(`${at}.${line}`, list, one));
  return [
    ...code("eventKind", "event_kind", input.eventKind),
    ...country("place.country", place.country),
    ...code("place.precision", "geo_precision", place.precision),
    ...code("placeKind", "place_kind", input.placeKind),
    ...code("direction", "direction", input.direction),
    ...code("mode", "mode", input.mode),
    ...code("handling", "handling", input.handling),
    ...code("custody", "custody", input.custody),
    ...code("disposal", "disposal", input.disposal),
    ...codes("detections", "detection", input.detections),
    ...codes("controlReasons", "control_reason", input.controlReasons),
    ...codes("concealmentPlaces", "concealment_place", input.concealmentPlaces),
    ...codes("concealmentMethods", "concealment_method", input.concealmentMethods),
    ...codes("offences", "offence", input.offences),
    ...persons.nationalities.flatMap((one, line) => country(`persons.nationalities.${line}.country`, one.country)),
    ...route.flatMap((node, line) => [
      ...country(`route.${line}.place.country`, node.place.country),
      ...code(`route.${line}.role`, "route_role", node.role),
      ...code(`route.${line}.modeToNext`, "mode", node.modeToNext),
      ...code(`route.${line}.evidence`, "evidence", node.evidence),
    ]),
    ...items.flatMap((item, line) => [
      ...code(`items.${line}.commodity`, "commodity", item.commodity, "commodity.unknown"),
      ...code(`items.${line}.fieldCommodity`, "commodity", item.fieldCommodity, "commodity.unknown"),
      ...code(`items.${line}.unit`, "unit", item.unit),
      ...code(`items.${line}.secondUnit`, "unit", item.secondUnit),
      ...code(`items.${line}.qualifier`, "qualifier", item.qualifier),
      ...code(`items.${line}.specimen`, "specimen_term", item.specimen),
      ...code(`items.${line}.identification`, "identification", item.identification),
    ]),
  ];
}

/** A day that is still to come everywhere, and more of something than the whole of it. */
function impossible({ occurredOn, occurredTo, items, route }: SeizureInput, now: Date) {
  const latest = latestDay(now);
  const day = (at: string, told: string | null) => (told !== null && told > latest ? [{ at, key: "date.future" }] : []);
  const share = (at: string, told: string | null) =>
    told !== null && Number(told) > 100 ? [{ at, key: "percent.range" }] : [];
  return [
    ...day("occurredOn", occurredOn),
    ...day("occurredTo", occurredTo),
    ...items.flatMap(({ purityPercent }, line) => share(`items.${line}.purityPercent`, purityPercent)),
    ...route.flatMap(({ sharePercent }, line) => share(`route.${line}.sharePercent`, sharePercent)),
  ];
}
