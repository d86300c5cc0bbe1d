import { expect, test } from "vitest";
import { familyOf } from "#app/domain/commodity.ts";
import { readContainerNumber } from "#app/domain/container-number.ts";
import { comparableOf } from "#app/domain/duplicates/comparable.ts";
import { findDuplicates } from "#app/domain/duplicates/find.ts";
import { countsAsCase } from "#app/domain/fact.ts";
import { addDays } from "#app/domain/local-date.ts";
import { OperationPlan } from "#app/domain/operation.ts";
import { normalise } from "#app/domain/quantity.ts";
import { SeizureInput } from "#app/domain/seizure.ts";
import { exerciseDay, exerciseOperation } from "#seeds/exercise.server.ts";
import { EXERCISE_DAYS, exerciseCases } from "#seeds/exercise-cases.server.ts";
import { PROFILES } from "#seeds/exercise-world.ts";
import { gazetteer } from "#seeds/gazetteer.server.ts";
import { referenceFile } from "#seeds/reference-files.server.ts";
import { referenceMeasures } from "#seeds/reference-measures.server.ts";
import { agencyOf } from "#seeds/world.server.ts";

const cases = exerciseCases();
const standing = cases.filter((one) => one.withdrawn === null);

test("868 cases stand at the end: 756 of drugs, 112 of wildlife and timber, by 23 agencies of 20 countries", () => {
  expect(standing).toHaveLength(868);
  const families = standing.map((one) => new Set(one.input.items.map((item) => familyOf(item.commodity))));
  expect(families.filter((family) => family.has("drugs"))).toHaveLength(756);
  expect(families.filter((family) => family.has("wildlife") || family.has("timber"))).toHaveLength(112);
  expect(new Set(standing.map((one) => one.agency)).size).toBe(23);
  expect(new Set(standing.map((one) => one.agency.slice(0, 2))).size).toBe(20);
  expect(Object.keys(PROFILES)).toHaveLength(23);
});

test("they come by land, river, post, sea and air, late ones and mixed units among them", () => {
  const modes = new Set(cases.map((one) => one.input.mode));
  for (const mode of ["road_truck", "river", "post", "sea_container", "air_passenger"]) expect(modes).toContain(mode);
  expect(cases.filter((one) => one.released - one.cleared > 72 * 60).length).toBeGreaterThan(30);
  const units = new Set(
    cases.flatMap((one) =>
      one.input.items.filter((item) => item.commodity === "D1.meth_tablets").map((item) => item.unit),
    ),
  );
  expect(units).toContain("tablets");
  expect(units).toContain("kg");
  expect(cases.filter((one) => one.withdrawn !== null)).toHaveLength(14);
});

test("every report is one that the form would accept, inside the window, at a place that exists", () => {
  const codes = new Set(referenceFile("codes").map((row) => `${row.list}.${row.code}`));
  const measures = referenceMeasures();
  const places = gazetteer();
  for (const { input, seized, agency } of cases) {
    expect(SeizureInput.safeParse(input).success).toBe(true);
    expect(seized >= 0 && seized < EXERCISE_DAYS * 1440).toBe(true);
    expect(places.byId.get(input.place.placeId ?? "")?.country).toBe(agency.slice(0, 2));
    expect(codes).toContain(`mode.${input.mode}`);
    expect(codes).toContain(`place_kind.${input.placeKind}`);
    for (const code of input.detections) expect(codes).toContain(`detection.${code}`);
    if (input.containerNo) expect(readContainerNumber(input.containerNo).kind).toBe("valid");
    for (const { quantity, unit, commodity } of input.items) {
      if (quantity && unit) expect(normalise({ quantity, unit, commodity }, measures)).not.toBeNull();
    }
    const shape = { state: "submitted", eventKind: input.eventKind, outsideWindow: false } as const;
    expect(countsAsCase(shape)).toBe(true);
  }
});

test("whenever it begins, the same reports have the same ids, and each comes on exactly one day", () => {
  const early = exerciseOperation(new Date("2026-08-14T07:02:00Z"));
  const later = exerciseOperation(new Date("2027-02-01T03:00:00Z"));
  const known = new Set(later.releases.map((release) => release.input.id));
  expect(early.releases.filter((release) => !known.has(release.input.id)).length).toBeLessThan(20);
  const days = Array.from({ length: EXERCISE_DAYS + 20 }, (_, index) =>
    exerciseDay(early.plan.startsOn, index + 1),
  ).flat();
  expect(new Set(days.map((release) => release.input.id)).size).toBe(cases.length);
  expect(days).toHaveLength(cases.length);
});

test("it is running today, and nothing in it lies ahead", () => {
  const now = new Date("2026-08-14T07:02:00Z");
  const { plan, releases } = exerciseOperation(now);
  expect(OperationPlan.safeParse(plan).success).toBe(true);
  expect([addDays(plan.startsOn, 102), addDays(plan.startsOn, 153)]).toEqual(["2026-08-14", plan.endsOn]);
  expect(releases.length).toBeGreaterThan(500);
  for (const release of releases) {
    expect(release.releasedAt <= now.toISOString() && (release.verifiedAt ?? "") <= now.toISOString()).toBe(true);
  }
});

test("whenever it begins, two agencies of one country and two of two countries have told one case, and somebody sees it", () => {
  for (const now of ["2026-08-14T07:02:00Z", "2026-11-28T21:10:00Z", "2027-02-01T23:59:00Z"].map(
    (at) => new Date(at),
  )) {
    const { releases, questions, corrections, watch } = exerciseOperation(now);
    const measures = referenceMeasures();
    const compared = releases
      .filter(({ withdrawn, input }) => !withdrawn && input.occurredOn > addDays(now.toISOString().slice(0, 10), -25))
      .map(({ agencyId, input }) => {
        const code = CODES.get(agencyId) ?? "";
        return comparableOf(input, { agencyId, reporter: code.slice(0, 2) }, measures);
      });
    const pairs = findDuplicates(compared).filter(({ kind }) => kind === "duplicate");
    const agencies = pairs.map(({ ids }) =>
      ids
        .map((id) => CODES.get(releases.find(({ input }) => input.id === id)?.agencyId ?? ""))
        .sort()
        .join(" "),
    );
    expect(agencies).toEqual(expect.arrayContaining(["VN-CUS VN-POL", "LA-CUS TH-CUS"]));
    expect(questions.length).toBeGreaterThanOrEqual(5);
    expect(corrections).toHaveLength(1);
    expect(watch?.shifts.some(({ startsAt, endsAt }) => new Date(startsAt) <= now && now < new Date(endsAt))).toBe(
      true,
    );
  }
});

const CODES = new Map(Object.keys(PROFILES).map((code) => [agencyOf(code).id, code]));

test("every record says that it is invented", () => {
  expect(cases.every((one) => one.input.origin?.licence === "invented" && one.input.narrative !== "")).toBe(true);
});
