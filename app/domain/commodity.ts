import { z } from "zod";

export * from "./commodity-groups.ts";

/** A code of the commodity tree: group letter and number ("F2"), with the kind behind a point ("F2.raw_ivory"). */
export const CommodityCode = z
  .string("commodity.missing")
  .regex(/^[A-Z][0-9](\.[a-z0-9_]{1,40})?$/, "commodity.malformed");
export type CommodityCode = z.infer<typeof CommodityCode>;
