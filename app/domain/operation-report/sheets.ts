import { type FactFilter, NO_FILTER } from "../fact-filter.ts";
import type { ReportKind } from "./report.ts";
import type { ReportFigures, ReportResults } from "./results.ts";

/** Which cases a report is about, beside its days. */
export function filterOfReport(kind: ReportKind, subject: string | null): FactFilter {
  if (subject === null) return NO_FILTER;
  if (kind === "country_sheet") return { ...NO_FILTER, reporters: [subject] };
  return kind === "commodity_sheet" ? { ...NO_FILTER, groups: [subject] } : NO_FILTER;
}

const GOODS = ["bySlot", "byGroup", "byFamily", "quantityBySlot", "quantityByCommodity", "liveAnimals"] as const;
const WAYS = [
  ...(["byDay", "byMode", "slotByMode", "byCountry", "byPlaceKind", "byDirection", "byDetection"] as const),
  ...(["byConcealment", "slotByConcealment", "corridors"] as const),
];
const CASES = ["cases", "late", "joint", "excluded", "persons", "byReporter"] as const;
const SOON = ["counts/toClearance", "counts/toRelease", "counts/merged", "counts/takedowns"] as const;

/**
 * What a sheet says, by the beginnings of its lines; nothing else stands in it, in no form and under no name. A country's
 * sheet says which tallies are on record and not which are missing: who is silent is a number without a name. What is for
 * the press says nothing by administration.
 */
const KEPT: Partial<Record<ReportKind, readonly string[]>> = {
  country_sheet: [
    ...[...CASES, ...GOODS, ...WAYS, ...SOON],
    ...["counts/cites", "counts/passing", "counts/agencyDays/onRecord", "counts/agencyDays/nil"],
  ],
  commodity_sheet: [...CASES, ...GOODS, ...WAYS, ...SOON, "counts/cites", "counts/outcomes"],
  press_sheet: [
    ...["cases", "excluded", "persons", "byGroup", "byFamily", "quantityBySlot", "liveAnimals"],
    ...["counts/takedowns", "counts/participation"],
  ],
};

export function keptIn(kind: ReportKind): readonly string[] | null {
  return KEPT[kind] ?? null;
}

export function isKept(line: string, kept: readonly string[] | null | undefined): boolean {
  return !kept || kept.some((name) => line === name || line.startsWith(`${name}/`));
}

const NONE = { total: 0, confirmed: 0, provisional: 0 };
const NOTHING = { rows: [], without: [] };
const NO_HOURS = { n: 0, atLeast: 0, median: null, ninetieth: null };

/** Figures in which nothing is counted: what a sheet does not say is not in it. */
const NO_FIGURES: ReportFigures = {
  ...{ cases: NONE, late: NONE, joint: { cases: 0, messages: 0 } },
  ...{ byReporter: [], bySlot: [], byGroup: [], byFamily: [], byDay: [], byMode: [], slotByMode: [], byCountry: [] },
  ...{ byPlaceKind: [], byDirection: [], byDetection: [], byConcealment: [], slotByConcealment: [], corridors: [] },
  persons: { persons: 0, confirmed: 0, provisional: 0, stating: 0, silent: 0 },
  ...{ quantityBySlot: NOTHING, quantityByCommodity: NOTHING, liveAnimals: NOTHING },
  excluded: { notASeizure: 0, outsideWindow: 0, undated: 0 },
};

/** Takes out what a report of this kind does not say. */
export function keptOf(kind: ReportKind, results: ReportResults): ReportResults {
  const kept = keptIn(kind);
  if (!kept) return results;
  const { figures, counts } = results;
  const keeps = (name: string) => isKept(name, kept);
  const said = Object.entries(figures).filter(([name]) => keeps(name));
  const { onRecord, nil } = counts.agencyDays;
  const ofTallies = keeps("counts/agencyDays/onRecord") ? { onRecord, nil } : { onRecord: 0, nil: 0 };
  return {
    ...results,
    kept: [...kept],
    figures: { ...NO_FIGURES, ...Object.fromEntries(said) },
    counts: {
      cites: keeps("counts/cites") ? counts.cites : [],
      completeness: { coordinates: 0, departure: 0, destination: 0, concealment: 0, photo: 0 },
      toClearance: keeps("counts/toClearance") ? counts.toClearance : NO_HOURS,
      toRelease: keeps("counts/toRelease") ? counts.toRelease : NO_HOURS,
      merged: keeps("counts/merged") ? counts.merged : 0,
      takedowns: counts.takedowns,
      participation: keeps("counts/participation")
        ? counts.participation
        : { administrations: 0, reporting: 0, nilOnly: 0, silent: 0 },
      agencyDays: { ...ofTallies, missing: 0, awaited: 0 },
      ...(keeps("counts/passing") && counts.passing ? { passing: counts.passing } : {}),
      ...(keeps("counts/outcomes") && counts.outcomes ? { outcomes: counts.outcomes } : {}),
    },
  };
}

/** Legs between countries that begin or end in one: of a case of whomever. */
export function touchesCountry(corridor: string | null, country: string): boolean {
  return (corridor ?? "").split(/[>~]/).some((end) => end.slice(0, 2) === country);
}
