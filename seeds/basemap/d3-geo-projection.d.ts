/** The one function that the base map's build uses; the package ships no types. */
declare module "d3-geo-projection" {
  import type { GeoStreamWrapper } from "d3-geo";
  export function geoProject<T extends GeoJSON.GeoJSON>(object: T, projection: GeoStreamWrapper): T;
}
