import { useMemo } from "react";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { SLOTS } from "#app/domain/commodity-groups.ts";
import type { Corridor } from "#app/domain/corridor.ts";
import type { SlotCounts } from "#app/domain/figures/tally-of-numbers.ts";
import { isCountry } from "#app/domain/route.ts";
import type { Cluster } from "./map-clusters.ts";
import type { MapPlace } from "./map-places.ts";

/** Official names by ISO code, as the operation's plan lists them. What is not in it is written as its code. */
export type CountryNames = Readonly<Record<string, string>>;
/** Names of the gazetteer's places, in the reader's language, by place id. */
export type PlaceNames = Readonly<Record<string, string>>;

export type MapNames = ReturnType<typeof useMapNames>;

/** The words for everything on the map, for its panel, its table and for those who do not see it. */
export function useMapNames(countries: CountryNames, places: PlaceNames) {
  const text = useText();
  const format = useFormat();
  return useMemo(() => {
    const country = (code: string) =>
      countries[code] ?? (isCountry(code) ? text("map.country_code", { code }) : text("map.region_unknown"));
    const place = ({ country: code, placeId, precision }: Pick<MapPlace, "country" | "placeId" | "precision">) => {
      const name = placeId === null ? undefined : places[placeId];
      if (name) return text("map.place.in", { place: name, country: country(code) });
      return text(precision === "country" ? "map.place.country" : "map.place.unnamed", { country: country(code) });
    };
    const cluster = ({ places: [first, ...others] }: Pick<Cluster, "places">) => {
      if (!first) return "";
      return others.length === 0 ? place(first) : text("map.place.more", { place: place(first), n: others.length });
    };
    const sure = (cases: number, confirmed: number) =>
      text("map.cases.sure", { confirmed, provisional: cases - confirmed });
    const goods = (slots: SlotCounts) =>
      format.list(
        SLOTS.filter((slot) => slots[slot] > 0).map((slot) =>
          text("map.goods", { n: slots[slot], goods: text(`slot.${slot}`) }),
        ),
      );
    const corridor = ({ from, to }: Pick<Corridor, "from" | "to">) => {
      const end = ({ country: code, placeId }: Corridor["from"]) =>
        (placeId === null ? undefined : places[placeId]) ?? country(code);
      return text("map.corridor", { from: end(from), to: end(to) });
    };
    return { country, place, cluster, sure, goods, corridor };
  }, [countries, places, text, format]);
}
