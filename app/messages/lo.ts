import type { Catalogue } from "./index.ts";

/** Lao. What it lacks is read in English. */
export const lo: Catalogue = {};
