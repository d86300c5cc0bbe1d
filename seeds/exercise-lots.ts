import type { SeizureItem } from "#app/domain/seizure.ts";
import { LOTS, type LotKind } from "./exercise-lot-kinds.ts";
import type { Chance } from "./random.ts";

const COUNTED = new Set(["tablets", "animals", "plants", "pcs", "logs", "blotters", "sachets"]);

export function lotKind(name: string): LotKind {
  const kind = LOTS[name];
  if (!kind) throw new Error(`No such lot: ${name}`);
  return kind;
}

/** One line of a report, in one of the units that officers use for it; now and then nobody weighed it. */
export function lineOf(kind: LotKind, luck: Chance): Partial<SeizureItem> {
  const [median, usual, spread] = kind.amount;
  const amount = luck.amount(median, spread);
  const [unit, factor] = luck.percent(22) && kind.other.length > 0 ? luck.pick(kind.other) : ([usual, 1] as const);
  const known = luck.percent(95);
  const second = kind.pieces && unit !== kind.pieces[0] && luck.percent(70) ? kind.pieces : null;
  return {
    commodity: kind.commodity,
    quantity: known ? written(amount * factor, unit) : null,
    unit: known ? unit : null,
    qualifier: known ? luck.weighted({ exact: 86, approx: 6, estimated: 5, at_least: 3 }) : "exact",
    secondQuantity: known && second ? written(amount * second[1], second[0]) : null,
    secondUnit: known && second ? second[0] : null,
    taxonId: kind.taxon ?? null,
    specimen: kind.specimen ?? null,
    live: kind.live ?? (kind.taxon ? false : null),
    purityPercent: kind.commodity.startsWith("D") && luck.percent(12) ? String(luck.between(35, 96)) : null,
    identification: luck.weighted({ visual: 35, field_test: 40, laboratory: 15, unknown: 10 }),
  };
}

/** As a person writes it: whole pieces, and no more digits than a scale shows. */
function written(amount: number, unit: string): string {
  if (COUNTED.has(unit)) return String(Math.max(1, Math.round(amount)));
  return Math.max(amount, 0.001).toFixed(amount >= 100 ? 1 : amount >= 1 ? 2 : 3);
}
