import { z } from "zod";
import { isLocalDate } from "./calendar.ts";

export * from "./calendar.ts";

/** A calendar day, "2021-05-17". It stays text: a `Date` would have a time and a zone that nobody gave. */
export const LocalDate = z.string("date.missing").refine(isLocalDate, "date.malformed").meta({ format: "date" });
export type LocalDate = z.infer<typeof LocalDate>;
