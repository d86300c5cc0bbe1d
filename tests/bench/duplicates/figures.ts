import type { Match } from "#app/domain/duplicates/find.ts";
import { CONSIGNMENT, pairKey, truePairs } from "./labelled-set.ts";
import { type Labelled, RECORD } from "./records.ts";

export type Row = { pairs: number; found: number; certain: number; unmeasured: number };

/** What was found of a labelled set, summed over its rounds. */
export type Figures = {
  byEdit: Map<string, Row>;
  /** Pairs that are none, by what they are made of. */
  wrong: Map<string, number>;
  /** Such pairs of two records of the sources, once each, with their score. */
  wrongRecords: Map<string, { pair: [Labelled, Labelled]; score: number }>;
  /** Pairs found as one consignment of two countries that are such, and those that were taken for duplicates. */
  consignments: { right: number; taken: number };
};

export function noFigures(): Figures {
  return { byEdit: new Map(), wrong: new Map(), wrongRecords: new Map(), consignments: { right: 0, taken: 0 } };
}

export function addRound(figures: Figures, reports: readonly Labelled[], matches: readonly Match[]): void {
  const byId = new Map(reports.map((report) => [report.input.id, report]));
  const wanted = truePairs(reports);
  const found = new Map<string, Match>();
  for (const match of matches) {
    const [one, other] = [byId.get(match.ids[0]), byId.get(match.ids[1])];
    if (!one || !other) throw new Error("A report that is not in the set");
    found.set(pairKey(one, other), match);
    if (!wanted.has(pairKey(one, other))) addWrong(figures, [one, other], match.score);
  }
  for (const [key, edit] of wanted) {
    const match = found.get(key);
    const ends = key.split(" ").map((id) => byId.get(id));
    const row = figures.byEdit.get(edit) ?? { pairs: 0, found: 0, certain: 0, unmeasured: 0 };
    row.pairs++;
    if (match) row.found++;
    else if (ends.some((end) => end?.input.items.every(({ quantity }) => quantity === null))) row.unmeasured++;
    if (match?.certain) row.certain++;
    figures.byEdit.set(edit, row);
    if (match && edit === CONSIGNMENT) figures.consignments[match.kind === "same_consignment" ? "right" : "taken"]++;
  }
}

function addWrong({ wrong, wrongRecords }: Figures, pair: [Labelled, Labelled], score: number) {
  const name = nameOf(pair);
  wrong.set(name, (wrong.get(name) ?? 0) + 1);
  if (pair.every(({ made }) => made === RECORD)) wrongRecords.set(pairKey(...pair), { pair, score });
}

/** A near-copy and what it was copied from, by the near-copy's name; else what the two are. */
function nameOf([one, other]: [Labelled, Labelled]): string {
  const near = [one, other].filter(({ truth }) => truth.startsWith("near:"));
  const [first] = near;
  if (first) return near.length === 1 ? first.made : "two near-copies";
  const copies = [one, other].filter(({ made }) => made !== RECORD).length;
  return copies === 0 ? "two records of the sources" : "a second report and another case";
}

export function sumOf({ byEdit, wrong }: Figures) {
  const rows = [...byEdit.values()];
  const pairs = rows.reduce((sum, row) => sum + row.pairs, 0);
  const found = rows.reduce((sum, row) => sum + row.found, 0);
  const mistaken = [...wrong.values()].reduce((sum, count) => sum + count, 0);
  return { pairs, found, mistaken, precision: found / (found + mistaken), recall: found / pairs };
}
