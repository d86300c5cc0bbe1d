import type { CommodityCode } from "./commodity.ts";
import { DIMENSIONS, type Dimension, groupOf } from "./commodity-groups.ts";
import type { Decimal } from "./decimal.ts";
import { addDecimals, fromMicro, toMicro } from "./exact-decimal.ts";

export type UnitRow = { code: string; dimension: string; factor: string | null };

export type RuleRow = {
  id: string;
  version: number;
  fromUnit: string | null;
  fromDimension: string;
  toDimension: string;
  commodity: string | null;
  factor: string | null;
  factorLow: string | null;
  factorHigh: string | null;
  estimate: boolean;
  mark: string;
};

/** The units and conversion rules that hold at one time. */
export type Measures = { units: readonly UnitRow[]; rules: readonly RuleRow[] };

export type Measured = { quantity: Decimal; unit: string; commodity: CommodityCode };

/** A quantity in the base unit of its own dimension. What was reported stays as it was; this stands beside it. */
export type Normalised = {
  normalised: Decimal;
  dimension: Dimension;
  rule: string;
  ruleVersion: number;
  /** True where the factor is no definition but what is usual. */
  approximate: boolean;
};

/** An estimate in another measure ("≈ 180 kg"), with the rule named; a band where the rule gives one. Never added up. */
export type Equivalent = { low: Decimal; high: Decimal; dimension: Dimension; rule: string; ruleVersion: number };

/**
 * The reported quantity in the base unit of its dimension. Null where no rule leads there: money of one currency stays
 * that money, and a carton of something other than cigarettes has no known content.
 */
export function normalise({ quantity, unit, commodity }: Measured, { units, rules }: Measures): Normalised | null {
  const known = units.find((row) => row.code === unit);
  const dimension = known && dimensionOf(known.dimension);
  if (!known || !dimension) return null;
  const rule = rules
    .filter((row) => !row.estimate && row.fromDimension === dimension && row.toDimension === dimension)
    .filter(
      (row) => holdsFor(row, commodity) && (known.factor === null ? row.fromUnit === unit : row.fromUnit === null),
    )
    .sort(byNearness)[0];
  const factor = known.factor ?? rule?.factor;
  if (!rule || !factor) return null;
  return {
    normalised: timesFactor(quantity, factor),
    dimension,
    rule: rule.id,
    ruleVersion: rule.version,
    approximate: rule.mark !== "exact",
  };
}

/** What the same goods amount to in other measures, as estimates: tablets in kilograms, worked ivory as raw ivory. */
export function equivalents(measured: Measured, measures: Measures): Equivalent[] {
  const base = normalise(measured, measures);
  if (!base) return [];
  return measures.rules
    .filter((row) => row.estimate && row.fromDimension === base.dimension && holdsFor(row, measured.commodity))
    .filter((row) => row.fromUnit === null || row.fromUnit === measured.unit)
    .sort(byNearness)
    .flatMap((row) => {
      const [low, high] = [row.factorLow ?? row.factor, row.factorHigh ?? row.factor];
      const dimension = dimensionOf(row.toDimension);
      if (!low || !high || !dimension) return [];
      const [least, most] = [timesFactor(base.normalised, low), timesFactor(base.normalised, high)];
      return [{ low: least, high: most, dimension, rule: row.id, ruleVersion: row.version }];
    });
}

/** Raw-ivory equivalent: raw weight as it is, worked weight with what was lost in working added (rule `ivory_rie`). */
export function rawIvoryEquivalent(rawKg: Decimal, workedKg: Decimal, measures: Measures): Decimal | null {
  const factor = measures.rules.find((row) => row.id === "ivory_rie")?.factor;
  return factor ? addDecimals([rawKg, timesFactor(workedKg, factor)]) : null;
}

export type IvoryClass = "under_10" | "10_to_100" | "100_and_over";

/** Weight classes in which ivory seizures are compared, raw and worked apart. */
export function ivoryClass(kg: Decimal): IvoryClass {
  const micro = toMicro(kg);
  if (micro < 10_000_000n) return "under_10";
  return micro < 100_000_000n ? "10_to_100" : "100_and_over";
}

/** Sums by dimension; there is no sum across dimensions. */
export function sumByDimension(parts: Iterable<Pick<Normalised, "normalised" | "dimension">>): Map<Dimension, Decimal> {
  const sums = new Map<Dimension, Decimal>();
  for (const { dimension, normalised } of parts) {
    sums.set(dimension, addDecimals([sums.get(dimension) ?? "0", normalised]));
  }
  return sums;
}

function dimensionOf(text: string): Dimension | null {
  return DIMENSIONS.find((dimension) => dimension === text) ?? null;
}

/** A rule for a kind ("D1.meth_tablets"), a group ("D1"), a family ("D") or everything. */
function holdsFor(rule: RuleRow, commodity: CommodityCode): boolean {
  const scope = rule.commodity;
  return scope === null || scope === commodity || scope === groupOf(commodity) || scope === commodity.charAt(0);
}

/** The rule for the kind before that for its group, and the newest version first. */
function byNearness(left: RuleRow, right: RuleRow): number {
  return (right.commodity?.length ?? 0) - (left.commodity?.length ?? 0) || right.version - left.version;
}

const FACTOR_DIGITS = 12;
const SCALE = 10n ** BigInt(FACTOR_DIGITS);

/** Multiplies by a factor of up to twelve digits behind the point, and rounds half up at the sixth digit. */
function timesFactor(quantity: Decimal, factor: string): Decimal {
  const [whole = "0", fraction = ""] = factor.split(".");
  const scaled = BigInt(whole) * SCALE + BigInt(fraction.padEnd(FACTOR_DIGITS, "0").slice(0, FACTOR_DIGITS));
  return fromMicro((toMicro(quantity) * scaled + SCALE / 2n) / SCALE);
}
