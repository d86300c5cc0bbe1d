import type { SeizureFact } from "#app/domain/fact.ts";

const FACT: SeizureFact = {
  id: "0190a000-0000-7000-8000-000000000001",
  revision: 1,
  messageNo: "DEMO-VN-000001",
  agencyId: "0190a000-0000-7000-8000-0000000000aa",
  reporter: "VN",
  state: "verified",
  eventKind: "seizure",
  occurredOn: "2026-04-20",
  occurredTo: null,
  datePrecision: "day",
  operationalDay: "2026-04-20",
  outsideWindow: false,
  late: false,
  releasedAt: "2026-04-20T08:00:00.000Z",
  place: { country: "VN", placeId: null, lat: null, lon: null, precision: "country" },
  placeKind: "airport",
  direction: "import",
  mode: "air_cargo",
  items: [
    {
      commodity: "F2.raw_ivory",
      quantity: "95.54",
      unit: "kg",
      qualifier: "exact",
      secondQuantity: null,
      secondUnit: null,
      normalised: "95.54",
      dimension: "mass",
      rule: "mass",
      taxonId: null,
      appendix: "I",
      live: null,
    },
  ],
  route: [],
  detections: [],
  controlReasons: [],
  concealmentPlaces: [],
  concealmentMethods: [],
  offences: [],
  arrested: null,
  joint: null,
};

/** Two cases of Viet Nam, one of them confirmed, one of Hong Kong, and a detention that is no case. */
export function someFacts(): SeizureFact[] {
  const drugs = FACT.items.map((item) => ({ ...item, commodity: "D5.ketamine" }));
  const id = (last: number) => `0190a000-0000-7000-8000-00000000000${last}`;
  return [
    FACT,
    { ...FACT, id: id(2), state: "submitted", operationalDay: "2026-04-29", items: drugs },
    { ...FACT, id: id(3), state: "submitted", reporter: "HK", items: drugs },
    { ...FACT, id: id(4), eventKind: "detention" },
  ];
}
