import { z } from "zod";
import { trimDecimal } from "./exact-decimal.ts";

export * from "./exact-decimal.ts";

const SHAPE = /^-?\d{1,15}(\.\d{1,6})?$/;

/** An exact decimal kept as text, "12.5": at most 15 digits before the point and 6 after it. Never a float. */
export const Decimal = z.string("decimal.missing").regex(SHAPE, "decimal.malformed").transform(trimDecimal);
export type Decimal = z.infer<typeof Decimal>;
