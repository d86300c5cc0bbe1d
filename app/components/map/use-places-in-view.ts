import { useEffect, useMemo, useState } from "react";
import type { Bounds } from "./map-bounds.ts";
import { placesWithin } from "./map-clusters.ts";
import { useMap } from "./map-context.ts";
import type { MapPlace } from "./map-places.ts";

/** Up to so many places, all of them are drawn; beyond, those in view and a margin around it. */
const FEW = 5_000;
/** As a share of the view, on each side. */
const MARGIN = 0.6;

export function usePlacesInView(places: readonly MapPlace[]): readonly MapPlace[] {
  const { map } = useMap();
  const many = places.length > FEW;
  const [frame, setFrame] = useState<Bounds | null>(null);
  useEffect(() => {
    if (!many) return setFrame(null);
    const look = () => {
      const view = map.getBounds();
      const [west, south, east, north] = [view.getWest(), view.getSouth(), view.getEast(), view.getNorth()];
      const [dx, dy] = [(east - west) * MARGIN, (north - south) * MARGIN];
      setFrame({ west: west - dx, south: south - dy, east: east + dx, north: north + dy });
    };
    look();
    map.on("moveend", look);
    return () => {
      map.off("moveend", look);
    };
  }, [map, many]);
  return useMemo(() => (many && frame ? placesWithin(places, frame) : places), [many, places, frame]);
}
