/** Images that are not made of data. */
export const HATCH = "hatch";
export const COUNTRY_RING = "country-ring";
/** Places by which goods pass, each kind in a shape of its own. */
export const PLACE_LAYERS = ["airports", "ports", "crossings"] as const;
export type PlaceLayer = (typeof PLACE_LAYERS)[number];
/** Small and hollow: ground to find one's way by, never taken for a case. */
export const PLACE_SHAPES: Record<PlaceLayer, readonly (readonly [number, number])[]> = {
  airports: [
    [0, -4],
    [3.8, 3],
    [-3.8, 3],
  ],
  ports: [
    [-3, -3],
    [3, -3],
    [3, 3],
    [-3, 3],
  ],
  crossings: [
    [0, -4],
    [4, 0],
    [0, 4],
    [-4, 0],
  ],
};
export const placeImage = (layer: PlaceLayer) => `place/${layer}`;
/** Arrow heads by the colour they take. */
export const HEAD = { river: "head/river", accent: "head/accent" } as const;
