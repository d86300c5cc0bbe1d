import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fieldsOf, pairsOf } from "#app/domain/seizure-form/fields.ts";
import { fillSeizureForm } from "#app/domain/seizure-form/fill.ts";
import { readSeizureForm } from "#app/domain/seizure-form/read.ts";
import type { FormContext, FormPlace } from "#app/domain/seizure-form/reading.ts";
import type { FormFields } from "#app/domain/seizure-form/rows.ts";
import { AnyReport } from "./arbitrary-report.ts";

const PLACES: FormPlace[] = [
  { id: "airport:HAN", name: "Noi Bai International Airport", country: "VN", kind: "airport", geoPrecision: null },
  { id: "city:hanoi", name: "Ha Noi", country: "VN", kind: "city", geoPrecision: null },
  { id: "crossing:vn-a-pa-chai", name: "A Pa Chải", country: "VN", kind: "crossing", geoPrecision: "admin1" },
];
const CONTEXT: FormContext = {
  zone: "Asia/Ho_Chi_Minh",
  latestDay: "2026-12-31",
  places: new Map(PLACES.map((place) => [place.id, place])),
};

const ID = "0190a000-0000-7000-8000-000000000001";
const SHORT: FormFields = {
  id: ID,
  depth: "short",
  mark: ",",
  nationalCaseNo: "45/HQ-2026",
  "items.0.slot": "I",
  "items.0.commodity": "F2.raw_ivory",
  "items.0.quantity": "95,54",
  "items.0.unit": "kg",
  "place.placeId": "airport:HAN",
  occurredOn: "2026-08-14",
  mode: "air_cargo",
  handling: "H1",
};

function errorsIn(fields: FormFields) {
  const read = readSeizureForm({ ...SHORT, ...fields }, CONTEXT);
  return read.ok ? {} : read.errors;
}

describe("both ways", () => {
  test("a report read again from the form that shows it is the same report, with either decimal mark", () => {
    fc.assert(
      fc.property(AnyReport, fc.constantFrom("." as const, "," as const), (report, mark) => {
        const fields = fillSeizureForm(report, { mark, zone: CONTEXT.zone });
        const read = readSeizureForm(fields, { ...CONTEXT, origin: report.origin });
        expect(read).toEqual({ ok: true, input: report });
      }),
      { numRuns: 400 },
    );
  });

  test("posting a form loses nothing of it", () => {
    fc.assert(
      fc.property(AnyReport, (report) => {
        const fields = fillSeizureForm(report, { mark: ",", zone: CONTEXT.zone });
        const posted = new URLSearchParams(pairsOf(fields)).toString();
        const again = fieldsOf(new URLSearchParams(posted));
        for (const [name, value] of Object.entries(fields)) {
          if (value.length > 0) expect(again[name]).toEqual(value);
        }
      }),
    );
  });

  test("whatever is posted, reading answers and never throws", () => {
    const names = fc.constantFrom(
      ...Object.keys(SHORT),
      "items.7.quantity",
      "route.0.place.lat",
      "nominal.persons.2.note",
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(names, fc.string({ unit: "binary" }))), (pairs) => {
        const read = readSeizureForm(fieldsOf(pairs), CONTEXT);
        expect(read.ok || Object.keys(read.errors).length > 0).toBe(true);
      }),
    );
  });
});

