import type { TextOf } from "#app/messages/catalogue.ts";

/** What a part of a list is called: kinds of places and appendices by their labels, lists of codes as the code has them. */
export function partLabel(text: TextOf, list: string, part: string): string {
  if (part === "") return text("reference.whole");
  if (list === "places") return text.label(`gazetteer.${part}`);
  if (list === "taxon_listings") return text.label(`appendix.${part}`);
  return text.label(`reference.part.${part}`, {}, part);
}
