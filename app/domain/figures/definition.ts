/**
 * Each figure once: what it counts, by which rule, in which unit, what it leaves out. Two evaluators read these
 * definitions: `evaluate.ts` over the columns that a browser holds, `db/queries/figures.server.ts` as SQL. A changed
 * rule is a new version, so that a printed figure can be computed again.
 */
export const RULES = [
  "case-v2",
  "quantity-v1",
  "person-v1",
  "coverage-v1",
  "record-v1",
  "delay-v1",
  "nationality-v1",
] as const;
export type Rule = (typeof RULES)[number];

/**
 * What cases are sorted by. `kind` is the one slot of all goods of the case, or 'mixed', so that kinds add up to the
 * cases. Under goods, codes of which a case names several, and corridors, a case stands once for each, so that they may
 * add up to more.
 */
export type CaseKey = SingleKey | ManyKey;
/** Each case has one value, or none that is known. */
export type SingleKey = "reporter" | "kind" | "day" | "mode" | "country" | "placeKind" | "direction";
/** A case may have several. Where it has none, it stands once under null. */
export type ManyKey = GoodsKey | "detection" | "concealment" | "corridor" | "flow";
export type GoodsKey = "slot" | "group" | "family" | "commodity";

export const MIXED = "mixed";

/** What a figure leaves out, said under it. */
export const EXCLUSIONS = [
  "outside_window",
  "not_a_seizure",
  "not_current",
  "held",
  "undated",
  "without_quantity",
  "second_measure",
  "persons_unknown",
  "not_readable",
  "nationality_unknown",
] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

export type FigureUnit = "case" | "person" | "animal" | "record" | "administration" | "as_measured";

export type Figure = {
  rule: Rule;
  unit: FigureUnit;
  by: readonly CaseKey[];
  exclusions: readonly Exclusion[];
  /** Message key of the sentence that says what it is. */
  definition: `figure.${string}.definition`;
};

const NO_CASE = ["not_a_seizure", "outside_window", "not_current", "held"] as const;

function casesBy<D extends Figure["definition"], const K extends readonly CaseKey[]>(definition: D, by: K) {
  return { rule: "case-v2", unit: "case", by, exclusions: NO_CASE, definition } as const satisfies Figure;
}

export const FIGURES = {
  cases: casesBy("figure.cases.definition", []),
  late: casesBy("figure.late.definition", []),
  byReporter: casesBy("figure.byReporter.definition", ["reporter", "kind"]),
  bySlot: casesBy("figure.bySlot.definition", ["slot"]),
  byGroup: casesBy("figure.byGroup.definition", ["group"]),
  byFamily: casesBy("figure.byFamily.definition", ["family"]),
  byDay: casesBy("figure.byDay.definition", ["day", "kind"]),
  byMode: casesBy("figure.byMode.definition", ["mode", "kind"]),
  slotByMode: casesBy("figure.slotByMode.definition", ["slot", "mode"]),
  byCountry: casesBy("figure.byCountry.definition", ["country", "kind"]),
  byPlaceKind: casesBy("figure.byPlaceKind.definition", ["placeKind", "kind"]),
  byDirection: casesBy("figure.byDirection.definition", ["direction", "kind"]),
  byDetection: casesBy("figure.byDetection.definition", ["detection"]),
  byConcealment: casesBy("figure.byConcealment.definition", ["concealment"]),
  slotByConcealment: casesBy("figure.slotByConcealment.definition", ["slot", "concealment"]),
  corridors: casesBy("figure.corridors.definition", ["corridor"]),
  flows: casesBy("figure.flows.definition", ["flow"]),
  byDelay: {
    rule: "delay-v1",
    unit: "case",
    by: [],
    exclusions: [...NO_CASE, "undated"],
    definition: "figure.byDelay.definition",
  },
  delayByReporter: {
    rule: "delay-v1",
    unit: "case",
    by: ["reporter"],
    exclusions: [...NO_CASE, "undated"],
    definition: "figure.byDelay.definition",
  },
  persons: {
    rule: "person-v1",
    unit: "person",
    by: [],
    exclusions: [...NO_CASE, "persons_unknown"],
    definition: "figure.persons.definition",
  },
  /** Of cases that their reader may open: no facts hold it, so a server counts it, and no browser. */
  byNationality: {
    rule: "nationality-v1",
    unit: "person",
    by: [],
    exclusions: [...NO_CASE, "persons_unknown", "not_readable", "nationality_unknown"],
    definition: "figure.byNationality.definition",
  },
  quantityBySlot: {
    rule: "quantity-v1",
    unit: "as_measured",
    by: ["slot"],
    exclusions: [...NO_CASE, "without_quantity", "second_measure"],
    definition: "figure.quantityBySlot.definition",
  },
  quantityByCommodity: {
    rule: "quantity-v1",
    unit: "as_measured",
    by: ["commodity"],
    exclusions: [...NO_CASE, "without_quantity", "second_measure"],
    definition: "figure.quantityByCommodity.definition",
  },
  liveAnimals: {
    rule: "quantity-v1",
    unit: "animal",
    by: [],
    exclusions: [...NO_CASE, "without_quantity", "second_measure"],
    definition: "figure.liveAnimals.definition",
  },
  excluded: {
    rule: "record-v1",
    unit: "record",
    by: [],
    exclusions: ["not_current", "held"],
    definition: "figure.excluded.definition",
  },
  coverage: {
    rule: "coverage-v1",
    unit: "administration",
    by: ["reporter"],
    exclusions: NO_CASE,
    definition: "figure.coverage.definition",
  },
} as const satisfies Record<string, Figure>;
export type FigureId = keyof typeof FIGURES;
