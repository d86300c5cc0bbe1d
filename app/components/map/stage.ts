import type { Map as MapLibreMap } from "maplibre-gl";
import type { CorridorLook } from "./corridor-look.ts";
import type { MapLayer } from "./map-controls.tsx";
import type { MapData } from "./map-data.ts";
import type { MapWords } from "./map-svg.ts";
import type { MapTokens } from "./map-tokens.ts";

/** The map as others of its page need it to draw pictures of it: what it stands on, and how it is looked at. */
export type MapStage = {
  map: MapLibreMap;
  tokens: MapTokens;
  look: CorridorLook;
  hidden: ReadonlySet<MapLayer>;
  /** Which view this is, in words. */
  said: string;
  /** What explains a picture of these facts. */
  keyOf: (data: MapData, slots: MapData["slots"]) => Pick<MapWords, "goods" | "corridors" | "certain">;
};
