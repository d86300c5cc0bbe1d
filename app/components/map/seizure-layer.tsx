import type { GeoJSONSource, Map as MapLibreMap } from "maplibre-gl";
import { useEffect } from "react";
import { useFormat } from "#app/components/ui/text-context.tsx";
import type { Cluster } from "./map-clusters.ts";
import { useMap } from "./map-context.ts";
import { ensureImages } from "./map-images.ts";
import { seizureFeatures } from "./seizure-features.ts";

/** More than this, and those that nobody uses any more are thrown away. */
const MOST_IMAGES = 800;

type SeizureLayerProps = { clusters: readonly Cluster[]; visible: boolean };

/**
 * Marks and rings. The map is given clusters, some hundreds at most, and not the cases behind them: so one more case is
 * a small change however many there are.
 */
export function SeizureLayer({ clusters, visible }: SeizureLayerProps) {
  const { map, tokens } = useMap();
  const format = useFormat();

  useEffect(() => {
    let current = true;
    const features = seizureFeatures(clusters, format.number);
    const images = new Set(features.features.map(({ properties }) => properties.image));
    // Numbers are drawn into the rings, so the font must be there first.
    document.fonts.load(`600 12px ${tokens.fonts[0] ?? "sans-serif"}`).finally(() => {
      if (!current) return;
      ensureImages(map, images, tokens);
      map.getSource<GeoJSONSource>("seizures")?.setData(features);
      dropUnused(map, images);
    });
    return () => {
      current = false;
    };
  }, [map, tokens, clusters, format]);

  useEffect(() => {
    map.setLayoutProperty("seizures", "visibility", visible ? "visible" : "none");
  }, [map, visible]);

  return null;
}

function dropUnused(map: MapLibreMap, used: ReadonlySet<string>): void {
  const rings = map.listImages().filter((id) => id.startsWith("ring/"));
  if (rings.length > MOST_IMAGES) for (const id of rings) if (!used.has(id)) map.removeImage(id);
}
