import fc from "fast-check";
import type { Linkable } from "#app/domain/case-links/linkable.ts";
import type { Commonness } from "#app/domain/case-links/reasons.ts";

/** A case of which nothing is known that another one has. */
export function aLinkable(over: Partial<Linkable> = {}): Linkable {
  return {
    id: crypto.randomUUID(),
    day: null,
    way: { from: [], on: [{ country: "VN", placeId: null }] },
    commodities: [],
    hidden: [],
    case: { container: "", transport: "", marks: [], words: [] },
    names: { registration: "", waybill: "" },
    ...over,
  };
}

export const said = (over: Partial<NonNullable<Linkable["case"]>>) => ({
  ...{ container: "", transport: "", marks: [], words: [] },
  ...over,
});

/** A hundred cases, of which two have what is not said to be common. */
export const common = (sharing: Record<string, number> = {}, cases = 100): Commonness => ({
  cases,
  sharing: new Map(Object.entries(sharing)),
});

const some = <T>(...values: T[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 3 });
const Stops = fc.array(
  fc.record({ country: fc.constantFrom("KE", "VN", "TH"), placeId: fc.constantFrom(null, "port:A", "port:B") }),
  { maxLength: 3 },
);

/** Cases drawn from so few values that any two of them have something in common. */
export const Linkables: fc.Arbitrary<Linkable> = fc.record({
  id: fc.uuid(),
  day: fc.option(fc.integer({ min: 18_000, max: 18_060 })),
  way: fc.record({ from: Stops, on: Stops }),
  commodities: some("F2.raw_ivory", "F3.scales", "D1.heroin"),
  hidden: some("concealment_place:reefer", "concealment_place:luggage", "concealment_method:misdeclared"),
  case: fc.option(
    fc.record({
      container: fc.constantFrom("", "MSKU1234565", "msku 123456-5", "TGHU7654320"),
      transport: fc.constantFrom("", "VN661", "VN 661", "TG102"),
      marks: some("Golden Horn", "GOLDEN-HORN", "Red Star"),
      words: fc.uniqueArray(
        fc.constantFrom("false", "bottom", "under", "frozen", "fish", "boxes", "carbon", "paper", "layer"),
        {
          maxLength: 9,
        },
      ),
    }),
  ),
  names: fc.option(
    fc.record({
      registration: fc.constantFrom("", "51D-339.02", "51d 33902"),
      waybill: fc.constantFrom("", "160-11223344"),
    }),
  ),
});

export const Commonnesses: fc.Arbitrary<Commonness> = fc
  .record({
    cases: fc.integer({ min: 2, max: 5000 }),
    sharing: fc.dictionary(
      fc.constantFrom(
        ...["mark goldenhorn", "mark redstar", "transport vn661", "transport tg102"],
        ...[
          "hidden concealment_place:reefer",
          "hidden concealment_place:luggage",
          "hidden concealment_method:misdeclared",
        ],
      ),
      fc.integer({ min: 2, max: 60 }),
    ),
  })
  .map(({ cases, sharing }) => ({ cases, sharing: new Map(Object.entries(sharing)) }));
