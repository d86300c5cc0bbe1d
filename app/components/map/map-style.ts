import type { LayerSpecification, StyleSpecification } from "maplibre-gl";
import { FADE, REST_WIDTH } from "./corridor-features.ts";
import { COUNTRY_RING, HATCH, HEAD, PLACE_LAYERS, placeImage } from "./map-image-names.ts";
import { type MapTokens, withAlpha } from "./map-tokens.ts";

const NOTHING = { type: "FeatureCollection" as const, features: [] };
const own = (path: string) => ({ type: "geojson" as const, data: path });
const empty = { type: "geojson" as const, data: NOTHING };

/**
 * The whole map as one style of our own: files from this origin, no glyph server, no sprite. Data sources are empty
 * until a layer component fills them. Only countries in `participants` are filled lighter.
 */
export function mapStyle(tokens: MapTokens): StyleSpecification {
  return {
    version: 8,
    sources: {
      countries: own("/basemap/countries.json"),
      borders: own("/basemap/borders.json"),
      disputed: own("/basemap/disputed.json"),
      "national-countries": empty,
      "national-borders": empty,
      labels: empty,
      ...Object.fromEntries(PLACE_LAYERS.map((layer) => [layer, empty])),
      "corridor-lines": { ...empty, lineMetrics: true },
      "corridor-dashes": empty,
      "corridor-heads": empty,
      "corridor-rings": empty,
      "corridor-trails": empty,
      seizures: empty,
      area: empty,
    },
    layers: [
      ...landLayers(tokens),
      ...placeLayers(tokens),
      ...trailLayers(tokens),
      ...corridorLayers(tokens),
      ...labelLayers(tokens),
      ...ringLayers(),
      ...seizureLayers(),
      ...areaLayers(tokens),
    ],
  };
}

/** What a change of theme changes: every paint property of every layer, as the style would have it now. */
export function paintOf(tokens: MapTokens): { layer: string; property: string; value: unknown }[] {
  return mapStyle(tokens).layers.flatMap((layer) =>
    Object.entries(layer.paint ?? {}).map(([property, value]) => ({ layer: layer.id, property, value })),
  );
}

function landLayers({ sea, land, landIn, border }: MapTokens): LayerSpecification[] {
  const nobody: ["in", string] = ["in", "iso2"];
  return [
    { id: "sea", type: "background", paint: { "background-color": sea } },
    { id: "land", type: "fill", source: "countries", paint: { "fill-color": land } },
    { id: "participants", type: "fill", source: "countries", filter: nobody, paint: { "fill-color": landIn } },
    { id: "missing", type: "fill", source: "countries", filter: nobody, paint: { "fill-pattern": HATCH } },
    { id: "disputed", type: "fill", source: "disputed", paint: { "fill-color": land } },
    { id: "borders", type: "line", source: "borders", paint: { "line-color": border, "line-width": borderWidth() } },
    {
      id: "national-participants",
      type: "fill",
      source: "national-countries",
      filter: nobody,
      paint: { "fill-color": landIn },
    },
    {
      id: "national-missing",
      type: "fill",
      source: "national-countries",
      filter: nobody,
      paint: { "fill-pattern": HATCH },
    },
    {
      id: "national-borders",
      type: "line",
      source: "national-borders",
      paint: { "line-color": border, "line-width": borderWidth() },
    },
  ];
}

function borderWidth(): ["interpolate", ["linear"], ["zoom"], number, number, number, number] {
  return ["interpolate", ["linear"], ["zoom"], 2, 0.6, 8, 1.2];
}

function corridorLayers({ sea, river, accent }: MapTokens): LayerSpecification[] {
  const round = { "line-cap": "butt", "line-join": "round" } as const;
  const fading = ([least, most]: readonly [number, number], source: LineKind): LayerSpecification => ({
    id: `corridor-${source.id}`,
    type: "line",
    source: "corridor-lines",
    filter: ["all", ["==", "rest", source.rest], ["==", "intended", false]],
    layout: round,
    paint: {
      "line-width": source.rest ? REST_WIDTH : ["get", "width"],
      "line-gradient": [
        "interpolate",
        ["linear"],
        ["line-progress"],
        0,
        withAlpha(river, least),
        1,
        withAlpha(river, most),
      ],
    },
  });
  return [
    fading(FADE.rest, { id: "rest", rest: true }),
    {
      id: "corridor-halo",
      type: "line",
      source: "corridor-lines",
      filter: ["==", "rest", false],
      layout: round,
      paint: { "line-color": sea, "line-opacity": 0.55, "line-width": ["+", ["get", "width"], 2.6] },
    },
    {
      id: "corridor-rest-dashes",
      type: "line",
      source: "corridor-dashes",
      filter: ["==", "rest", true],
      layout: round,
      paint: {
        "line-color": river,
        "line-width": REST_WIDTH,
        "line-opacity": ["get", "opacity"],
        "line-dasharray": [4.5, 4.3],
      },
    },
    {
      id: "corridor-dashes",
      type: "line",
      source: "corridor-dashes",
      filter: ["==", "rest", false],
      layout: round,
      paint: { "line-color": river, "line-width": ["get", "width"], "line-opacity": ["get", "opacity"] },
    },
    fading(FADE.main, { id: "main", rest: false }),
    {
      id: "corridor-chosen",
      type: "line",
      source: "corridor-lines",
      filter: ["==", "key", ""],
      layout: round,
      paint: { "line-color": accent, "line-width": ["+", ["get", "width"], 1] },
    },
    {
      id: "corridor-heads",
      type: "symbol",
      source: "corridor-heads",
      layout: {
        "icon-image": HEAD.river,
        "icon-size": ["get", "size"],
        "icon-rotate": ["get", "bearing"],
        "icon-rotation-alignment": "map",
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
      },
      paint: { "icon-opacity": ["get", "opacity"] },
    },
    // Wide and all but unseen, so that a thin line can be met with a finger.
    {
      id: "corridor-touch",
      type: "line",
      source: "corridor-lines",
      paint: { "line-color": sea, "line-opacity": 0.004, "line-width": ["+", ["get", "width"], 12] },
    },
  ];
}

