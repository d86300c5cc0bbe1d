import type { Catalogue } from "./index.ts";

/** Burmese. What it lacks is read in English. */
export const my: Catalogue = {};
