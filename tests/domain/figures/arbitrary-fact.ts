import fc from "fast-check";
import { fromMicro } from "#app/domain/decimal.ts";
import type { FactItem, FactNode, FactPlace, SeizureFact } from "#app/domain/fact.ts";
import { type FactFilter, FactFilter as FactFilterShape } from "#app/domain/fact-filter.ts";
import { addDays } from "#app/domain/local-date.ts";
import { SEIZURE_STATES } from "#app/domain/seizure.ts";

/** Facts as they come from anywhere: mixed goods, half-known days and places, everything that may be unknown unknown. */
const REPORTERS = ["VN", "CN", "TH", "HK", "RILO_AP"];
const MODES = ["air_cargo", "post", "river", "unknown"];
const GOODS = [
  "D1.meth_crystal",
  "D2",
  "F2.raw_ivory",
  "F2.worked_ivory",
  "F3",
  "F5",
  "F8",
  "L1",
  "O1.cigarettes",
  "P1",
];
/** Joint cases; a head may be out of sight. */
const HEADS = [1, 2, 3, 4].map((n) => `0190a000-0000-7000-8000-0000000001${n}0`);
const FIRST_DAY = "2026-04-10";

const Amount = fc.oneof(
  fc.integer({ min: 1, max: 9_000_000 }).map((micro) => fromMicro(BigInt(micro))),
  fc.bigInt({ min: 1n, max: 999_999_999_999_999_999_999n }).map(fromMicro),
);

const Measured = fc.oneof(
  fc.constant({ unit: "g", dimension: "mass" as const }),
  fc.constant({ unit: "kg", dimension: "mass" as const }),
  fc.constant({ unit: "ml", dimension: "volume" as const }),
  fc.constant({ unit: "animals", dimension: "count" as const }),
  fc.constant({ unit: "packs", dimension: "count" as const }),
  fc.constant({ unit: "m3", dimension: "timber_volume" as const }),
  fc.constant({ unit: "vnd", dimension: "money" as const }),
);

const Quantity = fc.oneof(
  fc
    .record({ measured: Measured, quantity: Amount, normalised: fc.option(Amount) })
    .map(({ measured, ...amounts }) => ({
      ...amounts,
      unit: measured.unit,
      dimension: amounts.normalised === null ? null : measured.dimension,
      rule: amounts.normalised === null ? null : measured.dimension,
    })),
  fc.constant({ quantity: null, normalised: null, unit: null, dimension: null, rule: null }),
);

const Item: fc.Arbitrary<FactItem> = fc
  .record({
    quantity: Quantity,
    commodity: fc.constantFrom(...GOODS),
    qualifier: fc.constantFrom("exact", "at_least", "estimated", "approx"),
    live: fc.constantFrom(true, false, null),
    second: fc.option(Amount),
    taxonId: fc.constantFrom(null, "loxodonta-africana"),
    appendix: fc.constantFrom(null, "I", "II"),
  })
  .map(({ quantity, second, ...item }) => ({
    ...item,
    ...quantity,
    secondQuantity: second,
    secondUnit: second === null ? null : "pcs",
  }));

const COUNTRIES = ["VN", "CN", "NA", "TH", "LA", "XX"];

const Place: fc.Arbitrary<FactPlace> = fc.oneof(
  fc.constant({ country: "VN", placeId: "air:HAN", lat: 21.221, lon: 105.807, precision: "facility" }),
  fc.constant({ country: "TH", placeId: "air:BKK", lat: 13.681, lon: 100.747, precision: "facility" }),
  fc.constant({ country: "VN", placeId: null, lat: 21.23, lon: 105.81, precision: "city" }),
  fc.record({
    country: fc.constantFrom("VN", "CN", "NA", "XX", "XF", "XK"),
    placeId: fc.constant(null),
    lat: fc.double({ min: -90, max: 90, noNaN: true }).map((lat) => lat + 0),
    lon: fc.double({ min: -180, max: 180, noNaN: true }).map((lon) => lon + 0),
    precision: fc.constant("exact"),
  }),
  fc.constant({ country: "LA", placeId: null, lat: null, lon: null, precision: "country" }),
);

const Node: fc.Arbitrary<FactNode> = fc.record({
  role: fc.constantFrom("origin", "departure", "transit", "discovery", "destination"),
  place: Place,
  sharePercent: fc.constantFrom(null, "20", "33.333333"),
  opportunity: fc.constantFrom(true, false, null),
  modeToNext: fc.constantFrom(null, ...MODES),
  evidence: fc.constantFrom("declared", "documented"),
});

const Day = fc.integer({ min: 0, max: 40 }).map((days) => addDays(FIRST_DAY, days));

