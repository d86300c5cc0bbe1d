import { expect, test } from "vitest";
import { daysBetween, isLocalDate, localDateIn } from "#app/domain/local-date.ts";
import { OperationPlan } from "#app/domain/operation.ts";
import { SeizureInput } from "#app/domain/seizure.ts";
import { readAirSeizures } from "#seeds/demo-air.server.ts";
import { readLemisSeizures } from "#seeds/demo-lemis.server.ts";
import { demoOperation } from "#seeds/demo-operation.server.ts";
import { gazetteer } from "#seeds/gazetteer.server.ts";
import { referenceFile } from "#seeds/reference-files.server.ts";

const NOW = new Date("2026-08-14T07:02:00Z");
const demo = demoOperation(NOW);
const air = readAirSeizures(() => null).records;
const lemis = readLemisSeizures(() => null).records;
const all = [...air, ...lemis];

test("every date is moved by the same whole number of days, and the original stays in the record", () => {
  const moves = new Set(
    demo.releases.map(({ input }) => {
      const original = all.find((record) => record.input.id === input.id);
      return daysBetween(original?.on ?? "", input.occurredOn);
    }),
  );
  expect([...moves]).toEqual([demo.datesMovedDays]);
  expect(demo.releases.every(({ input }) => isLocalDate(input.origin?.originalDate ?? ""))).toBe(true);
});

test("the operation is running today and nothing in it lies ahead", () => {
  const today = localDateIn(demo.plan.zone, NOW);
  expect(demo.plan.startsOn < today && today < demo.plan.endsOn).toBe(true);
  for (const { input, releasedAt, clearedAt } of demo.releases) {
    expect(input.occurredOn >= demo.plan.startsOn && input.occurredOn <= today).toBe(true);
    expect(clearedAt <= releasedAt && releasedAt <= NOW.toISOString()).toBe(true);
  }
});

test("166 of the records fall into the year up to today, and every other one is accounted for", () => {
  expect(demo.releases).toHaveLength(166);
  expect(demo.leftOut).toEqual({
    "no day": 1,
    "no place of seizure, so nobody who reported it": 1,
    "outside the year": 894,
    "still to come": 16,
  });
  const files = 773 + lemis.length;
  expect(166 + Object.values(demo.leftOut).reduce((sum, count) => sum + count, 0)).toBe(files);
});

test("nothing is confirmed that the sources do not confirm, and gaps stay unknown", () => {
  expect(demo.releases.every((release) => release.verifiedAt === null && release.withdrawn === null)).toBe(true);
  expect(demo.releases.every(({ input }) => input.persons.arrested === null)).toBe(true);
});

test("all records of both files are reports that the form would accept, with codes and places that exist", () => {
  const codes = new Set(referenceFile("codes").map((row) => `${row.list}.${row.code}`));
  const commodities = new Set(referenceFile("commodities").map((row) => row.code));
  const taxa = new Set(referenceFile("taxa").map((row) => row.id));
  const places = gazetteer();
  for (const { input } of all) {
    expect(SeizureInput.safeParse(input).success).toBe(true);
    for (const place of [input.place, ...input.route.map((node) => node.place)]) {
      if (place.placeId) expect(places.byId.get(place.placeId)?.country).toBe(place.country);
    }
    for (const item of input.items) {
      expect(commodities).toContain(item.commodity);
      if (item.taxonId) expect(taxa).toContain(item.taxonId);
      if (item.specimen) expect(codes).toContain(`specimen_term.${item.specimen}`);
    }
    expect(codes).toContain(`mode.${input.mode}`);
    for (const code of input.detections) expect(codes).toContain(`detection.${code}`);
    for (const code of input.concealmentPlaces) expect(codes).toContain(`concealment_place.${code}`);
    for (const code of input.concealmentMethods) expect(codes).toContain(`concealment_method.${code}`);
  }
});

function airRecord(no: number) {
  const found = air.find((record) => record.input.nationalCaseNo === `ROUTES-${no}`);
  if (!found) throw new Error(`no record ${no}`);
  return found.input;
}

test("95.54 kg of ivory in Ha Noi on 12 August 2015 read as the source tells it", () => {
  const input = airRecord(721);
  expect(input).toMatchObject({
    occurredOn: "2015-08-12",
    place: { country: "VN", placeId: "air:HAN", precision: "facility" },
    mode: "air_cargo",
    origin: { originalDate: "2015-08-12", licence: "MIT" },
  });
  expect(input.items).toMatchObject([{ commodity: "F2", quantity: "95.54", unit: "kg" }]);
  expect(input.route.map((node) => [node.role, node.place.country])).toEqual([
    ["transit", "KR"],
    ["discovery", "VN"],
    ["destination", "VN"],
  ]);
});

test("one number for animals of several groups is not divided among them, and words stay words", () => {
  expect(airRecord(386).items.map((item) => [item.commodity, item.quantity, item.description])).toEqual([
    ["F6.monitors", null, "number: 30"],
    ["F6", null, "number: 30"],
    ["F6.snakes", null, "number: 30"],
  ]);
  const each = air.flatMap((record) => record.input.items).find((item) => item.description.includes("each"));
  expect(each).toMatchObject({ quantity: "2", description: "weight_kg: 400g each, number: 2" });
});

test("Hong Kong is its own administration, and a control number of several lines is one report", () => {
  expect(airRecord(723).place.country).toBe("HK");
  const lines = lemis.find((record) => record.input.nationalCaseNo === "LEMIS-2016817986");
  expect(lines?.input.items.map((item) => item.quantity)).toEqual(expect.arrayContaining(["8", "3"]));
});

test("no person is named in what is shipped", () => {
  const text = JSON.stringify(all);
  expect(text).toContain("[names removed]");
  for (const name of ["Pham Van", "Vu Thanh", "Suspect Zhao", "Kubus"]) expect(text).not.toContain(name);
});

test("a plan that the form would accept", () => {
  expect(OperationPlan.safeParse(demo.plan).success).toBe(true);
});
