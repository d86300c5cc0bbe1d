import fc from "fast-check";
import { fromMicro } from "#app/domain/decimal.ts";
import { addDays } from "#app/domain/local-date.ts";
import { DATE_PRECISIONS, SeizureInput } from "#app/domain/seizure.ts";

/** Reports as people may tell them: any script in the text, any quantity, half-known places, days and routes. */
const Words = fc.oneof(
  fc.constantFrom(
    "",
    "Nội Bài",
    "象牙 95,54 公斤",
    "ท่าเรือคลองเตย",
    'two\nlines, one; "quoted"',
    "a=b&c:d",
    "́ combining",
  ),
  fc
    .string({ unit: "grapheme", maxLength: 12 })
    .filter((text) => !/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u.test(text)),
);
const SomeWords = Words.filter((text) => text.normalize("NFC").trim() !== "");
const Amount = fc.bigInt({ min: 1n, max: 999_999_999_999_999_999_999n }).map(fromMicro);
const Percent = fc.option(fc.integer({ min: 0, max: 100_000_000 }).map((micro) => fromMicro(BigInt(micro))));
const Country = fc.constantFrom("VN", "CN", "NA", "XX", "XF");
const Flag = fc.constantFrom(true, false, null);
const oneOf = (...codes: string[]) => fc.option(fc.constantFrom(...codes));
const several = (...codes: string[]) => fc.subarray(codes);

const Degrees = (most: number) =>
  fc.double({ min: -most, max: most, noNaN: true }).map((degrees) => Number(degrees.toFixed(12)) + 0);
const Place = fc
  .record({
    country: Country,
    name: Words,
    placeId: fc.constantFrom(null, "airport:HAN", "city:hanoi"),
    position: fc.option(fc.record({ lat: Degrees(90), lon: Degrees(180) })),
    precision: fc.constantFrom("facility", "city", "admin1", "country"),
  })
  // An empty name is completed from the gazetteer, so a chosen place always has one.
  .map(({ position, name, ...rest }) => ({
    ...rest,
    name: rest.placeId && name.trim() === "" ? "Ha Noi" : name,
    lat: position?.lat ?? null,
    lon: position?.lon ?? null,
  }));

const Measure = fc.oneof(
  fc.record({ quantity: Amount, unit: fc.constantFrom("kg", "pcs", "m3") }),
  fc.constant({ quantity: null, unit: null }),
);

const Item = fc
  .record({
    commodity: fc.constantFrom("D1.meth_crystal", "F2", "F2.raw_ivory", "L1.rosewood", "O2.cash"),
    measure: Measure,
    second: Measure,
    qualifier: fc.constantFrom("exact", "estimated", "at_least"),
    taxonId: oneOf("loxodonta-africana"),
    taxonText: Words,
    specimen: oneOf("TUS", "unknown"),
    live: Flag,
    purityPercent: Percent,
    brand: Words,
    identification: oneOf("visual", "unknown"),
    fieldCommodity: oneOf("D1.meth_crystal", "D5.ketamine"),
    description: Words,
  })
  .map(({ measure, second, ...rest }) => ({
    ...rest,
    ...measure,
    secondQuantity: second.quantity,
    secondUnit: second.unit,
  }));

const Node = fc.record({
  role: fc.constantFrom("origin", "departure", "transit", "discovery", "destination"),
  place: Place,
  sharePercent: Percent,
  opportunity: Flag,
  modeToNext: oneOf("air_cargo", "unknown"),
  evidence: fc.constantFrom("declared", "assumed", "unknown"),
});

const When = fc
  .record({
    day: fc.integer({ min: 0, max: 400 }).map((days) => addDays("2025-08-01", days)),
    span: fc.integer({ min: 0, max: 40 }),
    datePrecision: fc.constantFrom(...DATE_PRECISIONS),
    instant: fc.constantFrom(null, "16:05:00+07:00", "23:59:31Z", "00:00:00.250-09:30"),
  })
  .map(({ day, span, datePrecision, instant }) => ({
    occurredOn: day,
    datePrecision,
    occurredTo: datePrecision === "range" ? addDays(day, span) : null,
    occurredAt: instant && datePrecision === "day" ? `${day}T${instant}` : null,
  }));

const Nominal = fc.record({
  persons: fc.array(fc.record({ name: SomeWords, document: Words, note: Words }), { maxLength: 3 }),
  registration: Words,
  waybill: SomeWords,
  note: Words,
  recipients: fc.uniqueArray(fc.uuid(), { maxLength: 3 }),
});

export const AnyReport: fc.Arbitrary<SeizureInput> = fc
  .record({
    id: fc.uuid({ version: 7 }),
    nationalCaseNo: SomeWords,
    cenNo: Words,
    cencommNo: Words,
    eventKind: fc.constantFrom("seizure", "detention"),
    when: When,
    place: Place,
    placeKind: fc.constantFrom("airport", "unknown"),
    direction: fc.constantFrom("import", "unknown"),
    mode: fc.constantFrom("air_cargo", "unknown"),
    carrier: Words,
    transportNo: Words,
    containerNo: fc.constantFrom("", "TGHU7634215", "CSQU3054383", "HALF123"),
    route: fc.array(Node, { maxLength: 5 }),
    items: fc.array(Item, { minLength: 1, maxLength: 5 }),
    detections: several("dog", "scanner", "unknown"),
    controlReasons: several("random", "unknown"),
    concealmentPlaces: several("none", "parcel"),
    concealmentMethods: several("hidden"),
    concealmentText: Words,
    offences: several("smuggled", "prohibited"),
    persons: fc.record({
      arrested: fc.option(fc.nat(10_000)),
      identified: fc.option(fc.nat(10_000)),
      nationalities: fc.array(fc.record({ country: Country, count: fc.integer({ min: 1, max: 9 }) }), { maxLength: 3 }),
    }),
    custody: oneOf("seized", "unknown"),
    disposal: oneOf("store", "unknown"),
    narrative: Words,
    language: fc.constantFrom("", "vi", "zh"),
    handling: fc.constantFrom("H0", "H2"),
    audience: fc.oneof(
      fc.constant({ kind: "all" as const }),
      fc.record({ kind: fc.constant("agencies" as const), agencies: fc.uniqueArray(fc.uuid(), { maxLength: 4 }) }),
      fc.record({ kind: fc.constant("members" as const), members: fc.uniqueArray(fc.uuid(), { maxLength: 4 }) }),
    ),
    held: fc.boolean(),
    nominal: fc.option(Nominal),
    origin: fc.constantFrom(null, { source: "CITES", licence: "CC BY", row: "721", originalDate: "2015-08-12" }),
  })
  .map(({ when, ...rest }) => SeizureInput.parse({ ...rest, ...when }));