describe("the short form", () => {
  test("says in one minute what is needed; what it does not ask for is sent as not known", () => {
    const read = readSeizureForm(SHORT, CONTEXT);
    expect(read).toMatchObject({
      ok: true,
      input: {
        items: [{ commodity: "F2.raw_ivory", quantity: "95.54", unit: "kg" }],
        place: { country: "VN", placeId: "airport:HAN", name: "Noi Bai International Airport", precision: "facility" },
        placeKind: "airport",
        direction: "unknown",
        datePrecision: "day",
        audience: { kind: "all" },
        nominal: null,
      },
    });
  });

  test("a land crossing is a border post, as exact as its position is", () => {
    const read = readSeizureForm({ ...SHORT, "place.placeId": "crossing:vn-a-pa-chai" }, CONTEXT);
    expect(read).toMatchObject({ ok: true, input: { placeKind: "border_post", place: { precision: "admin1" } } });
  });

  test("the full form asks instead of assuming", () => {
    expect(errorsIn({ depth: "full" })).toEqual({ placeKind: ["code.missing"], direction: ["code.missing"] });
  });

  test.each([
    ["95,54", "95.54"],
    ["2.000", "2000"],
    ["1.234.567,5", "1234567.5"],
    ["0.5", "0.5"],
    ["９５，５４", "95.54"],
  ])("a Vietnamese officer's %s is %s", (typed, meant) => {
    const read = readSeizureForm({ ...SHORT, "items.0.quantity": typed }, CONTEXT);
    expect(read).toMatchObject({ ok: true, input: { items: [{ quantity: meant }] } });
  });

  test("not weighed is an answer, an empty field is none", () => {
    expect(errorsIn({ "items.0.quantity": "" })).toEqual({ "items.0.quantity": ["decimal.missing"] });
    const read = readSeizureForm({ ...SHORT, "items.0.quantity": "", "items.0.notWeighed": "on" }, CONTEXT);
    expect(read).toMatchObject({ ok: true, input: { items: [{ quantity: null, unit: null }] } });
  });

  test("a kind chosen before the slot was changed no longer counts", () => {
    expect(errorsIn({ "items.0.slot": "D" })).toEqual({ "items.0.commodity": ["commodity.missing"] });
  });
});

describe("errors stand at their field", () => {
  test.each<[string, FormFields, Record<string, unknown>]>([
    ["nothing at all", { "items.0.slot": "", "items.0.commodity": "" }, { "items.0.commodity": ["commodity.missing"] }],
    ["a number with letters", { "items.0.quantity": "95kg" }, { "items.0.quantity": ["decimal.malformed"] }],
    ["nought", { "items.0.quantity": "0" }, { "items.0.quantity": ["item.quantity.positive"] }],
    ["no unit", { "items.0.unit": "" }, { "items.0.unit": ["item.unit.missing"] }],
    ["no country", { "place.placeId": "" }, { "place.country": ["country.missing"] }],
    ["a place nobody knows", { "place.placeId": "x", "place.country": "VN" }, { "place.name": ["place.unknown"] }],
    ["a day to come", { occurredOn: "2027-01-02" }, { occurredOn: ["date.future"] }],
    ["30 February", { occurredOn: "2026-02-30" }, { occurredOn: ["date.malformed"] }],
    [
      "a span that ends before it begins",
      { datePrecision: "range", occurredTo: "2026-08-01" },
      { occurredTo: ["date.order"] },
    ],
    ["half past nothing", { occurredTime: "25:10" }, { occurredTime: ["time.malformed"] }],
    ["half a position", { "place.lat": "21,2" }, { "place.lat": ["place.position.half"] }],
    ["no case number", { nationalCaseNo: " " }, { nationalCaseNo: ["case_no.missing"] }],
  ])("%s", (_, fields, errors) => {
    expect(errorsIn(fields)).toEqual(errors);
  });

  test("in the row of the form, also when an empty row stands before it", () => {
    const errors = errorsIn({
      "items.1.commodity": "",
      "items.2.commodity": "D2.heroin",
      "items.2.quantity": "-1",
      "items.2.unit": "kg",
      "route.0.role": "origin",
      "route.1.role": "transit",
      "route.1.place.name": "Incheon",
    });
    expect(errors).toEqual({
      "items.2.quantity": ["item.quantity.positive"],
      "route.1.place.country": ["country.missing"],
    });
  });
});

test("a time on the wall becomes an instant with the offset of its place and day", () => {
  const read = readSeizureForm({ ...SHORT, occurredTime: "9h05", occurredZone: "Australia/Sydney" }, CONTEXT);
  expect(read).toMatchObject({ ok: true, input: { occurredAt: "2026-08-14T09:05:00+10:00" } });
});

test("a container number is taken however it is spaced", () => {
  const read = readSeizureForm({ ...SHORT, containerNo: "tghu 763421-5" }, CONTEXT);
  expect(read).toMatchObject({ ok: true, input: { containerNo: "TGHU7634215" } });
});

test("month or year alone is kept as such", () => {
  const month = readSeizureForm(
    { ...SHORT, datePrecision: "month", occurredMonth: "2026-07", occurredTime: "10:00" },
    CONTEXT,
  );
  expect(month).toMatchObject({
    ok: true,
    input: { occurredOn: "2026-07-01", datePrecision: "month", occurredAt: null },
  });
});
