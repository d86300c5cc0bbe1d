import type { Catalogue } from "./index.ts";

/** Chinese (simplified). What it lacks is read in English. */
export const zh: Catalogue = {};