export const Fact: fc.Arbitrary<SeizureFact> = fc
  .record({
    id: fc.uuid({ version: 7 }),
    revision: fc.integer({ min: 1, max: 5 }),
    number: fc.integer({ min: 1, max: 999_999 }),
    agencyId: fc.constantFrom("0190a000-0000-7000-8000-000000000001", "0190a000-0000-7000-8000-000000000002"),
    reporter: fc.constantFrom(...REPORTERS),
    state: fc.constantFrom(...SEIZURE_STATES),
    eventKind: fc.constantFrom("seizure", "seizure", "controlled_delivery_takedown", "detention", "abandoned"),
    occurredOn: Day,
    datePrecision: fc.constantFrom("day" as const, "day" as const, "month" as const, "year" as const),
    outsideWindow: fc.constantFrom(false, false, false, true),
    late: fc.boolean(),
    released: fc.integer({ min: 0, max: 40 * 86_400_000 }),
    place: Place,
    placeKind: fc.constantFrom("airport", "mail_centre"),
    direction: fc.constantFrom("import", "transit", "unknown"),
    mode: fc.constantFrom(...MODES),
    items: fc.array(Item, { minLength: 1, maxLength: 4 }),
    route: fc.array(Node, { maxLength: 5 }),
    codes: fc.subarray(["dog", "scanner", "chance"]),
    hidden: fc.subarray(["hidden", "undeclared", "unknown"]),
    offences: fc.subarray(["undeclared", "no_cites_document"]),
    arrested: fc.option(fc.integer({ min: 0, max: 12 })),
    joint: fc.oneof(
      { weight: 3, arbitrary: fc.constant(null) },
      { weight: 2, arbitrary: fc.constantFrom(...HEADS).map((head) => ({ head, place: 0 })) },
    ),
  })
  .map(({ number, released, codes, hidden, ...fact }) => ({
    ...fact,
    messageNo: `DEMO-${fact.reporter}-${String(number).padStart(6, "0")}`,
    occurredTo: null,
    operationalDay: fact.datePrecision === "day" ? fact.occurredOn : null,
    releasedAt: new Date(Date.parse(`${FIRST_DAY}T00:00:00Z`) + released).toISOString(),
    detections: codes,
    controlReasons: codes.slice(0, 1),
    concealmentPlaces: [],
    concealmentMethods: hidden,
  }));

export const Facts = (maxLength = 60) =>
  fc
    .uniqueArray(Fact, { maxLength, size: "large", selector: (fact) => fact.id })
    .map((facts) => facts.map((fact, at) => inPlace(fact, (at * 41) % 101)));

/** The place of a fact in its joint case; no two of one have the same. */
export function inPlace(fact: SeizureFact, place: number): SeizureFact {
  return { ...fact, joint: fact.joint && { ...fact.joint, place } };
}

/** Mostly everything, so that something is left to count. */
const seldom = <T>(values: readonly T[]) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant([] as T[]) }, { weight: 1, arbitrary: fc.subarray([...values]) });

const Lon = fc.integer({ min: -180, max: 180 });
const Lat = fc.integer({ min: -90, max: 90 });
const AnyBox = fc
  .tuple(Lon, Lat, Lon, Lat)
  .map(([west, one, east, other]) => [west, Math.min(one, other), east, Math.max(one, other)]);

export const Filter: fc.Arbitrary<FactFilter> = fc
  .record({
    from: fc.option(Day),
    to: fc.option(Day),
    reporters: fc.oneof(fc.constant([]), fc.subarray(REPORTERS)),
    slots: fc.oneof(fc.constant([]), fc.subarray(["D", "I", "O"])),
    groups: fc.oneof(fc.constant([]), fc.subarray(["F2", "L1"])),
    commodities: seldom(["F2.raw_ivory", "D2"]),
    modes: fc.oneof(fc.constant([]), fc.subarray(MODES)),
    seizedIn: seldom([...COUNTRIES, "air:HAN"]),
    through: seldom([...COUNTRIES, "air:HAN", "air:BKK"]),
    corridors: seldom([
      "VN>CN",
      "CN>VN",
      "TH>VN",
      "VN~CN",
      "VN:air:HAN~CN:-",
      "LA:-~VN:air:HAN",
      "TH:air:BKK>VN:c212,1058",
    ]),
    box: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: AnyBox }),
    placeKinds: seldom(["airport"]),
    directions: seldom(["import", "unknown"]),
    detections: seldom(["dog", "chance"]),
    concealments: seldom(["hidden", "unknown"]),
    states: fc.oneof(fc.constant([]), fc.subarray([...SEIZURE_STATES])),
  })
  .map((filter) => FactFilterShape.parse(filter))
  .filter(({ from, to }) => from === null || to === null || from <= to);

export const TODAY = {
  from: new Date("2026-04-29T17:00:00Z"),
  to: new Date("2026-04-30T17:00:00Z"),
  zone: "Asia/Ho_Chi_Minh",
};
