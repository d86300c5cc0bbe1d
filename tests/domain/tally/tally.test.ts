import { expect, test } from "vitest";
import { sameTally, Tallies, TallyInput } from "#app/domain/tally/tally.ts";

const base = { day: "2021-05-17", nil: false, groups: [{ group: "D1", cases: 2 }] };

const faults = (over: object) =>
  TallyInput.safeParse({ ...base, ...over }).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);

test("a tally says nil, or that there was something", () => {
  expect(TallyInput.parse(base)).toMatchObject({ arrested: null, remark: "", controls: { parcels: null } });
  expect(TallyInput.parse({ ...base, nil: true, groups: [] }).nil).toBe(true);
  expect(TallyInput.parse({ ...base, groups: [], arrested: 1 }).arrested).toBe(1);
  expect(faults({ nil: true })).toEqual(["nil: tally.nil.counts"]);
  expect(faults({ nil: true, groups: [], arrested: 1 })).toEqual(["nil: tally.nil.counts"]);
  expect(faults({ groups: [] })).toEqual(["groups: tally.empty"]);
  expect(faults({ groups: [], arrested: 0 })).toEqual(["groups: tally.empty"]);
});

test("controls alone are no finds: with them a day without seizures is still nil", () => {
  const controls = { containers: 12, parcels: 400, passengers: null, vehicles: 0 };
  expect(TallyInput.parse({ ...base, nil: true, groups: [], controls }).controls.containers).toBe(12);
});

test("each group stands once, with at least one case and quantities above nothing", () => {
  expect(faults({ groups: [...base.groups, ...base.groups] })).toEqual(["groups.1.group: tally.group.twice"]);
  expect(faults({ groups: [{ group: "D1", cases: 0 }] })).toEqual(["groups.0.cases: tally.cases.none"]);
  expect(faults({ groups: [{ group: "D1", cases: 1, quantities: [{ quantity: "0", unit: "kg" }] }] })).toEqual([
    "groups.0.quantities.0.quantity: item.quantity.positive",
  ]);
  expect(faults({ groups: [{ group: "D1", cases: 1.5 }] })).toEqual(["groups.0.cases: tally.count.malformed"]);
  expect(faults({ groups: [{ group: "D1.ice", cases: 1 }] })).toEqual(["groups.0.group: commodity.malformed"]);
  expect(faults({ arrested: 1_000_001 })).toEqual(["arrested: tally.count.large"]);
});

test("several days go together, each once, at most a month of them", () => {
  const said = (list: unknown[]) => Tallies.safeParse(list).error?.issues.map(({ message }) => message);
  expect(said([])).toEqual(["tally.none"]);
  expect(said([base, base])).toEqual(["tally.day.twice"]);
  expect(said(Array(32).fill(base))).toContain("tally.many");
});

test("a tally that says the same again is the same, whatever it was based on", () => {
  const first = TallyInput.parse(base);
  expect(sameTally(first, TallyInput.parse({ ...base, baseVersion: 3 }))).toBe(true);
  expect(sameTally(first, TallyInput.parse({ ...base, remark: "Corrected" }))).toBe(false);
  expect(sameTally(first, TallyInput.parse({ ...base, groups: [{ group: "D1", cases: 3 }] }))).toBe(false);
  const controls = { containers: 1, parcels: null, passengers: null, vehicles: null };
  expect(sameTally(first, TallyInput.parse({ ...base, controls }))).toBe(false);
});
