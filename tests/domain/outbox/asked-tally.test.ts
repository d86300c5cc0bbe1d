import { describe, expect, test } from "vitest";
import { totalsAsked, withTotalsConfirmed } from "#app/domain/outbox/asked-tally.ts";

const AMOUNT = "tallies.0.groups.2.quantities.1";
const ASKED = ["tally.quantity.implausible"];
const PAIRS: [string, string][] = [
  ["command", "c"],
  ["mark", ","],
  ["tallies.0.said", "some"],
  ["tallies.0.groups.2.group", "D2"],
  ["tallies.0.groups.2.cases", "1"],
  [`${AMOUNT}.quantity`, "1.200,50"],
  [`${AMOUNT}.unit`, "kg"],
];

describe("a tally that was asked back", () => {
  test("names each total by its goods, with what was typed in the mark of its writer", () => {
    expect(totalsAsked(PAIRS, { [`${AMOUNT}.quantity`]: ASKED })).toEqual([
      { field: AMOUNT, group: "D2", quantity: "1200.5", unit: "kg" },
    ]);
  });

  test("cannot be confirmed where something else is wrong, or nothing is asked", () => {
    expect(totalsAsked(PAIRS, {})).toBeNull();
    expect(totalsAsked(PAIRS, { [`${AMOUNT}.quantity`]: [...ASKED, "quantity.malformed"] })).toBeNull();
    expect(
      totalsAsked(PAIRS, { [`${AMOUNT}.quantity`]: ASKED, "tallies.0.arrested": ["number.malformed"] }),
    ).toBeNull();
    const unread = PAIRS.map(([name, value]): [string, string] => [name, value === "1.200,50" ? "much" : value]);
    expect(totalsAsked(unread, { [`${AMOUNT}.quantity`]: ASKED })).toBeNull();
  });

  test("is confirmed for this number and unit, under the same command, once however often", () => {
    const totals = totalsAsked(PAIRS, { [`${AMOUNT}.quantity`]: ASKED }) ?? [];
    const confirmed = withTotalsConfirmed(PAIRS, totals);
    expect(confirmed).toEqual([...PAIRS, [`${AMOUNT}.confirmed`, "1200.5 kg"]]);
    expect(withTotalsConfirmed(confirmed, totals)).toEqual(confirmed);
  });
});
