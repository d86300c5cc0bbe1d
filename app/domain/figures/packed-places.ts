import type { FactPlace } from "../fact.ts";
import { Dictionary, packNames, unpackNames } from "./dictionary.ts";

/** Places as they go from one thread to another: columns, since tens of thousands of objects are slowly copied. */
export type PackedPlaces = {
  country: Uint16Array;
  precision: Uint16Array;
  /** 0 is none. */
  placeId: Uint32Array;
  /** NaN is none. */
  lat: Float64Array;
  lon: Float64Array;
  names: Record<"country" | "precision" | "placeId", string>;
};

export function packPlaces(places: readonly FactPlace[]): PackedPlaces {
  const names = { country: new Dictionary(), precision: new Dictionary(), placeId: new Dictionary() };
  return {
    country: Uint16Array.from(places, ({ country }) => names.country.number(country)),
    precision: Uint16Array.from(places, ({ precision }) => names.precision.number(precision)),
    placeId: Uint32Array.from(places, ({ placeId }) => (placeId === null ? 0 : names.placeId.number(placeId) + 1)),
    lat: Float64Array.from(places, ({ lat }) => lat ?? Number.NaN),
    lon: Float64Array.from(places, ({ lon }) => lon ?? Number.NaN),
    names: packNames(names),
  };
}

export function unpackPlaces(packed: PackedPlaces | undefined): FactPlace[] {
  if (!packed) return [];
  const { country, precision, placeId, lat, lon } = packed;
  const countries = unpackNames(packed.names.country);
  const precisions = unpackNames(packed.names.precision);
  const ids = unpackNames(packed.names.placeId);
  return Array.from(country, (number, at) => ({
    country: countries.name(number),
    placeId: placeId[at] ? ids.name(placeId[at] - 1) : null,
    lat: orNull(lat[at]),
    lon: orNull(lon[at]),
    precision: precisions.name(precision[at] ?? 0),
  }));
}

function orNull(degrees: number | undefined): number | null {
  return degrees === undefined || Number.isNaN(degrees) ? null : degrees;
}