/** Under the corridors: what was used in the last steps of a film, and dashes that run along it. */
function trailLayers({ accent }: MapTokens): LayerSpecification[] {
  const opacity: ["get", string] = ["get", "opacity"];
  return [
    {
      id: "corridor-trails",
      type: "line",
      source: "corridor-trails",
      layout: { "line-cap": "round", "line-join": "round" },
      paint: { "line-color": accent, "line-opacity": opacity, "line-width": ["get", "width"], "line-blur": 2 },
    },
    {
      id: "corridor-trail-moving",
      type: "line",
      source: "corridor-trails",
      layout: { visibility: "none" },
      paint: {
        "line-color": accent,
        "line-opacity": opacity,
        "line-width": ["get", "width"],
        "line-dasharray": [1.6, 2.4],
      },
    },
  ];
}

type LineKind = { id: string; rest: boolean };

/** From which zoom on all of a kind have room; before that those that come first. */
const PLACE_ZOOM = { airports: 3, ports: 3, crossings: 4 } as const;

function placeLayers({ text3, land, fonts }: MapTokens): LayerSpecification[] {
  return PLACE_LAYERS.map((layer) => ({
    id: layer,
    type: "symbol",
    source: layer,
    minzoom: PLACE_ZOOM[layer],
    layout: {
      visibility: "none",
      "icon-image": placeImage(layer),
      "icon-padding": 1,
      "text-field": ["step", ["zoom"], "", 6, ["get", "name"]],
      "text-font": fonts,
      "text-size": 11,
      "text-max-width": 10,
      "text-optional": true,
      "text-anchor": "top",
      "text-offset": [0, 0.7],
      "symbol-sort-key": ["get", "rank"],
    },
    paint: { "text-color": text3, "text-halo-color": withAlpha(land, 0.8), "text-halo-width": 1.2 },
  }));
}

function labelLayers({ text3, landIn, fonts }: MapTokens): LayerSpecification[] {
  return [
    {
      id: "labels",
      type: "symbol",
      source: "labels",
      layout: {
        "text-field": ["get", "name"],
        "text-font": fonts,
        "text-size": ["interpolate", ["linear"], ["zoom"], 2, 11.5, 7, 14],
        "text-max-width": 9,
        "text-padding": 3,
        "text-variable-anchor": ["center", "top", "bottom", "left", "right"],
        "text-radial-offset": 0.9,
        "symbol-sort-key": ["get", "order"],
      },
      paint: { "text-color": text3, "text-halo-color": withAlpha(landIn, 0.7), "text-halo-width": 1.2 },
    },
  ];
}

/** Above the labels, which step aside for them. */
function ringLayers(): LayerSpecification[] {
  return [
    {
      id: "corridor-rings",
      type: "symbol",
      source: "corridor-rings",
      layout: { "icon-image": COUNTRY_RING, "icon-allow-overlap": true, "icon-padding": 0 },
    },
  ];
}

/** On top, and so placed first: a label that would lie under a mark steps aside or is left out. */
function seizureLayers(): LayerSpecification[] {
  return [
    {
      id: "seizures",
      type: "symbol",
      source: "seizures",
      layout: {
        "icon-image": ["get", "image"],
        "icon-allow-overlap": true,
        "icon-padding": 0,
        "symbol-sort-key": ["get", "order"],
      },
    },
  ];
}

/** The area of the filter lies over everything and takes no click. */
function areaLayers({ accent }: MapTokens): LayerSpecification[] {
  return [
    {
      id: "area",
      type: "line",
      source: "area",
      paint: { "line-color": accent, "line-width": 1.6, "line-dasharray": [3, 2] },
    },
  ];
}
