import type { CaseKey } from "./definition.ts";
import type { JointCount } from "./joint.ts";

export type CaseCount = { total: number; confirmed: number; provisional: number };

/** Cases under one value of each key; null where the value is not known (a case without a day). */
export type CaseRow<K extends CaseKey> = { key: Record<K, string | null> } & CaseCount;

/** Quantities of one commodity (or slot) in one unit. `total` and `confirmed` are measured, `estimated` stands apart. */
export type QuantityRow = {
  key: string;
  measure: string;
  total: string;
  confirmed: string;
  /** Cases with a measured quantity; of these, how many say 'at least'. */
  cases: number;
  atLeast: number;
  estimated: string;
  estimatedCases: number;
};

export type Quantities = {
  rows: QuantityRow[];
  /** Cases in which no quantity of it is known. */
  without: { key: string; cases: number }[];
};

/** The largest quantities of single cases with this key in this unit, largest first. */
export type Strip = { key: string; measure: string; bars: { quantity: string; confirmed: boolean }[] };

export type PersonCount = { persons: number; confirmed: number; provisional: number; stating: number; silent: number };

export type ExcludedCount = { notASeizure: number; outsideWindow: number; undated: number };

/** Cases by days from the day of seizure to that of release, both in the operation's zone; null: no one day is known. */
export type DelayRow = { days: number | null } & CaseCount;

/** Who has reported at least one case: ever, and among the reports released today. */
export type CoverageRow = { reporter: string; cases: number; today: number };

/** All figures of one moment, the same whichever evaluator made them. */
export type EvaluatedFigures = {
  cases: CaseCount;
  late: CaseCount;
  joint: JointCount;
  byReporter: CaseRow<"reporter" | "kind">[];
  bySlot: CaseRow<"slot">[];
  byGroup: CaseRow<"group">[];
  byFamily: CaseRow<"family">[];
  byDay: CaseRow<"day" | "kind">[];
  byMode: CaseRow<"mode" | "kind">[];
  slotByMode: CaseRow<"slot" | "mode">[];
  byCountry: CaseRow<"country" | "kind">[];
  byPlaceKind: CaseRow<"placeKind" | "kind">[];
  byDirection: CaseRow<"direction" | "kind">[];
  byDetection: CaseRow<"detection">[];
  byConcealment: CaseRow<"concealment">[];
  slotByConcealment: CaseRow<"slot" | "concealment">[];
  corridors: CaseRow<"corridor">[];
  flows: CaseRow<"flow">[];
  byDelay: DelayRow[];
  delayByReporter: (DelayRow & { reporter: string })[];
  persons: PersonCount;
  quantityBySlot: Quantities;
  quantityByCommodity: Quantities;
  strips: Strip[];
  liveAnimals: Quantities;
  excluded: ExcludedCount;
  coverage: CoverageRow[];
};

/** The instants between which a report counts as 'of today': the operational day in the operation's zone, which is named. */
export type Today = { from: Date; to: Date; zone: string };
