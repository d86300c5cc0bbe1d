import type { Feature } from "geojson";
import { type PlaceRow, placesOf } from "../reference-places.ts";
import { countryNames, placeFiles } from "../reference-rows.ts";

/** Places by which goods pass, as layers of the map that are looked up when somebody asks for them. */
const LAYER_OF: Partial<Record<PlaceRow["kind"], PlaceLayerFile>> = {
  airport: "airports",
  seaport: "ports",
  river_port: "ports",
  crossing: "crossings",
};
type PlaceLayerFile = "airports" | "ports" | "crossings";

/** Of each layer its places that have a position, the busiest first: a name that has no room is left out. */
export function placeLayers(): Record<PlaceLayerFile, Feature[]> {
  const layers: Record<PlaceLayerFile, Feature[]> = { airports: [], ports: [], crossings: [] };
  const rows = placesOf(placeFiles(countryNames().keys())).sort((left, right) => left.rank - right.rank);
  for (const { kind, name, lat, lon, iata, rank } of rows) {
    const layer = LAYER_OF[kind];
    if (!layer || lat === null || lon === null) continue;
    const at = [lon, lat].map((degrees) => Number(degrees.toFixed(3)));
    const said = iata ? `${name} (${iata})` : name;
    layers[layer].push({
      type: "Feature",
      properties: { name: said, rank },
      geometry: { type: "Point", coordinates: at },
    });
  }
  return layers;
}
