import { type Comparable, comparableOf } from "#app/domain/duplicates/comparable.ts";
import { findDuplicates } from "#app/domain/duplicates/find.ts";
import { referenceMeasures } from "#seeds/reference-measures.server.ts";
import { addRound, type Figures, noFigures } from "./figures.ts";
import { byCaseNumberAlone } from "./floor.ts";
import { labelledSet, recordsAlone, truePairs } from "./labelled-set.ts";
import type { Labelled, Part } from "./records.ts";

const MEASURES = referenceMeasures();

export type Floor = { found: number; mistaken: number };

/** What was found of a part of the labelled set, and what the bare rule finds of it. */
export type Measured = { figures: Figures; floor: Floor; rounds: readonly Labelled[][] };

/** The records as they are, then so many rounds of second reports; the seeds of all of them are fixed. */
export function measured(part: Part, times: number): Measured {
  const rounds = Array.from({ length: times }, (_, round) => labelledSet(part, round));
  const figures = noFigures();
  const floor = { found: 0, mistaken: 0 };
  for (const reports of [recordsAlone(part), ...rounds]) {
    const compared = reports.map(comparable);
    addRound(figures, reports, findDuplicates(compared));
    addFloor(floor, reports, byCaseNumberAlone(compared));
  }
  return { figures, floor, rounds };
}

export function comparable(report: Labelled): Comparable {
  return comparableOf(report.input, report, MEASURES);
}

function addFloor(sum: Floor, reports: readonly Labelled[], pairs: [string, string][]) {
  const wanted = truePairs(reports);
  for (const ids of pairs) {
    if (wanted.has([...ids].sort().join(" "))) sum.found++;
    else sum.mistaken++;
  }
}
