import type { Map as MapLibreMap } from "maplibre-gl";
import { createContext, useContext } from "react";
import type { MapTokens } from "./map-tokens.ts";

export type MapSurface = {
  map: MapLibreMap;
  /** The colours of now; a new object when the theme changes. */
  tokens: MapTokens;
};

export const MapContext = createContext<MapSurface | null>(null);

/** The map that these layers lie on. <MapFrame> draws its children once there is one. */
export function useMap(): MapSurface {
  const surface = useContext(MapContext);
  if (!surface) throw new Error("A layer stands outside of MapFrame");
  return surface;
}
