import { TARGETS, type Target } from "./columns.ts";

const PLACE: readonly Target[] = ["place", "placeSite", "placeCity", "placeCountry", "lat", "lon"];
const AMOUNT: readonly Target[] = ["quantity", "weight", "pieces", "volume", "unit", "secondQuantity", "secondUnit"];
const GOODS: readonly Target[] = ["commodity", "category", "species", "genus", "epithet", "specimen", "description"];

/** Which columns say what a field of the record holds; the first names the field. */
const CELLS: Readonly<Record<string, readonly Target[]>> = {
  occurredOn: ["occurredOn", "year", "month"],
  occurredAt: ["occurredTime"],
  place: PLACE,
  country: ["placeCountry", ...PLACE],
  name: PLACE,
  commodity: GOODS,
  taxonId: ["species", "genus", "epithet"],
  taxonText: ["species", "genus", "epithet"],
  taxon: ["species", "genus", "epithet"],
  quantity: AMOUNT,
  unit: ["unit", ...AMOUNT],
  origin: ["origins"],
  departure: ["departures"],
  transit: ["transits"],
  destination: ["destinations"],
  concealmentText: ["concealment"],
  items: ["commodity"],
  route: ["origins", "transits", "destinations"],
};

/** The columns that a sentence about a field ("items.0.quantity", "place.country") is about. */
export function cellsOfField(field: string): readonly Target[] {
  const last = field.split(".").at(-1) ?? "";
  return CELLS[last] ?? TARGETS.filter((target) => target === last);
}
