import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type FormFields, rowsOf, withoutRow, withRow, withRowMoved } from "#app/domain/seizure-form/rows.ts";
import { afterStep, type FormStep, readStep, stepText } from "#app/domain/seizure-form/steps.ts";

const FORM: FormFields = {
  mark: ",",
  "items.0.quantity": "1",
  "items.1.quantity": "2",
  "items.1.brand": "x",
  "items.2.quantity": "3",
  "items.10.quantity": "11",
  "persons.nationalities.0.country": "VN",
};

describe("rows", () => {
  test("are counted by their numbers, not by their letters", () => {
    expect(rowsOf(FORM, "items")).toEqual([0, 1, 2, 10]);
  });

  test("one taken away closes the gap and takes nothing else with it", () => {
    expect(withoutRow(FORM, "items", 1)).toEqual({
      mark: ",",
      "items.0.quantity": "1",
      "items.1.quantity": "3",
      "items.9.quantity": "11",
      "persons.nationalities.0.country": "VN",
    });
  });

  test("changing places twice is as before", () => {
    const moved = withRowMoved(FORM, "items", 1, 1);
    expect(moved["items.2.brand"]).toBe("x");
    expect(moved["items.1.brand"]).toBeUndefined();
    expect(withRowMoved(moved, "items", 2, -1)).toEqual(FORM);
    expect(withRowMoved(FORM, "items", 0, -1)).toEqual(FORM);
  });

  test("adding and taking away the last one is as before", () => {
    expect(withoutRow(withRow(FORM, "items", { brand: "" }), "items", 11)).toEqual(FORM);
  });

  test("the only kind of goods is emptied, not lost", () => {
    const emptied = afterStep({ "items.0.quantity": "1" }, { act: "remove", rows: "items", row: 0 });
    expect(rowsOf(emptied, "items")).toEqual([0]);
  });
});

describe("steps", () => {
  const Steps = fc.oneof<fc.Arbitrary<FormStep>[]>(
    fc.constant({ act: "add", rows: "items" }),
    fc.constant({ act: "add", rows: "route", role: "origin" }),
    fc.record({ act: fc.constantFrom("remove", "up", "down"), rows: fc.constant("route"), row: fc.nat(299) }),
    fc.record({ act: fc.constant("keep"), question: fc.string() }),
    fc.record({ act: fc.constant("answer"), field: fc.constant("items.0.quantity"), value: fc.string() }),
    fc.record({ act: fc.constantFrom("full", "short", "find") }),
  );

  test("travel as the value of a button", () => {
    fc.assert(
      fc.property(Steps, (step) => {
        expect(readStep(stepText(step))).toEqual(step);
      }),
    );
  });

  test.each(["", "send", "remove:items", "remove:members:1", "answer:id_of_somebody=1", "answer:__proto__=1"])(
    "%s is none",
    (text) => {
      expect(readStep(text)).toBeNull();
    },
  );

  test("an answer is written as its reader would have typed it", () => {
    const step: FormStep = { act: "answer", field: "items.0.quantity", value: "95.54" };
    expect(afterStep(FORM, step)["items.0.quantity"]).toBe("95,54");
    expect(afterStep({ ...FORM, mark: "." }, step)["items.0.quantity"]).toBe("95.54");
  });

  test("a list of readers as usual is one answer", () => {
    const step: FormStep = { act: "answer", field: "audience.agencies", value: "a b" };
    expect(afterStep({}, step)).toEqual({ "audience.kind": "agencies", "audience.agencies": ["a", "b"] });
    const people: FormStep = { act: "answer", field: "audience.members", value: "c" };
    expect(afterStep({}, people)).toEqual({ "audience.kind": "members", "audience.members": ["c"] });
  });
});
