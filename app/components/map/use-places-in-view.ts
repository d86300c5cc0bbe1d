import { useEffect, useMemo, useState } from "react";
import type { Bounds } from "./map-bounds.ts";
import { FEW, placesInView } from "./map-cells.ts";
import { useMap } from "./map-context.ts";
import type { MapPlace, MapPlaces } from "./map-places.ts";

/** As a share of the view, on each side: what is drawn of very many places. */
const MARGIN = 0.6;

export function usePlacesInView(places: MapPlaces, step: number): readonly MapPlace[] {
  const { map } = useMap();
  const many = places.numbers.length > FEW;
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
  return useMemo(() => placesInView(places, step, frame), [places, step, frame]);
}
