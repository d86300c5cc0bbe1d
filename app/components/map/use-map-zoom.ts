import { useEffect, useState } from "react";
import { clusterZoom } from "./map-clusters.ts";
import { useMap } from "./map-context.ts";

export type MapZoom = {
  /** In halves, while it changes: marks keep still in between. */
  step: number;
  /** Where it came to rest: lines are fitted to their ends then. */
  settled: number;
};

export function useMapZoom(): MapZoom {
  const { map } = useMap();
  const [zoom, setZoom] = useState<MapZoom>(() => ({ step: clusterZoom(map.getZoom()), settled: map.getZoom() }));
  useEffect(() => {
    const moving = () => {
      const step = clusterZoom(map.getZoom());
      setZoom((before) => (before.step === step ? before : { step, settled: map.getZoom() }));
    };
    const resting = () =>
      setZoom((before) => {
        const settled = map.getZoom();
        return before.settled === settled ? before : { step: clusterZoom(settled), settled };
      });
    map.on("zoom", moving);
    map.on("zoomend", resting);
    return () => {
      map.off("zoom", moving);
      map.off("zoomend", resting);
    };
  }, [map]);
  return zoom;
}
