import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, type LocalDate } from "#app/domain/local-date.ts";
import { agencyOf, aWorld } from "#tests/support/world.ts";
import { Facts } from "../domain/figures/arbitrary-fact.ts";
import { storeFacts } from "./store-facts.ts";

/** Thursday to the Wednesday after next; one agency gives its tally daily, the other on Mondays. */
const FIRST = "2021-04-15";
const DAYS = 14;
const world = await aWorld({ startsOn: FIRST, endsOn: addDays(FIRST, DAYS - 1) });
afterAll(() => world.close());
const { owner, operationId } = world;
const AGENCIES = [agencyOf(world, "VN-CUS"), agencyOf(world, "TH-CUS")] as const;
const MONDAYS = ["2021-04-19", "2021-04-26"];
const [fact] =
  fc.sample(
    Facts(2).filter((facts) => facts.some(({ items }) => items.length > 0)),
    { numRuns: 1, seed: 11 },
  )[0] ?? [];

type Dimension = "mass" | "count";
type Line = { group: string; dimension: Dimension; amount: number };
type Said = { agency: 0 | 1; day: LocalDate; arrested: number | null; cases: Record<string, number>; lines: Line[] };
type Goods = { group: string; amount: number | null; dimension: Dimension; qualifier: string };
type Case = { agency: 0 | 1; day: LocalDate; arrested: number | null; goods: Goods[] };

