import { compareCaseNumbers } from "./case-number.ts";
import type { Comparable } from "./comparable.ts";
import { type Features, featuresOf } from "./features.ts";
import { compareCommodities, compareQuantities, compareTaxa } from "./goods.ts";
import * as journey from "./journey.ts";
import { isCertain, kindOf, type MatchKind, mayBeOne } from "./may-be-one.ts";
import { eitherWay, type Signal } from "./signal.ts";
import { type Aspect, ENOUGH, WEIGHTS } from "./weights.ts";

/** One thing that both say something of, with its points for one case and those against. */
export type Reason = { about: Aspect; says: "agrees" | "near" | "differs"; pro: number; contra: number };

export type Comparison = {
  kind: MatchKind;
  /** The same agency gave both the same national case number. */
  certain: boolean;
  /** 0 to 1 by all that both know, beside `certain` and not made by it: a number given to two cases shows. */
  score: number;
  /** What weighs most comes first. */
  reasons: Reason[];
};

/** How likely two reports tell of one case, and why. The same whichever of them is named first. */
export function compareReports(a: Comparable, b: Comparable): Comparison {
  return compareFeatures(featuresOf(a), featuresOf(b));
}

export function compareFeatures(one: Features, other: Features): Comparison {
  // In one order always, so that sums of fractions come out the same either way.
  const [a, b] = one.report.id <= other.report.id ? [one, other] : [other, one];
  const kind = kindOf(a, b);
  if (!mayBeOne(a, b)) return { kind, certain: false, score: 0, reasons: [] };
  const own = kind === "duplicate" ? signalsOfEvent(a, b) : signalsOfConsignment(a, b);
  const reasons = reasonsFor({ ...own, ...signalsOfGoods(a, b) });
  return { kind, certain: isCertain(a, b), score: scoreOf(reasons), reasons };
}

type Signals = Partial<Record<Aspect, Signal>>;

function signalsOfGoods(a: Features, b: Features): Signals {
  return {
    commodity: compareCommodities(a, b),
    taxon: compareTaxa(a, b),
    quantity: compareQuantities(a, b),
    container: journey.compareContainers(a, b),
    transport: journey.compareTransports(a, b),
    route: journey.compareRoutes(a, b),
    mode: journey.compareModes(a, b),
  };
}

function signalsOfEvent(a: Features, b: Features): Signals {
  return {
    case_no: compareNumbersOfAgency(a, b),
    country: journey.compareCountries(a, b),
    day: journey.compareDays(a, b),
    place: journey.comparePlaces(a, b),
  };
}

/** Sender and receiver differ in country, place and case number by nature; what counts is that their journeys meet. */
function signalsOfConsignment(a: Features, b: Features): Signals {
  return { border: journey.compareBorders(a, b), day: journey.compareDaysOfConsignment(a, b) };
}

/** Numbers of two agencies have nothing to do with each other. */
function compareNumbersOfAgency(a: Features, b: Features): Signal {
  if (a.report.agencyId !== b.report.agencyId || !a.caseNumber || !b.caseNumber) return null;
  return eitherWay(compareCaseNumbers(a.caseNumber, b.caseNumber) !== "other");
}

function reasonsFor(signals: Signals): Reason[] {
  const reasons = (Object.entries(signals) as [Aspect, Signal][]).flatMap(([about, signal]): Reason[] => {
    if (!signal) return [];
    const pro = WEIGHTS[about].agrees * signal.agree;
    const contra = WEIGHTS[about].differs * signal.differ;
    const says = signal.differ === 0 ? "agrees" : signal.agree === 0 ? "differs" : "near";
    return [{ about, says, pro, contra }];
  });
  return reasons.sort((left, right) => right.pro + right.contra - (left.pro + left.contra));
}

/** The share of the points that speak for one case, held down for as long as too few speak at all. */
function scoreOf(reasons: readonly Reason[]): number {
  let [pro, contra] = [0, 0];
  for (const reason of reasons) {
    pro += reason.pro;
    contra += reason.contra;
  }
  return pro === 0 ? 0 : (pro / (pro + contra)) * Math.min(1, pro / ENOUGH);
}
