import type { GeoJSONSource } from "maplibre-gl";
import { useEffect, useRef } from "react";
import type { CorridorFeatures } from "./corridor-features.ts";
import { useMap } from "./map-context.ts";
import type { MapData } from "./map-data.ts";
import { nextTrails, type Trails, trailFeatures } from "./trails.ts";

type TrailLayerProps = {
  corridors: MapData["corridors"];
  features: CorridorFeatures;
  /** A film is being played: what was used in its last steps glows and fades. */
  playing: boolean;
};

const NOTHING = { type: "FeatureCollection" as const, features: [] };
/** Lengths of dash and gap, in widths of the line. */
const [DASH, GAP] = [1.6, 2.4];
/** So many pictures until a dash lies where the one before it lay: the map keeps each of them. */
const MOVES = 10;
const MOVE_MS = 90;

export function TrailLayer({ corridors, features, playing }: TrailLayerProps) {
  const { map } = useMap();
  const trails = useRef<Trails | null>(null);

  useEffect(() => {
    trails.current = playing ? nextTrails(trails.current, { corridors, lines: features.lines.features }) : null;
    const drawn = trails.current ? trailFeatures(trails.current) : NOTHING;
    map.getSource<GeoJSONSource>("corridor-trails")?.setData(drawn);
  }, [map, corridors, features, playing]);

  useEffect(() => {
    if (!playing || window.matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    let move = 0;
    const timer = setInterval(() => {
      move = (move + 1) % MOVES;
      map.setPaintProperty("corridor-trail-moving", "line-dasharray", dashesFrom(((DASH + GAP) * move) / MOVES));
    }, MOVE_MS);
    map.setLayoutProperty("corridor-trail-moving", "visibility", "visible");
    return () => {
      clearInterval(timer);
      map.setLayoutProperty("corridor-trail-moving", "visibility", "none");
    };
  }, [map, playing]);

  return null;
}

/** The same dashes, so far along their line: dashes begin with a dash, and one that begins before is cut in two. */
export function dashesFrom(along: number): number[] {
  return along <= GAP ? [0, along, DASH, GAP - along] : [along - GAP, GAP, DASH - (along - GAP), 0];
}
