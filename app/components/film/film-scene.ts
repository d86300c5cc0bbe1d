import { corridorFeatures } from "#app/components/map/corridor-features.ts";
import type { CorridorLook } from "#app/components/map/corridor-look.ts";
import { corridorsAt } from "#app/components/map/corridors-at.ts";
import { placesInView } from "#app/components/map/map-cells.ts";
import { clusterFinder, clustersAt, clusterZoom } from "#app/components/map/map-clusters.ts";
import type { MapLayer } from "#app/components/map/map-controls.tsx";
import { type MapData, type MapSource, mapData } from "#app/components/map/map-data.ts";
import { type MapShapes, type Shape, shapesFrom } from "#app/components/map/map-shapes.ts";
import { seizureFeatures } from "#app/components/map/seizure-features.ts";
import { nextTrails, type Trails, trailFeatures } from "#app/components/map/trails.ts";

export type SceneView = {
  zoom: number;
  look: CorridorLook;
  hidden: ReadonlySet<MapLayer>;
  written: (count: number) => string;
};

/** What is on the map in one step of a film. */
export type Scene = {
  data: MapData;
  trails: Trails;
  shapes: Pick<MapShapes, "lines" | "dashes" | "heads" | "rings" | "marks">;
  lit: Shape[];
};

/** The same drawing that the map makes of these facts, without a map: as fast as the machine is, and the same on each. */
export function sceneOf(source: MapSource, view: SceneView, before: Trails | null): Scene {
  const { zoom, look, hidden, written } = view;
  const data = mapData(source, look);
  const step = clusterZoom(zoom);
  const clusters = clustersAt(placesInView(data.places, step, null), step);
  const corridors = corridorsAt(data, zoom);
  const features = corridorFeatures(corridors, { zoom, clusterAt: clusterFinder(clusters, zoom) });
  const trails = nextTrails(before, { corridors, lines: features.lines.features });
  const routes = !hidden.has("corridors");
  const of = (collection: Parameters<typeof shapesFrom>[0], shown: boolean) => (shown ? shapesFrom(collection) : []);
  return {
    data,
    trails,
    shapes: {
      lines: of(features.lines, routes),
      dashes: of(features.dashes, routes),
      heads: of(features.heads, routes),
      rings: of(features.rings, routes),
      marks: of(seizureFeatures(clusters, written), !hidden.has("seizures")),
    },
    lit: of(trailFeatures(trails), routes),
  };
}
