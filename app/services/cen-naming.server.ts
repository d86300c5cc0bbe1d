import type { Naming } from "../domain/cen/out.ts";
import type { ImportIndex } from "../domain/import/lists.ts";
import { understandCountry } from "../domain/import/place.ts";
import { searchKey } from "../domain/search-key.ts";
import { textFor } from "../messages/all.server.ts";

const MADE = new WeakMap<ImportIndex, Naming>();

/** Names in English as other systems take them; where a name would not be read back as what it stands for, its code. */
export function namingOf(index: ImportIndex): Naming {
  const known = MADE.get(index);
  if (known) return known;
  const text = textFor("en");
  const countries = new Map<string, string>();
  const naming: Naming = {
    country: (iso2) => {
      const word = countries.get(iso2) ?? countryWord(iso2, index);
      countries.set(iso2, word);
      return word;
    },
    commodity: (code) => {
      const label = text.commodity(code);
      return index.commodities.get(searchKey(label)) === code ? label : code;
    },
    taxon: (id) => index.taxonById.get(id)?.scientificName ?? id,
    zone: (placeId) => index.zoneOfPlace(placeId),
  };
  MADE.set(index, naming);
  return naming;
}

function countryWord(iso2: string, index: ImportIndex): string {
  const name = index.countryName(iso2);
  const read = understandCountry(name, index);
  return read.state === "clear" && read.value === iso2 && !/[;,|/]/.test(name) ? name : iso2;
}
