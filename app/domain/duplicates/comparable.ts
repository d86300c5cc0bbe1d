import type { CommodityCode, Dimension } from "../commodity.ts";
import type { Decimal } from "../decimal.ts";
import type { LocalDate } from "../local-date.ts";
import { type Measures, normalise } from "../quantity.ts";
import type { DATE_PRECISIONS, Place, RouteNode, SeizureInput, SeizureItem } from "../seizure.ts";

export type ComparedItem = {
  commodity: CommodityCode;
  taxonId: string | null;
  taxonText: string;
  /** What was measured, as given and in the base unit: kilograms and pieces of the same goods are two of them. */
  amounts: ComparedAmount[];
};

export type ComparedAmount = {
  /** As it was written, in whatever unit: how many digits somebody vouched for. */
  quantity: Decimal;
  normalised: Decimal;
  dimension: Dimension;
  /** False for 'estimated', 'at least', 'approximately', and where the conversion itself is only what is usual. */
  exact: boolean;
};

/** What a released report is compared by. Persons, registrations and waybills are tier C and never take part. */
export type Comparable = {
  id: string;
  agencyId: string;
  /** Reporting country or organisation, as its administration code. */
  reporter: string;
  nationalCaseNo: string;
  occurredOn: LocalDate;
  occurredTo: LocalDate | null;
  datePrecision: (typeof DATE_PRECISIONS)[number];
  place: Place;
  mode: string;
  /** Flight or voyage. */
  transportNo: string;
  containerNo: string;
  items: ComparedItem[];
  /** Role and country of each node, in the order in which they were told. */
  route: { role: string; country: string }[];
};

/** Whose report it is; the report itself does not say. */
export type Reporter = Pick<Comparable, "agencyId" | "reporter">;

type Told = Pick<SeizureInput, Exclude<keyof Comparable, "agencyId" | "reporter" | "items" | "route">> & {
  items: readonly SeizureItem[];
  route: readonly RouteNode[];
};

export function comparableOf(told: Told, { agencyId, reporter }: Reporter, measures: Measures): Comparable {
  return {
    id: told.id,
    agencyId,
    reporter,
    nationalCaseNo: told.nationalCaseNo,
    occurredOn: told.occurredOn,
    occurredTo: told.occurredTo,
    datePrecision: told.datePrecision,
    place: told.place,
    mode: told.mode,
    transportNo: told.transportNo,
    containerNo: told.containerNo,
    items: told.items.map((item) => comparedItem(item, measures)),
    route: told.route.map(({ role, place }) => ({ role, country: place.country })),
  };
}

function comparedItem(item: SeizureItem, measures: Measures): ComparedItem {
  const both = [
    { quantity: item.quantity, unit: item.unit },
    { quantity: item.secondQuantity, unit: item.secondUnit },
  ];
  return {
    commodity: item.commodity,
    taxonId: item.taxonId,
    taxonText: item.taxonText,
    amounts: both.flatMap(({ quantity, unit }) => {
      if (quantity === null || unit === null) return [];
      const base = normalise({ quantity, unit, commodity: item.commodity }, measures);
      if (!base) return [];
      const exact = item.qualifier === "exact" && !base.approximate;
      return [{ quantity, normalised: base.normalised, dimension: base.dimension, exact }];
    }),
  };
}
