import type { GeoJSONSource } from "maplibre-gl";
import { useEffect } from "react";
import type { CorridorFeatures } from "./corridor-features.ts";
import { useMap } from "./map-context.ts";

const LAYERS = ["rest", "rest-dashes", "halo", "dashes", "main", "chosen", "heads", "rings", "touch"].map(
  (part) => `corridor-${part}`,
);

type CorridorLayerProps = {
  features: CorridorFeatures;
  /** The key of the corridor whose panel is open. */
  chosen: string | null;
  visible: boolean;
};

export function CorridorLayer({ features, chosen, visible }: CorridorLayerProps) {
  const { map } = useMap();

  useEffect(() => {
    map.getSource<GeoJSONSource>("corridor-lines")?.setData(features.lines);
    map.getSource<GeoJSONSource>("corridor-dashes")?.setData(features.dashes);
    map.getSource<GeoJSONSource>("corridor-heads")?.setData(features.heads);
    map.getSource<GeoJSONSource>("corridor-rings")?.setData(features.rings);
  }, [map, features]);

  useEffect(() => {
    map.setFilter("corridor-chosen", ["==", ["get", "key"], chosen ?? ""]);
  }, [map, chosen]);

  useEffect(() => {
    for (const layer of LAYERS) map.setLayoutProperty(layer, "visibility", visible ? "visible" : "none");
  }, [map, visible]);

  return null;
}
