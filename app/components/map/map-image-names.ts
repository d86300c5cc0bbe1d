/** Images that are not made of data. */
export const HATCH = "hatch";
export const COUNTRY_RING = "country-ring";
/** Arrow heads by the colour they take. */
export const HEAD = { river: "head/river", accent: "head/accent" } as const;
