/** What was looked into on a day, whether or not anything was found. */
export const CONTROL_KINDS = ["containers", "parcels", "passengers", "vehicles"] as const;
