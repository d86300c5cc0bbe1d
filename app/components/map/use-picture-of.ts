import { useText } from "#app/components/ui/text-context.tsx";
import { useWidthsOf } from "./corridor-key.tsx";
import { useCorridorWords } from "./corridor-words.ts";
import type { MapData } from "./map-data.ts";
import type { MapWords } from "./map-svg.ts";
import type { MapPicture } from "./operation-map-props.ts";

/** The words of the map as it is now, for a picture to take away and for paper. */
export function usePictureOf(data: MapData, picture: MapPicture): MapWords {
  const text = useText();
  const { look } = useCorridorWords(data.look);
  const widths = useWidthsOf(data.look)(data);
  return {
    title: picture.title,
    under: [look.join(" · "), ...picture.under],
    goods: data.slots.map((slot) => ({ slot, name: text(`slot.${slot}`) })),
    corridors: { widths, intended: data.look.view === "trade_flow" ? text("map.key.intended") : null },
    certain: { confirmed: text("map.key.confirmed"), provisional: text("map.key.provisional") },
  };
}
