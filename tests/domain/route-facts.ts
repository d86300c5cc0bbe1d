import type { FactItem, FactNode, FactPlace, SeizureFact } from "#app/domain/fact.ts";

/** A place in a country, with a position where one is told. */
export function placeIn(country: string, more: Partial<FactPlace> = {}): FactPlace {
  return { country, placeId: null, lat: null, lon: null, precision: "country", ...more };
}

export function node(role: string, country: string, more: Partial<FactNode> = {}): FactNode {
  return {
    role,
    place: placeIn(country),
    sharePercent: null,
    opportunity: null,
    modeToNext: null,
    evidence: "declared",
    ...more,
  };
}

export function itemOf(commodity: string): FactItem {
  return {
    commodity,
    quantity: null,
    unit: null,
    qualifier: "exact",
    secondQuantity: null,
    secondUnit: null,
    normalised: null,
    dimension: null,
    rule: null,
    taxonId: null,
    appendix: null,
    live: null,
  };
}

let made = 0;

export function factAt(place: FactPlace, more: Partial<SeizureFact> = {}): SeizureFact {
  made++;
  return {
    id: `00000000-0000-4000-8000-${String(made).padStart(12, "0")}`,
    revision: 1,
    messageNo: `OMD-${place.country}-${String(made).padStart(6, "0")}`,
    agencyId: "00000000-0000-4000-8000-00000000a000",
    reporter: place.country,
    state: "submitted",
    eventKind: "seizure",
    occurredOn: "2026-08-14",
    occurredTo: null,
    datePrecision: "day",
    operationalDay: "2026-08-14",
    outsideWindow: false,
    late: false,
    releasedAt: "2026-08-14T07:02:00Z",
    place,
    placeKind: "airport",
    direction: "import",
    mode: "air_cargo",
    items: [itemOf("F2.raw_ivory")],
    route: [],
    detections: [],
    controlReasons: [],
    concealmentPlaces: [],
    concealmentMethods: [],
    offences: [],
    arrested: null,
    joint: null,
    ...more,
  };
}
