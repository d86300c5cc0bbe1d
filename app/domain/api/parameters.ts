import { z } from "zod";

/** A parameter that may come several times. */
export function Many<S extends z.ZodType>(one: S) {
  return z.array(one).max(300, "code.malformed").default([]);
}

/** A whole number in an address: digits alone, within bounds. */
export function Whole(least: number, most: number, fault: string) {
  return z
    .string()
    .regex(/^\d{1,15}$/, fault)
    .transform(Number)
    .pipe(z.number().min(least, fault).max(most, fault))
    .meta({ type: "integer", minimum: least, maximum: most, pattern: undefined });
}
