import type { MapData } from "./map-data.ts";

/** From here on corridors run from place to place. */
const PLACE_ZOOM = 4.5;

/** What is drawn at a zoom: from country to country, or, closer, from place to place. */
export function corridorsAt(data: MapData, zoom: number): MapData["corridors"] {
  return zoom < PLACE_ZOOM ? data.corridors : data.placeCorridors().corridors;
}
