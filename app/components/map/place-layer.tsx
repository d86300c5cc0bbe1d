import type { GeoJSONSource } from "maplibre-gl";
import { useEffect, useRef } from "react";
import { useMap } from "./map-context.ts";
import { type PlaceLayer as Layer, placeImage } from "./map-image-names.ts";
import { ensureImages } from "./map-images.ts";

/** Places of one kind, fetched from this origin once somebody wants to see them. */
export function PlaceLayer({ layer, visible }: { layer: Layer; visible: boolean }) {
  const { map, tokens } = useMap();
  const isThere = useRef(false);
  useEffect(() => {
    if (visible && !isThere.current) {
      ensureImages(map, [placeImage(layer)], tokens);
      map.getSource<GeoJSONSource>(layer)?.setData(`/basemap/${layer}.json`);
      isThere.current = true;
    }
    map.setLayoutProperty(layer, "visibility", visible ? "visible" : "none");
  }, [map, tokens, layer, visible]);
  return null;
}
