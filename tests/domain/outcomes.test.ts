import { describe, expect, test } from "vitest";
import { OUTCOME_KINDS } from "#app/domain/outcome/kinds.ts";
import { OutcomeSaid } from "#app/domain/outcome/said.ts";
import { type OutcomeVersion, standingOutcomes } from "#app/domain/outcome/standing.ts";
import { type ToldOutcome, tabulate } from "#app/domain/outcome/tabulate.ts";
import { fieldErrors } from "#app/http.server.ts";
import { aCharge, aDisposal, aVerdict } from "#tests/support/outcome-said.ts";

const COMMON = { on: "2021-06-01", reference: "", note: "" };
const faultsOf = (said: object) => {
  const read = OutcomeSaid.safeParse({ ...COMMON, ...said });
  return read.success ? {} : fieldErrors(read.error);
};

describe("what may be said", () => {
  const sentence = {
    kind: "sentence",
    sanction: "prison",
    persons: null,
    length: 7,
    term: "years",
    amount: null,
    currency: null,
  };
  const laboratory = { kind: "laboratory", finding: "confirmed", commodity: null, taxon: "", purityPercent: null };
  const assets = { kind: "assets", measure: "frozen", amount: "12500.50", currency: "USD", what: "" };

  test("is whole by its kind, and what is not known is null", () => {
    expect(faultsOf(sentence)).toEqual({});
    expect(faultsOf({ ...sentence, length: null, term: "life" })).toEqual({});
    expect(faultsOf({ ...sentence, length: null, term: null })).toEqual({});
    expect(faultsOf(assets)).toEqual({});
    expect(faultsOf({ ...laboratory, finding: "nothing" })).toEqual({});
    expect(OutcomeSaid.parse({ ...COMMON, ...assets })).toMatchObject({ amount: "12500.5" });
  });

  test.each([
    ["a length without its unit", { ...sentence, term: null }, "length"],
    ["a number beside 'for life'", { ...sentence, term: "life" }, "length"],
    ["a fine that is served", { ...sentence, sanction: "fine" }, "length"],
    ["an amount without a currency", { ...assets, currency: null }, "currency"],
    ["a currency that is none", { ...assets, currency: "QQQ" }, "currency"],
    ["no amount and no words", { ...assets, amount: null, currency: null }, "amount"],
    ["an amount of nothing", { ...assets, amount: "0" }, "amount"],
    ["a laboratory that found something without a name", laboratory, "commodity"],
    ["more than all of it", { ...laboratory, taxon: "Manis", purityPercent: "100.1" }, "purityPercent"],
    ["a charge of nothing", { kind: "charge", persons: 1, statute: "", offences: [] }, "statute"],
    ["no person at all", { ...aVerdict(), persons: 0 }, "persons"],
    ["a disposal that is not decided", { ...aDisposal(), disposal: "pending" }, "disposal"],
    ["an amount without a unit", { ...aDisposal(), unit: null }, "unit"],
    ["no kind", { kind: "" }, "kind"],
  ])("not %s", (_, said, field) => {
    expect(Object.keys(faultsOf(said))).toEqual([field]);
  });
});

describe("outcomes added up", () => {
  const of = (said: OutcomeSaid, over: Partial<ToldOutcome> = {}): ToldOutcome => ({
    said,
    agency: "vn",
    case: "1",
    ...over,
  });

  test("count a case once for a kind, beside the cases that it is one of", () => {
    const joint = { agency: "th", case: "1" };
    const told = [
      of(aVerdict()),
      of(aVerdict({ result: "acquitted" })),
      of(aVerdict(), joint),
      of(aDisposal(), { case: "2" }),
    ];
    const table = tabulate({ all: 10, byAgency: { vn: 6, th: 5 } }, told);
    expect(table.any).toEqual({ told: 2, of: 10 });
    expect(table.kinds.find(({ kind }) => kind === "verdict")).toEqual({
      kind: "verdict",
      outcomes: 3,
      told: 1,
      of: 10,
    });
    expect(table.agencies.map(({ agency, any, kinds }) => [agency, any.told, any.of, kinds.verdict.told])).toEqual([
      ["vn", 2, 6, 1],
      ["th", 1, 5, 1],
    ]);
  });

  test("say how much was left unsaid, and never count it as nothing", () => {
    const told = [
      of(aVerdict({ persons: null })),
      of(aVerdict({ persons: 3 }), { case: "2" }),
      of(aCharge()),
      of(aDisposal({ quantity: "0.1" })),
      of(aDisposal({ quantity: "0.2" })),
      of(aDisposal({ quantity: "7", unit: "pcs" })),
      of(aDisposal({ quantity: null, unit: null })),
    ];
    const { details } = tabulate({ all: 2, byAgency: { vn: 2 } }, told);
    expect(details.map(({ kind, code, persons, sums, unsaid }) => [kind, code, persons, sums, unsaid])).toEqual([
      ["charge", "", null, [], 1],
      ["verdict", "convicted", 3, [], 1],
      [
        "disposal",
        "destroyed",
        null,
        [
          { unit: "kg", amount: "0.3" },
          { unit: "pcs", amount: "7" },
        ],
        1,
      ],
    ]);
  });

  test("leave out what came of no case, and say so", () => {
    const { any, apart, kinds } = tabulate({ all: 0, byAgency: {} }, [of(aVerdict(), { agency: null, case: null })]);
    expect([any.told, apart, kinds.map(({ told }) => told)]).toEqual([0, 1, OUTCOME_KINDS.map(() => 0)]);
  });
});

test("outcomes stand by their own days, each with what was said before, and on one day in the order of things", () => {
  const version = (id: string, over: Partial<OutcomeVersion>): OutcomeVersion => ({
    ...{ id, version: 1, said: aVerdict(), withdrawn: false, reason: "", author: null, agency: null },
    at: "2021-07-01T00:00:00.000Z",
    ...over,
  });
  const versions = [
    version("b", { version: 2, said: aVerdict({ on: "2021-06-03" }) }),
    version("a", {}),
    version("b", { said: aVerdict({ on: "2021-05-01" }) }),
    version("c", { said: aCharge() }),
  ];
  expect(standingOutcomes(versions).map(({ now, before }) => [now.id, now.version, before.length])).toEqual([
    ["c", 1, 0],
    ["a", 1, 0],
    ["b", 2, 1],
  ]);
});
