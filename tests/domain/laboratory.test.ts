import { expect, test } from "vitest";
import { keepFieldTest } from "#app/domain/laboratory.ts";
import { aSeizureInput, aSeizureItem } from "#seeds/builders.ts";

const found = (...items: Parameters<typeof aSeizureItem>[0][]) => aSeizureInput({ items: items.map(aSeizureItem) });
const meth = { commodity: "D1.meth_crystal", identification: "field_test" };

test("the substance of the field test is kept beside that of the laboratory", () => {
  const after = found({ commodity: "D5.ketamine", identification: "field_test" });
  expect(keepFieldTest(found(meth), after).items[0]).toMatchObject({
    commodity: "D5.ketamine",
    fieldCommodity: "D1.meth_crystal",
    identification: "laboratory",
  });
});

test("what the officer says of it stands, and a second result does not forget the field test", () => {
  const said = found({ commodity: "D5.ketamine", identification: "unknown", fieldCommodity: "D2.heroin" });
  expect(keepFieldTest(found(meth), said)).toBe(said);
  const first = keepFieldTest(found(meth), found({ commodity: "D5.ketamine", identification: "field_test" }));
  const second = keepFieldTest(first, found({ commodity: "D2.heroin", identification: "laboratory" }));
  expect(second.items[0]).toMatchObject({ commodity: "D2.heroin", fieldCommodity: "D1.meth_crystal" });
});

test("where the substance is the same, or lines were added, nothing is put in", () => {
  const weighed = found({ ...meth, quantity: "4.8" });
  expect(keepFieldTest(found(meth), weighed)).toBe(weighed);
  const two = found({ commodity: "D5.ketamine" }, { commodity: "D2.heroin" });
  expect(keepFieldTest(found(meth), two)).toBe(two);
});
