import fc from "fast-check";
import type { Place, RouteNode, SeizureInput, SeizureItem } from "#app/domain/seizure.ts";
import { aPlace, aRouteNode, aSeizureItem } from "#seeds/builders.ts";

/** Records of an operation in May 2021, with all that figures look at: what is odd comes often. */

/** Some days before and after it, too. */
export const Day = fc
  .integer({ min: -4, max: 35 })
  .map((day) => new Date(Date.UTC(2021, 4, 1 + day)).toISOString().slice(0, 10));

const When = fc.oneof(
  { weight: 4, arbitrary: Day.map((occurredOn) => ({ occurredOn, datePrecision: "day" as const })) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(Day, fc.integer({ min: 0, max: 23 }), fc.constantFrom("+07:00", "Z", "-08:00"))
      .map(([occurredOn, hour, offset]) => ({
        occurredOn,
        datePrecision: "day" as const,
        occurredAt: `${occurredOn}T${String(hour).padStart(2, "0")}:40:00${offset}`,
      })),
  },
  { weight: 1, arbitrary: Day.map((occurredOn) => ({ occurredOn, datePrecision: "month" as const })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("2020-07-01", "2021-07-01").map((occurredOn) => ({
      occurredOn,
      datePrecision: "year" as const,
    })),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(Day, Day).map(([one, other]) => ({
      occurredOn: one < other ? one : other,
      occurredTo: one < other ? other : one,
      datePrecision: "range" as const,
    })),
  },
);

const Where: fc.Arbitrary<Place> = fc.oneof(
  fc
    .constantFrom("VN", "TH", "LA", "CN", "XX", "XF", "XK", "NA")
    .map((country) => aPlace({ country, placeId: null, name: "", precision: "country" })),
  fc.constant(aPlace()),
  fc.constant(aPlace({ country: "VN", placeId: "crossing:vn-mong-cai", name: "", precision: "country" })),
  fc.constant(aPlace({ country: "TH", placeId: "no:such", name: "", precision: "city" })),
  fc
    .tuple(fc.integer({ min: -30, max: 60 }), fc.integer({ min: -20, max: 120 }))
    .map(([lat, lon]) => aPlace({ country: "LA", placeId: null, name: "", lat, lon, precision: "exact" })),
);

const Node: fc.Arbitrary<RouteNode> = fc
  .tuple(fc.constantFrom("origin", "departure", "transit", "transit", "discovery", "destination"), Where)
  .map(([role, place]) => aRouteNode({ role, place }));

const Quantity = fc
  .tuple(fc.integer({ min: 1, max: 9_999 }), fc.constantFrom("", ".5", ".000001", ".123456"))
  .map(([whole, fraction]) => `${whole}${fraction}`);

const Goods = fc.constantFrom(
  ...([
    "F2.raw_ivory kg",
    "F2.raw_ivory pcs",
    "F2.worked_ivory g",
    "F1.pangolin_scales t",
    "F1.pangolin_live animals",
  ] as const),
  ...([
    "D1.meth_tablets tablets",
    "D1.meth_crystal lb",
    "D1 oz",
    "D3.cocaine_liquid ml",
    "P1.p2p l",
    "P2.tablet_press pcs",
  ] as const),
  ...([
    "O1.cigarettes cartons",
    "O1.cigarettes packs",
    "L1 m3",
    "L1 logs",
    "F4 pairs",
    "F7 cartons",
    "D1 usd",
  ] as const),
);

const Item: fc.Arbitrary<SeizureItem> = fc
  .record({
    goods: Goods,
    quantity: fc.option(Quantity, { freq: 5 }),
    qualifier: fc.constantFrom("exact", "exact", "estimated", "approx", "at_least"),
    second: fc.option(Quantity),
    taxonId: fc.constantFrom(null, "loxodonta-africana", "manis-javanica", "ursus-arctos", "moschus"),
    live: fc.constantFrom(null, true, false),
  })
  .map(({ goods, quantity, second, ...rest }) => {
    const [commodity = "", unit = ""] = goods.split(" ");
    const measured = { quantity, unit: quantity === null ? null : unit };
    return aSeizureItem({ commodity, ...measured, secondQuantity: second, secondUnit: second && "pcs", ...rest });
  });

const some = (...codes: string[]) => fc.array(fc.constantFrom(...codes), { maxLength: 3 });

/** What a message says beside its number. */
export const Said: fc.Arbitrary<Partial<SeizureInput>> = fc
  .record({
    when: When,
    place: Where,
    eventKind: fc.constantFrom("seizure", "seizure", "seizure", "controlled_delivery_takedown", "detention"),
    placeKind: fc.constantFrom("airport", "seaport", "unknown"),
    direction: fc.constantFrom("import", "export", "unknown"),
    mode: fc.constantFrom("air_cargo", "sea_container", "post"),
    items: fc.array(Item, { minLength: 1, maxLength: 3 }),
    route: fc.array(Node, { maxLength: 6 }),
    detections: some("scanner", "dog", "unknown"),
    concealmentPlaces: some("luggage", "unknown"),
    concealmentMethods: some("hidden", "undeclared", "unknown"),
    arrested: fc.option(fc.nat(4)),
    held: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  })
  .map(({ when, arrested, ...said }) => ({
    ...{ occurredTo: null, occurredAt: null, ...when },
    ...said,
    persons: { arrested, identified: null, nationalities: [] },
  }));
