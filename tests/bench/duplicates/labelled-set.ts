import { type Chance, chance } from "#seeds/random.ts";
import { seedId } from "#seeds/seed-id.ts";
import { otherCountry } from "./consignment.ts";
import { change, EDITS, type Edit } from "./edits.ts";
import { NEAR_COPIES } from "./near-copies.ts";
import { type Labelled, type Part, recordsOf } from "./records.ts";

export const CONSIGNMENT = "two countries, one consignment";
export const TWINS = "equal in every field of the source";

/** In percent: how many records are reported a second time, and how many have a near-copy that is another case. */
const [EDITED, NEAR] = [55, 35];

/** The records as they are, those that are equal in every field among them. */
export function recordsAlone(part: Part): Labelled[] {
  const records = recordsOf(part);
  const times = new Map<string, number>();
  for (const { truth } of records) times.set(truth, (times.get(truth) ?? 0) + 1);
  // One case has one number; that the source does not tell it must not come out as two.
  return records.map((record) =>
    times.get(record.truth) === 1 ? record : change(record, { nationalCaseNo: "not told" }),
  );
}

/**
 * Records of a part, one of each case, with second reports and near-copies among them. Each round deals out the edits anew; a record may
 * have a second report and a near-copy at once.
 */
export function labelledSet(part: Part, round: number): Labelled[] {
  const roll = chance((part === "tune" ? 7_000 : 90_000) + round);
  const edits = dealer({ ...EDITS, [CONSIGNMENT]: otherCountry }, roll);
  const nearCopies = dealer(NEAR_COPIES, roll);
  const cases = new Map(recordsOf(part).map((record) => [record.truth, record]));
  return [...cases.values()].flatMap((record) => {
    const copies = [
      roll.percent(EDITED) ? edits(record, record.truth) : null,
      roll.percent(NEAR) ? nearCopies(record, `near:${record.input.id}`) : null,
    ];
    return [record, ...copies.filter((copy) => copy !== null)];
  });
}

/** Gives each record the edit that has been given least so far, of those that find something to edit in it. */
function dealer(edits: Readonly<Record<string, Edit>>, roll: Chance) {
  const given = new Map(Object.keys(edits).map((name) => [name, 0]));
  return (record: Labelled, truth: string): Labelled | null => {
    for (const [name, times] of [...given].sort((left, right) => left[1] - right[1])) {
      const copy = edits[name]?.(record, roll);
      if (!copy) continue;
      given.set(name, times + 1);
      const id = seedId("bench", name, record.input.id);
      return { ...copy, truth, made: name, copyOf: record.input.id, input: { ...copy.input, id } };
    }
    return null;
  };
}

/** Every pair of one case, by both ids in order, with what made it a pair. */
export function truePairs(reports: readonly Labelled[]): Map<string, string> {
  const pairs = new Map<string, string>();
  const cases = new Map<string, Labelled[]>();
  for (const report of reports) {
    for (const other of cases.get(report.truth) ?? []) pairs.set(pairKey(report, other), madeBy(report, other));
    cases.set(report.truth, [...(cases.get(report.truth) ?? []), report]);
  }
  return pairs;
}

function madeBy(one: Labelled, other: Labelled): string {
  if (one.copyOf === other.input.id) return one.made;
  if (other.copyOf === one.input.id) return other.made;
  return TWINS;
}

export const pairKey = (one: Labelled, other: Labelled) => [one.input.id, other.input.id].sort().join(" ");
