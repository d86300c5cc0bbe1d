import { z } from "zod";

/** A UUID made by whoever creates the thing. Neither order nor time is ever read from it. */
export const Id = z.uuid("id.malformed");
export type Id = z.infer<typeof Id>;
