import type { OperationPlan } from "#app/domain/operation.ts";
import type { Place, RouteNode, SeizureItem } from "#app/domain/seizure.ts";
import { SeizureInput } from "#app/domain/seizure.ts";

/** Valid records for tests: the values that matter stand in the test, the rest come from here. */

export function aPlace(over: Partial<Place> = {}): Place {
  return {
    country: "VN",
    placeId: "port:VNHPH",
    name: "Haiphong",
    lat: null,
    lon: null,
    precision: "facility",
    ...over,
  };
}

export function aSeizureItem(over: Partial<SeizureItem> = {}): SeizureItem {
  return {
    commodity: "F2.raw_ivory",
    quantity: "12.5",
    unit: "kg",
    qualifier: "exact",
    secondQuantity: null,
    secondUnit: null,
    taxonId: null,
    taxonText: "",
    specimen: null,
    live: null,
    purityPercent: null,
    brand: "",
    identification: null,
    fieldCommodity: null,
    description: "",
    ...over,
  };
}

export function aRouteNode(over: Partial<RouteNode> = {}): RouteNode {
  return {
    role: "origin",
    place: aPlace({ country: "NG", placeId: null, name: "", precision: "country" }),
    sharePercent: null,
    opportunity: null,
    modeToNext: null,
    evidence: "declared",
    ...over,
  };
}

/** A seizure of ivory in Hai Phong, from Nigeria to China by sea; a new id each time unless one is given. */
export function aSeizureInput(over: Partial<SeizureInput> = {}): SeizureInput {
  const id = over.id ?? crypto.randomUUID();
  return {
    ...SeizureInput.parse({
      id,
      nationalCaseNo: `CASE-${id.slice(0, 8)}`,
      occurredOn: "2021-05-17",
      place: aPlace(),
      placeKind: "seaport",
      direction: "import",
      mode: "sea_container",
      items: [aSeizureItem()],
      handling: "H0",
    }),
    route: [
      aRouteNode(),
      aRouteNode({ role: "discovery", place: aPlace(), evidence: "documented" }),
      aRouteNode({
        role: "destination",
        place: aPlace({ country: "CN", placeId: null, name: "", precision: "country" }),
      }),
    ],
    ...over,
  };
}

/** Five months from 15 April 2021, in the zone of Viet Nam. */
export function anOperationPlan(over: Partial<OperationPlan> = {}): OperationPlan {
  return {
    name: "Operation Mekong Dragon III",
    edition: "III",
    objectives: "",
    scope: ["D1", "D2", "D3", "D4", "D5", "D6", "P1", "F1", "F2", "F3", "F5", "L1"],
    zone: "Asia/Ho_Chi_Minh",
    startsOn: "2021-04-15",
    endsOn: "2021-09-15",
    followUpEndsOn: "2021-10-15",
    debriefOn: "2021-11-15",
    cutOff: "18:00",
    lateLimitHours: 72,
    handling: "H0",
    tier: "B",
    joining: "from_start",
    reportersReadFacts: true,
    showsPresence: false,
    boundaryProfile: "no_disputed",
    ...over,
  };
}
