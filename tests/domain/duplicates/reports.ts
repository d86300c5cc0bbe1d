import fc from "fast-check";
import { type Comparable, type ComparedItem, comparableOf } from "#app/domain/duplicates/comparable.ts";
import { addDays } from "#app/domain/local-date.ts";
import { type Place, SeizureInput } from "#app/domain/seizure.ts";
import { referenceMeasures } from "#seeds/reference-measures.server.ts";

const MEASURES = referenceMeasures();

export const HAI_PHONG: Place = {
  country: "VN",
  placeId: "port:vn-hph",
  name: "Hai Phong",
  lat: null,
  lon: null,
  precision: "facility",
};
export const SUVARNABHUMI: Place = { ...HAI_PHONG, country: "TH", placeId: "air:BKK", name: "Suvarnabhumi Airport" };

type Good = { commodity: string; quantity?: string; unit?: string; qualifier?: string; taxonId?: string };
type Node = { role: string; country: string };
export type Told = Partial<Omit<Comparable, "items" | "route">> & { items?: Good[]; route?: Node[] };

let count = 0;

/** 12.45 kg of methamphetamine by air from Thailand, found at Suvarnabhumi on a Monday in May; changed as told. */
export function report({ items = [ICE], route = TO_SYDNEY, ...told }: Told = {}): Comparable {
  const { id = `report-${++count}`, agencyId = "th-customs", reporter = "TH", ...input } = told;
  const parsed = SeizureInput.parse({
    id: "0190a000-0000-7000-8000-000000000001",
    nationalCaseNo: "n/a",
    occurredOn: "2026-05-18",
    place: SUVARNABHUMI,
    placeKind: "airport",
    direction: "export",
    mode: "air_passenger",
    handling: "H1",
    ...input,
    items,
    route: route.map(({ role, country }) => ({ role, place: { country } })),
  });
  return { ...comparableOf(parsed, { agencyId, reporter }, MEASURES), id };
}

export const ICE: Good = { commodity: "D1.meth_crystal", quantity: "12.45", unit: "kg" };
export const TO_SYDNEY: Node[] = [
  { role: "departure", country: "TH" },
  { role: "destination", country: "AU" },
];

const DAYS = Array.from({ length: 90 }, (_, day) => addDays("2026-04-01", day));
const COUNTRIES = ["VN", "TH", "AU", "XX"];

const Item: fc.Arbitrary<ComparedItem> = fc.record({
  commodity: fc.constantFrom("D1.meth_crystal", "D1", "F2", "F7.parrots"),
  taxonId: fc.constantFrom(null, "elephantidae"),
  taxonText: fc.constantFrom("", "Grey parrot", "Gray parrots"),
  amounts: fc.array(
    fc.record({
      quantity: fc.constantFrom("1", "12.45", "100"),
      normalised: fc.constantFrom("1", "12.45", "12.6", "100"),
      dimension: fc.constantFrom("mass" as const, "count" as const),
      exact: fc.boolean(),
    }),
    { maxLength: 2 },
  ),
});

/** Reports of few days, places and numbers, so that many pairs have something in common. */
const AnyReport: fc.Arbitrary<Omit<Comparable, "id">> = fc
  .record({
    agencyId: fc.constantFrom("th-customs", "th-police", "vn-customs"),
    reporter: fc.constantFrom("VN", "TH", "AU", "RILOAP"),
    nationalCaseNo: fc.constantFrom("n/a", "12/26", "0012/26", "1/226", "13/26", "1226", "VN-HP 0012/26", "VNHP001226"),
    occurredOn: fc.constantFrom(...DAYS),
    days: fc.integer({ min: 0, max: 20 }),
    datePrecision: fc.constantFrom("day" as const, "day" as const, "range" as const, "month" as const, "year" as const),
    country: fc.constantFrom(...COUNTRIES),
    placeId: fc.constantFrom(null, "one", "other"),
    mode: fc.constantFrom("air_cargo", "air_passenger", "post", "unknown"),
    transportNo: fc.constantFrom("", "", "VN 123", "VN0123", "TG 5"),
    containerNo: fc.constantFrom("", "", "", "MSKU1234565", "MSKU 123456-5"),
    items: fc.array(Item, { minLength: 1, maxLength: 3 }),
    route: fc.array(
      fc.record({
        role: fc.constantFrom("origin", "transit", "destination"),
        country: fc.constantFrom(...COUNTRIES),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ country, placeId, days, ...rest }) => ({
    ...rest,
    occurredTo: rest.datePrecision === "range" ? addDays(rest.occurredOn, days) : null,
    place: { country, placeId, name: placeId ?? "", lat: null, lon: null, precision: "facility" },
  }));

export const AnyReports = fc
  .array(AnyReport, { minLength: 2, maxLength: 40, size: "max" })
  .map((reports) => reports.map((one, index) => ({ ...one, id: `id-${String(index).padStart(2, "0")}` })));