const Agency = fc.constantFrom(0 as const, 1 as const);
const Day = fc.integer({ min: 0, max: DAYS - 1 }).map((n) => addDays(FIRST, n));
const Group = fc.constantFrom("D1", "F1");
const Kind = fc.constantFrom("mass" as const, "count" as const);
// Close to each other often: within two hundredths, just beyond, and far off.
const Amount = fc.constantFrom(50, 98, 99, 100, 101, 102, 103, 200, 5_000);
const Arrested = fc.option(fc.nat(2));
const Tallies = fc.uniqueArray(
  fc.record({
    ...{ agency: Agency, day: fc.oneof(Day, fc.constantFrom(...MONDAYS)), arrested: Arrested },
    cases: fc.dictionary(Group, fc.integer({ min: 1, max: 3 })),
    lines: fc.array(fc.record({ group: Group, dimension: Kind, amount: Amount }), { maxLength: 3 }),
  }),
  { maxLength: 12, selector: ({ agency, day }) => `${agency} ${day}` },
);
const Cases = fc.array(
  fc.record({
    ...{ agency: Agency, day: Day, arrested: Arrested },
    goods: fc.array(
      fc.record({
        ...{ group: Group, amount: fc.option(Amount, { freq: 4 }), dimension: Kind },
        qualifier: fc.constantFrom("exact", "exact", "estimated", "approx"),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  { maxLength: 16 },
);

beforeAll(async () => {
  await owner`insert into tally_promises ${owner({
    ...{ operation_id: operationId, id: randomUUID(), agency_id: AGENCIES[1].id, rhythm: "weekly", weekday: 1 },
    ...{ from_day: FIRST, days_off: [], holidays: [], zone: "Asia/Bangkok", made_at: "2021-04-01" },
    ...{ made_by: randomUUID(), begun_by: randomUUID() },
  })}`;
});

async function tell(said: readonly Said[], cases: readonly Case[]): Promise<void> {
  await owner`truncate tally_quantities, tally_groups, tallies, seizure_facts, seizure_fact_items cascade`;
  for (const { agency, day, arrested, cases: counts, lines } of said) {
    const key = { operation_id: operationId, agency_id: AGENCIES[agency].id, day, version: 1 };
    const at = `${day}T04:00:00Z`;
    await owner`insert into tallies ${owner({ ...key, nil: false, arrested, begun_by: randomUUID(), author_id: randomUUID(), at })}`;
    for (const [position, [group, n]] of Object.entries(counts).entries()) {
      await owner`insert into tally_groups ${owner({ ...key, group_code: group, position, cases: n })}`;
      for (const [line, { amount, dimension }] of lines.filter((one) => one.group === group).entries()) {
        const unit = dimension === "mass" ? "kg" : "pcs";
        const row = { ...key, group_code: group, line, quantity: amount, unit, normalised: amount, dimension };
        await owner`insert into tally_quantities ${owner({ ...row, rule: dimension, rule_version: 1 })}`;
      }
    }
  }
  const [item] = fact?.items ?? [];
  if (!fact || !item) throw new Error("no fact");
  await storeFacts(
    owner,
    operationId,
    cases.map(({ agency, day, arrested, goods }) => ({
      ...{ ...fact, id: randomUUID(), messageNo: randomUUID(), agencyId: AGENCIES[agency].id, operationalDay: day },
      ...{ arrested, outsideWindow: false, eventKind: "seizure", state: "submitted" as const },
      items: goods.map(({ group, amount, dimension, qualifier }) => ({
        ...{ ...item, commodity: group, qualifier, quantity: amount === null ? null : String(amount), unit: null },
        ...{ normalised: amount === null ? null : String(amount), dimension: amount === null ? null : dimension },
      })),
    })),
  );
}

const sum = (numbers: readonly number[]) => numbers.reduce((left, right) => left + right, 0);

/** By hand, tally by tally: the days that it stands for, and the cases of these. */
function byHand(said: readonly Said[], cases: readonly Case[]): string[] {
  return said.flatMap((tally) => {
    const { agency, day, arrested, lines } = tally;
    const ends = (one: LocalDate) =>
      MONDAYS.includes(one) || said.some((other) => other.agency === 1 && other.day === one);
    let since = day;
    while (agency === 1 && since > FIRST && !ends(addDays(since, -1))) since = addDays(since, -1);
    const own = cases.filter((one) => one.agency === agency && one.day >= since && one.day <= day);
    const found: string[] = [];
    const differ = (...what: (string | number)[]) => found.push([agency, day, ...what].join(" "));
    for (const group of ["D1", "F1"]) {
      const goods = own.flatMap((one) => one.goods).filter((one) => one.group === group);
      const seen = own.filter((one) => one.goods.some((thing) => thing.group === group)).length;
      const told = tally.cases[group] ?? 0;
      if (told !== seen) differ(group, "cases", told, seen);
      for (const dimension of ["count", "mass"] as const) {
        const stated = lines.filter((one) => told > 0 && one.group === group && one.dimension === dimension);
        const known = goods.filter((one) => one.amount !== null && one.dimension === dimension);
        if (stated.length === 0 || known.length === 0) continue;
        const [left, right] = [sum(stated.map(({ amount }) => amount)), sum(known.map(({ amount }) => amount ?? 0))];
        const unsure = sum(known.filter(({ qualifier }) => qualifier !== "exact").map(({ amount }) => amount ?? 0));
        const off = Math.abs(left - right) - unsure / 2;
        if (off * 50 > Math.max(left, right) && (right > left || known.length === goods.length)) {
          differ(group, dimension, left, right);
        }
      }
    }
    const persons = own.flatMap((one) => one.arrested ?? []);
    const taken = sum(persons);
    if (arrested !== null && persons.length > 0 && arrested !== taken) {
      if (taken > arrested || persons.length === own.length) differ("", "arrested", arrested, taken);
    }
    return found;
  });
}

test("cases, quantities and persons differ where a count by hand finds it, of days and of whole weeks", async () => {
  await fc.assert(
    fc.asyncProperty(Tallies, Cases, async (said, cases) => {
      await tell(said, cases);
      const rows = await owner<
        { agency: string; day: string; group: string; measure: string; said: string; seen: string }[]
      >`
        select agency_id as agency, day::text, group_code as "group", measure, said::float8, seen::float8
        from tally_differences(${operationId}, ${FIRST}, ${addDays(FIRST, DAYS - 1)})`;
      const seen = rows.map(({ agency, day, group, measure, ...both }) =>
        [AGENCIES.findIndex(({ id }) => id === agency), day, group, measure, both.said, both.seen].join(" "),
      );
      expect(seen.sort()).toEqual(byHand(said, cases).sort());
    }),
    { numRuns: 60, endOnFailure: true },
  );
}, 120_000);
