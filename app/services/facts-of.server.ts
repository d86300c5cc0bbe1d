import type { Judging } from "#db/queries/judging.server.ts";
import type { seizureFactCodes, seizureFactItems, seizureFactNodes, seizureFacts } from "#db/schema.ts";
import { appendixAt } from "../domain/appendix.ts";
import { isLate, isOutsideWindow, operationalDayOf } from "../domain/counting-day.ts";
import { toMicro } from "../domain/decimal.ts";
import { precisionOfPlace } from "../domain/place-precision.ts";
import { normalise } from "../domain/quantity.ts";
import type { Place, SeizureInput, SeizureItem } from "../domain/seizure.ts";

type NewFact = typeof seizureFacts.$inferInsert;
type NewItem = typeof seizureFactItems.$inferInsert;
type NewNode = typeof seizureFactNodes.$inferInsert;
type NewCode = typeof seizureFactCodes.$inferInsert;

/** The countable part of a report: what tier A holds, without the columns that say whose and which version it is. */
export type Countable = {
  fact: Omit<
    NewFact,
    "operationId" | "id" | "version" | "begunBy" | "messageNo" | "agencyId" | "unitId" | "reporter" | "state" | "shared"
  >;
  items: Omit<NewItem, keyof Part>[];
  nodes: Omit<NewNode, keyof Part>[];
  codes: Omit<NewCode, keyof Part>[];
};
type Part = {
  operationId: string;
  seizureId: string;
  version: number;
  agencyId: string;
  unitId: string;
  shared: boolean;
};

export type Rules = { zone: string; startsOn: string; endsOn: string; lateLimitHours: number };
export type Times = { clearedAt: Date; releasedAt: Date };

/** Draws the facts from what was told: no free text and no identifier passes. */
export function factsOf(input: SeizureInput, judging: Judging, rules: Rules, times: Times): Countable {
  const where = positionOf(input.place, judging);
  return {
    fact: {
      eventKind: input.eventKind,
      occurredOn: input.occurredOn,
      occurredTo: input.occurredTo,
      datePrecision: input.datePrecision,
      occurredAt: input.occurredAt ? new Date(input.occurredAt) : null,
      operationalDay: operationalDayOf(input, rules.zone),
      outsideWindow: isOutsideWindow(input, rules.zone, rules),
      late: isLate(times.clearedAt, times.releasedAt, rules.lateLimitHours),
      ...times,
      ...where,
      placeKind: input.placeKind,
      direction: input.direction,
      mode: input.mode,
      arrested: input.persons.arrested,
    },
    items: input.items.map((item, line) => itemOf(item, line, input, judging)),
    nodes: input.route.map((node, position) => ({
      position,
      role: node.role,
      ...positionOf(node.place, judging),
      sharePercent: node.sharePercent,
      opportunity: node.opportunity,
      modeToNext: node.modeToNext,
      evidence: node.evidence,
    })),
    codes: codesOf(input),
  };
}

/** The position as it was given, or the gazetteer's for a named place; never a centroid dressed up as a find. */
function positionOf(place: Place, judging: Judging) {
  const known = place.placeId === null ? undefined : judging.places.get(place.placeId);
  const given = place.lat !== null;
  return {
    country: place.country,
    placeId: known ? place.placeId : null,
    lat: given ? place.lat : (known?.lat ?? null),
    lon: given ? place.lon : (known?.lon ?? null),
    geoPrecision: !given && known && place.precision === "country" ? precisionOfPlace(known) : place.precision,
  };
}

function itemOf(item: SeizureItem, line: number, input: SeizureInput, judging: Judging): Countable["items"][number] {
  const measure = measured(item, judging);
  const origins = input.route.filter((node) => node.role === "origin").map((node) => node.place.country);
  const listing = item.taxonId ? appendixAt(judging.listings.get(item.taxonId) ?? [], input.occurredOn, origins) : null;
  return {
    line,
    commodity: item.commodity,
    quantity: item.quantity,
    unit: item.unit,
    qualifier: item.qualifier,
    secondQuantity: item.secondQuantity,
    secondUnit: item.secondUnit,
    ...measure,
    taxonId: item.taxonId,
    appendix: listing?.appendix ?? null,
    appendixSource: listing?.sourceId ?? null,
    live: item.live,
  };
}

function measured({ quantity, unit, commodity }: SeizureItem, { measures }: Judging) {
  const base = quantity === null || unit === null ? null : normalise({ quantity, unit, commodity }, measures);
  if (!base) return { normalised: null, normalisedMicro: null, dimension: null, rule: null, ruleVersion: null };
  const { normalised, dimension, rule, ruleVersion } = base;
  return { normalised, normalisedMicro: toMicro(normalised), dimension, rule, ruleVersion };
}

function codesOf(input: SeizureInput): Countable["codes"] {
  const lists = {
    detection: input.detections,
    control_reason: input.controlReasons,
    concealment_place: input.concealmentPlaces,
    concealment_method: input.concealmentMethods,
    offence: input.offences,
  };
  return Object.entries(lists).flatMap(([list, codes]) => [...new Set(codes)].map((code) => ({ list, code })));
}
