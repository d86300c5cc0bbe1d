import { z } from "zod";

/**
 * The code lists that records use. The codes themselves live in the table `codes`, filled from seeds/reference,
 * each row with its source and validity; labels live in the message catalogues under `code.<list>.<code>`.
 */
export const CODE_LISTS = [
  "event_kind",
  "place_kind",
  "direction",
  "mode",
  "detection",
  "control_reason",
  "concealment_place",
  "concealment_method",
  "offence",
  "custody",
  "disposal",
  "route_role",
  "evidence",
  "geo_precision",
  "qualifier",
  "identification",
  "handling",
  "specimen_term",
] as const;

/** One code of a list: short lower-case text (CITES terms: three capitals). Whether it exists the database says. */
export const Code = z.string("code.missing").regex(/^[A-Za-z0-9_]{1,40}$/, "code.malformed");
export type Code = z.infer<typeof Code>;

/** A code of this list; the document of the interface for machines says which. */
export function CodeOf(list: (typeof CODE_LISTS)[number]) {
  return Code.describe(`A code of the list \`${list}\`.`);
}

/** ISO 3166-1 alpha-2 as text ("NA" is Namibia), or a regional pseudo-code such as XF, or XX for unknown. */
export const CountryCode = z.string("country.missing").regex(/^[A-Z]{2}$/, "country.malformed");
export type CountryCode = z.infer<typeof CountryCode>;
