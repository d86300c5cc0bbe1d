import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fillSeizureForm } from "#app/domain/seizure-form/fill.ts";
import { mergeForms, withPart } from "#app/domain/seizure-form/merge.ts";
import type { FormFields } from "#app/domain/seizure-form/rows.ts";
import { aSeizureInput, aSeizureItem } from "#seeds/builders.ts";

const form = (over: Parameters<typeof aSeizureInput>[0] = {}) =>
  fillSeizureForm(aSeizureInput({ id: "11111111-1111-4111-8111-111111111111", ...over }), { mark: ".", zone: "UTC" });
const start = form();
const changed = (change: FormFields): FormFields => ({ ...start, ...change });

describe("two changes of one report", () => {
  test("of different parts stand both in the form, and nothing is asked", () => {
    const merged = mergeForms({
      start,
      mine: changed({ narrative: "Hidden under the seat" }),
      theirs: changed({ "items.0.quantity": "13", carrier: "Mekong Lines" }),
    });
    expect(merged.fields).toMatchObject({
      narrative: "Hidden under the seat",
      "items.0.quantity": "13",
      carrier: "Mekong Lines",
    });
    expect(merged.taken.sort()).toEqual(["carrier", "items.0.amount"]);
    expect(merged.open).toEqual([]);
  });

  test("of one part are asked about, with one's own word in the form until theirs is taken", () => {
    const mine = changed({ "items.0.quantity": "14" });
    const theirs = changed({ "items.0.quantity": "13", "items.0.unit": "g" });
    const merged = mergeForms({ start, mine, theirs });
    expect(merged).toMatchObject({ taken: [], open: ["items.0.amount"], fields: { "items.0.quantity": "14" } });
    const taken = withPart(merged.fields, theirs, "items.0.amount");
    expect(taken).toMatchObject({ "items.0.quantity": "13", "items.0.unit": "g" });
    expect(withPart(taken, mine, "items.0.amount")).toEqual(mine);
  });

  test("an amount never gets the unit of the other version, nor a place its position", () => {
    const mine = changed({ "items.0.unit": "g" });
    const theirs = changed({ "items.0.quantity": "13" });
    expect(mergeForms({ start, mine, theirs }).open).toEqual(["items.0.amount"]);
    const there = changed({ "place.name": "Cat Lai", "place.lat": "10.76", "place.lon": "106.79" });
    expect(mergeForms({ start, mine: changed({ "place.precision": "city" }), theirs: there }).open).toEqual(["place"]);
  });

  test("rows that somebody added or took away are one thing together", () => {
    const two = form({ items: [aSeizureItem({}), aSeizureItem({ commodity: "F1.rhino_horn", quantity: "2" })] });
    const merged = mergeForms({ start, mine: start, theirs: two });
    expect(merged).toMatchObject({ taken: ["items"], open: [], fields: { "items.1.quantity": "2" } });
    const both = mergeForms({ start, mine: changed({ "items.0.quantity": "5" }), theirs: two });
    expect(both).toMatchObject({ taken: [], open: ["items"] });
    expect(Object.keys(withPart(both.fields, two, "items")).sort()).toEqual(Object.keys(two).sort());
  });

  test("who is asked what they started from and has no answer sees every difference", () => {
    const merged = mergeForms({ start: null, mine: changed({ carrier: "A" }), theirs: changed({ narrative: "B" }) });
    expect(merged.open.sort()).toEqual(["carrier", "narrative"]);
  });

  test("the form's own fields are never merged", () => {
    const theirs = changed({ commandId: "x", "amend.reason": "Weighed again", "base.case": "7", depth: "short" });
    expect(mergeForms({ start, mine: start, theirs })).toEqual({ fields: start, taken: [], open: [] });
  });

  test("whatever both write: each part is mine, theirs where only they changed it, or asked about", () => {
    const words = fc.constantFrom("", "a", "b");
    const change = fc.record({ carrier: words, narrative: words, transportNo: words, mode: words, custody: words });
    fc.assert(
      fc.property(change, change, change, (one, two, three) => {
        const [from, mine, theirs] = [changed(one), changed(two), changed(three)];
        const { fields, taken, open } = mergeForms({ start: from, mine, theirs });
        for (const name of Object.keys(one)) {
          const [was, own, other] = [from[name], mine[name], theirs[name]];
          if (own === other) expect(fields[name]).toBe(own);
          else if (other === was) expect(fields[name]).toBe(own);
          else if (own === was) expect([fields[name], taken.includes(name)]).toEqual([other, true]);
          else expect([fields[name], open.includes(name)]).toEqual([own, true]);
        }
      }),
    );
  });
});
