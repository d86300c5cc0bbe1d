import type { Catalogue } from "./index.ts";

/** Thai. What it lacks is read in English. */
export const th: Catalogue = {};
