import { useText } from "#app/components/ui/text-context.tsx";
import type { FactFilter } from "#app/domain/fact-filter.ts";
import { boxOf } from "#app/domain/filter-box.ts";
import { boundsOf } from "./map-bounds.ts";
import { type Choice, placesOf } from "./map-choice.ts";
import type { MapData } from "./map-data.ts";
import type { MapNames } from "./map-names.ts";
import type { MapPlace } from "./map-places.ts";

/** A way to make every view show no more than what is opened. */
export type Narrowing = { label: string; change: Partial<FactFilter> };

/** The filters that what is opened can stand for; each says exactly what it will leave. */
export function useNarrowings(names: MapNames): (choice: Choice, data: MapData) => Narrowing[] {
  const text = useText();
  const country = (code: string): Narrowing[] => [
    { label: text("linked.only.country", { country: names.country(code) }), change: { seizedIn: [code] } },
    { label: text("linked.only.through_country", { country: names.country(code) }), change: { through: [code] } },
  ];
  return (choice, data) => {
    if (choice.kind === "corridor") {
      return [{ label: text("linked.only.corridor"), change: { corridors: [choice.key] } }];
    }
    if (choice.kind === "country") return country(choice.code);
    const places = placesOf(choice, data);
    const [first, ...others] = places;
    if (!first) return [];
    if (others.length > 0) return area(places, text("linked.only.area"));
    if (first.placeId === null) return country(first.country);
    return [
      { label: text("linked.only.here"), change: { seizedIn: [first.placeId] } },
      { label: text("linked.only.through"), change: { through: [first.placeId] } },
    ];
  };
}

/** A little more than the corners, so that what lies on the edge is inside. */
const MARGIN = 0.001;

function area(places: readonly MapPlace[], label: string): Narrowing[] {
  const bounds = boundsOf(places.filter(({ precision }) => precision !== "country").map(({ at }) => at));
  if (!bounds) return [];
  const { west, south, east, north } = bounds;
  return [{ label, change: { box: boxOf(west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN) } }];
}
