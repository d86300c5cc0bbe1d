import { useMemo } from "react";
import type { CountryNames } from "#app/components/map/map-names.ts";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import type { FactFilter } from "#app/domain/fact-filter.ts";
import { usePlaceNames } from "./use-place-names.ts";
import { useCountryNames } from "./use-workspace.ts";

/** The words for what a filter names that is no code of a list: places, corridors and areas. */
export type FilterNames = {
  place: (value: string) => string;
  corridor: (key: string) => string;
  box: (box: NonNullable<FactFilter["box"]>) => string;
};

const NONE_LOADED = {};
const LAT = ["N", "S"] as const;
const LON = ["E", "W"] as const;

/** Names of the countries and places in a filter, asked for where the page does not know them yet. */
export function useFilterNames(
  filter: FactFilter,
  loaded: Readonly<Record<string, string>> = NONE_LOADED,
): FilterNames {
  const countries = useCountryNames();
  const ids = useMemo(() => placesIn(filter), [filter]);
  return useNamesOf(countries, usePlaceNames(ids, loaded));
}

/** The same from names that are at hand, for who asks for none. */
export function useNamesOf(countries: CountryNames, places: Readonly<Record<string, string>>): FilterNames {
  const text = useText();
  const format = useFormat();
  return useMemo(() => {
    const place = (value: string) => (isCountryCode(value) ? (countries[value] ?? value) : (places[value] ?? value));
    const end = (key: string) => {
      const [country = "", named = ""] = [key.slice(0, 2), key.slice(3)];
      const known = places[named];
      if (known) return known;
      return named === "" ? place(country) : text("linked.corridor.near", { country: place(country) });
    };
    const corridor = (key: string) => {
      const [from = "", to = ""] = key.split(/[>~]/);
      return text(key.includes("~") ? "linked.corridor.intended" : "linked.corridor.travelled", {
        from: end(from),
        to: end(to),
      });
    };
    const degrees = (value: number, [plus, minus]: readonly ["N" | "E", "S" | "W"]) =>
      text(`linked.degrees.${value < 0 ? minus : plus}`, { n: format.decimal(Math.abs(value).toFixed(1)) });
    const box = ([west, south, east, north]: NonNullable<FactFilter["box"]>) =>
      text("linked.box", {
        from: `${degrees(south, LAT)} ${degrees(west, LON)}`,
        to: `${degrees(north, LAT)} ${degrees(east, LON)}`,
      });
    return { place, corridor, box };
  }, [text, format, countries, places]);
}

const isCountryCode = (value: string) => /^[A-Z]{2}$/.test(value);

function placesIn({ seizedIn, through, corridors }: FactFilter): string[] {
  const ends = corridors.flatMap((key) => key.split(/[>~]/).map((end) => end.slice(3)));
  return [...new Set([...seizedIn, ...through, ...ends])].filter((value) => /^[a-z]+:/.test(value));
}
