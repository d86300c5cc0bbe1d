import type { Catalogue } from "./index.ts";

/** Khmer. What it lacks is read in English. */
export const km: Catalogue = {};
