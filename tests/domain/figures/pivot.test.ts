import fc from "fast-check";
import { expect, test } from "vitest";
import { reportsBehind } from "#app/components/pivot/pivot-address.ts";
import { addDecimals } from "#app/domain/decimal.ts";
import { countsAsCase, oncePerCase, type SeizureFact } from "#app/domain/fact.ts";
import { choosesCommodity, type FactFilter, fitsFilter, NO_FILTER, readFactFilter } from "#app/domain/fact-filter.ts";
import { filterOfAmount, readAmount, writeAmount } from "#app/domain/figures/amounts.ts";
import { tableOf } from "#app/domain/figures/fact-table.ts";
import { certaintyOf, measureOf } from "#app/domain/figures/measure.ts";
import { canCross, countPivot, narrowedTo, PIVOT_KEYS, readPivot } from "#app/domain/figures/pivot.ts";
import { select } from "#app/domain/figures/select.ts";
import { Facts, Filter } from "./arbitrary-fact.ts";

test("the filter behind a number leaves as many cases as the number says", () => {
  fc.assert(
    fc.property(Facts(40), Filter, fc.constantFrom(...PIVOT_KEYS), (facts, filter, key) => {
      const table = tableOf(facts.map((fact) => ({ ...fact, joint: null })));
      const pivot = { rows: key, columns: null, measure: "total", amount: null } as const;
      for (const row of countPivot(table, select(table, filter), pivot).rows) {
        const narrowed = narrowedTo(filter, key, row.key[key]);
        if (narrowed) expect(select(table, narrowed).cases.length).toBe(row.total);
      }
    }),
    { numRuns: 150 },
  );
});

test("the filter behind a number of a group keeps to the goods that the view asks for", () => {
  const only = { ...NO_FILTER, commodities: ["F2.raw_ivory", "D1.meth_crystal"], groups: ["F5"] };
  const goods = (key: "slot" | "group", value: string, filter: FactFilter = only) => {
    const { slots = [], groups = [], commodities = [] } = narrowedTo(filter, key, value) ?? {};
    return { slots, groups, commodities };
  };
  expect(goods("group", "F2")).toEqual({ slots: [], groups: [], commodities: ["F2.raw_ivory"] });
  expect(goods("group", "F5")).toEqual({ slots: [], groups: ["F5"], commodities: [] });
  expect(goods("slot", "T")).toEqual({ slots: [], groups: ["F5"], commodities: [] });
  expect(goods("slot", "D")).toEqual({ slots: [], groups: [], commodities: ["D1.meth_crystal"] });
  expect(goods("group", "D2", { ...NO_FILTER, slots: ["D"] })).toEqual({ slots: [], groups: ["D2"], commodities: [] });
  expect(goods("slot", "D", NO_FILTER)).toEqual({ slots: ["D"], groups: [], commodities: [] });
});

test("the address of a number lists the reports that it counts, and no others", () => {
  fc.assert(
    fc.property(Facts(30), fc.constantFrom(...PIVOT_KEYS), (facts, key) => {
      const own = facts.map((fact) => ({ ...fact, joint: null }));
      const table = tableOf(own);
      const pivot = { rows: key, columns: null, measure: "confirmed", amount: null } as const;
      for (const row of countPivot(table, select(table, NO_FILTER), pivot).rows) {
        const address = reportsBehind(NO_FILTER, pivot, { row: row.key[key] });
        if (address === null) continue;
        const params = new URLSearchParams(address.split("?")[1]);
        const listed = own.filter((fact) => countsAsCase(fact) && fitsFilter(readFactFilter(params).filter, fact));
        expect(params.get("counted")).toBe("yes");
        expect(oncePerCase(listed)).toHaveLength(row.confirmed);
      }
    }),
    { numRuns: 60 },
  );
});

test("what cannot be crossed is not: a key with itself, or two of goods and legs", () => {
  expect(canCross("slot", "slot")).toBe(false);
  expect(canCross("slot", "commodity")).toBe(false);
  expect(canCross("corridor", "group")).toBe(false);
  expect(canCross("corridor", "mode")).toBe(true);
  expect(readPivot(new URLSearchParams("rows=slot&columns=group&measure=sum"))).toEqual({
    rows: "slot",
    columns: null,
    measure: "total",
    amount: null,
  });
  expect(readPivot(new URLSearchParams()).columns).toBe("slot");
});

test("no filter says 'not stated', nor one of several codes beside another that is asked for", () => {
  expect(narrowedTo(NO_FILTER, "detection", null)).toBeNull();
  expect(narrowedTo({ ...NO_FILTER, detections: ["dog"] }, "detection", "scanner")).toBeNull();
  expect(narrowedTo({ ...NO_FILTER, detections: ["dog"] }, "detection", "dog")?.detections).toEqual(["dog"]);
});

test("what is added up of cases is what their facts state, each case once under each of its values", () => {
  fc.assert(
    fc.property(Facts(40), Filter, fc.constantFrom(...PIVOT_KEYS), fc.boolean(), (facts, filter, key, ofPersons) => {
      const amount = readAmount(ofPersons ? "persons" : "quantity:F2.raw_ivory:kg");
      if (amount === null) throw new Error("An amount that is written so is read");
      const own = facts.map((fact) => ({ ...fact, joint: null }));
      const narrowed = filterOfAmount(filter, amount);
      const table = tableOf(own);
      const pivot = { rows: key, columns: null, measure: "total", amount } as const;
      const { amounts, rows } = countPivot(table, select(table, narrowed), pivot);
      const stated = own
        .filter((fact) => countsAsCase(fact) && fitsFilter(narrowed, fact))
        .flatMap((fact) => statedBy(fact, narrowed, ofPersons));
      expect(amounts?.all).toMatchObject({ amount: addDecimals(stated), cases: stated.length });
      // No more cases can state it under a value than have it.
      for (const row of amounts?.rows ?? [])
        expect(row.cases).toBeLessThanOrEqual(rows.find((one) => one.key[key] === row.key[key])?.total ?? 0);
    }),
    { numRuns: 120 },
  );
});

function statedBy(fact: SeizureFact, filter: FactFilter, ofPersons: boolean): string[] {
  if (ofPersons) return fact.arrested === null ? [] : [String(fact.arrested)];
  const measured = fact.items.filter(
    (item) =>
      item.commodity === "F2.raw_ivory" &&
      choosesCommodity(filter, item.commodity) &&
      measureOf(item) === "kg" &&
      certaintyOf(item.qualifier) !== "estimated",
  );
  return measured.length === 0 ? [] : [addDecimals(measured.map(({ normalised }) => normalised ?? "0"))];
}

test("an amount is read from an address as it was written; anything else is none", () => {
  for (const text of ["persons", "quantity:F2.raw_ivory:kg", "quantity:D2:animals"]) {
    const amount = readAmount(text);
    expect(amount && writeAmount(amount)).toBe(text);
  }
  for (const text of ["total", "quantity:F2:", "quantity:f2:kg", "quantity:F2:kg:g", "quantity", null])
    expect(readAmount(text)).toBeNull();
});
