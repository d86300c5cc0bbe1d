import type { TextOf } from "#app/messages/catalogue.ts";

/** What a part of a list is called: kinds of places and appendices by their labels, languages by their names. */
export function partLabel(text: TextOf, list: string, part: string): string {
  if (part === "") return text("reference.whole");
  if (list === "places") return text.label(`gazetteer.${part}`);
  if (list === "taxon_listings") return text.label(`appendix.${part}`);
  if (list === "taxon_names" && part !== "la") return languageName(text.locale, part);
  return text.label(`reference.part.${part}`, {}, part);
}

function languageName(locale: string, language: string): string {
  const named = new Intl.DisplayNames([locale === "pseudo" ? "en" : locale, "en"], { type: "language" });
  return named.of(language) ?? language;
}
